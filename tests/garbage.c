/* In tests malloc gives memory that is full of what nobody has put there: who forgets to write
 * something there before it is read is noticed. */
#include <stdlib.h>
#include <string.h>

enum { GARBAGE = 0xa5, FILLED = 1 << 14 /* bytes: all of what is large would take long */ };

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *__wrap_malloc(size_t size)
{
    void *memory = __real_malloc(size);
    return memory ? memset(memory, GARBAGE, size < FILLED ? size : FILLED) : NULL;
}
