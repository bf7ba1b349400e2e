/* Everything that a person can set, each said once: what it is called, how it is typed, said and
 * compared, what it may be. Options, --help, the command line that is copied, the panel's controls,
 * equality and the messages about limits are made from these definitions; those of the optimizers'
 * settings are made from the engine's. Usual values are those of setup_default. */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "model/field.h"
#include "model/setup.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum field_id {
    FIELD_RATE,
    FIELD_OPTIMIZER,
    FIELD_BATCH,
    FIELD_MISTAKE,
    FIELD_INIT_SLOPE,
    FIELD_INIT_INTERCEPT,
    FIELD_STEPS,
    FIELD_INTERVAL,
    FIELD_POINTS,
    FIELD_SEED,
    FIELD_TRUE_SLOPE,
    FIELD_TRUE_INTERCEPT,
    FIELD_NOISE,
    FIELD_STANDARDIZE,
    FIELD_LOSS,
    FIELD_NAME,
    FIELD_LOOK,
    FIELD_HIDDEN,
    FIELD_REPEAT,
    FIELD_THEME,
    FIELD_RESIDUALS,
    FIELD_GRADIENT,
    FIELD_SLICES,
    FIELD_FINDER,
    FIELD_LINEAR_LOSS,
    FIELD_BATCH_LOSS,
    FIELD_NO_GRADIENT_ARROW,
    FIELD_NO_VELOCITY_ARROW,
    FIELD_NO_STEP_ARROW,
    FIELD_FROM_HERE,
    FIELD_PIN,
    FIELD_PREDICTIONS,
    FIELD_PULLS,
    FIELD_OWN_UNITS,
    FIELD_NO_WORDS,
    FIELD_EDIT,
    FIELD_ALONE,
    FIELD_ZOOM,
    FIELD_SPLIT,
    FIELD_COUNT,
} field_id;

/* The definition of a field; of one of an optimizer's settings. */
const model_field *field_of(field_id id);
model_field field_of_setting(const dh_optimizer *optimizer, int setting);

/* The owner of a field in a setup, to change and to look at; of a run's field the current run. */
void *field_in(const model_field *field, model_setup *setup);
const void *field_seen_in(const model_field *field, const model_setup *setup);

/* Takes a text; false, leaving the owner alone, for one that the field cannot be. A schedule that
 * is taken has one holder, the caller. */
bool field_parse(const model_field *field, void *owner, const char *text);

/* Writes the text that field_parse turns into exactly this value. Cut to size. */
void field_write(const model_field *field, const void *owner, char *text, size_t size);

/* The same of all the fields that an option says, from its first on: with commas between them. What
 * is refused may have been taken in part. */
bool field_parse_parts(field_id first, void *owner, const char *text);
void field_write_parts(field_id first, const void *owner, char *text, size_t size);
bool field_equal_parts(field_id first, const void *owner, const void *other);

/* What the field must be, to complete "must be ...". */
void field_allowed(const model_field *field, char *text, size_t size);

bool field_equal(const model_field *field, const void *owner, const void *other);

/* Takes the value that another owner has; of an optimizer with its settings at their presets, where
 * it is another. */
void field_copy(const model_field *field, void *owner, const void *other);

/* Whether it has an option of its own; that of a switch has no value. */
bool field_has_option(const model_field *field);

/* Whether it says how points are drawn. */
bool field_is_of_drawing(const model_field *field);

/* Whether it is a switch of the view, which --show names; whether a switch is on. */
bool field_is_view_switch(const model_field *field);
bool field_is_on(const model_field *field, const void *owner);

/* Switches a switch; goes to the next of an enum's values, and from the last to the first. */
void field_next(const model_field *field, void *owner);

/* Whether two scenes have the same points and loss; start and steps, too, or the start at least;
 * everything. */
bool fields_same_problem(const model_scene *a, const model_scene *b);
bool fields_same_training(const model_scene *a, const model_scene *b);
bool fields_same_but_steps(const model_scene *a, const model_scene *b);
bool fields_same_scene(const model_scene *a, const model_scene *b);

#endif
