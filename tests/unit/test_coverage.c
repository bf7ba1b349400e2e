/* How much of every pixel a shape covers, against a count of places in the pixel that lie in it.
 * The shapes go across the borders of what is painted at once. */
#include "cmocka_includes.h"
#include "ui/paint.h"

enum { WIDTH = 150, HEIGHT = 140, PLACES = 8 /* in a row of a pixel */, POINTS_MAX = 8 };

static const ui_color WHITE = {255, 255, 255, 255}, BLACK = {0, 0, 0, 255};

typedef enum shape_kind { BOX, OUTLINE, DISC, RING, STROKE, DASHES, POLYGON } shape_kind;

/* A shape in output pixels. */
typedef struct drawn_shape {
    shape_kind kind;
    ui_rect box; /* of a disc or ring: its center */
    double radius, width, dash, gap;
    ui_point point[POINTS_MAX];
    int count;
    int tolerance; /* of 255: arcs are made of chords, and parts that overlap in
                      a pixel count twice */
} drawn_shape;

static bool in_rounded(ui_rect box, double radius, ui_point p)
{
    if (!ui_contains(box, p))
        return false;
    const ui_point nearest = {ui_clamp(p.x, box.x + radius, box.x + box.w - radius),
                              ui_clamp(p.y, box.y + radius, box.y + box.h - radius)};
    return radius == 0.0 || ui_distance(p, nearest) <= radius;
}

/* Whether a place lies beside a segment, and how far along. */
static bool beside(ui_point a, ui_point b, double width, ui_point p, double *along)
{
    const double length = ui_distance(a, b);
    const double ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    *along = (p.x - a.x) * ux + (p.y - a.y) * uy;
    return *along >= 0.0 && *along <= length &&
           fabs((p.x - a.x) * uy - (p.y - a.y) * ux) <= 0.5 * width;
}

/* Discs join the segments. */
static bool in_stroke(const drawn_shape *s, ui_point p)
{
    double along, before = 0.0;
    for (int i = 0; i + 1 < s->count; i++) {
        const ui_point a = s->point[i], b = s->point[i + 1];
        if (beside(a, b, s->width, p, &along) &&
            (s->kind == STROKE || fmod(before + along, s->dash + s->gap) <= s->dash))
            return true;
        if (i > 0 && s->kind == STROKE && ui_distance(p, a) <= 0.5 * s->width)
            return true;
        before += ui_distance(a, b);
    }
    return false;
}

static bool in_polygon(const drawn_shape *s, ui_point p)
{
    bool inside = false;
    for (int i = 0; i < s->count; i++) {
        const ui_point a = s->point[i], b = s->point[(i + 1) % s->count];
        if ((a.y <= p.y) != (b.y <= p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

static bool in_shape(const drawn_shape *s, ui_point p)
{
    const ui_point center = {s->box.x, s->box.y};
    switch (s->kind) {
    case BOX:
        return in_rounded(s->box, s->radius, p);
    case OUTLINE:
        return in_rounded(s->box, s->radius, p) &&
               !in_rounded(ui_inset(s->box, s->width), fmax(s->radius - s->width, 0.0), p);
    case DISC:
        return ui_distance(p, center) <= s->radius;
    case RING:
        return fabs(ui_distance(p, center) - s->radius) <= 0.5 * s->width;
    case STROKE:
    case DASHES:
        return in_stroke(s, p);
    case POLYGON:
        return in_polygon(s, p);
    }
    return false;
}

static double covered(const drawn_shape *s, int x, int y)
{
    int count = 0;
    for (int i = 0; i < PLACES; i++)
        for (int j = 0; j < PLACES; j++)
            count += in_shape(s, (ui_point){x + (i + 0.5) / PLACES, y + (j + 0.5) / PLACES});
    return (double)count / (PLACES * PLACES);
}

static void draw(ui_canvas *canvas, const drawn_shape *s, double scale)
{
    const ui_rect box = {s->box.x / scale, s->box.y / scale, s->box.w / scale, s->box.h / scale};
    const ui_stroke stroke = {
        .width = s->width / scale, .color = BLACK, .dash = s->dash / scale, .gap = s->gap / scale};
    ui_point points[POINTS_MAX];
    for (int i = 0; i < s->count; i++)
        points[i] = (ui_point){s->point[i].x / scale, s->point[i].y / scale};
    switch (s->kind) {
    case BOX:
        ui_box(canvas, box, s->radius / scale, BLACK);
        break;
    case OUTLINE:
        ui_outline(canvas, box, s->radius / scale, s->width / scale, BLACK);
        break;
    case DISC:
        ui_disc(canvas, (ui_point){box.x, box.y}, s->radius / scale, BLACK);
        break;
    case RING:
        ui_ring(canvas, (ui_point){box.x, box.y}, s->radius / scale, s->width / scale, BLACK);
        break;
    case STROKE:
    case DASHES:
        ui_polyline(canvas, points, (size_t)s->count, stroke);
        break;
    case POLYGON:
        ui_polygon(canvas, points, (size_t)s->count, BLACK);
        break;
    }
}

static void check(const drawn_shape *shapes, size_t count, double scale)
{
    for (size_t i = 0; i < count; i++) {
        ui_canvas canvas = {.text = NULL};
        ui_painter painter = {.changed_count = 0};
        ui_canvas_begin(&canvas, WIDTH, HEIGHT, scale);
        ui_box(&canvas, ui_canvas_rect(&canvas), 0.0, WHITE);
        draw(&canvas, &shapes[i], scale);
        assert_true(ui_paint(&painter, &canvas));
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) {
                const int level = (int)(painter.image.pixels[y * WIDTH + x] & 0xff);
                const double expected = 255.0 * (1.0 - covered(&shapes[i], x, y));
                if (fabs(level - expected) > shapes[i].tolerance)
                    fail_msg("shape %d at scale %g: pixel %d, %d is %d and not %.0f", (int)i, scale,
                             x, y, level, expected);
            }
        ui_painter_free(&painter);
        ui_canvas_free(&canvas);
    }
}

#define check_all(shapes)                                                                          \
    do {                                                                                           \
        check(shapes, sizeof(shapes) / sizeof *(shapes), 1.0);                                     \
        check(shapes, sizeof(shapes) / sizeof *(shapes), 1.5);                                     \
    } while (0)

static void boxes_and_their_outlines_cover_what_lies_in_them(void **state)
{
    (void)state;
    static const drawn_shape shapes[] = {
        {.kind = BOX, .box = {10.0, 20.0, 100.0, 90.0}, .tolerance = 1},
        {.kind = BOX, .box = {10.25, 20.5, 101.5, 77.75}, .tolerance = 1},
        {.kind = BOX, .box = {60.5, 30.0, 7.0, 80.0}, .tolerance = 1},
        {.kind = BOX, .box = {60.0, 63.5, 70.0, 1.0}, .tolerance = 1},
        {.kind = BOX, .box = {20.5, 10.25, 90.0, 100.5}, .radius = 17.0, .tolerance = 20},
        {.kind = BOX, .box = {40.0, 50.0, 50.0, 30.0}, .radius = 15.0, .tolerance = 20},
        {.kind = BOX, .box = {-30.0, -20.0, 120.0, 100.0}, .radius = 9.0, .tolerance = 20},
        {.kind = OUTLINE, .box = {10.5, 20.5, 100.0, 90.0}, .width = 1.0, .tolerance = 1},
        {.kind = OUTLINE,
         .box = {10.0, 20.0, 100.0, 90.0},
         .radius = 12.0,
         .width = 3.0,
         .tolerance = 20},
        {.kind = OUTLINE,
         .box = {30.25, 40.5, 80.0, 60.0},
         .radius = 4.0,
         .width = 6.5,
         .tolerance = 20},
    };
    check_all(shapes);
}

static void discs_and_rings_cover_what_lies_in_them(void **state)
{
    (void)state;
    static const drawn_shape shapes[] = {
        {.kind = DISC, .box = {.x = 64.0, .y = 64.0}, .radius = 4.5, .tolerance = 20},
        {.kind = DISC, .box = {.x = 70.3, .y = 60.8}, .radius = 48.0, .tolerance = 20},
        {.kind = DISC, .box = {.x = 3.0, .y = 130.0}, .radius = 30.0, .tolerance = 20},
        {.kind = RING,
         .box = {.x = 64.5, .y = 70.5},
         .radius = 20.0,
         .width = 2.0,
         .tolerance = 20},
        {.kind = RING,
         .box = {.x = 80.0, .y = 60.0},
         .radius = 40.0,
         .width = 9.0,
         .tolerance = 20},
    };
    check_all(shapes);
}

static void strokes_cover_what_lies_beside_their_lines(void **state)
{
    (void)state;
    static const drawn_shape shapes[] = {
        {.kind = STROKE,
         .width = 1.0,
         .point = {{5, 70.5}, {140, 70.5}},
         .count = 2,
         .tolerance = 1},
        {.kind = STROKE,
         .width = 3.0,
         .point = {{20, 10}, {130, 120}},
         .count = 2,
         .tolerance = 20},
        {.kind = STROKE, .width = 2.0, .point = {{64, -30}, {64, 500}}, .count = 2, .tolerance = 1},
        {.kind = STROKE, .width = 5.0, .point = {{140, 20}, {3, 33}}, .count = 2, .tolerance = 20},
        {.kind = STROKE, .width = 0.5, .point = {{10, 130}, {100, 5}}, .count = 2, .tolerance = 20},
        {.kind = STROKE,
         .width = 8.0,
         .point = {{20, 20}, {120, 40}, {40, 90}, {110, 120}},
         .count = 4,
         .tolerance = 90},
        {.kind = STROKE,
         .width = 4.0,
         .point = {{-300, 64}, {64, 64}, {64, 900}},
         .count = 3,
         .tolerance = 90},
        {.kind = DASHES,
         .width = 2.0,
         .dash = 7.0,
         .gap = 4.0,
         .point = {{5, 64}, {140, 64}},
         .count = 2,
         .tolerance = 12},
        {.kind = DASHES,
         .width = 3.0,
         .dash = 9.0,
         .gap = 3.5,
         .point = {{10, 12}, {100, 30}, {70, 130}},
         .count = 3,
         .tolerance = 40},
        {.kind = DASHES,
         .width = 2.0,
         .dash = 5.0,
         .gap = 5.0,
         .point = {{-200, 30}, {400, 90}},
         .count = 2,
         .tolerance = 24},
    };
    check_all(shapes);
}

static void polygons_cover_what_lies_in_them(void **state)
{
    (void)state;
    static const drawn_shape shapes[] = {
        {.kind = POLYGON, .point = {{10, 10}, {140, 30}, {60, 130}}, .count = 3, .tolerance = 20},
        {.kind = POLYGON, .point = {{60, 130}, {140, 30}, {10, 10}}, .count = 3, .tolerance = 20},
        {.kind = POLYGON, /* not convex */
         .point = {{10, 10}, {75, 60}, {140, 10}, {120, 130}, {75, 80}, {30, 130}},
         .count = 6,
         .tolerance = 20},
        {.kind = POLYGON,
         .point = {{-80, 64}, {75, -50}, {260, 70}, {75, 300}},
         .count = 4,
         .tolerance = 20},
        {.kind = POLYGON,
         .point = {{5, 64.5}, {140, 64.5}, {140, 65.25}, {5, 65.25}},
         .count = 4,
         .tolerance = 1},
        {.kind = POLYGON, .point = {{0, 0}, {150, 1}, {150, 2}}, .count = 3, .tolerance = 40},
    };
    check_all(shapes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_and_their_outlines_cover_what_lies_in_them),
        cmocka_unit_test(discs_and_rings_cover_what_lies_in_them),
        cmocka_unit_test(strokes_cover_what_lies_beside_their_lines),
        cmocka_unit_test(polygons_cover_what_lies_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
