/* What is taken away: how long it takes and how large it is. */
#ifndef BENCH_FILES_H
#define BENCH_FILES_H

/* Prints time and size of every form of 100 steps at 640x480; and beside them those of the
 * notebook's own way, where python3 has torch and matplotlib. */
void bench_files(void);

#endif
