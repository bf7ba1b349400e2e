/* A dozen scenes as lists of what is drawn, kept as text beside this file: a shape a line, rounded
 * to a tenth of a pixel. Whoever changes what is drawn renews them (`test_scenes renew`) and
 * reviews how they differ. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 512, POINTS_TOLD = 4, STEPS_MAX = 4 };

/* What is done in a scene after it has been opened. */
typedef struct scene_step {
    enum { NOTHING, KEY, CLICK, DOUBLE_CLICK, PRESS, POINT, REST } what;
    SDL_Keycode key;
    uint16_t modifiers;
    ui_point at;         /* of the pointer, */
    const char *control; /* or in the middle of a control */
} scene_step;

typedef struct scene_def {
    const char *name;
    const char *options;
    scene_step step[STEPS_MAX];
} scene_def;

static const scene_def SCENES[] = {
    {"start", "--points 9 --at 0", {{.what = NOTHING}}},
    {"walking", "--points 9 --at 12 --show residuals,gradient", {{.what = NOTHING}}},
    {"dark_slices",
     "--points 9 --at 5 --theme dark --show slices,linear --size 800x560",
     {{.what = NOTHING}}},
    {"two_runs",
     "--points 9 --at 8 --vs 'lr=0.4 name=faster' --optimizer momentum",
     {{.what = NOTHING}}},
    {"eight_runs",
     "--points 4 --steps 9 --vs lr=0.2 --vs 'lr=0.3 hidden' --vs lr=0.4 --vs lr=0.5 --vs lr=0.6 "
     "--vs lr=0.7 --vs optimizer=adam --show weights",
     {{.what = NOTHING}}},
    {"batches",
     "--points 9 --batch 2 --at 7 --lr 0.1,4:0.05 --show batch-loss,from-here",
     {{.what = NOTHING}}},
    {"adam",
     "--points 9 --at 3 --optimizer adam --weight-decay 0.1 --size 1024x768",
     {{CLICK, .control = "Optimizer"}, {.what = REST}}},
    {"unfolded",
     "--points 9 --at 3 --batch 3",
     {{CLICK, .control = "Data"}, {CLICK, .control = "Show"}, {CLICK, .control = "Batch"}}},
    {"diverging", "--points 5 --lr 1.2 --steps 40 --at 30 --show data", {{.what = NOTHING}}},
    {"one_point", "--points 1 --at 3", {{.what = NOTHING}}},
    {"zoomed",
     "--points 5 --steps 60 --at 40 --zoom 2.5,3.5,2,3 --show weights",
     {{.what = NOTHING}}},
    {"many_points", "--points 3000 --at 2 --show data", {{.what = NOTHING}}},
    {"help", "--points 3 --at 0 --show data", {{KEY, .key = SDLK_F1}}},
    {"pointing_at_a_step", "--points 9 --at 12", {{POINT, .at = {1000.0, 500.0}}, {.what = REST}}},
    {"pointing_at_a_button", "--points 3 --at 1", {{POINT, .control = "play"}, {.what = REST}}},
    {"list_of_optimizers",
     "--points 3 --at 1",
     {{CLICK, .control = "Optimizer"}, {CLICK, .control = "optimizer"}}},
    {"typing_nonsense",
     "--points 3 --at 1",
     {{CLICK, .control = "Learning rate/number"}, {KEY, .key = SDLK_x}, {KEY, .key = SDLK_RETURN}}},
    {"keyboard_focus", "--points 3 --at 1", {{KEY, .key = SDLK_TAB}, {KEY, .key = SDLK_TAB}}},
    {"dragging", "--points 3 --at 1", {{PRESS, .control = "Start slope a₀/slider"}}},
    {"editing",
     "--points 9 --at 12 --show edit,data",
     {{PRESS, .at = {300.0, 200.0}}, {POINT, .at = {800.0, 650.0}}}},
    {"copied", "--points 3 --at 1 --show data", {{KEY, .key = SDLK_c, .modifiers = KMOD_LCTRL}}},
    {"trace",
     "--data " REFERENCE_DIR "/data_seed42_n100.csv --lr 0.1 --at 9 --trace " REFERENCE_DIR
     "/traces/momentum.csv",
     {{.what = NOTHING}}},
    {"mistakes",
     "--points 9 --at 8 --vs mistake=accumulated --vs mistake=sequential --theme dark",
     {{KEY, .key = SDLK_6}}},
    {"last_step", "--points 9 --at 100 --repeat loop --interval 5", {{.what = NOTHING}}},
};

static void act(ui_harness *h, const scene_step *step)
{
    const ui_point at = step->control ? harness_center(h, step->control) : step->at;
    switch (step->what) {
    case NOTHING:
        break;
    case KEY:
        harness_key(h, step->key, step->modifiers);
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
    case REST:
        harness_wait(h, 1000);
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

/* Writes what a scene draws. */
static void write_scene(FILE *out, const scene_def *scene)
{
    ui_harness h;
    harness_start_folded(&h, scene->options);
    for (int i = 0; i < STEPS_MAX; i++)
        act(&h, &scene->step[i]);
    const ui_canvas *canvas = &h.app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++)
        write_shape(out, canvas, &canvas->shapes[i]);
    harness_end(&h);
}

static FILE *open_kept(const scene_def *scene, const char *mode)
{
    char path[LINE_BYTES];
    snprintf(path, sizeof path, "%s/%s.txt", SCENES_DIR, scene->name);
    FILE *file = fopen(path, mode);
    if (!file)
        fail_msg("%s: %s", path, strerror(errno));
    return file;
}

static void compare(const scene_def *scene)
{
    char drawn[LINE_BYTES], expected[LINE_BYTES];
    FILE *kept = open_kept(scene, "r"), *now = tmpfile();
    assert_non_null(now);
    write_scene(now, scene);
    rewind(now);
    for (int line = 1;; line++) {
        const char *a = fgets(expected, sizeof expected, kept),
                   *b = fgets(drawn, sizeof drawn, now);
        if (!a && !b)
            break;
        if (!a || !b || strcmp(expected, drawn) != 0)
            fail_msg("'%s', line %d\nkept:  %sdrawn: %s", scene->name, line, a ? a : "nothing\n",
                     b ? b : "nothing\n");
    }
    fclose(kept);
    fclose(now);
}

static void what_is_drawn_is_what_was_reviewed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++)
        compare(&SCENES[i]);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_drawn_is_what_was_reviewed)};
    if (argc < 2 || strcmp(argv[1], "renew") != 0)
        return cmocka_run_group_tests(tests, NULL, NULL);
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++) {
        FILE *kept = open_kept(&SCENES[i], "w");
        write_scene(kept, &SCENES[i]);
        fclose(kept);
    }
    return 0;
}
