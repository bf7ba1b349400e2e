/* What is drawn in a frame, as a list of shapes.
 *
 * Drawing records; nothing is painted yet. ui_paint makes pixels of the list, and because a list
 * can be compared with the one before it, only the parts of the window that changed. Positions are
 * in logical pixels; the list holds output pixels. Recording takes memory only until the list has
 * had its largest frame; should memory run out, what does not fit is left out and `full` is set. */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include "ui/geometry.h"
#include "ui/image.h"
#include "ui/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ui_shape_kind {
    UI_SHAPE_POLYGON,
    UI_SHAPE_POLYLINE,
    UI_SHAPE_DISC,
    UI_SHAPE_RING,
    UI_SHAPE_BOX,     /* a filled box with rounded corners */
    UI_SHAPE_OUTLINE, /* of such a box; the line lies inside its edge */
    UI_SHAPE_TEXT,
    UI_SHAPE_IMAGE,
} ui_shape_kind;

typedef enum ui_align { UI_LEFT, UI_CENTER, UI_RIGHT } ui_align;

typedef struct ui_shape {
    ui_shape_kind kind;
    ui_px_rect clip;   /* nothing shows outside it */
    ui_px_rect bounds; /* nothing shows outside it either; inside clip */
    ui_color color;
    uint32_t first, count; /* points, or bytes of text */
    ui_rect box;           /* of a box or outline; center of a disc or ring in x, y */
    double radius;         /* of a disc, a ring's middle, or a box's corners */
    double width;          /* of a stroke */
    double dash, gap;      /* of a dashed stroke; dash 0: solid */
    ui_face face;
    int size_px;
    int left, baseline;    /* of text (for upright text the baseline is its x); of an image */
    bool upright;          /* text that reads from bottom to top */
    ui_align align;        /* of text: which part of it lies at the anchor, */
    ui_point anchor;       /* not rounded to pixels as left and baseline are; at the middle of its
                              capitals */
    const ui_image *image; /* not owned; must outlive the painting */
    uint64_t hash;         /* of what is visible about the shape, and nothing else; but for the
                              points of a polyline, which shows in parts */
} ui_shape;

typedef struct ui_canvas {
    int width_px, height_px;
    double scale; /* output pixels per logical pixel */
    ui_text *text;
    ui_shape *shapes;
    size_t shape_count, shape_capacity;
    ui_point *points;
    size_t point_count, point_capacity;
    char *bytes;
    size_t byte_count, byte_capacity;
    ui_px_rect clip;
    bool full;
} ui_canvas;

typedef struct ui_stroke {
    double width;
    ui_color color;
    double dash, gap; /* 0, 0: solid */
} ui_stroke;

/* A new frame of width_px by height_px output pixels: forgets every shape and clip. */
void ui_canvas_begin(ui_canvas *canvas, int width_px, int height_px, double scale);
void ui_canvas_free(ui_canvas *canvas);

/* The canvas in logical pixels. */
ui_rect ui_canvas_rect(const ui_canvas *canvas);

/* The nearest position on a border between output pixels, and the nearest to the middle of one. */
double ui_snap(const ui_canvas *canvas, double position);
double ui_snap_middle(const ui_canvas *canvas, double position);

/* Restricts drawing to the part of rect inside the present clip. Returns the present clip, to be
 * given back to ui_unclip. */
ui_px_rect ui_clip(ui_canvas *canvas, ui_rect rect);
void ui_unclip(ui_canvas *canvas, ui_px_rect previous);

void ui_line(ui_canvas *canvas, ui_point from, ui_point to, ui_stroke stroke);
void ui_polyline(ui_canvas *canvas, const ui_point *points, size_t count, ui_stroke stroke);
void ui_polygon(ui_canvas *canvas, const ui_point *points, size_t count, ui_color color);
void ui_disc(ui_canvas *canvas, ui_point center, double radius, ui_color color);
void ui_ring(ui_canvas *canvas, ui_point center, double radius, double width, ui_color color);
void ui_box(ui_canvas *canvas, ui_rect rect, double corner, ui_color color);
void ui_outline(ui_canvas *canvas, ui_rect rect, double corner, double width, ui_color color);

/* An image whose pixels are output pixels, its top left corner at the border nearest to `at`.
 * version changes whenever the pixels do. */
void ui_draw_image(ui_canvas *canvas, ui_point at, const ui_image *image, uint64_t version);

/* One line of text, `at` on its left end, center or right end, at the middle of its capitals. */
void ui_label(ui_canvas *canvas, ui_point at, ui_align align, ui_font font, ui_color color,
              const char *utf8);

/* The same from its left end, cut to a width with an ellipsis at its end. Returns whether it shows
 * whole. */
bool ui_label_cut(ui_canvas *canvas, ui_point at, double width, ui_font font, ui_color color,
                  const char *utf8);

/* The same, turned to read from bottom to top around `at`. */
void ui_label_upright(ui_canvas *canvas, ui_point at, ui_font font, ui_color color,
                      const char *utf8);

/* Width of a label, and the height of its capitals. */
double ui_label_width(const ui_canvas *canvas, ui_font font, const char *utf8);
double ui_label_height(const ui_canvas *canvas, ui_font font);

#endif
