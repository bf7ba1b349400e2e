#include "model/fields.h"

#include "model/field_kinds.h"
#include "text/append.h"
#include "text/number.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const REPEATS[] = {
    [REPEAT_ONCE] = "once", [REPEAT_LOOP] = "loop", [REPEAT_REFLECT] = "reflect"};
static const char *const LOSSES[] = {
    [DH_LOSS_MEAN] = "mean", [DH_LOSS_HALF] = "half", [DH_LOSS_SUM] = "sum"};
static const char *const THEMES[] = {[VIEW_LIGHT] = "light", [VIEW_DARK] = "dark"};
static const char *const PICTURES[] = {
    [VIEW_ALL] = "all", [VIEW_DATA] = "data", [VIEW_WEIGHTS] = "weights", [VIEW_LOSS] = "loss"};

/* Four decimals where they tell the value, else four digits and a power of ten. */
static text_number shown_rate(double rate)
{
    const bool told = rate < 1e4 && round(rate * 1e4) / 1e4 == rate;
    return told || (rate >= 0.1 && rate < 1e4) ? text_fixed(rate, 4) : text_short(rate, 4);
}

static text_number shown_weight(double weight)
{
    const bool hundredths = fabs(weight) < 1e7 && round(weight * 100.0) / 100.0 == weight;
    return hundredths ? text_fixed(weight, 2) : text_short(weight, 6);
}

static text_number shown_short(double value)
{
    return text_short(value, 6);
}

#define IN_RECIPE(member) .owner = FIELD_OF_RECIPE, .offset = offsetof(scene_run, recipe.member)
#define IN_RUN(member)    .owner = FIELD_OF_RUN, .offset = offsetof(scene_run, member)
#define IN_SCENE(member)  .owner = FIELD_OF_SCENE, .offset = offsetof(model_scene, member)
#define IN_PROBLEM(member)                                                                         \
    .owner = FIELD_OF_PROBLEM, .offset = offsetof(model_scene, problem.member)
#define IN_SOURCE(member) IN_PROBLEM(source.member)
#define IN_PACE(member)   .owner = FIELD_OF_PACE, .offset = offsetof(model_pace, member)
#define IN_VIEW(member)   .owner = FIELD_OF_VIEW, .offset = offsetof(model_view, member)
#define WITHIN(limit)     .low = -(limit), .high = (limit)
#define VIEW_SWITCH(word, member)                                                                  \
    {                                                                                              \
        .name = (word), .kind = FIELD_IS_SWITCH, IN_VIEW(member)                                   \
    }

static const model_field FIELDS[FIELD_COUNT] = {
    [FIELD_RATE] = {.about = "How far a step goes for a slope of the loss of 1",
                    .name = "lr",
                    .letter = 'l',
                    .value = "RATE,STEP:RATE,...",
                    .parts = 1,
                    .help = "learning rate, and if wished what it becomes at later steps: "
                            "0.1,50:0.01",
                    .label = "Learning rate",
                    .hint = "How far an update goes: [ and ] too",
                    .kind = FIELD_IS_RATE,
                    IN_RECIPE(rate),
                    .high = HUGE_VAL,
                    .shown = shown_rate},
    [FIELD_OPTIMIZER] = {.name = "optimizer",
                         .letter = 'o',
                         .value = "NAME",
                         .parts = 1,
                         .label = "Optimizer",
                         .kind = FIELD_IS_OPTIMIZER,
                         .owner = FIELD_OF_RECIPE,
                         .offset = offsetof(scene_run, recipe)},
    [FIELD_BATCH] = {.about = "How many points each step sees",
                     .name = "batch",
                     .letter = 'b',
                     .value = "SIZE",
                     .parts = 1,
                     .help = "points in a mini-batch; 0 for all in each update",
                     .label = "Batch",
                     .hint = "Points that an update sees: , and . too",
                     .kind = FIELD_IS_BATCH,
                     IN_RECIPE(batch),
                     .high = DH_POINTS_MAX},
    [FIELD_MISTAKE] = {.name = "mistake", .kind = FIELD_IS_MISTAKE, IN_RECIPE(mistake)},
    [FIELD_INIT_SLOPE] = {.about = "How steep the line is before training",
                          .name = "init",
                          .letter = 'i',
                          .value = "SLOPE,INTERCEPT",
                          .parts = 2,
                          .help = "initial weights",
                          .label = "Start slope a₀",
                          .hint = "The slope before training",
                          .kind = FIELD_IS_NUMBER,
                          IN_SCENE(init.slope),
                          WITHIN(DH_WEIGHT_LIMIT),
                          .shown = shown_weight},
    [FIELD_INIT_INTERCEPT] = {.about = "How high the line is at x = 0 before training",
                              .label = "Start intercept a₁",
                              .hint = "The intercept before training",
                              .kind = FIELD_IS_NUMBER,
                              IN_SCENE(init.intercept),
                              WITHIN(DH_WEIGHT_LIMIT),
                              .shown = shown_weight},
    [FIELD_STEPS] = {.about = "How many steps the run has",
                     .name = "steps",
                     .letter = 't',
                     .value = "N",
                     .parts = 1,
                     .help = "steps in the run",
                     .kind = FIELD_IS_COUNT,
                     IN_SCENE(steps),
                     .low = 1,
                     .high = DH_STEPS_MAX},
    [FIELD_INTERVAL] = {.about = "How long a step is shown",
                        .name = "interval",
                        .value = "MS",
                        .parts = 1,
                        .help = "milliseconds per frame",
                        .kind = FIELD_IS_MS,
                        IN_PACE(interval_ms),
                        .low = 1,
                        .high = PACE_INTERVAL_MAX},
    [FIELD_POINTS] = {.about = "How many points are drawn",
                      .name = "points",
                      .letter = 'n',
                      .value = "N",
                      .parts = 1,
                      .help = "points to draw",
                      .label = "Points",
                      .kind = FIELD_IS_COUNT,
                      IN_SOURCE(generated.points),
                      .low = 1,
                      .high = DH_POINTS_MAX},
    [FIELD_SEED] = {.about = "Which random numbers are drawn",
                    .name = "seed",
                    .letter = 's',
                    .value = "S",
                    .parts = 1,
                    .help = "seed, as for torch.manual_seed",
                    .label = "Seed",
                    .kind = FIELD_IS_SEED,
                    IN_SOURCE(seed)},
    [FIELD_TRUE_SLOPE] = {.about = "How steep the line below the noise is",
                          .name = "true",
                          .value = "SLOPE,INTERCEPT",
                          .parts = 2,
                          .help = "the line below the noise",
                          .label = "True slope",
                          .kind = FIELD_IS_NUMBER,
                          IN_SOURCE(generated.slope),
                          WITHIN(DH_TRUE_LIMIT),
                          .shown = shown_short},
    [FIELD_TRUE_INTERCEPT] = {.about = "How high the line below the noise is at x = 0",
                              .label = "True intercept",
                              .kind = FIELD_IS_NUMBER,
                              IN_SOURCE(generated.intercept),
                              WITHIN(DH_TRUE_LIMIT),
                              .shown = shown_short},
    [FIELD_NOISE] = {.about = "How far points are thrown above that line, at most",
                     .name = "noise",
                     .value = "WIDTH",
                     .parts = 1,
                     .help = "width of the uniform noise added to it",
                     .label = "Noise",
                     .kind = FIELD_IS_NUMBER,
                     IN_SOURCE(generated.noise),
                     .high = DH_TRUE_LIMIT,
                     .shown = shown_short},
    [FIELD_STANDARDIZE] = {.name = "standardize",
                           .help = "train on (x - mean) / standard deviation, as scikit-learn's "
                                   "StandardScaler",
                           .label = "Standardize x",
                           .kind = FIELD_IS_SWITCH,
                           IN_PROBLEM(standardize)},
    [FIELD_LOSS] = {.name = "loss",
                    .value = "KIND",
                    .parts = 1,
                    .help = "mean of the squares (PyTorch's MSELoss), half of it, or their sum: "
                            "mean, half or sum",
                    .label = "Loss",
                    .kind = FIELD_IS_WORD,
                    IN_PROBLEM(loss),
                    .high = DH_LOSS_COUNT - 1,
                    .words = LOSSES},
    [FIELD_NAME] = {.name = "name",
                    .value = "NAME",
                    .parts = 1,
                    .help = "what the run is called beside others",
                    .kind = FIELD_IS_NAME,
                    IN_RUN(name)},
    [FIELD_LOOK] = {.name = "color",
                    .value = "N",
                    .parts = 1,
                    .help = "of the run among others, 0 to 7",
                    .kind = FIELD_IS_LOOK,
                    IN_RUN(look),
                    .high = SCENE_RUNS - 1},
    [FIELD_HIDDEN] = {.name = "hidden", .kind = FIELD_IS_SWITCH, IN_RUN(hidden)},
    [FIELD_REPEAT] = {.name = "repeat",
                      .value = "HOW",
                      .parts = 1,
                      .help = "at the end: once, loop or reflect",
                      .kind = FIELD_IS_WORD,
                      IN_PACE(repeat),
                      .high = REPEAT_COUNT - 1,
                      .words = REPEATS},
    [FIELD_THEME] = {.name = "theme",
                     .value = "NAME",
                     .parts = 1,
                     .help = "light or dark",
                     .kind = FIELD_IS_WORD,
                     IN_VIEW(theme),
                     .high = VIEW_THEME_COUNT - 1,
                     .words = THEMES},
    [FIELD_RESIDUALS] = VIEW_SWITCH("residuals", residuals),
    [FIELD_GRADIENT] = VIEW_SWITCH("gradient", gradient),
    [FIELD_SLICES] = VIEW_SWITCH("slices", slices),
    [FIELD_FINDER] = VIEW_SWITCH("finder", finder),
    [FIELD_LINEAR_LOSS] = VIEW_SWITCH("linear", linear_loss),
    [FIELD_BATCH_LOSS] = VIEW_SWITCH("batch-loss", batch_loss),
    [FIELD_NO_GRADIENT_ARROW] = VIEW_SWITCH("no-gradient-arrow", hide_gradient_arrow),
    [FIELD_NO_VELOCITY_ARROW] = VIEW_SWITCH("no-velocity-arrow", hide_velocity_arrow),
    [FIELD_NO_STEP_ARROW] = VIEW_SWITCH("no-step-arrow", hide_step_arrow),
    [FIELD_FROM_HERE] = VIEW_SWITCH("from-here", from_here),
    [FIELD_PIN] = VIEW_SWITCH("pin", pin),
    [FIELD_PREDICTIONS] = VIEW_SWITCH("predictions", predictions),
    [FIELD_PULLS] = VIEW_SWITCH("pulls", pulls),
    [FIELD_OWN_UNITS] = VIEW_SWITCH("own-units", own_units),
    [FIELD_NO_WORDS] = VIEW_SWITCH("no-words", hide_words),
    [FIELD_EDIT] = VIEW_SWITCH("edit", edit),
    [FIELD_ALONE] = {.name = "alone",
                     .kind = FIELD_IS_WORD,
                     IN_VIEW(alone),
                     .high = VIEW_PICTURE_COUNT - 1,
                     .words = PICTURES},
    [FIELD_ZOOM] = {.name = "zoom",
                    .value = "S,S,I,I",
                    .parts = 1,
                    .help =
                        "the slopes and intercepts that the weights picture is to hold, low and "
                        "high each",
                    .kind = FIELD_IS_ZOOM,
                    IN_VIEW(zoom)},
    [FIELD_SPLIT] = {.name = "split",
                     .value = "PERCENT",
                     .parts = 1,
                     .help = "of the pictures' width for the data picture",
                     .kind = FIELD_IS_COUNT,
                     IN_VIEW(split),
                     .low = VIEW_SPLIT_MIN,
                     .high = VIEW_SPLIT_MAX},
};

const model_field *field_of(field_id id)
{
    assert(id >= 0 && id < FIELD_COUNT);
    return &FIELDS[id];
}

model_field field_of_setting(const dh_optimizer *optimizer, int setting)
{
    assert(setting >= 0 && setting < optimizer->settings);
    const dh_setting *of = &optimizer->setting[setting];
    return (model_field){.name = of->name,
                         .value = "VALUE",
                         .parts = 1,
                         .help = of->help,
                         .label = of->label,
                         .hint = of->help,
                         .about = of->help,
                         .kind = FIELD_IS_NUMBER,
                         .owner = FIELD_OF_RECIPE,
                         .offset =
                             offsetof(scene_run, recipe.value) + (size_t)setting * sizeof(double),
                         .low = of->least,
                         .high = of->below,
                         .below = true,
                         .shown = shown_short,
                         .setting = of};
}

void *field_in(const model_field *field, model_setup *setup)
{
    switch (field->owner) {
    case FIELD_OF_RUN:
    case FIELD_OF_RECIPE:
        return &setup->scene.run[0];
    case FIELD_OF_PROBLEM:
    case FIELD_OF_SCENE:
        return &setup->scene;
    case FIELD_OF_PACE:
        return &setup->pace;
    case FIELD_OF_VIEW:
        return &setup->view;
    }
    assert(false && "an owner that there is not");
    return NULL;
}

const void *field_seen_in(const model_field *field, const model_setup *setup)
{
    return field_in(field, (model_setup *)setup);
}

static void *at(const model_field *field, void *owner)
{
    return (char *)owner + field->offset;
}

static const void *seen_at(const model_field *field, const void *owner)
{
    return (const char *)owner + field->offset;
}

bool field_parse(const model_field *field, void *owner, const char *text)
{
    const field_kind_def *kind = field_kind_of(field->kind);
    return kind->parse && kind->parse(field, at(field, owner), text);
}

void field_write(const model_field *field, const void *owner, char *text, size_t size)
{
    const field_kind_def *kind = field_kind_of(field->kind);
    text[0] = '\0';
    if (kind->append)
        kind->append(field, seen_at(field, owner), text, size);
}

void field_copy(const model_field *field, void *owner, const void *other)
{
    const field_kind_def *kind = field_kind_of(field->kind);
    if (kind->copy)
        kind->copy(at(field, owner), seen_at(field, other));
    else
        memcpy(at(field, owner), seen_at(field, other), kind->size);
}

bool field_equal(const model_field *field, const void *owner, const void *other)
{
    return field_kind_of(field->kind)->equal(seen_at(field, owner), seen_at(field, other));
}

void field_allowed(const model_field *field, char *text, size_t size)
{
    const field_kind_def *kind = field_kind_of(field->kind);
    text[0] = '\0';
    if (kind->allow)
        kind->allow(field, text, size);
}

bool field_parse_parts(field_id first, void *owner, const char *text)
{
    const model_field *field = field_of(first);
    char before[NUMBER_BYTES];
    const size_t length = strcspn(text, ",");
    if (field->parts == 1)
        return field_parse(field, owner, text);
    if (text[length] == '\0' || length >= sizeof before)
        return false;
    snprintf(before, sizeof before, "%.*s", (int)length, text);
    return field_parse(field, owner, before) &&
           field_parse(field_of(first + 1), owner, text + length + 1);
}

void field_write_parts(field_id first, const void *owner, char *text, size_t size)
{
    const model_field *field = field_of(first);
    field_write(field, owner, text, size);
    if (field->parts == 2) {
        text_append(text, size, ",");
        const size_t used = strlen(text);
        field_write(field_of(first + 1), owner, text + used, size - used);
    }
}

bool field_equal_parts(field_id first, const void *owner, const void *other)
{
    return field_equal(field_of(first), owner, other) &&
           (field_of(first)->parts != 2 || field_equal(field_of(first + 1), owner, other));
}

bool field_has_option(const model_field *field)
{
    return field->value || (field->owner == FIELD_OF_PROBLEM && field->kind == FIELD_IS_SWITCH);
}

bool field_is_of_drawing(const model_field *field)
{
    const size_t first = offsetof(model_scene, problem.source.generated);
    return field->owner == FIELD_OF_PROBLEM && field->offset >= first &&
           field->offset < first + sizeof(dh_generated);
}

bool field_is_view_switch(const model_field *field)
{
    return field->owner == FIELD_OF_VIEW && field->kind == FIELD_IS_SWITCH;
}

bool field_is_on(const model_field *field, const void *owner)
{
    assert(field->kind == FIELD_IS_SWITCH);
    return *(const bool *)seen_at(field, owner);
}

void field_next(const model_field *field, void *owner)
{
    void *value = at(field, owner);
    assert(field->kind == FIELD_IS_SWITCH || field->kind == FIELD_IS_WORD);
    if (field->kind == FIELD_IS_SWITCH)
        *(bool *)value = !*(bool *)value;
    else
        *(int *)value = (*(int *)value + 1) % ((int)field->high + 1);
}

static bool same_of(field_owner owner, const void *a, const void *b)
{
    for (int i = 0; i < FIELD_COUNT; i++)
        if (FIELDS[i].owner == owner && !field_equal(&FIELDS[i], a, b))
            return false;
    return true;
}

bool fields_same_problem(const model_scene *a, const model_scene *b)
{
    const dh_problem_def *p = &a->problem, *q = &b->problem;
    return p->source.kind == q->source.kind && dh_points_equal(p->source.given, q->source.given) &&
           same_of(FIELD_OF_PROBLEM, a, b);
}

bool fields_same_training(const model_scene *a, const model_scene *b)
{
    return fields_same_problem(a, b) && same_of(FIELD_OF_SCENE, a, b);
}

bool fields_same_but_steps(const model_scene *a, const model_scene *b)
{
    model_scene as_long = *a;
    as_long.steps = b->steps;
    return fields_same_training(&as_long, b);
}

bool fields_same_scene(const model_scene *a, const model_scene *b)
{
    if (a->count != b->count || !fields_same_training(a, b))
        return false;
    for (int i = 0; i < a->count; i++)
        if (!trace_equal(a->run[i].trace, b->run[i].trace) ||
            !same_of(FIELD_OF_RUN, &a->run[i], &b->run[i]) ||
            !same_of(FIELD_OF_RECIPE, &a->run[i], &b->run[i]))
            return false;
    return true;
}
