#include "plots/update_arrows.h"

#include <math.h>

static const double LEAST = 36.0;   /* pixels of the longest arrow, or they are all drawn longer */
static const double NO_MORE = 0.05; /* pixels: what is shorter tells nothing any more */
static const double ALIKE = 0.985;  /* cosine of the angle within which they lie on one another */
static const double BESIDE = 7.0;   /* pixels between two of those */

/* A factor of few digits, 1 or more. */
static double round_factor(double factor)
{
    const double power = pow(10.0, floor(log10(factor)));
    const double digits[] = {1.0, 2.0, 3.0, 5.0, 10.0};
    for (int i = 0; i < 5; i++)
        if (factor <= digits[i] * power * (1.0 + 1e-9))
            return digits[i] * power;
    return factor;
}

static void add(plot_update_arrows *arrows, const plot_weights_plane *plane, plot_arrow arrow,
                const char *name, dh_weights from, dh_weights tip)
{
    const int i = arrows->count++;
    arrows->at[i].arrow = arrow;
    arrows->at[i].name = name;
    arrows->at[i].change = (dh_weights){tip.slope - from.slope, tip.intercept - from.intercept};
    arrows->at[i].from = plot_plane_at(plane, from);
    arrows->at[i].tip = plot_plane_at(plane, tip);
}

static double longest_of(const plot_update_arrows *arrows)
{
    double longest = 0.0;
    for (int i = 0; i < arrows->count; i++)
        longest = fmax(longest, ui_distance(arrows->at[i].from, arrows->at[i].tip));
    return longest;
}

static void lengthen(plot_update_arrows *arrows)
{
    const double longest = longest_of(arrows);
    if (!(longest > NO_MORE)) {
        arrows->count = 0;
        return;
    }
    if (longest < LEAST)
        arrows->factor = round_factor(LEAST / longest);
    for (int i = 0; i < arrows->count; i++) {
        const ui_point from = arrows->at[i].from, tip = arrows->at[i].tip;
        arrows->at[i].tip = (ui_point){from.x + arrows->factor * (tip.x - from.x),
                                       from.y + arrows->factor * (tip.y - from.y)};
    }
}

static bool are_alike(const plot_update_arrows *arrows, int i, int k)
{
    const ui_point a = {arrows->at[i].tip.x - arrows->at[i].from.x,
                        arrows->at[i].tip.y - arrows->at[i].from.y};
    const ui_point b = {arrows->at[k].tip.x - arrows->at[k].from.x,
                        arrows->at[k].tip.y - arrows->at[k].from.y};
    return a.x * b.x + a.y * b.y > ALIKE * hypot(a.x, a.y) * hypot(b.x, b.y);
}

/* The last of those that lie on one another stays where it is. */
static void part(plot_update_arrows *arrows)
{
    for (int i = arrows->count - 2; i >= 0; i--) {
        int above = 0;
        for (int k = i + 1; k < arrows->count; k++)
            above += are_alike(arrows, i, k);
        const ui_point from = arrows->at[i].from, tip = arrows->at[i].tip;
        const double length = ui_distance(from, tip);
        if (above == 0 || !(length > 0.0) || !isfinite(length))
            continue;
        const double away = BESIDE * above / length;
        const ui_point aside = {away * (tip.y - from.y), -away * (tip.x - from.x)};
        arrows->at[i].from = (ui_point){from.x + aside.x, from.y + aside.y};
        arrows->at[i].tip = (ui_point){tip.x + aside.x, tip.y + aside.y};
    }
}

static dh_weights moved(dh_weights from, double rate, double slope, double intercept)
{
    return (dh_weights){from.slope - rate * slope, from.intercept - rate * intercept};
}

plot_update_arrows plot_update_arrows_of(const plot_weights_plane *plane, const dh_run *run,
                                         const dh_update *update,
                                         const bool wanted[static PLOT_ARROW_COUNT])
{
    plot_update_arrows arrows = {.factor = 1.0};
    if (!update)
        return arrows;
    const dh_weights now = {update->slope.weight, update->intercept.weight};
    const char *inner = dh_optimizer_at(run->recipe.optimizer)->inner;
    const double rate = update->rate;
    if (inner && wanted[PLOT_ARROW_VELOCITY])
        add(&arrows, plane, PLOT_ARROW_VELOCITY, inner, now,
            moved(now, rate, update->slope.inner, update->intercept.inner));
    if (dh_run_has_batches(run) && wanted[PLOT_ARROW_FULL_GRADIENT])
        add(&arrows, plane, PLOT_ARROW_FULL_GRADIENT, "Minus gradient of all", now,
            moved(now, rate, update->full.slope, update->full.intercept));
    if (wanted[PLOT_ARROW_GRADIENT])
        add(&arrows, plane, PLOT_ARROW_GRADIENT,
            dh_run_has_batches(run) ? "Minus gradient of the batch" : "Minus gradient", now,
            moved(now, rate, update->gradient.slope, update->gradient.intercept));
    if (wanted[PLOT_ARROW_STEP])
        add(&arrows, plane, PLOT_ARROW_STEP, "Step", now, update->next);
    lengthen(&arrows);
    part(&arrows);
    return arrows;
}

static double distance_to(ui_point place, ui_point from, ui_point tip)
{
    const double x = tip.x - from.x, y = tip.y - from.y;
    const double along = ((place.x - from.x) * x + (place.y - from.y) * y) / (x * x + y * y);
    const double part = fmin(fmax(along, 0.0), 1.0); /* 0 for an arrow without length */
    return ui_distance(place, (ui_point){from.x + part * x, from.y + part * y});
}

int plot_nearest_arrow(const plot_update_arrows *arrows, ui_point place, double *reach)
{
    int nearest = -1;
    for (int i = 0; i < arrows->count; i++) {
        const double away = distance_to(place, arrows->at[i].from, arrows->at[i].tip);
        if (away < *reach) {
            *reach = away;
            nearest = i;
        }
    }
    return nearest;
}

void plot_draw_update_arrows(ui_canvas *canvas, const plot_style *style,
                             const plot_update_arrows *arrows)
{
    for (int i = 0; i < arrows->count; i++)
        plot_draw_arrow(canvas, style, arrows->at[i].arrow, arrows->at[i].from, arrows->at[i].tip);
}
