/* From the bottom up the curve tells, on a logarithmic axis that begins a little below the fewest,
 * the steps until a run stays within 1 % of the lowest loss. Where its steps do not suffice it goes
 * on above them with the loss at its end, up to that of its start; what diverges or ends above its
 * start lies along the top. */
#include "plots/rates_plot.h"

#include "plots/marks.h"
#include "ui/line_clip.h"

#include <math.h>
#include <stdio.h>

enum { WORDS_BYTES = 64, POINTS = 512 /* of the curve that are drawn at once */ };

static const double NARROW = 300.0;    /* pixels: less room has a shorter title */
static const double NEAR_SHARE = 0.68; /* of the height is for steps, the rest for losses */
static const double BELOW = 1.5;       /* times fewer steps than the fewest: the axis' low end */
static const double LOSS_DEPTH = 1e-9; /* of the start's: losses are told apart down to there */
static const double INSET = 3.0;       /* of the small curve, from the top and bottom of its rect */
static const double ZONE = 0.14;       /* opacity of where it diverges */
static const double NOW = 0.45;        /* opacity of the line at the present rate */

/* Where the curve is. */
typedef struct rates_place {
    plot_axis x;
    plot_axis steps; /* upwards, to the last step, */
    double top;      /* and beyond it up to there */
} rates_place;

plot_axis plot_rates_axis(dh_range range, ui_rect rect)
{
    return (plot_axis){.low = range.low,
                       .high = range.high,
                       .from = rect.x,
                       .to = rect.x + rect.w,
                       .logarithmic = true};
}

static dh_outcome_kind kind_of(const plot_rates *rates, int i)
{
    return dh_outcome_kind_of(&rates->outcome[i], rates->start_loss, rates->rate[i] < rates->limit);
}

static bool is_bad(dh_outcome_kind kind)
{
    return kind == DH_OUTCOME_ROSE || kind == DH_OUTCOME_DIVERGES;
}

static ui_color color_of(const plot_style *style, dh_outcome_kind kind)
{
    return kind == DH_OUTCOME_NEAR    ? style->ui.accent
           : kind == DH_OUTCOME_SHORT ? style->ghost
                                      : style->ui.bad;
}

/* The axis of the steps, without its place. */
static plot_axis steps_axis(const plot_rates *rates)
{
    const double high = fmax((double)rates->steps, 2.0);
    double fewest = high;
    for (int i = 0; i < rates->count; i++)
        if (rates->tried[i] && kind_of(rates, i) == DH_OUTCOME_NEAR)
            fewest = fmin(fewest, (double)rates->outcome[i].near_from);
    const double low = fewest < high ? fewest / BELOW : 1.0;
    return (plot_axis){.low = fmax(low, 1.0), .high = high, .logarithmic = true};
}

/* 0 at the loss that counts as lowest, 1 at the start's. */
static double share_of_loss(const plot_rates *rates, double loss)
{
    const double high = rates->start_loss;
    const double low = fmax(DH_NEAR_LOWEST * rates->lowest_loss, LOSS_DEPTH * high);
    const double share = (log(loss) - log(low)) / (log(high) - log(low));
    return share > 0.0 ? fmin(share, 1.0) : 0.0; /* also where it is no number */
}

static ui_point place_of(const plot_rates *rates, const rates_place *place, int i)
{
    const dh_outcome *outcome = &rates->outcome[i];
    const dh_outcome_kind kind = kind_of(rates, i);
    double y = place->top;
    if (kind == DH_OUTCOME_NEAR)
        y = plot_position(&place->steps, fmax((double)outcome->near_from, place->steps.low));
    else if (kind == DH_OUTCOME_SHORT)
        y = place->steps.to + share_of_loss(rates, outcome->loss) * (place->top - place->steps.to);
    return (ui_point){plot_position(&place->x, rates->rate[i]), y};
}

/* Shades from the first of neighbouring bad rates to the last. */
static void draw_zones(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const plot_rates *rates, const rates_place *place)
{
    const ui_color color = ui_faded(style->ui.bad, ZONE);
    double from = rect.x + rect.w, to = from;
    bool open = false;
    for (int i = 0; i < rates->count; i++) {
        if (!rates->tried[i])
            continue;
        const double x = plot_position(&place->x, rates->rate[i]);
        const bool bad = is_bad(kind_of(rates, i));
        if (bad && !open)
            from = x;
        if (open && !bad)
            ui_box(canvas, (ui_rect){from, rect.y, to - from, rect.h}, 0.0, color);
        open = bad;
        to = x;
    }
    if (open) /* the last rate may be a little below the end */
        ui_box(canvas, (ui_rect){from, rect.y, rect.x + rect.w - from, rect.h}, 0.0, color);
}

/* The parts of the curve, each in the color of what its runs come to. */
static void draw_parts(ui_canvas *canvas, const plot_style *style, const plot_rates *rates,
                       const rates_place *place)
{
    ui_point points[POINTS];
    size_t count = 0;
    ui_color color = {0};
    dh_outcome_kind kind = DH_OUTCOME_NEAR;
    for (int i = 0; i < rates->count; i++) {
        if (!rates->tried[i])
            continue;
        const dh_outcome_kind next = kind_of(rates, i);
        if (count == POINTS || (count > 0 && next != kind)) {
            ui_polyline(canvas, points, count,
                        (ui_stroke){.width = style->ghost_width, .color = color});
            points[0] = points[count - 1];
            count = 1;
        }
        kind = next;
        color = color_of(style, kind);
        points[count++] = place_of(rates, place, i);
    }
    ui_polyline(canvas, points, count, (ui_stroke){.width = style->ghost_width, .color = color});
}

/* The present rate, as a line up from the slider or the axis. */
static void draw_now(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                     const plot_rates *rates, const rates_place *place)
{
    if (!(rates->now >= rates->range.low && rates->now <= rates->range.high))
        return;
    const double x = ui_snap_middle(canvas, plot_position(&place->x, rates->now));
    ui_line(canvas, (ui_point){x, rect.y}, (ui_point){x, rect.y + rect.h},
            (ui_stroke){.width = style->grid_width, .color = ui_faded(style->line, NOW)});
}

static void draw_marks(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const plot_rates *rates, const rates_place *place)
{
    if (rates->best >= 0) {
        const ui_point best = place_of(rates, place, rates->best);
        ui_disc(canvas, best, style->kept_radius, style->casing);
        ui_disc(canvas, best, style->kept_radius - style->casing_width, style->ui.good);
    }
    if (rates->pointed >= 0) {
        const ui_point at = place_of(rates, place, rates->pointed);
        const double x = ui_snap_middle(canvas, at.x);
        ui_line(canvas, (ui_point){x, rect.y}, (ui_point){x, rect.y + rect.h},
                (ui_stroke){.width = style->grid_width, .color = style->pointed});
        ui_ring(canvas, (ui_point){x, at.y}, style->kept_radius, style->best_width, style->pointed);
    }
}

static void draw(ui_canvas *canvas, const plot_style *style, ui_rect rect, const plot_rates *rates,
                 const rates_place *place)
{
    draw_zones(canvas, style, rect, rates, place);
    draw_now(canvas, style, rect, rates, place);
    draw_parts(canvas, style, rates, place);
    draw_marks(canvas, style, rect, rates, place);
}

void plot_draw_rate_curve(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                          const plot_rates *rates)
{
    const double top = rect.y + INSET, bottom = rect.y + rect.h - INSET;
    rates_place place = {
        .x = plot_rates_axis(rates->range, rect), .steps = steps_axis(rates), .top = top};
    place.steps.from = bottom;
    place.steps.to = bottom - NEAR_SHARE * (bottom - top);
    ui_box(canvas, rect, 0.0, style->ui.paper);
    draw(canvas, style, rect, rates, &place);
}

/* Whether the curve leaves a rect free. */
static bool is_free(const plot_rates *rates, const rates_place *place, ui_rect rect)
{
    int last = -1;
    for (int i = 0; i < rates->count; i++) {
        if (!rates->tried[i])
            continue;
        ui_point to = place_of(rates, place, i);
        ui_point from = last < 0 ? to : place_of(rates, place, last);
        if (ui_line_clip(rect, &from, &to))
            return false;
        last = i;
    }
    return true;
}

/* What the curve is above the steps, in the first place from the left that it leaves free. */
static void draw_words(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const plot_rates *rates, const rates_place *place)
{
    char words[WORDS_BYTES];
    snprintf(words, sizeof words, "not in %zu steps: loss at the end", rates->steps);
    const double gap = style->ui.gap, width = ui_label_width(canvas, style->ui.small, words);
    const double height = 2.0 * ui_label_height(canvas, style->ui.small);
    const double end = rect.x + rect.w - gap - width;
    for (double x = rect.x + gap; x <= end; x += gap)
        for (int low = 0; low < 2; low++) {
            const double y = low ? place->steps.to - height : place->top;
            const ui_rect room = {x - gap, y, width + 2.0 * gap, height};
            if (y < place->top || !is_free(rates, place, room))
                continue;
            plot_draw_haloed(canvas, style, (ui_point){x, y + 0.5 * height}, UI_LEFT,
                             style->ui.muted, words);
            return;
        }
}

plot_frame plot_draw_rates(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                           const plot_rates *rates)
{
    const double room = rect.h - style->title_height - plot_x_axis_height(style, rect.h);
    plot_style inner = *style;
    inner.title_height += floor((1.0 - NEAR_SHARE) * fmax(room, 0.0));
    const plot_axis rate = {
        .low = rates->range.low, .high = rates->range.high, .logarithmic = true};
    plot_frame frame = plot_frame_in(canvas, &inner, rect, rate, steps_axis(rates));
    const double top = ui_snap(canvas, rect.y + style->title_height);
    const ui_rect area = {frame.area.x, top, frame.area.w, frame.area.y + frame.area.h - top};
    const rates_place place = {.x = frame.x, .steps = frame.y, .top = top + INSET};
    plot_draw_frame(canvas, &inner, &frame, NULL, "learning rate", "steps to stay within 1 %");
    ui_label(canvas, (ui_point){frame.title_x, top - 0.5 * style->title_height}, UI_LEFT,
             style->ui.title, style->ui.ink, rect.w < NARROW ? "Rates" : "Steps by learning rate");
    const ui_px_rect outside = ui_clip(canvas, ui_inset(area, -style->kept_radius));
    draw(canvas, style, area, rates, &place);
    draw_words(canvas, style, area, rates, &place);
    ui_unclip(canvas, outside);
    frame.area = area;
    return frame;
}
