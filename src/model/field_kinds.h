/* What kinds of fields there are: how each is read, written, compared, and what is said of what it
 * may be. `at` points to the field itself. */
#ifndef MODEL_FIELD_KINDS_H
#define MODEL_FIELD_KINDS_H

#include "model/field.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct field_kind_def {
    size_t size;                              /* bytes of it, that are copied, */
    void (*copy)(void *to, const void *from); /* unless this does it */
    /* NULL: it is named, and has no value. */
    bool (*parse)(const model_field *field, void *at, const char *text);
    void (*append)(const model_field *field, const void *at, char *text, size_t size);
    bool (*equal)(const void *a, const void *b);
    void (*allow)(const model_field *field, char *text, size_t size);
} field_kind_def;

const field_kind_def *field_kind_of(field_kind kind);

#endif
