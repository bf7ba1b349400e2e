/* Loaded before the C library (LD_PRELOAD): the allocation with the number FAIL_AT fails, whoever
 * asks for it, and with FAIL_COUNT the number of all is written at the end. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static long allocations, fail_at = -1;

static int fails(void)
{
    if (fail_at < 0) {
        const char *text = getenv("FAIL_AT");
        fail_at = text ? atol(text) : 0;
    }
    if (++allocations != fail_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

__attribute__((destructor)) static void write_count(void)
{
    const char *path = getenv("FAIL_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", allocations);
        fclose(file);
    }
}
