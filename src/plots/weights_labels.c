#include "plots/weights_labels.h"

#include "plots/sampling.h"
#include "text/number_text.h"
#include "ui/line_clip.h"

#include <math.h>
#include <stdio.h>

enum { LABELS_MAX = 5, CONTOURS_NAMED = LABELS_MAX - 2, STEPS_LOOKED_AT = 512, PLACES = 8 };

static const double AROUND = 4.0;  /* pixels of ground around words */
static const double ROOM = 100.0;  /* of the picture's height, for a contour with words */
static const double DOT = 8.0;     /* and around the path, on which the step is that is shown */
static const double HANDLE = 14.0; /* and around the start and the cross of the minimum */
static const double BESIDE = 12.0; /* from the minimum to its words */
static const double APART = 30.0;  /* between two contours with words, at least */
static const double DARK = 140.0;  /* of 255: on a darker ground words are light */

/* What words must keep clear of. */
typedef struct clear_of {
    const plot_weights_plane *plane;
    const plot_shown_runs *runs;
    ui_rect taken[LABELS_MAX];
    int count;
} clear_of;

/* Whether the path goes through a box, as far as it is looked at. */
static bool path_meets(const clear_of *clear, const dh_run *run, ui_rect box)
{
    const ui_rect around = ui_inset(box, -DOT);
    ui_point from = plot_plane_at(clear->plane, run->row[0].weights);
    size_t seen = 0;
    for (size_t i = 1; i < run->known && seen < STEPS_LOOKED_AT;
         i = plot_next_step(run, i), seen++) {
        const ui_point to = plot_plane_at(clear->plane, run->row[i].weights);
        ui_point a = from, b = to;
        if (fabs(a.x) + fabs(a.y) < 1e300 && fabs(b.x) + fabs(b.y) < 1e300 &&
            ui_line_clip(around, &a, &b))
            return true;
        from = to;
    }
    return ui_contains(ui_inset(box, -HANDLE), plot_plane_at(clear->plane, run->row[0].weights));
}

static bool is_free(const clear_of *clear, ui_rect box)
{
    if (!ui_is_within(box, clear->plane->frame.area))
        return false;
    for (int i = 0; i < clear->count; i++)
        if (ui_overlap(box, clear->taken[i]))
            return false;
    for (int i = 0; i < clear->runs->count; i++)
        if (path_meets(clear, clear->runs->run[i].run, box))
            return false;
    return true;
}

/* Of a color, as bright as it looks. */
static double brightness(ui_color color)
{
    return 0.299 * color.r + 0.587 * color.g + 0.114 * color.b;
}

/* Words on a ground of their own, around a place. */
static bool label(ui_canvas *canvas, const plot_style *style, clear_of *clear, ui_point middle,
                  ui_color ground, const char *text)
{
    const double width = ui_label_width(canvas, style->ui.small, text) + 2.0 * AROUND;
    const double height = ui_label_height(canvas, style->ui.small) + 2.0 * AROUND;
    const ui_rect box = {middle.x - 0.5 * width, middle.y - 0.5 * height, width, height};
    if (!is_free(clear, box))
        return false;
    clear->taken[clear->count++] = box;
    ui_box(canvas, box, AROUND, ground);
    ui_label(canvas, middle, UI_CENTER, style->ui.small,
             brightness(ground) < DARK ? style->words_on_dark : style->words_on_light, text);
    return true;
}

/* Contours from the highest loss down: those that are neither crowded nor, on the way straight up,
 * too near to one that is named already. */
static void label_contours(ui_canvas *canvas, const plot_style *style, clear_of *clear,
                           double lowest, const plot_contours *contours)
{
    const plot_frame *frame = &clear->plane->frame;
    const ui_point ways[PLACES] = {{0.0, 1.0},  {0.0, -1.0},  {0.7, 0.7}, {0.7, -0.7},
                                   {-0.7, 0.7}, {-0.7, -0.7}, {1.0, 0.0}, {-1.0, 0.0}};
    const int most = (int)fmin(frame->area.h / ROOM, CONTOURS_NAMED);
    double from = HUGE_VAL;
    for (int i = 0, named = 0; i < contours->count && named < most; i++) {
        char text[TEXT_NUMBER_BYTES + 8];
        const double top = plot_contour_at(contours, frame, i, (ui_point){0.0, -1.0}).y;
        if (!(fabs(top - from) >= APART))
            continue;
        snprintf(text, sizeof text, "%s%s", named == 0 ? "loss " : "",
                 text_rounded(lowest + contours->contour[i].excess, 2).text);
        for (int way = 0; way < PLACES; way++) {
            const ui_point at = plot_contour_at(contours, frame, i, ways[way]);
            if (!isfinite(at.x) || !isfinite(at.y) ||
                !label(canvas, style, clear, at, contours->contour[i].color, text))
                continue;
            from = top;
            named++;
            break;
        }
    }
}

/* Beside the cross, on the first side that is free. */
static void label_minimum(ui_canvas *canvas, const plot_style *style, clear_of *clear,
                          const dh_minimum *minimum, ui_color ground)
{
    const plot_frame *frame = &clear->plane->frame;
    const ui_point at = plot_at(frame, minimum->at.slope, minimum->at.intercept);
    char text[2 * TEXT_NUMBER_BYTES + 16];
    snprintf(text, sizeof text, "lowest at %s, %s", text_significant(minimum->at.slope, 3).text,
             text_significant(minimum->at.intercept, 3).text);
    const double half = 0.5 * ui_label_width(canvas, style->ui.small, text) + AROUND;
    const double away = BESIDE + 0.5 * ui_label_height(canvas, style->ui.small) + AROUND;
    const ui_point places[] = {{at.x, at.y + away},          {at.x, at.y - away},
                               {at.x + BESIDE + half, at.y}, {at.x - BESIDE - half, at.y},
                               {at.x - half, at.y + away},   {at.x - half, at.y - away},
                               {at.x + half, at.y + away},   {at.x + half, at.y - away}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (label(canvas, style, clear, places[i], ground, text))
            return;
}

/* In the first corner that is free: a line for each arrow, in its color, and by how much they are
 * longer than they are. */
static void label_arrows(ui_canvas *canvas, const plot_style *style, clear_of *clear,
                         const plot_update_arrows *arrows)
{
    const ui_font font = style->ui.small;
    const double line = font.size + AROUND;
    char longer[TEXT_NUMBER_BYTES + 24] = "";
    if (arrows->factor > 1.0)
        snprintf(longer, sizeof longer, "drawn %s× as long", text_rounded(arrows->factor, 2).text);
    double width = ui_label_width(canvas, font, longer);
    for (int i = 0; i < arrows->count; i++)
        width = fmax(width, ui_label_width(canvas, font, arrows->at[i].name));
    const int lines = arrows->count + (*longer ? 1 : 0);
    const ui_rect area = clear->plane->frame.area;
    ui_rect box = {0.0, 0.0, width + 2.0 * AROUND, lines * line + AROUND};
    int corner = 0;
    do {
        box.x = corner % 2 == 0 ? area.x + AROUND : area.x + area.w - box.w - AROUND;
        box.y = corner < 2 ? area.y + area.h - box.h - AROUND : area.y + AROUND;
    } while (!is_free(clear, box) && ++corner < 4);
    if (arrows->count == 0 || corner == 4)
        return;
    clear->taken[clear->count++] = box;
    ui_box(canvas, box, AROUND, ui_faded(style->ui.paper, style->halo));
    for (int i = 0; i < lines; i++)
        ui_label(canvas, (ui_point){box.x + AROUND, box.y + 0.5 * AROUND + (i + 0.5) * line},
                 UI_LEFT, font,
                 i < arrows->count ? plot_arrow_color(style, arrows->at[i].arrow) : style->ui.muted,
                 i < arrows->count ? arrows->at[i].name : longer);
}

void plot_label_weights(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                        const plot_shown_runs *runs, const dh_objective *objective,
                        const plot_contours *contours, const plot_update_arrows *arrows)
{
    clear_of clear = {.plane = plane, .runs = runs};
    const dh_minimum *minimum = &objective->minimum;
    if (contours->count == 0)
        return;
    if (minimum->unique)
        label_minimum(canvas, style, &clear, minimum, contours->contour[contours->count - 1].color);
    label_arrows(canvas, style, &clear, arrows);
    label_contours(canvas, style, &clear, minimum->loss, contours);
}
