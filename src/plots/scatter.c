#include "plots/scatter.h"

#include <math.h>
#include <string.h>

double plot_point_radius(size_t points)
{
    const double largest = 4.5, smallest = 2.0, of_points = 100.0;
    return ui_clamp(largest * pow(of_points / (double)points, 0.25), smallest, largest);
}

/* The rim around each of so many points. */
static double rim_of(const plot_style *style, size_t points)
{
    return style->rim_width * plot_point_radius(points) / plot_point_radius(1);
}

/* A disc for one of so many points. */
static void draw_disc(ui_canvas *canvas, const plot_style *style, ui_point at, size_t points,
                      ui_color color, ui_color rim)
{
    const double radius = plot_point_radius(points);
    ui_disc(canvas, at, radius + rim_of(style, points), rim);
    ui_disc(canvas, at, radius, color);
}

static void draw_point(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const dh_problem *data, size_t point, bool pale)
{
    draw_disc(canvas, style, plot_at(frame, data->x[point], data->y[point]), data->n,
              pale ? style->point_pale : style->point, pale ? style->rim_pale : style->point_rim);
}

void plot_draw_predictions(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                           const dh_problem *data, dh_weights line)
{
    const double reach = plot_point_radius(data->n) + rim_of(style, data->n);
    for (size_t i = 0; i < data->n && i < PLOT_SCATTER_POINTS; i++) {
        const double x = data->x[i];
        const ui_point at = plot_at(frame, x, line.slope * x + line.intercept);
        if (ui_contains(ui_inset(frame->area, -reach), at))
            draw_disc(canvas, style, at, data->n, style->line, style->casing);
    }
}

static void draw_batch(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const dh_problem *data, const dh_batch *batch)
{
    for (size_t i = 0; i < batch->count && i < PLOT_SCATTER_POINTS; i++)
        draw_point(canvas, style, frame, data, batch->point[i], false);
}

void plot_mark_point(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const dh_problem *data, size_t point, bool among)
{
    const double radius = plot_point_radius(data->n);
    const double size = among ? radius / plot_point_radius(1) : 1.0;
    if (data->n > PLOT_SCATTER_POINTS)
        draw_point(canvas, style, frame, data, point, false);
    ui_ring(canvas, plot_at(frame, data->x[point], data->y[point]),
            radius + size * style->pointed_gap, size * style->ghost_width, style->pointed);
}

bool plot_nearest_point(const plot_frame *frame, const dh_problem *data, ui_point at, double reach,
                        size_t *point)
{
    const double x = plot_value(&frame->x, at.x), y = plot_value(&frame->y, at.y);
    const double near_x = fabs(plot_value(&frame->x, at.x + reach) - x);
    const double near_y = fabs(plot_value(&frame->y, at.y + reach) - y);
    double nearest = reach;
    bool found = false;
    for (size_t i = 0; i < data->n; i++) {
        if (!(fabs(data->x[i] - x) <= near_x) || !(fabs(data->y[i] - y) <= near_y))
            continue;
        const double away = ui_distance(plot_at(frame, data->x[i], data->y[i]), at);
        if (away <= nearest) { /* of those in one place the last, which is drawn over the others */
            nearest = away;
            *point = i;
            found = true;
        }
    }
    return found;
}

static bool is_current(const plot_scatter *scatter, const plot_frame *frame, uint64_t data_version,
                       bool pale, double scale)
{
    return scatter->data_version == data_version && scatter->pale == pale &&
           scatter->scale == scale && plot_same_axis(&scatter->frame.x, &frame->x) &&
           plot_same_axis(&scatter->frame.y, &frame->y);
}

/* Counts the points in every pixel of the image. */
static void count(ui_image *image, const plot_frame *frame, const dh_problem *data, double scale)
{
    memset(image->pixels, 0, (size_t)image->width * (size_t)image->height * sizeof *image->pixels);
    const double per_x = scale * frame->area.w / (frame->x.high - frame->x.low);
    const double per_y = scale * frame->area.h / (frame->y.high - frame->y.low);
    for (size_t i = 0; i < data->n; i++) {
        const int column = (int)((data->x[i] - frame->x.low) * per_x);
        const int row = (int)((frame->y.high - data->y[i]) * per_y);
        if (column >= 0 && column < image->width && row >= 0 && row < image->height)
            image->pixels[(ptrdiff_t)row * image->width + column]++;
    }
}

/* Turns counts into the points' color, the more opaque the more points, up to `most`. A pixel with
 * as many points as the filled ones have on average is nearly solid. */
static void color_counts(ui_image *image, ui_color color, double most, size_t points)
{
    const size_t pixels = (size_t)image->width * (size_t)image->height;
    size_t filled = 0;
    for (size_t i = 0; i < pixels; i++)
        filled += image->pixels[i] > 0;
    const double average = (double)points / (double)(filled ? filled : 1);
    const double each = 1.5 / average;
    for (size_t i = 0; i < pixels; i++) {
        if (image->pixels[i] == 0)
            continue;
        const double opacity = most * (1.0 - exp(-each * (double)image->pixels[i]));
        const uint32_t alpha = (uint32_t)(255.0 * opacity + 0.5);
        image->pixels[i] = (alpha << 24) | ((color.r * alpha + 127u) / 255u) << 16 |
                           ((color.g * alpha + 127u) / 255u) << 8 | (color.b * alpha + 127u) / 255u;
    }
}

/* Makes the image anew for a frame. Fails, leaving an image that is for no frame. */
static bool renew(plot_scatter *scatter, const plot_style *style, const plot_frame *frame,
                  const dh_problem *data, double scale)
{
    const int width = (int)ceil(frame->area.w * scale), height = (int)ceil(frame->area.h * scale);
    scatter->data_version = 0;
    if (width < 1 || height < 1 || !ui_image_resize(&scatter->density, width, height))
        return false;
    count(&scatter->density, frame, data, scale);
    color_counts(&scatter->density, style->point, scatter->pale ? style->pale_density : 1.0,
                 data->n);
    scatter->frame = *frame;
    scatter->data_version = data->version;
    scatter->scale = scale;
    scatter->version++;
    return true;
}

/* The image of the density, renewed when it is out of date. */
static void draw_density(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const dh_problem *data, bool pale, plot_scatter *scatter)
{
    const bool current = is_current(scatter, frame, data->version, pale, canvas->scale);
    scatter->pale = pale;
    if (!current && !renew(scatter, style, frame, data, canvas->scale))
        return;
    const ui_point corner = {frame->area.x, frame->area.y};
    ui_draw_image(canvas, corner, &scatter->density, scatter->version);
}

void plot_draw_scatter(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const dh_problem *data, const dh_batch *batch, plot_scatter *scatter)
{
    const bool has_batch = batch && batch->count < data->n;
    if (data->n <= PLOT_SCATTER_POINTS) {
        for (size_t i = 0; i < data->n; i++)
            draw_point(canvas, style, frame, data, i, has_batch);
    } else {
        draw_density(canvas, style, frame, data, has_batch, scatter);
    }
    if (has_batch)
        draw_batch(canvas, style, frame, data, batch);
}

void plot_scatter_free(plot_scatter *scatter)
{
    ui_image_free(&scatter->density);
}
