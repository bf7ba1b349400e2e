/* Words that there is no room for: wherever they are cut, it is seen, and no number is another. */
#include "cmocka_includes.h"
#include "model/run_words.h"
#include "model/schedule_text.h"
#include "plots/marks.h"
#include "text/number_text.h"
#include "ui/harness.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ELLIPSIS[] = "…";
static const double ASCENT = 0.76, DESCENT = 0.21; /* of Inter's l and p, times its size */

/* What is left of a text before its ellipsis; false when it has none. */
static bool is_cut(const char *text, char kept[static 4096])
{
    const size_t length = strlen(text), tail = sizeof ELLIPSIS - 1;
    if (length < tail || length >= 4096 || strcmp(text + length - tail, ELLIPSIS) != 0)
        return false;
    memcpy(kept, text, length - tail);
    kept[length - tail] = '\0';
    return true;
}

/* Fails when `kept` is a beginning of `whole` that ends in the middle of a number. */
static void check_beginning(const char *kept, const char *whole)
{
    const size_t length = strlen(kept);
    const char next = strlen(whole) > length ? whole[length] : '\0';
    if (length == 0 || strncmp(kept, whole, length) != 0)
        return;
    if (isdigit((unsigned char)kept[length - 1]) && (isdigit((unsigned char)next) || next == '.'))
        fail_msg("cut in a number: %s…", kept);
    if (strchr(".:", kept[length - 1]))
        fail_msg("cut in a number: %s…", kept);
}

/* How many of the texts that are shown are cut. */
static int check_shown(ui_harness *h)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    char kept[4096], words[4096];
    char *line = app_command_line(&h->app);
    int count = 0;
    assert_non_null(line);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        if (canvas->shapes[i].kind != UI_SHAPE_TEXT ||
            !is_cut(canvas->bytes + canvas->shapes[i].first, kept))
            continue;
        check_beginning(kept, line);
        for (int run = 0; run < harness_scene(h)->count; run++) {
            run_words(harness_scene(h), run, words, sizeof words);
            check_beginning(kept, words);
        }
        count++;
    }
    free(line);
    return count;
}

static void no_number_is_cut_in_two(void **state)
{
    (void)state;
    ui_harness h;
    char line[2048] = "--at 5 --vs 'lr=0.1", *end = line + strlen(line);
    for (int step = 10; step <= 90; step++)
        end += sprintf(end, ",%d:%g", step, 0.1 / step);
    strcpy(end, "' --vs 'optimizer=adam lr=0.003125,50:0.0015625 beta1=0.8125 beta2=0.99875'");
    harness_start(&h, line);
    harness_key(&h, SDLK_c, KMOD_LCTRL); /* says what was copied */
    for (int width = 820; width < 1500; width += 13) {
        app_resize(&h.app, width, 800, 1.0, width);
        assert_true(app_draw(&h.app));
        assert_true(check_shown(&h) >= 2); /* the command and the long schedule */
    }
    harness_end(&h);
}

static void a_hint_that_is_cut_says_so(void **state)
{
    (void)state;
    for (int digits = 1; digits <= 9; digits++) { /* each moves the place of the cut */
        ui_harness h;
        char line[1024], *end = line;
        end += sprintf(end, "--at 5 --vs 'lr=0.%.*s", digits, "123456789");
        for (int step = 10; step <= 30; step++)
            end += sprintf(end, ",%d:0.%d", step, 500 + step);
        strcpy(end, "'");
        harness_start(&h, line);
        const ui_point at = harness_center(&h, "run 2/settings");
        harness_move(&h, at.x, at.y);
        harness_wait(&h, 700);
        char kept[4096], words[4096];
        assert_true(h.app.ui.hint_shown);
        assert_true(is_cut(h.app.ui.hint, kept));
        run_words(harness_scene(&h), 1, words, sizeof words);
        assert_memory_equal(kept, words, strlen(kept));
        check_beginning(kept, words);
        harness_end(&h);
    }
}

static void a_schedule_is_cut_after_a_whole_change(void **state)
{
    (void)state;
    static const char whole[] = "0.125,10:0.0625,20:0.03125,30:0.015625";
    dh_schedule schedule;
    assert_true(schedule_read(whole, &schedule));
    for (size_t size = 10; size < sizeof whole; size++) {
        char text[64], kept[4096];
        schedule_write(&schedule, text, size);
        assert_true(strlen(text) < size);
        assert_true(is_cut(text, kept));
        const size_t length = strlen(kept);
        assert_memory_equal(kept, whole, length);
        assert_int_equal(kept[length - 1], ',');
    }
    char text[sizeof whole];
    schedule_write(&schedule, text, sizeof text);
    assert_string_equal(text, whole);
    dh_schedule_drop(&schedule);
}

/* The shape of the words that name the lowest loss, or NULL. */
static const ui_shape *lowest_words(ui_harness *h)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const text_number number = text_reading(harness_objective(h)->minimum.loss);
    const ui_px_rect clip = {0, 0, canvas->width_px, canvas->height_px};
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        const char *text = canvas->bytes + shape->first;
        if (shape->kind == UI_SHAPE_TEXT && memcmp(&shape->clip, &clip, sizeof clip) != 0 &&
            (strncmp(text, "lowest ", 7) == 0 || strcmp(text, number.text) == 0))
            return shape;
    }
    return NULL;
}

/* At every step and in every size: neither the edge cuts them, nor the dot of the step. */
static void the_lowest_loss_is_named_beside_the_dot(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "--size 800x560 --scale 2",
        "--size 800x560 --scale 2 --show linear",
        "--size 800x560 --scale 2 --lr 0.01 --show linear",
        "--size 800x560 --scale 2 --optimizer qhadam",
        "--size 800x560 --split 75 --optimizer adam --show linear",
        "--size 800x560 --sample cars --standardize",
        "--size 1280x800",
        "--lr 0.02 --show linear",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        int named = 0;
        for (size_t step = 0; step <= 100; step++) {
            session_show(h.app.session, step);
            h.app.stale = true;
            assert_true(app_draw(&h.app));
            const plot_frame frame = h.app.pictures.frames.loss;
            const ui_point dot = plot_at(&frame, (double)step, harness_now(&h).loss);
            const ui_shape *words = lowest_words(&h);
            const double scale = h.app.scale;
            if (!words)
                continue;
            named++;
            const double top = words->baseline - ASCENT * words->size_px;
            const double bottom = words->baseline + DESCENT * words->size_px;
            assert_true(words->left >= frame.area.x * scale - 1.0);
            assert_true(words->bounds.right < words->clip.right && bottom <= words->clip.bottom);
            const ui_point near = {
                ui_clamp(dot.x, words->bounds.left / scale, words->bounds.right / scale),
                ui_clamp(dot.y, top / scale, bottom / scale)};
            assert_true(ui_distance(dot, near) > plot_dot_reach(&h.app.style) - 1.0);
        }
        assert_true(named > 50);
        harness_end(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_number_is_cut_in_two),
        cmocka_unit_test(a_hint_that_is_cut_says_so),
        cmocka_unit_test(a_schedule_is_cut_after_a_whole_change),
        cmocka_unit_test(the_lowest_loss_is_named_beside_the_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
