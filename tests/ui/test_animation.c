/* A run as an animated GIF, read back frame by frame. */
#define _POSIX_C_SOURCE 200809L
#include "cmocka_includes.h"
#include "export/drawing.h"
#include "export/palette.h"
#include "folder.h"
#include "read_png.h"
#include "ui/export_request.h"
#include "ui/harness.h"
#include "ui/read_gif.h"

/* A frame and the picture of its step differ by no more than a palette must. */
static void assert_shows(const gif_file *gif, const char *line, size_t step)
{
    asked_export asked;
    export_drawing drawing = {.last = 0};
    ask_export(&asked, "a.gif", line);
    assert_true(drawing_begin(&drawing, &asked.request, 1, NULL));
    assert_true(drawing_paint(&drawing, step, NULL));
    assert_true(share_alike(&gif->shown, &drawing.painter.image, 8) > 0.99);
    assert_true(share_alike(&gif->shown, &drawing.painter.image, 32) > 0.999);
    assert_int_equal(gif->shown.pixels[0], drawing.painter.image.pixels[0]);
    drawing_free(&drawing);
    options_free(&asked.options);
}

static void a_gif_shows_every_step(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "--size 640x480", "--size 480x360 --theme dark --vs \"optimizer=adam lr=0.3\" --batch 10",
        "--size 400x320 --points 100000 --show data,loss"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        gif_file gif;
        int time = 0;
        export_line("a.gif", lines[i]);
        assert_true(gif_open(&gif, "a.gif"));
        const int all = gif.shown.width * gif.shown.height;
        while (gif_next(&gif)) {
            const int frame = gif.frames - 1;
            time += gif.delay;
            assert_int_equal(gif.delay, 2);
            assert_true(frame == 0 ? gif.changed == all : gif.changed < all / 4);
            if (frame == 0 || frame == 12 || frame == 100)
                assert_shows(&gif, lines[i], (size_t)frame);
        }
        assert_false(gif.broken);
        assert_false(gif.loops);
        assert_int_equal(gif.frames, 101);
        assert_int_equal(time, 202);
        gif_close(&gif);
    }
}

/* Frames of a line, their time in hundredths of a second and whether they repeat. */
static void assert_timed(const char *line, int frames, int time, bool loops)
{
    gif_file gif;
    int sum = 0;
    export_line("a.gif", line);
    assert_true(gif_open(&gif, "a.gif"));
    while (gif_next(&gif)) {
        assert_true(gif.delay >= 2);
        sum += gif.delay;
    }
    assert_false(gif.broken);
    if (gif.frames != frames || sum != time || gif.loops != loops)
        fail_msg("%s: %d frames in %d hundredths, loops: %d", line, gif.frames, sum, gif.loops);
    gif_close(&gif);
}

static void frames_last_as_long_as_the_interval(void **state)
{
    (void)state;
    assert_timed("--size 318x240 --show loss --interval 25 --steps 40", 41, 103, false);
    assert_timed("--size 318x240 --show loss --interval 100 --steps 7", 8, 80, false);
    assert_timed("--size 318x240 --show loss --interval 5 --steps 40", 11, 22, false);
    assert_timed("--size 318x240 --show loss --interval 7 --steps 10", 5, 11, false);
    assert_timed("--size 318x240 --show loss --steps 20 --from 5 --to 8", 4, 8, false);
    assert_timed("--size 318x240 --show loss --steps 20 --from 8 --to 5", 4, 8, false);
    assert_timed("--size 318x240 --show loss --steps 20 --from 8 --to 8", 1, 2, false);
    assert_timed("--size 318x240 --show loss --steps 20 --repeat loop", 21, 42, true);
    assert_timed("--size 318x240 --show loss --steps 20 --repeat reflect", 40, 80, true);
    assert_timed("--size 318x240 --show loss --steps 1 --repeat reflect", 2, 4, true);
}

static void a_reflected_gif_goes_back_the_same_way(void **state)
{
    (void)state;
    static const char line[] = "--size 318x240 --show data --steps 10 --repeat reflect --from 2";
    gif_file gif;
    export_line("a.gif", line);
    assert_true(gif_open(&gif, "a.gif"));
    static const size_t steps[] = {2, 3, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4, 3};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        assert_true(gif_next(&gif));
        assert_shows(&gif, line, steps[i]);
    }
    assert_false(gif_next(&gif));
    gif_close(&gif);
}

static void a_run_that_diverges_ends_with_its_last_step(void **state)
{
    (void)state;
    gif_file gif;
    export_line("a.gif", "--size 640x480 --lr 1e9");
    assert_true(gif_open(&gif, "a.gif"));
    while (gif_next(&gif))
        assert_true(gif.frames <= 101);
    assert_false(gif.broken);
    assert_in_range(gif.frames, 2, 100);
    gif_close(&gif);
}

static void that_frames_stand_for_several_steps_is_said(void **state)
{
    (void)state;
    asked_export asked;
    ask_export(&asked, "a.gif", "--size 318x240 --show loss --interval 5 --steps 40");
    assert_true(form_save(&asked.request, NULL));
    assert_string_equal(asked.watch.remark, "a frame lasts 20 ms and stands for 4 steps of 5 ms");
    options_free(&asked.options);
    ask_export(&asked, "a.gif", "--size 318x240 --show loss --steps 40");
    assert_true(form_save(&asked.request, NULL));
    assert_string_equal(asked.watch.remark, "");
    options_free(&asked.options);
}

static void too_many_frames_are_refused(void **state)
{
    (void)state;
    asked_export asked;
    dh_error error = {.text = ""};
    ask_export(&asked, "a.gif", "--size 318x240 --show loss --steps 1000000");
    assert_false(form_save(&asked.request, &error));
    assert_non_null(strstr(error.text, "1000001 frames are too many"));
    assert_non_null(strstr(error.text, "--from and --to"));
    assert_int_not_equal(access("a.gif", F_OK), 0);
    options_free(&asked.options);
    assert_timed("--size 318x240 --show loss --steps 1000000 --from 999990", 11, 22, false);
}

/* Goes on until so many frames are there. */
static bool stop_at(void *who, size_t done, size_t all)
{
    size_t *left = who;
    assert_int_equal(all, 101);
    assert_true(done <= all);
    return --*left > 0;
}

static int files_here(void)
{
    int count = 0;
    DIR *here = opendir(".");
    for (const struct dirent *file; (file = readdir(here));)
        count += file->d_name[0] != '.' || strncmp(file->d_name, ".downhill", 9) == 0;
    closedir(here);
    return count;
}

static void what_is_stopped_leaves_the_old_file(void **state)
{
    (void)state;
    static const char *const names[] = {"a.gif", "a.mp4"};
    for (int i = 0; i < 2; i++) {
        asked_export asked;
        dh_error error = {.text = ""};
        size_t left = 30;
        char text[8] = "";
        FILE *old = fopen(names[i], "wb");
        fputs("old", old);
        fclose(old);
        ask_export(&asked, names[i], "--size 318x240 --show loss");
        asked.watch.goes_on = stop_at;
        asked.watch.who = &left;
        assert_false(form_save(&asked.request, &error));
        if (left != 0) /* there is no ffmpeg */
            assert_non_null(strstr(error.text, "apt-get install ffmpeg"));
        else
            assert_non_null(strstr(error.text, "cannot be written: stopped"));
        old = fopen(names[i], "rb");
        assert_int_equal(fread(text, 1, sizeof text, old), 3);
        fclose(old);
        assert_string_equal(text, "old");
        assert_int_equal(files_here(), i + 1);
        options_free(&asked.options);
    }
}

/* Fewer colors than a palette holds are all in it. */
static void few_colors_are_kept_as_they_are(void **state)
{
    (void)state;
    ui_image image = {.pixels = NULL};
    assert_true(ui_image_resize(&image, 125, 8));
    for (int i = 0; i < 1000; i++)
        image.pixels[i] = 0xff000000u | (uint32_t)(i % 125) * 0x10507u;
    gif_palette *palette = palette_create();
    palette_count(palette, &image);
    palette_choose(palette);
    assert_int_equal(palette_size(palette), 125);
    for (int i = 0; i < 125; i++) {
        const uint8_t *rgb =
            palette_colors(palette) + 3 * palette_nearest(palette, image.pixels[i]);
        const uint32_t color = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
        assert_int_equal(color, image.pixels[i] & 0xffffff);
    }
    palette_free(palette);
    ui_image_free(&image);
}

/* Of very many, each is near to one, and the most frequent is there. */
static void many_colors_have_one_that_is_near(void **state)
{
    (void)state;
    ui_image image = {.pixels = NULL};
    assert_true(ui_image_resize(&image, 512, 512));
    for (int y = 0; y < 512; y++)
        for (int x = 0; x < 512; x++)
            image.pixels[y * 512 + x] =
                y < 128 ? 0xff123456u
                        : 0xff000000u | (uint32_t)(x / 2) << 16 | (uint32_t)(y / 2) << 8 | 0x40u;
    gif_palette *palette = palette_create();
    palette_count(palette, &image);
    palette_choose(palette);
    assert_int_equal(palette_size(palette), PALETTE_COLORS);
    for (int i = 0; i < 512 * 512; i++) {
        const uint8_t *rgb =
            palette_colors(palette) + 3 * palette_nearest(palette, image.pixels[i]);
        const uint32_t color = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
        assert_true(channel_distance(color, image.pixels[i]) <= 32);
        assert_true(i >= 128 * 512 || color == 0x123456u);
    }
    palette_free(palette);
    ui_image_free(&image);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(a_gif_shows_every_step),
        test_in_folder(frames_last_as_long_as_the_interval),
        test_in_folder(a_reflected_gif_goes_back_the_same_way),
        test_in_folder(a_run_that_diverges_ends_with_its_last_step),
        test_in_folder(that_frames_stand_for_several_steps_is_said),
        test_in_folder(too_many_frames_are_refused),
        test_in_folder(what_is_stopped_leaves_the_old_file),
        cmocka_unit_test(few_colors_are_kept_as_they_are),
        cmocka_unit_test(many_colors_have_one_that_is_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
