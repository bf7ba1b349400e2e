/* PyTorch's default CPU generator, bit for bit.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM TOMACS 8(1), 1998; the mapping from its words to
 * floats and permutations is PyTorch's. */
#ifndef DOWNHILL_RANDOM_H
#define DOWNHILL_RANDOM_H

#include <stddef.h>
#include <stdint.h>

enum { DH_RANDOM_WORDS = 624 };

typedef struct dh_random {
    uint32_t words[DH_RANDOM_WORDS];
    uint32_t next; /* index of the next word to hand out; DH_RANDOM_WORDS when they are used up */
} dh_random;

/* torch.manual_seed: only the low 32 bits of seed matter. */
dh_random dh_random_seeded(uint64_t seed);

/* The next 32 random bits. */
uint32_t dh_random_u32(dh_random *random);

/* torch.Tensor.uniform_ for float32: uniform in [low, high), one word a number. */
float dh_random_uniform(dh_random *random, float low, float high);

/* torch.randperm, in parts: the permutation that began with order 0..n-1, of which [0, from) is
 * drawn; draws [from, to). n is below 2^32 / 20, where PyTorch changes to 64-bit words; a whole
 * permutation uses n - 1 words. */
void dh_random_shuffle(dh_random *random, size_t n, uint32_t *order, size_t from, size_t to);

#endif
