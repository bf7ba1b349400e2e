/* How many allocations downhill's own code has made; its libraries' are not counted. */
#ifndef BENCH_ALLOCATIONS_H
#define BENCH_ALLOCATIONS_H

#include <stddef.h>

size_t allocations_so_far(void);

#endif
