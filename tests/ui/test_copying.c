#define _XOPEN_SOURCE 700
/* What is copied is always accepted, and shows the same picture. */
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("id,age,\"height, cm\"\n1,20,160.5\n2,30,170\n3,45,\n4,50,180\n", file);
    fclose(file);
    snprintf(line, sizeof line, "--at 5 --lr 1e-4 --columns '\"height, cm\",age' --data \"%s\"",
             path);
    check_in_window(line, 1280, 800, 1.0);
    check_in_window("--at 5 --sample cars --standardize --loss half --batch 8", 1280, 800, 1.0);
    check_in_window("--at 5 --xy '1,2 -3.5,4e-3 0.1,1e10'", 1280, 800, 1.0);
    check_in_window("--at 5 --standardize --loss sum --lr 0.001 --show own-units,predictions,edit",
                    1280, 800, 1.0);
    remove(path);
    rmdir(folder);
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
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_true(
        harness_shows(&h, "501 points are in no file: Ctrl+S saves them, then they can be told"));
    harness_give(&h, x, y, 500);
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_string_equal(harness_error(&h), "");
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_of_any_size_can_be_had_again),
        cmocka_unit_test(every_source_can_be_had_again),
        cmocka_unit_test(too_many_points_of_ones_own_are_to_be_saved_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
