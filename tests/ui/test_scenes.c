/* Scenes as lists of what is drawn, kept as text beside this file: a shape a line, rounded to a
 * tenth of a pixel; then the pointer and the command line that opens the scene. Whoever changes
 * what is drawn renews them (`test_scenes renew`), reviews how they differ, and looks at them:
 * `test_scenes pictures` writes each as a PNG into the working folder. */
#include "cmocka_includes.h"
#include "ui/png.h"
#include "ui/scenes.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 512, POINTS_TOLD = 4 };

/* Where the pointer goes. */
static ui_point place_of(ui_harness *h, const scene_step *step)
{
    const figure_frames *frames = &h->app.pictures.frames;
    const ui_rect areas[] = {[DATA] = frames->data.area,
                             [WEIGHTS] = frames->weights.area,
                             [LOSS] = frames->loss.area,
                             [RATES] = frames->rates.area};
    const ui_rect area = areas[step->in];
    if (step->control)
        return harness_center(h, step->control);
    if (step->in == NONE)
        return step->at;
    return (ui_point){floor(area.x + step->at.x * area.w), floor(area.y + step->at.y * area.h)};
}

static void act(ui_harness *h, const scene_step *step)
{
    const ui_point at = place_of(h, step);
    switch (step->what) {
    case NOTHING:
        break;
    case KEY:
        harness_key(h, step->key, step->modifiers);
        break;
    case TYPE:
        harness_type(h, step->text);
        break;
    case CLICK:
        harness_click(h, at.x, at.y);
        break;
    case DOUBLE_CLICK:
        harness_double_click(h, at.x, at.y);
        break;
    case PRESS:
        harness_press(h, at.x, at.y);
        break;
    case POINT:
        harness_move(h, at.x, at.y);
        break;
    case RELEASE:
        harness_release(h, at.x, at.y);
        break;
    case WHEEL:
        harness_wheel(h, at.x, at.y, step->notches);
        break;
    case REST:
        harness_wait(h, 1000);
        break;
    case SETTLE:
        harness_settle(h);
        break;
    }
}

/* Rounded, without a minus on a zero. */
static double tenth(double value)
{
    return round(10.0 * value) / 10.0 + 0.0;
}

static void write_points(FILE *out, const ui_canvas *canvas, const ui_shape *shape)
{
    double x = 0.0, y = 0.0;
    fprintf(out, " of %u", shape->count);
    for (uint32_t i = 0; i < shape->count; i++) {
        const ui_point p = canvas->points[shape->first + i];
        x += p.x / shape->count;
        y += p.y / shape->count;
        if (i < POINTS_TOLD || i + 1 == shape->count)
            fprintf(out, " %.1f,%.1f", tenth(p.x), tenth(p.y));
    }
    fprintf(out, " mean %.1f,%.1f", tenth(x), tenth(y));
}

static void write_shape(FILE *out, const ui_canvas *canvas, const ui_shape *s)
{
    static const char *const kinds[] = {
        [UI_SHAPE_POLYGON] = "polygon", [UI_SHAPE_POLYLINE] = "line",
        [UI_SHAPE_DISC] = "disc",       [UI_SHAPE_RING] = "ring",
        [UI_SHAPE_BOX] = "box",         [UI_SHAPE_OUTLINE] = "outline",
        [UI_SHAPE_TEXT] = "text",       [UI_SHAPE_IMAGE] = "image"};
    const ui_px_rect c = s->clip;
    fprintf(out, "%s #%02x%02x%02x%02x", kinds[s->kind], s->color.r, s->color.g, s->color.b,
            s->color.a);
    if (s->width > 0.0)
        fprintf(out, " wide %.1f", tenth(s->width));
    if (s->dash > 0.0)
        fprintf(out, " dash %.1f %.1f", tenth(s->dash), tenth(s->gap));
    if (s->kind == UI_SHAPE_POLYGON || s->kind == UI_SHAPE_POLYLINE)
        write_points(out, canvas, s);
    else if (s->kind == UI_SHAPE_TEXT)
        fprintf(out, " %d.%d %s%d %.1f,%.1f \"%s\"", s->face, s->size_px, s->upright ? "up " : "",
                s->align, tenth(s->anchor.x), tenth(s->anchor.y), canvas->bytes + s->first);
    else
        fprintf(out, " %.1f,%.1f %.1fx%.1f r %.1f", tenth(s->box.x), tenth(s->box.y),
                tenth(s->box.w), tenth(s->box.h), tenth(s->radius));
    if (c.left > 0 || c.top > 0 || c.right < canvas->width_px || c.bottom < canvas->height_px)
        fprintf(out, " in %d,%d,%d,%d", c.left, c.top, c.right, c.bottom);
    fputc('\n', out);
}

static bool is_part(const ui_canvas *canvas, ui_rect part, const ui_shape *s)
{
    const double scale = canvas->scale;
    const ui_px_rect within = {(int)(part.x * scale), (int)(part.y * scale),
                               (int)((part.x + part.w) * scale), (int)((part.y + part.h) * scale)};
    return s->bounds.left >= within.left && s->bounds.top >= within.top &&
           s->bounds.right <= within.right && s->bounds.bottom <= within.bottom;
}

/* Whether another frame shows nothing else. */
static bool is_settled(ui_harness *h)
{
    h->app.stale = true;
    assert_true(app_draw(&h->app));
    return h->app.painter.changed_count == 0;
}

static void start_scene(ui_harness *h, const scene_def *scene)
{
    harness_start_folded(h, scene->options);
    for (int i = 0; i < STEPS_MAX; i++) {
        act(h, &scene->step[i]);
        if (!is_settled(h))
            fail_msg("'%s' is not settled after action %d", scene->name, i);
    }
}

static const char *const POINTERS[] = {[UI_POINTER_ARROW] = "arrow",
                                       [UI_POINTER_HAND] = "hand",
                                       [UI_POINTER_TEXT] = "text",
                                       [UI_POINTER_SIDES] = "sides",
                                       [UI_POINTER_CROSS] = "cross"};

/* A command line as it is anywhere: files of the tests without their folder. */
static void write_line(FILE *out, const char *line)
{
    const char *found;
    for (; (found = strstr(line, REFERENCE_DIR)); line = found + strlen(REFERENCE_DIR))
        fprintf(out, "%.*s", (int)(found - line), line);
    fprintf(out, "%s\n", line);
}

/* Writes what a scene draws. */
static void write_scene(FILE *out, const scene_def *scene)
{
    ui_harness h;
    start_scene(&h, scene);
    const ui_canvas *canvas = &h.app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++)
        if (is_part(canvas, PARTS[scene->part], &canvas->shapes[i]))
            write_shape(out, canvas, &canvas->shapes[i]);
    char *line = app_command_line(&h.app);
    assert_non_null(line);
    fprintf(out, "pointer %s\n", POINTERS[h.app.ui.pointer]);
    write_line(out, line);
    free(line);
    harness_end(&h);
}

/* Writes what a control draws in and around its place, and what is said of it. */
static void write_look(FILE *out, ui_harness *h, const char *control, const char *look)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_rect around = ui_inset(harness_rect(h, control), -14.0);
    fprintf(out, "\n%s, %s: pointer %s\n", control, look, POINTERS[h->app.ui.pointer]);
    for (size_t i = 0; i < canvas->shape_count; i++)
        if (is_part(canvas, around, &canvas->shapes[i]))
            write_shape(out, canvas, &canvas->shapes[i]);
    if (h->app.ui.hint_shown)
        fprintf(out, "hint \"%s\"\n", h->app.ui.hint);
}

/* Writes what a control looks like. */
static void write_control(FILE *out, const char *control)
{
    ui_harness h;
    harness_start(&h, CONTROLS_OPTIONS);
    harness_settle(&h);
    write_look(out, &h, control, "at rest");
    const ui_point at = harness_center(&h, control);
    harness_move(&h, at.x, at.y);
    harness_wait(&h, 1000);
    write_look(out, &h, control, "pointed at");
    harness_press(&h, at.x, at.y);
    write_look(out, &h, control, "pressed");
    harness_move(&h, at.x + 500.0, at.y + 50.0);
    write_look(out, &h, control, "held from afar");
    harness_release(&h, at.x + 500.0, at.y + 50.0);
    ui_set_focus(&h.app.ui, ui_id_of(control), true);
    harness_move(&h, 2.0, 2.0);
    write_look(out, &h, control, "with the keyboard");
    harness_end(&h);
}

static void write_controls(FILE *out)
{
    for (size_t i = 0; i < sizeof CONTROLS / sizeof *CONTROLS; i++)
        write_control(out, CONTROLS[i]);
}

static FILE *open_kept(const char *name, const char *mode)
{
    char path[LINE_BYTES];
    snprintf(path, sizeof path, "%s/%s.txt", SCENES_DIR, name);
    FILE *file = fopen(path, mode);
    if (!file)
        fail_msg("%s: %s", path, strerror(errno));
    return file;
}

/* Whether what is written now is what is kept. */
static void compare(const char *name, FILE *now)
{
    char drawn[LINE_BYTES], expected[LINE_BYTES];
    FILE *kept = open_kept(name, "r");
    rewind(now);
    for (int line = 1;; line++) {
        const char *a = fgets(expected, sizeof expected, kept),
                   *b = fgets(drawn, sizeof drawn, now);
        if (!a && !b)
            break;
        if (!a || !b || strcmp(expected, drawn) != 0)
            fail_msg("'%s', line %d\nkept:  %sdrawn: %s", name, line, a ? a : "nothing\n",
                     b ? b : "nothing\n");
    }
    fclose(kept);
    fclose(now);
}

static FILE *open_now(void)
{
    FILE *now = tmpfile();
    assert_non_null(now);
    return now;
}

static void what_is_drawn_is_what_was_reviewed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++) {
        FILE *now = open_now();
        write_scene(now, &SCENES[i]);
        compare(SCENES[i].name, now);
    }
}

static void controls_look_as_they_were_reviewed(void **state)
{
    (void)state;
    FILE *now = open_now();
    write_controls(now);
    compare("controls", now);
}

static void renew(const scene_def *scene)
{
    FILE *kept = open_kept(scene->name, "w");
    write_scene(kept, scene);
    fclose(kept);
}

static void renew_controls(void)
{
    FILE *kept = open_kept("controls", "w");
    write_controls(kept);
    fclose(kept);
}

static void draw_picture(const scene_def *scene)
{
    char path[LINE_BYTES], reason[LINE_BYTES];
    ui_harness h;
    snprintf(path, sizeof path, "%s.png", scene->name);
    FILE *picture = fopen(path, "wb");
    if (!picture)
        fail_msg("%s: %s", path, strerror(errno));
    start_scene(&h, scene);
    if (!ui_png_write(&h.app.painter.image, picture, reason, sizeof reason))
        fail_msg("%s: %s", path, reason);
    fclose(picture);
    harness_end(&h);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_drawn_is_what_was_reviewed),
                                       cmocka_unit_test(controls_look_as_they_were_reviewed)};
    const char *what = argc > 1 ? argv[1] : "";
    const bool renews = strcmp(what, "renew") == 0;
    if (!renews && strcmp(what, "pictures") != 0)
        return cmocka_run_group_tests(tests, NULL, NULL);
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++)
        (renews ? renew : draw_picture)(&SCENES[i]);
    if (renews)
        renew_controls();
    return 0;
}
