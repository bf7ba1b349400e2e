/* Points that come with the program: published figures that each show something about fitting. */
#ifndef TABLE_SAMPLES_H
#define TABLE_SAMPLES_H

#include "downhill/error.h"
#include "downhill/points.h"

#include <stddef.h>

typedef struct sample_def {
    const char *name;   /* as --sample takes it */
    const char *label;  /* for people */
    const char *see;    /* what to see in it, a sentence */
    const char *source; /* where the figures were published */
} sample_def;

int sample_count(void);
const sample_def *sample_at(int index);

/* Writes the names of all: "anscombe1, anscombe2, ...". Cut to size. */
void sample_names(char *text, size_t size);

/* The sample of that name, or -1. */
int sample_find(const char *name);

/* Its points, with one holder, the caller. NULL when memory runs out. */
dh_points *sample_points(int index, dh_error *error);

#endif
