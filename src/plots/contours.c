/* Above the lowest loss the loss is (w - best)' A (w - best), A half the Hessian. At a given
 * intercept a level is reached at two slopes, the roots of a quadratic; between them the loss is
 * lower. A contour is drawn as the polygon of those roots over the intercepts that the frame shows,
 * cut to the frame, so that ellipses of any size and the strips of degenerate data are one case. */
#include "plots/contours.h"

#include <math.h>

enum { ROWS = 64, LEVELS_MAX = 14, LEVELS_MIN = 8 };

static const double PI = 3.14159265358979323846;
static const double SMALLEST_RADIUS = 5.0; /* pixels: smaller contours are left out */

typedef struct half_hessian {
    double ss, si, ii; /* slope-slope, slope-intercept, intercept-intercept */
} half_hessian;

static half_hessian half_hessian_of(const dh_quadratic *q)
{
    return (half_hessian){.ss = 0.5 * q->ss, .si = 0.5 * q->si, .ii = 0.5 * q->ii};
}

/* The loss above the lowest at an offset from the best weights. */
static double excess(const half_hessian *a, double slope, double intercept)
{
    return a->ss * slope * slope + 2.0 * a->si * slope * intercept + a->ii * intercept * intercept;
}

/* Slopes at which the level is reached for this offset of the intercept, cut to low..high. False
 * where the loss is above the level for every slope. */
static bool reach(const half_hessian *a, double level, double intercept, dh_range *slopes,
                  dh_range cut)
{
    const double rest = a->ii * intercept * intercept - level;
    if (!(a->ss > 0.0)) { /* the slope makes no difference: all x are 0 */
        *slopes = cut;
        return rest <= 0.0;
    }
    const double b = a->si * intercept / a->ss;
    const double discriminant = b * b - rest / a->ss;
    if (!(discriminant >= 0.0))
        return false;
    const double root = sqrt(discriminant);
    *slopes = (dh_range){fmin(fmax(-b - root, cut.low), cut.high),
                         fmin(fmax(-b + root, cut.low), cut.high)};
    return true;
}

/* What the contours of a picture have in common. */
typedef struct family {
    const plot_frame *frame;
    const dh_quadratic *q;
    ui_stroke line;
    double share[ROWS]; /* where their rows lie, from the lowest intercept to the highest */
} family;

/* Rows are closer where an ellipse turns, at its top and bottom. */
static void place_rows(double share[static ROWS])
{
    for (int i = 0; i < ROWS; i++)
        share[i] = 0.5 - 0.5 * cos(PI * i / (ROWS - 1));
}

static void fill_contour(ui_canvas *canvas, const family *of, double level, ui_color color)
{
    const plot_frame *frame = of->frame;
    const dh_quadratic *q = of->q;
    const half_hessian a = half_hessian_of(q);
    /* Cut outside the frame: the chord between a row that is cut and one that is not is not seen.
     */
    const double beyond = frame->x.high - frame->x.low;
    const dh_range slopes = {frame->x.low - q->best.slope - beyond,
                             frame->x.high - q->best.slope + beyond};
    const double determinant = 0.25 * q->curvature_high * q->curvature_low; /* ss * ii - si^2 */
    double low = frame->y.low - q->best.intercept, high = frame->y.high - q->best.intercept;
    if (determinant > 0.0) {
        const double extent = sqrt(level * a.ss / determinant);
        low = fmax(low, -extent);
        high = fmin(high, extent);
    }
    if (!(low < high))
        return;
    ui_point left[ROWS], outline[2 * ROWS + 1];
    size_t count = 0;
    for (int i = 0; i < ROWS; i++) {
        const double intercept = low + of->share[i] * (high - low);
        dh_range row;
        if (!reach(&a, level, intercept * (1.0 - 1e-12), &row, slopes))
            continue;
        const double y = intercept + q->best.intercept;
        left[count] = plot_at(frame, q->best.slope + row.low, y);
        outline[count++] = plot_at(frame, q->best.slope + row.high, y);
    }
    for (size_t i = 0; i < count; i++)
        outline[count + i] = left[count - 1 - i];
    if (count == 0)
        return;
    outline[2 * count] = outline[0];
    ui_polygon(canvas, outline, 2 * count, color);
    ui_polyline(canvas, outline, 2 * count + 1, of->line);
}

/* The largest and smallest excess that the frame shows. */
static dh_range shown_excess(const plot_frame *frame, const dh_quadratic *q)
{
    const half_hessian a = half_hessian_of(q);
    const double slopes[] = {frame->x.low - q->best.slope, frame->x.high - q->best.slope};
    const double intercepts[] = {frame->y.low - q->best.intercept,
                                 frame->y.high - q->best.intercept};
    dh_range range = {HUGE_VAL, 0.0};
    for (int i = 0; i < 4; i++)
        range.high = fmax(range.high, excess(&a, slopes[i % 2], intercepts[i / 2]));
    /* On each edge the smallest is where the derivative along it vanishes, or at an end. */
    for (int i = 0; i < 2; i++) {
        const double t = fmin(fmax(-a.si * slopes[i] / a.ii, intercepts[0]), intercepts[1]);
        range.low = fmin(range.low, excess(&a, slopes[i], t));
        const double s =
            a.ss > 0.0 ? fmin(fmax(-a.si * intercepts[i] / a.ss, slopes[0]), slopes[1]) : slopes[0];
        range.low = fmin(range.low, excess(&a, s, intercepts[i]));
    }
    if (slopes[0] <= 0.0 && slopes[1] >= 0.0 && intercepts[0] <= 0.0 && intercepts[1] >= 0.0)
        range.low = 0.0;
    return range;
}

plot_contours plot_contours_of(const plot_style *style, const plot_frame *frame,
                               const dh_objective *objective)
{
    plot_contours contours = {.q = dh_objective_quadratic(objective)};
    const dh_quadratic *q = contours.q;
    if (!q)
        return contours;
    const dh_range shown = shown_excess(frame, q);
    if (!(shown.high > 0.0) || !isfinite(shown.high))
        return contours;
    const half_hessian a = half_hessian_of(q);
    const double per_pixel = (frame->y.high - frame->y.low) / frame->area.h;
    const double smallest = excess(&a, 0.0, SMALLEST_RADIUS * per_pixel);
    const double lowest = fmax(shown.low, fmin(smallest, 0.5 * shown.high));
    double ratio = 2.0; /* loss doubles from contour to contour */
    while (log(shown.high / lowest) / log(ratio) > LEVELS_MAX)
        ratio *= ratio;
    while (ratio > 1.0001 && log(shown.high / lowest) / log(ratio) < LEVELS_MIN)
        ratio = sqrt(ratio);
    const double first = floor(log(shown.high) / log(ratio));
    const double last = ceil(log(lowest) / log(ratio));
    for (double i = first; i >= last && contours.count < PLOT_CONTOURS_MAX; i--) {
        const double share = (first - i + 1.0) / (first - last + 1.0);
        contours.contour[contours.count++] =
            (plot_contour){pow(ratio, i), ui_mixed(style->contour_far, style->contour_near, share)};
    }
    return contours;
}

void plot_draw_contours(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const plot_contours *contours)
{
    ui_box(canvas, frame->area, 0.0, style->contour_far);
    family drawn = {.frame = frame,
                    .q = contours->q,
                    .line = {.width = style->grid_width, .color = style->contour_line}};
    place_rows(drawn.share);
    const ui_px_rect outside = ui_clip(canvas, frame->area);
    for (int i = 0; i < contours->count; i++)
        fill_contour(canvas, &drawn, contours->contour[i].excess, contours->contour[i].color);
    ui_unclip(canvas, outside);
}

ui_point plot_contour_at(const plot_contours *contours, const plot_frame *frame, int number,
                         ui_point direction)
{
    const dh_quadratic *q = contours->q;
    const half_hessian a = half_hessian_of(q);
    const double slope = direction.x * (frame->x.high - frame->x.low) / frame->area.w;
    const double intercept = -direction.y * (frame->y.high - frame->y.low) / frame->area.h;
    const double along = sqrt(contours->contour[number].excess / excess(&a, slope, intercept));
    return plot_at(frame, q->best.slope + along * slope, q->best.intercept + along * intercept);
}
