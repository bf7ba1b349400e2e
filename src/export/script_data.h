/* The points, and the generator that mini-batches are drawn from, in a script. */
#ifndef EXPORT_SCRIPT_DATA_H
#define EXPORT_SCRIPT_DATA_H

#include "export/script_runs.h"

#include <stdbool.h>
#include <stdio.h>

enum { SCRIPT_POINTS = 2000 /* that a script may have in itself */ };

/* Writes the lines that make x and y. */
void script_data_write(const script *of, FILE *stream);

/* Whether runs see mini-batches: at least so many of them. */
bool script_has_batches(const script *of, int least);

/* Writes the function that gives them, one after another. */
void script_data_write_batches(const script *of, FILE *stream);

/* Writes the line that has a run's mini-batches begin where its generator is. */
void script_data_begin_batches(const script *of, size_t size, FILE *stream);

#endif
