/* What a field is: something that a person can set. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "downhill/optimizer.h"
#include "text/number_text.h"

#include <stdbool.h>
#include <stddef.h>

/* What a field is part of: its owner. */
typedef enum field_owner {
    FIELD_OF_RUN,     /* a scene_run, */
    FIELD_OF_RECIPE,  /* or likewise, and what the run is made after */
    FIELD_OF_PROBLEM, /* a model_scene; another value is another problem, */
    FIELD_OF_SCENE,   /* or likewise, another training over the same one */
    FIELD_OF_PACE,    /* a model_pace */
    FIELD_OF_VIEW,    /* a model_view */
} field_owner;

typedef enum field_kind {
    FIELD_IS_NUMBER, /* a double */
    FIELD_IS_COUNT,  /* a size_t */
    FIELD_IS_MS,     /* a uint64_t of milliseconds */
    FIELD_IS_SEED,   /* a uint64_t, any */
    FIELD_IS_LOOK,   /* an int */
    FIELD_IS_BATCH,  /* a size_t; 0: all points */
    FIELD_IS_RATE,   /* a dh_schedule; in controls its first rate */
    FIELD_IS_OPTIMIZER,
    FIELD_IS_MISTAKE, /* an int, as for dh_mistake_name */
    FIELD_IS_WORD,    /* an enum; its values have words */
    FIELD_IS_SWITCH,  /* a bool */
    FIELD_IS_NAME,    /* a run's name */
    FIELD_IS_ZOOM,    /* a view_zoom */
    FIELD_KIND_COUNT,
} field_kind;

typedef struct model_field {
    const char *name; /* of its option, without the dashes, or of its key in a recipe; of a switch
                         the word that --show takes */
    char letter;      /* of the option's short form, 0 for none */
    const char
        *value;       /* what the option's value is called; NULL: the field has no option of its own
                       */
    int parts;        /* so many fields are said by the option, from this one on, with commas */
    const char *help; /* what the option sets */
    const char *label; /* of its control */
    const char *hint;  /* what its control is for */
    const char *about; /* what it is, in a person's words */
    field_owner owner;
    field_kind kind;
    size_t offset;                      /* in its owner */
    double low, high;                   /* allowed: low <= value <= high, */
    bool below;                         /* or value < high */
    const char *const *words;           /* of an enum, from 0 to high */
    text_number (*shown)(double value); /* of a number, in its control */
    const dh_setting *setting; /* the engine's definition, of an optimizer's setting; else NULL */
} model_field;

/* Whether a number is within the field's limits. */
static inline bool field_allows(const model_field *field, double value)
{
    return value >= field->low && (field->below ? value < field->high : value <= field->high);
}

#endif
