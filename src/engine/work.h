/* Work in units of about 30 ns, of which a caller gives so many: what is left goes on later. */
#ifndef ENGINE_WORK_H
#define ENGINE_WORK_H

#include <stddef.h>

enum {
    WORK_POINTS_FAR = 100000, /* so many points do not lie in the nearer caches */
};

/* So many of `wanted` things as the work suffices for, when a unit does `each` of them; it is taken
 * off. */
static inline size_t work_share(size_t wanted, size_t each, size_t *work)
{
    const size_t needed = (wanted + each - 1) / each;
    if (needed <= *work) {
        *work -= needed;
        return wanted;
    }
    const size_t done = *work * each;
    *work = 0;
    return done;
}

#endif
