#include "downhill/random.h"

enum { SHIFT_WORDS = 397 };

dh_random dh_random_seeded(uint64_t seed)
{
    dh_random random;
    random.words[0] = (uint32_t)seed;
    for (uint32_t i = 1; i < DH_RANDOM_WORDS; i++) {
        const uint32_t previous = random.words[i - 1];
        random.words[i] = 1812433253u * (previous ^ (previous >> 30)) + i;
    }
    random.next = DH_RANDOM_WORDS;
    return random;
}

static uint32_t twist(uint32_t upper, uint32_t lower, uint32_t shifted)
{
    const uint32_t joined = (upper & 0x80000000u) | (lower & 0x7fffffffu);
    return shifted ^ (joined >> 1) ^ ((joined & 1u) ? 0x9908b0dfu : 0u);
}

static void renew(dh_random *random)
{
    uint32_t *w = random->words;
    size_t i = 0;
    for (; i < DH_RANDOM_WORDS - SHIFT_WORDS; i++)
        w[i] = twist(w[i], w[i + 1], w[i + SHIFT_WORDS]);
    for (; i < DH_RANDOM_WORDS - 1; i++)
        w[i] = twist(w[i], w[i + 1], w[i + SHIFT_WORDS - DH_RANDOM_WORDS]);
    w[i] = twist(w[i], w[0], w[SHIFT_WORDS - 1]);
    random->next = 0;
}

static inline uint32_t next_word(dh_random *random)
{
    if (random->next == DH_RANDOM_WORDS)
        renew(random);
    uint32_t word = random->words[random->next++];
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c5680u;
    word ^= (word << 15) & 0xefc60000u;
    return word ^ (word >> 18);
}

uint32_t dh_random_u32(dh_random *random)
{
    return next_word(random);
}

float dh_random_uniform(dh_random *random, float low, float high)
{
    const float unit = (float)(next_word(random) & 0xffffffu) * 0x1p-24f;
    return unit * (high - low) + low;
}

void dh_random_shuffle(dh_random *random, size_t n, uint32_t *order, size_t from, size_t to)
{
    for (size_t i = from; i < to && i + 1 < n; i++) {
        const size_t j = i + next_word(random) % (uint32_t)(n - i);
        const uint32_t drawn = order[j];
        order[j] = order[i];
        order[i] = drawn;
    }
}
