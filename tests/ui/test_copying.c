#define _XOPEN_SOURCE 700
/* What is copied is always accepted, and shows the same picture. */
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "model/sources.h"
#include "table/samples.h"
#include "ui/harness.h"

#include <SDL.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens what a copied line says as a screenshot; the line is told when it is not accepted. */
static void open_copied(ui_harness *h, const char *line)
{
    cli_options options = options_default();
    char copy[HARNESS_LINE_BYTES];
    char *words[SPLIT_WORDS];
    dh_error error = {.text = ""};
    snprintf(copy, sizeof copy, "%s", line);
    const int count = split_line(copy, words);
    if (!options_parse(&options, count - 1, words + 1, &error))
        fail_msg("%s\n%s", line, error.text);
    options_free(&options);
    harness_start(h, strchr(line, ' ') + 1);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* What is in the clipboard begins so. */
static void assert_copied(const char *beginning)
{
    char *text = SDL_GetClipboardText();
    assert_non_null(text);
    if (strncmp(text, beginning, strlen(beginning)) != 0)
        fail_msg("'%s' is in the clipboard", text);
    SDL_free(text);
}

static void check_in_window(const char *options, int width_px, int height_px, double scale)
{
    ui_harness window, copy;
    harness_start(&window, options);
    app_resize(&window.app, width_px, height_px, scale, (int)(width_px / scale));
    assert_true(app_draw(&window.app));
    char *line = app_command_line(&window.app);
    assert_non_null(line);
    open_copied(&copy, line);
    const ui_image *shown = &window.app.painter.image, *again = &copy.app.painter.image;
    assert_in_range(again->width, shown->width - 1, shown->width + 1);
    assert_in_range(again->height, shown->height - 1, shown->height + 1);
    if (again->width == shown->width && again->height == shown->height)
        assert_memory_equal(again->pixels, shown->pixels,
                            (size_t)shown->width * (size_t)shown->height * sizeof *shown->pixels);
    free(line);
    harness_end(&window);
    harness_end(&copy);
}

/* A full screen at --scale 2 on 1400x900, a window that a tiling desktop made narrow, or tiny. */
static void a_window_of_any_size_can_be_had_again(void **state)
{
    (void)state;
    check_in_window("--at 12 --scale 2", 1400, 900, 2.0);
    check_in_window("--at 12", 683, 700, 1.0);
    check_in_window("--at 12", 1, 1, 1.0);
    check_in_window("--at 12 --scale 4", 300, 20, 4.0);
    check_in_window("--at 12 --scale 1.25 --vs lr=0.3", 1366, 400, 1.25);
    check_in_window("--at 12", 9000, 700, 1.0);
}

/* Wherever the points come from. */
static void every_source_can_be_had_again(void **state)
{
    (void)state;
    char folder[] = "/tmp/downhill it's XXXXXX", path[64], line[160];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/my points.csv", folder);
    write_file(path, "id,age,\"height, cm\"\n1,20,160.5\n2,30,170\n3,45,\n4,50,180\n");
    snprintf(line, sizeof line, "--at 5 --lr 1e-4 --columns '\"height, cm\",age' --data \"%s\"",
             path);
    check_in_window(line, 1280, 800, 1.0);
    snprintf(line, sizeof line, "--at 5 --lr 1e-4 --columns 2,3 --standardize --data \"%s\"", path);
    check_in_window(line, 1280, 800, 1.0);
    static const char *const lines[] = {
        "--at 5 --sample cars --standardize --loss half --batch 8",
        "--at 5 --sample hubble --lr 0.01 --seed 7 --batch 5 --vs 'optimizer=adam lr=3'",
        "--at 5 --xy '1,2 -3.5,4e-3 0.1,1e10'",
        "--at 5 --xy '1,2 3,5' --columns '\"dose, mg\",2nd' --called 'my points, edited'",
        "--at 5 --xy '0.1,0.2 0.30000000000000004,1e-70 5,-0' --batch 2 --seed -1 --loss sum",
        "--at 5 --standardize --loss sum --lr 0.001 --show own-units,predictions,edit",
        "--at 5 --points 61 --true -2,5 --noise 0.25 --seed 3 --standardize --loss half",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        check_in_window(lines[i], 1280, 800, 1.0);
    remove(path);
    rmdir(folder);
}

/* In one's own window there is more to undo, and the points have another name for people: the
 * pictures are compared, with the strip and the player below them. */
static void assert_same_pictures(const ui_harness *a, const ui_harness *b)
{
    const ui_image *one = &a->app.painter.image, *other = &b->app.painter.image;
    const int left = (int)floor(a->app.pictures.frames.data.title_x);
    assert_int_equal(one->width, other->width);
    assert_int_equal(one->height, other->height);
    assert_in_range(left, 100, one->width / 2); /* of the pictures */
    for (int row = 0; row < one->height; row++)
        assert_memory_equal(one->pixels + (ptrdiff_t)row * one->width + left,
                            other->pixels + (ptrdiff_t)row * one->width + left,
                            (size_t)(one->width - left) * sizeof *one->pixels);
}

/* What a person has done in a window so far can be had again, once it rests and is left alone. */
static void check_what_was_done(ui_harness *h, const char *option)
{
    ui_harness copy;
    harness_send(h,
                 (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_LEAVE}});
    session_show(h->app.session, 7);
    h->app.stale = true;
    assert_true(app_draw(&h->app));
    char *line = app_command_line(&h->app);
    assert_non_null(line);
    if (!strstr(line, option))
        fail_msg("no %s in %s", option, line);
    open_copied(&copy, line);
    assert_same_pictures(h, &copy);
    assert_true(dh_points_equal(harness_scene(h)->problem.source.given,
                                harness_scene(&copy)->problem.source.given));
    free(line);
    harness_end(&copy);
    harness_end(h);
}

static void edited_points_can_be_had_again(void **state)
{
    (void)state;
    const char *const lines[] = {"--at 7 --show edit", "--at 7 --xy '1,2 3,5 4,4' --show edit",
                                 "--at 7 --show edit --standardize --batch 7 --seed 3",
                                 "--at 7 --sample forbes --lr 1e-5 --show edit"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        const size_t n = harness_runs(&h)->problem.n;
        const ui_rect area = harness_data_frame(&h).area;
        harness_click(&h, area.x + 0.8 * area.w, area.y + 0.8 * area.h);
        assert_int_equal(harness_runs(&h)->problem.n, n + 1);
        check_what_was_done(&h, " --xy '");
    }
}

static void pasted_points_can_be_had_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 7 --loss half --lr 0.01");
    SDL_SetClipboardText("0,1\t1\n1,5\t-2e-7\n3\t2,500000000000001\n");
    harness_key(&h, SDLK_v, KMOD_CTRL);
    harness_wait(&h, 200);
    assert_int_equal(harness_runs(&h)->problem.n, 3);
    check_what_was_done(&h, " --xy '0.1,1 1.5,-2e-07 3,2.500000000000001'");
}

static void a_chosen_sample_can_be_had_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 7 --xy '1,2 3,5' --lr 0.001");
    sources_choose(h.app.session, 1 + sample_find("faithful"));
    harness_key(&h, SDLK_x, KMOD_NONE);
    check_what_was_done(&h, " --sample faithful");
}

/* Dropped on the window, of a path that a shell would take apart. */
static void a_dropped_file_can_be_had_again(void **state)
{
    (void)state;
    char folder[] = "/tmp/downhill it's $HOME XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/-my;points.csv", folder);
    write_file(path, "dose,effect\n1,2\n3,4\n6,5.5\n");
    ui_harness h;
    harness_start(&h, "--at 7 --lr 0.01");
    SDL_Event event = {.type = SDL_DROPFILE};
    event.drop.file = SDL_strdup(path);
    harness_send(&h, event);
    harness_wait(&h, 200);
    assert_int_equal(harness_runs(&h)->problem.n, 3);
    check_what_was_done(&h, " --data '/tmp/downhill it'\\''s $HOME ");
    remove(path);
    rmdir(folder);
}

/* A command line that would show other points is not copied: it is said why. */
static void a_file_that_has_changed_or_gone_is_not_told(void **state)
{
    (void)state;
    static const char why[] = "the file has changed since: F5 reads it again, Ctrl+S saves this";
    char path[] = "/tmp/downhill-copying-XXXXXX", line[64];
    const struct timespec times[][2] = {{{.tv_sec = 1000}, {.tv_sec = 1000}},
                                        {{.tv_sec = 2000}, {.tv_sec = 2000}}};
    close(mkstemp(path));
    write_file(path, "1,2\n3,4\n");
    assert_int_equal(utimensat(AT_FDCWD, path, times[0], 0), 0);
    ui_harness h;
    snprintf(line, sizeof line, "--at 7 --data %s", path);
    harness_start(&h, line);
    SDL_SetClipboardText("before");
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_string_equal(harness_error(&h), "");
    assert_copied("downhill --data ");
    SDL_SetClipboardText("before");
    assert_int_equal(utimensat(AT_FDCWD, path, times[1], 0), 0);
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_true(harness_shows(&h, why));
    assert_copied("before");
    remove(path);
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_true(harness_shows(&h, why));
    assert_copied("before");
    harness_end(&h);
}

static void too_many_points_of_ones_own_are_to_be_saved_first(void **state)
{
    (void)state;
    ui_harness h;
    double x[501], y[501];
    for (int i = 0; i < 501; i++)
        x[i] = y[i] = i;
    harness_start(&h, "--at 5");
    harness_give(&h, x, y, 501);
    SDL_SetClipboardText("before");
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_copied("before");
    assert_true(
        harness_shows(&h, "501 points are in no file: Ctrl+S saves them, then they can be told"));
    harness_give(&h, x, y, 500);
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_string_equal(harness_error(&h), "");
    assert_copied("downhill --xy ");
    harness_end(&h);
}

/* A clipboard with no display. */
static int open_clipboard(void **state)
{
    (void)state;
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    return SDL_InitSubSystem(SDL_INIT_VIDEO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_of_any_size_can_be_had_again),
        cmocka_unit_test(every_source_can_be_had_again),
        cmocka_unit_test(edited_points_can_be_had_again),
        cmocka_unit_test(pasted_points_can_be_had_again),
        cmocka_unit_test(a_chosen_sample_can_be_had_again),
        cmocka_unit_test(a_dropped_file_can_be_had_again),
        cmocka_unit_test(a_file_that_has_changed_or_gone_is_not_told),
        cmocka_unit_test(too_many_points_of_ones_own_are_to_be_saved_first),
    };
    return cmocka_run_group_tests(tests, open_clipboard, NULL);
}
