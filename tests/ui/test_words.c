/* The sentence on what the step that is shown did: where it stands, that nothing moves with it, and
 * that it can be hidden. */
#include "cmocka_includes.h"
#include "model/sentence.h"
#include "screen/layout.h"
#include "screen/legend.h"
#include "screen/update_strip.h"
#include "screen/words_line.h"
#include "ui/harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 4 };

static screen_layout layout_here(ui_harness *h)
{
    const model_session *session = h->app.session;
    const model_view *view = session_view(session);
    const ui_rect window = ui_canvas_rect(&h->app.ui.canvas);
    const model_shown shown = session_shown(h->app.session);
    const layout_heights heights = {.strip = update_strip_height(&shown, window.h),
                                    .strip_least = update_strip_least(window.h),
                                    .legend = legend_height(session),
                                    .words = words_line_size(&h->app.ui.theme, view)};
    return layout_of(window, view, heights);
}

static model_sentence sentence_here(const ui_harness *h)
{
    return sentence_of(harness_runs(h), harness_player(h)->playhead);
}

/* The words that are drawn in their place, joined. Returns in how many lines. */
static int words_drawn(ui_harness *h, char words[static SENTENCE_BYTES])
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_rect place = layout_here(h).words;
    int lines = 0;
    words[0] = '\0';
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        const ui_point at = {s->anchor.x / canvas->scale, s->anchor.y / canvas->scale};
        if (s->kind != UI_SHAPE_TEXT || !ui_contains(place, at))
            continue;
        const size_t used = strlen(words);
        snprintf(words + used, SENTENCE_BYTES - used, "%s%s", lines > 0 ? " " : "",
                 canvas->bytes + s->first);
        lines++;
        const double end =
            at.x + ui_label_width(canvas, h->app.ui.theme.body, canvas->bytes + s->first);
        assert_true(end <= place.x + place.w + 1.0);
    }
    return lines;
}

static void check_whole(ui_harness *h, const char *line)
{
    char words[SENTENCE_BYTES];
    const model_sentence sentence = sentence_here(h);
    const int lines = words_drawn(h, words);
    if (lines < 1 || lines > 2 || strcmp(words, sentence.words.text) != 0)
        fail_msg("downhill %s: '%s' is shown as '%s'", line, sentence.words.text, words);
}

static const char *const RUNS[] = {
    "",
    "--lr 0.9",
    "--lr 1.2 --steps 2000",
    "--optimizer momentum",
    "--optimizer adam",
    "--optimizer adamw --weight-decay 0.3 --init 123,-45",
    "--optimizer rmsprop --standardize",
    "--optimizer qhadam --batch 7 --lr 0.3,20:0.03",
    "--batch 10",
    "--sample cars --lr 0.0018",
    "--sample hubble --standardize",
    "--points 1",
    "--weight-decay 0.5 --vs optimizer=adam --vs lr=0.4",
};

/* Where it is shown, which tests below are about. */
static void the_sentence_is_shown_whole(void **state)
{
    (void)state;
    static const char *const sizes[] = {"1280x800", "1024x768", "1920x1080", "1280x800 --scale 2",
                                        "800x560"};
    for (size_t run = 0; run < sizeof RUNS / sizeof *RUNS; run++)
        for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
            char line[256];
            ui_harness h;
            snprintf(line, sizeof line, "--at 0 --size %s %s", sizes[size], RUNS[run]);
            harness_start(&h, line);
            for (size_t step = 0; step <= session_last(h.app.session); step += 1 + step / 8) {
                session_show(h.app.session, step);
                h.app.stale = true;
                assert_true(app_draw(&h.app));
                if (layout_here(&h).words.h > 0.0)
                    check_whole(&h, line);
            }
            harness_end(&h);
        }
}

/* All that is there but the words has its place by their room. */
static void nothing_moves_while_it_plays(void **state)
{
    (void)state;
    static const char *const lines[] = {"--interval 17", "--interval 17 --lr 1.2 --size 800x560",
                                        "--interval 17 --batch 10 --size 1024x768"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        const ui_rect word = harness_rect(&h, "words");
        const screen_layout before = layout_here(&h);
        const plot_frame frame = harness_data_frame(&h);
        assert_true(before.words.h > 0.0);
        for (int shown = 0; shown < 100; shown++) {
            harness_wait(&h, 17);
            const screen_layout at = layout_here(&h);
            const ui_rect now = harness_rect(&h, "words");
            const ui_rect area = harness_data_frame(&h).area;
            char words[SENTENCE_BYTES];
            assert_memory_equal(&now, &word, sizeof now);
            assert_memory_equal(&at, &before, sizeof at);
            assert_exactly(area.y + area.h, frame.area.y + frame.area.h);
            assert_true(words_drawn(&h, words) > 0);
        }
        harness_end(&h);
    }
}

static bool overlap(ui_rect a, ui_rect b)
{
    return fmin(a.w, b.w) > 0.0 && fmin(a.h, b.h) > 0.0 && a.x < b.x + b.w && b.x < a.x + a.w &&
           a.y < b.y + b.h && b.y < a.y + a.h;
}

static void the_words_have_a_place_of_their_own(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "--size 800x560",
        "--size 1024x768",
        "--size 1280x800",
        "--size 1280x800 --scale 2",
        "--size 1280x800 --vs lr=0.3 --vs lr=0.5",
        "--size 1024x768 --optimizer adam --show gradient",
        "--size 1280x800 --show loss --vs lr=0.3",
        "--size 1280x800 --show data",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char line[256], words[SENTENCE_BYTES];
        ui_harness h;
        snprintf(line, sizeof line, "--at 12 %s", lines[i]);
        harness_start(&h, line);
        const screen_layout at = layout_here(&h);
        const ui_rect others[] = {at.panel, at.bar, at.data, at.weights, at.loss, at.legend};
        assert_true(at.words.h > 0.0);
        assert_true(words_drawn(&h, words) > 0);
        for (size_t o = 0; o < sizeof others / sizeof *others; o++)
            assert_false(overlap(at.words, others[o]));
        assert_false(overlap(at.words, at.strip));
        assert_true(at.words.y + at.words.h <= at.window.h);
        harness_end(&h);
    }
}

/* In the smallest window the strip of Adam leaves the pictures no more than they need. */
static void the_words_give_way_before_the_pictures_do(void **state)
{
    (void)state;
    char words[SENTENCE_BYTES];
    ui_harness h;
    harness_start(&h, "--at 12 --size 800x560 --optimizer adam");
    const double height = layout_here(&h).data.h;
    assert_exactly(layout_here(&h).words.h, 0.0);
    assert_int_equal(words_drawn(&h, words), 0);
    harness_key(&h, SDLK_f, KMOD_NONE);
    assert_exactly(layout_here(&h).data.h, height);
    harness_end(&h);
}

static void key_and_word_hide_and_show_them(void **state)
{
    (void)state;
    char words[SENTENCE_BYTES];
    ui_harness h;
    harness_start(&h, "--at 12");
    const double with_words = layout_here(&h).data.h;
    assert_true(words_drawn(&h, words) > 0);
    harness_key(&h, SDLK_f, KMOD_NONE);
    assert_true(harness_view(&h)->hide_words);
    assert_false(harness_shows(&h, words));
    assert_true(layout_here(&h).data.h > with_words); /* their room is the picture's */
    harness_click_on(&h, "words");
    assert_false(harness_view(&h)->hide_words);
    assert_int_equal(harness_player(&h)->playhead, 12);
    assert_true(words_drawn(&h, words) > 0);
    assert_exactly(layout_here(&h).data.h, with_words);
    harness_end(&h);
}

static bool is_copied(ui_harness *h, const char *words)
{
    char *line = app_command_line(&h->app);
    assert_non_null(line);
    const bool has = strstr(line, words) != NULL;
    free(line);
    return has;
}

static void the_command_line_says_when_they_are_hidden(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show residuals,no-words");
    assert_true(harness_view(&h)->hide_words);
    assert_true(is_copied(&h, "no-words"));
    harness_key(&h, SDLK_f, KMOD_NONE);
    assert_false(is_copied(&h, "no-words"));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sentence_is_shown_whole),
        cmocka_unit_test(nothing_moves_while_it_plays),
        cmocka_unit_test(the_words_have_a_place_of_their_own),
        cmocka_unit_test(the_words_give_way_before_the_pictures_do),
        cmocka_unit_test(key_and_word_hide_and_show_them),
        cmocka_unit_test(the_command_line_says_when_they_are_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
