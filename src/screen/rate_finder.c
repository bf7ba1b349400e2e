#include "screen/rate_finder.h"

#include "model/finder_words.h"
#include "model/rate_changes.h"
#include "ui/button.h"

#include <math.h>

static const double WORDS_HEIGHT = 20.0, CURVE_HEIGHT = 32.0;
static const double BEST_REACH = 5.0; /* pixels around the best rate's mark that stand for it */

plot_rates rate_finder_rates(const model_finder *finder, double now, double pointed)
{
    const bool known = finder->count > 0;
    return (plot_rates){
        .rate = finder->rate,
        .tried = finder->tried,
        .outcome = finder->outcome,
        .count = finder->count,
        .range = finder->range,
        .now = now,
        .best = known ? finder->best : -1,
        .pointed = known && pointed > 0.0 ? finder_nearest(finder, pointed) : -1,
        .steps = finder->trial.def.steps,
        .start_loss = known ? finder_start_loss(finder) : 0.0,
        .lowest_loss = known ? finder->trial.problem->objective.minimum.loss : 0.0,
        .limit = finder->limit,
    };
}

/* The known rate under the pointer, or the best one beside it; 0: none is known. */
static double rate_at(const model_finder *finder, const plot_axis *x, double position)
{
    if (finder->known == 0)
        return 0.0;
    const double best = finder->rate[finder->best];
    if (fabs(plot_position(x, best) - position) <= BEST_REACH)
        return best;
    return finder->rate[finder_nearest(finder, plot_value(x, position))];
}

double rate_finder_touch(ui_context *ui, const char *name, ui_rect area, const plot_axis *x,
                         model_session *session)
{
    const ui_touch_result touch = ui_touch_area(ui, name, area, area.w > 0.0);
    if (!touch.hovered && !touch.clicked)
        return 0.0;
    const double rate = rate_at(session_finder(session), x, ui->input.mouse.x);
    if (rate > 0.0)
        ui->pointer = UI_POINTER_HAND;
    if (touch.clicked && rate > 0.0)
        rate_changes_scale(session, rate);
    session_point_at_rate(session, rate);
    return rate;
}

double rate_finder_height(void)
{
    return WORDS_HEIGHT + CURVE_HEIGHT;
}

/* What the rate does that is pointed at, or else the best, which a press takes. */
static void words_pass(ui_context *ui, ui_rect rect, model_session *session, double pointed)
{
    const ui_theme *theme = &ui->theme;
    const model_finder *finder = session_finder(session);
    if (pointed > 0.0) {
        const int at = finder_nearest(finder, pointed);
        const dh_outcome_kind kind = finder_kind_of(finder, at);
        const bool bad = kind == DH_OUTCOME_ROSE || kind == DH_OUTCOME_DIVERGES;
        ui_label_cut(&ui->canvas, (ui_point){rect.x, rect.y + 0.5 * rect.h}, rect.w, theme->small,
                     bad ? theme->bad : theme->ink, finder_words_of(finder, at).text);
        return;
    }
    const finder_words words = finder_words_of_best(finder);
    if (!words.text[0])
        return;
    const double width = fmin(ui_label_width(&ui->canvas, theme->small, words.text), rect.w);
    const ui_button_def best = {
        .name = "fastest",
        .rect = {rect.x - theme->label_gap, rect.y, width + 2.0 * theme->label_gap, rect.h},
        .look = UI_BUTTON_WORD,
        .label = words.text,
        .hint = "Of all learning rates this does best here: take it"};
    if (ui_button(ui, &best))
        rate_changes_scale(session, finder->rate[finder->best]);
}

void rate_finder_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session)
{
    const model_finder *finder = session_finder(session);
    if (finder->count == 0)
        return;
    const ui_rect words = {rect.x, rect.y, rect.w, WORDS_HEIGHT};
    const ui_rect curve = {rect.x, rect.y + WORDS_HEIGHT, rect.w, CURVE_HEIGHT};
    const plot_axis x = plot_rates_axis(finder->range, curve);
    const double pointed = rate_finder_touch(ui, "rates", curve, &x, session);
    words_pass(ui, words, session, pointed);
    const double now = session_scene(session)->run[0].recipe.rate.first;
    const plot_rates rates = rate_finder_rates(finder, now, pointed);
    plot_draw_rate_curve(&ui->canvas, style, curve, &rates);
}
