#include "export/vector.h"

#include "export/vector_text.h"
#include "ui/line_clip.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <math.h>

static const double PI = 3.14159265358979323846;
static const double POINTS_PER_PX = 0.75;

/* What is being written. */
typedef struct writing {
    cairo_t *cr;
    const ui_canvas *canvas;
    vector_text *text;
    ui_px_rect clip;  /* that holds now */
    bool fills_lines; /* straight ones are filled boxes */
} writing;

static void set_color(cairo_t *cr, ui_color c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

static void fill_polygon(cairo_t *cr, const ui_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cairo_line_to(cr, points[i].x, points[i].y);
    cairo_close_path(cr);
    cairo_fill(cr);
}

/* What may be seen of a stroke within its clip. */
static ui_rect seen_of(const ui_shape *stroke)
{
    const ui_px_rect clip = stroke->clip;
    return ui_inset((ui_rect){clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top},
                    -stroke->width - 1.0);
}

/* Strokes what the path has, which begins so far into the period of the dashes. */
static void stroke_path(cairo_t *cr, const ui_shape *stroke, double phase)
{
    const double dashes[] = {stroke->dash, stroke->gap};
    cairo_set_dash(cr, dashes, stroke->dash > 0.0 ? 2 : 0, phase);
    cairo_stroke(cr);
}

/* A straight line as the box that it covers: viewers of PDF move strokes to borders of pixels. */
static void fill_line(cairo_t *cr, const ui_shape *stroke, ui_point a, ui_point b)
{
    const double length = ui_distance(a, b);
    if (!ui_line_clip(seen_of(stroke), &a, &b) || !(length > 0.0))
        return;
    const double nx = 0.5 * stroke->width * (b.y - a.y) / length;
    const double ny = -0.5 * stroke->width * (b.x - a.x) / length;
    const ui_point corners[] = {
        {a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}};
    fill_polygon(cr, corners, 4);
}

/* Segments as far as they can be seen: cairo has no numbers for what is very far away. Those that
 * meet are one path. */
static void stroke_polyline(cairo_t *cr, const ui_shape *stroke, const ui_point *points)
{
    const ui_rect seen = seen_of(stroke);
    double along = 0.0, phase = 0.0;
    bool joined = false;
    cairo_set_line_width(cr, stroke->width);
    for (size_t i = 0; i + 1 < stroke->count; i++) {
        ui_point a = points[i], b = points[i + 1];
        const bool is_seen = ui_line_clip(seen, &a, &b);
        if (joined && !(is_seen && ui_distance(a, points[i]) == 0.0)) {
            stroke_path(cr, stroke, phase);
            joined = false;
        }
        if (is_seen && !joined) {
            phase = along + ui_distance(points[i], a);
            cairo_move_to(cr, a.x, a.y);
        }
        if (is_seen)
            cairo_line_to(cr, b.x, b.y);
        joined = is_seen;
        along += ui_distance(points[i], points[i + 1]);
        if (stroke->dash > 0.0)
            along = fmod(along, stroke->dash + stroke->gap);
        if (joined && ui_distance(b, points[i + 1]) != 0.0) {
            stroke_path(cr, stroke, phase);
            joined = false;
        }
    }
    if (joined)
        stroke_path(cr, stroke, phase);
}

/* `turn` is 1 or -1: an outline or a hole in one. */
static void add_circle(cairo_t *cr, ui_point center, double radius, int turn)
{
    if (!(radius > 0.0))
        return;
    cairo_new_sub_path(cr);
    if (turn > 0)
        cairo_arc(cr, center.x, center.y, radius, 0.0, 2.0 * PI);
    else
        cairo_arc_negative(cr, center.x, center.y, radius, 2.0 * PI, 0.0);
    cairo_close_path(cr);
}

static void add_rounded(cairo_t *cr, ui_rect box, double radius)
{
    if (!(box.w > 0.0) || !(box.h > 0.0))
        return;
    if (!(radius > 0.0)) {
        cairo_rectangle(cr, box.x, box.y, box.w, box.h);
        return;
    }
    const double left = box.x + radius, right = box.x + box.w - radius;
    const double top = box.y + radius, bottom = box.y + box.h - radius;
    const ui_point centers[] = {{right, bottom}, {left, bottom}, {left, top}, {right, top}};
    cairo_new_sub_path(cr);
    for (int i = 0; i < 4; i++)
        cairo_arc(cr, centers[i].x, centers[i].y, radius, 0.5 * PI * i, 0.5 * PI * (i + 1));
    cairo_close_path(cr);
}

/* Between the box's edge and one further in. */
static void fill_outline(cairo_t *cr, const ui_shape *shape)
{
    add_rounded(cr, shape->box, shape->radius);
    add_rounded(cr, ui_inset(shape->box, shape->width), fmax(shape->radius - shape->width, 0.0));
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cr);
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
}

static void paint_image(cairo_t *cr, const ui_shape *shape)
{
    const ui_image *image = shape->image;
    cairo_surface_t *pixels = cairo_image_surface_create_for_data(
        (unsigned char *)image->pixels, CAIRO_FORMAT_ARGB32, image->width, image->height,
        image->width * (int)sizeof *image->pixels);
    cairo_set_source_surface(cr, pixels, shape->left, shape->baseline);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_surface_destroy(pixels); /* cairo has written it, or holds it until it has */
}

static bool same_clip(ui_px_rect a, ui_px_rect b)
{
    return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

static void set_clip(writing *w, ui_px_rect clip)
{
    if (same_clip(w->clip, clip))
        return;
    w->clip = clip;
    cairo_reset_clip(w->cr);
    cairo_rectangle(w->cr, clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top);
    cairo_clip(w->cr);
}

static void write_shape(writing *w, const ui_shape *shape)
{
    const ui_point center = {shape->box.x, shape->box.y};
    const ui_point *own = w->canvas->points + shape->first;
    set_clip(w, shape->clip);
    set_color(w->cr, shape->color);
    switch (shape->kind) {
    case UI_SHAPE_POLYGON:
        fill_polygon(w->cr, own, shape->count);
        break;
    case UI_SHAPE_POLYLINE:
        if (w->fills_lines && shape->count == 2 && shape->dash == 0.0)
            fill_line(w->cr, shape, own[0], own[1]);
        else
            stroke_polyline(w->cr, shape, own);
        break;
    case UI_SHAPE_DISC:
        add_circle(w->cr, center, shape->radius, 1);
        cairo_fill(w->cr);
        break;
    case UI_SHAPE_RING:
        add_circle(w->cr, center, shape->radius + 0.5 * shape->width, 1);
        add_circle(w->cr, center, shape->radius - 0.5 * shape->width, -1);
        cairo_fill(w->cr);
        break;
    case UI_SHAPE_BOX:
        add_rounded(w->cr, shape->box, shape->radius);
        cairo_fill(w->cr);
        break;
    case UI_SHAPE_OUTLINE:
        fill_outline(w->cr, shape);
        break;
    case UI_SHAPE_TEXT:
        vector_text_show(w->text, w->cr, w->canvas, shape);
        break;
    case UI_SHAPE_IMAGE:
        paint_image(w->cr, shape);
        break;
    }
}

static cairo_status_t write_bytes(void *stream, const unsigned char *bytes, unsigned int length)
{
    return fwrite(bytes, 1, length, stream) == length ? CAIRO_STATUS_SUCCESS
                                                      : CAIRO_STATUS_WRITE_ERROR;
}

/* A page whose unit is 1/96 of an inch. */
static cairo_surface_t *open_page(FILE *stream, const vector_def *def)
{
    if (def->kind == VECTOR_PDF) {
        cairo_surface_t *page = cairo_pdf_surface_create_for_stream(
            write_bytes, stream, def->width * POINTS_PER_PX, def->height * POINTS_PER_PX);
        cairo_surface_set_device_scale(page, POINTS_PER_PX, POINTS_PER_PX);
        cairo_pdf_surface_set_metadata(page, CAIRO_PDF_METADATA_CREATOR, "downhill");
        return page;
    }
    cairo_surface_t *page =
        cairo_svg_surface_create_for_stream(write_bytes, stream, def->width, def->height);
    cairo_svg_surface_set_document_unit(page, CAIRO_SVG_UNIT_PX);
    return page;
}

static cairo_status_t write_page(cairo_surface_t *page, const vector_def *def, vector_text *text)
{
    const ui_canvas *canvas = def->canvas;
    writing w = {.cr = cairo_create(page),
                 .canvas = canvas,
                 .text = text,
                 .fills_lines = def->kind == VECTOR_PDF};
    cairo_scale(w.cr, def->width / canvas->width_px, def->height / canvas->height_px);
    cairo_set_line_join(w.cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(w.cr, CAIRO_LINE_CAP_BUTT);
    for (size_t i = 0; i < canvas->shape_count; i++)
        write_shape(&w, &canvas->shapes[i]);
    cairo_show_page(w.cr);
    const cairo_status_t status = cairo_status(w.cr);
    cairo_destroy(w.cr);
    return status;
}

bool vector_write(FILE *stream, const vector_def *def, dh_error *error)
{
    errno =
        0; /* alone tells that cairo, HarfBuzz or FreeType left out what they had no memory for */
    cairo_surface_t *page = open_page(stream, def);
    vector_text *text = vector_text_create(def->canvas->text);
    cairo_status_t status = text ? write_page(page, def, text) : CAIRO_STATUS_NO_MEMORY;
    cairo_surface_finish(page);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(page);
    if (status == CAIRO_STATUS_SUCCESS && (errno == ENOMEM || vector_text_failed(text)))
        status = CAIRO_STATUS_NO_MEMORY;
    cairo_surface_destroy(page);
    vector_text_destroy(text);
    if (status == CAIRO_STATUS_NO_MEMORY)
        return dh_fail_memory(error, "not enough memory to draw the picture");
    return status == CAIRO_STATUS_SUCCESS || dh_fail(error, "%s", cairo_status_to_string(status));
}
