/* What is copied is always accepted, and shows the same picture. */
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_of_any_size_can_be_had_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
