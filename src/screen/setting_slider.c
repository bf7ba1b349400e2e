#include "screen/setting_slider.h"

#include "model/rate_changes.h"
#include "ui/field.h"

#include <assert.h>
#include <math.h>

static const double NINES_STEP = 0.1;

static const ui_slider_def PLAIN = {.aim = UI_NO_VALUE, .bad_from = UI_NO_VALUE};

/* A value near 1 is moved by how many nines it has: 0.9 is at 1, 0.99 at 2. */
static double nines_of(double value)
{
    const double most = 9.0; /* also for 1 and beyond */
    return value < 1.0 ? fmin(-log10(1.0 - value), most) : most;
}

/* Rounded so that it is short when read or written. */
static double with_nines(double nines)
{
    const double missing = pow(10.0, -nines);
    const double digit = pow(10.0, floor(log10(missing)) - 1.0); /* the second that tells */
    return ui_on_grid(1.0 - ui_on_grid(missing, digit), 1e-9);
}

static bool moves_by_nines(const model_field *field)
{
    return field->setting && field->setting->scale == DH_NEAR_ONE;
}

/* What the slider shows of a field, and moves. */
static double position_of(const model_field *field, const model_setup *setup)
{
    const double value = field_number(field, setup);
    return moves_by_nines(field) ? nines_of(value) : value;
}

static void set_position(const model_field *field, model_setup *setup, double position)
{
    field_set_number(field, setup, moves_by_nines(field) ? with_nines(position) : position);
}

/* The rate's slider has the rates that matter for these data, and the best of them that the finder
 * has found is marked. Where theory tells no limit for the optimizer, only that mark is left out.
 */
static ui_slider_def rate_slider(const model_session *session)
{
    const model_runs *runs = session_runs(session);
    const model_finder *finder = session_finder(session);
    const dh_range range = finder_range(runs);
    ui_slider_def def = PLAIN;
    def.low = range.low;
    def.high = range.high;
    def.logarithmic = true;
    if (finder->best >= 0 && finder->known > 0)
        def.aim = finder->rate[finder->best];
    dh_rates rates;
    if (runs_rates(runs, 0, &rates))
        def.bad_from = rates.stable;
    return def;
}

static ui_slider_def batch_slider(size_t points)
{
    ui_slider_def def = PLAIN;
    def.low = 1.0;
    def.high = fmax((double)points, 2.0);
    def.logarithmic = true;
    def.whole = true;
    return def;
}

static ui_slider_def own_slider(const dh_setting *own)
{
    const bool nines = own->scale == DH_NEAR_ONE;
    ui_slider_def def = PLAIN;
    def.low = nines ? nines_of(own->low) : own->low;
    def.high = nines ? nines_of(own->high) : own->high;
    def.logarithmic = own->scale == DH_LOGARITHMIC;
    def.step = nines ? NINES_STEP : (def.high - def.low) / 20.0;
    return def;
}

/* What weights a start can have that is of use: a line across the points rises by as much as they
 * lie apart. Half of that, in the units that are trained; 0 where they do not lie apart. */
static dh_weights useful_weights(const dh_problem *problem)
{
    const dh_range x = problem->moments.x, y = problem->moments.y;
    const double half_x = 0.5 * (x.high - x.low) / problem->scaling.deviation;
    const double half_y = 0.5 * (y.high - y.low);
    return (dh_weights){half_x > 0.0 ? half_y / half_x : 0.0, half_y};
}

/* A weight's slider is symmetric about zero and reaches a round number beyond what is best and what
 * is useful, however small or large they are; beyond the preset, too, where those are not lost by
 * that. */
static ui_slider_def weight_slider(double best, double useful, double preset)
{
    const double of_preset = 1.5 * fmax(fabs(preset), 1e-3), most_times = 10.0;
    double needed = 1.5 * fmax(fabs(best), useful);
    if (of_preset <= most_times * needed || !(needed > 0.0))
        needed = fmax(needed, of_preset);
    needed = fmin(needed, DH_WEIGHT_LIMIT / 10.0);
    const double power = pow(10.0, floor(log10(needed)));
    const double reach = needed <= 2.0 * power   ? 2.0 * power
                         : needed <= 5.0 * power ? 5.0 * power
                                                 : 10.0 * power;
    ui_slider_def def = PLAIN;
    def.low = -reach;
    def.high = reach;
    def.step = power / 10.0;
    return def;
}

/* The setup to which a double click goes back, field by field. */
static model_setup presets_for(const model_scene *scene)
{
    model_setup presets = setup_default();
    dh_recipe_set_optimizer(&presets.scene.run[0].recipe, scene->run[0].recipe.optimizer);
    presets.scene.problem = scene->problem;
    return presets;
}

ui_slider_def setting_slider(const model_session *session, const model_field *field)
{
    const model_runs *runs = session_runs(session);
    const dh_weights best = runs->problem.objective.minimum.at;
    const dh_weights useful = useful_weights(&runs->problem);
    const model_setup presets = presets_for(&runs->scene);
    const double preset = position_of(field, &presets);
    ui_slider_def def;
    if (field->setting)
        def = own_slider(field->setting);
    else if (field->kind == FIELD_IS_RATE)
        def = rate_slider(session);
    else if (field->kind == FIELD_IS_BATCH)
        def = batch_slider(runs->problem.n);
    else if (field == field_of(FIELD_INIT_SLOPE))
        def = weight_slider(best.slope, useful.slope, preset);
    else {
        assert(field == field_of(FIELD_INIT_INTERCEPT));
        def = weight_slider(best.intercept, useful.intercept, preset);
    }
    def.hint = field->hint;
    def.preset = preset;
    return def;
}

bool setting_slide(ui_context *ui, const ui_slider_def *slider, const model_field *field,
                   model_setup *setup)
{
    double value = position_of(field, setup);
    const bool changed = ui_slider(ui, slider, &value);
    if (changed)
        set_position(field, setup, value);
    return changed;
}

bool setting_type(ui_context *ui, const model_field *field, model_setup *setup)
{
    char advice[UI_MESSAGE_BYTES];
    if (field_type(field, setup, ui->edit.text)) {
        ui_edit_accept(ui);
        return true;
    }
    field_advise(field, advice, sizeof advice);
    ui_edit_refuse(ui, advice);
    return false;
}

void setting_nudge(model_session *session, field_id id, int direction)
{
    const model_field *field = field_of(id);
    const ui_slider_def def = setting_slider(session, field);
    model_setup setup = session_setup(session);
    setup.scene = rate_changes_shown(session);
    const double value = position_of(field, &setup);
    set_position(field, &setup, ui_slider_nudged(&def, value, direction, false));
    rate_changes_take(session, &setup.scene);
}
