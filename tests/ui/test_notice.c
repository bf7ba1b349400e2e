#define _XOPEN_SOURCE 700
/* A run whose learning rate is above the limit: what is said of it, and the ways out. */
#include "cmocka_includes.h"
#include "model/remedy.h"
#include "screen/notice.h"
#include "text/number.h"
#include "ui/harness.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char USE[] = "notice/use", STANDARDIZE[] = "notice/standardize";

/* Ages from 20 to 70: with the intercept's ones beside them a bowl that is some thousand times
 * steeper one way than the other. */
static void give_ages(ui_harness *h)
{
    double x[26], y[26];
    for (int i = 0; i < 26; i++) {
        x[i] = 20.0 + 2.0 * i;
        y[i] = 3.0 * x[i] + 10.0 + (i % 3);
    }
    harness_give(h, x, y, 26);
}

static bool has(ui_harness *h, const char *path)
{
    return ui_find_control(&h->app.ui, path) != NULL;
}

/* The notice's own words: the only text that begins so. */
static const char *notice_text(ui_harness *h, const char *begin)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const char *text = canvas->bytes + canvas->shapes[i].first;
        if (canvas->shapes[i].kind == UI_SHAPE_TEXT && strncmp(text, begin, strlen(begin)) == 0)
            return text;
    }
    return "";
}

static double stable_rate(ui_harness *h)
{
    dh_rates rates = {0};
    assert_true(runs_rates(harness_runs(h), 0, &rates));
    return rates.stable;
}

static void a_rate_above_the_limit_is_told_before_the_run_is_played(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2 --at 0");
    assert_true(harness_shows(&h, "the learning rate 1.2 is above 1: this run will diverge"));
    assert_false(notice_of(h.app.session).alarming);
    harness_key(&h, SDLK_RIGHT, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_true(harness_shows(&h, "diverging: the learning rate 1.2 is above 1"));
    assert_true(notice_of(h.app.session).alarming);
    harness_end(&h);
    harness_start(&h, "--lr 0.1 --at 0");
    assert_string_equal(notice_of(h.app.session).text, "");
    assert_false(has(&h, USE));
    harness_end(&h);
}

/* What changes later: a rate that is too high only at first does not make the run diverge. */
static void a_rate_that_comes_down_later_makes_no_promise(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2,3:0.1 --at 0");
    assert_true(harness_shows(&h, "the learning rate 1.2 is above 1"));
    harness_end(&h);
}

static void loading_data_on_which_the_rate_diverges_says_so(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1 --at 100");
    give_ages(&h);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_true(strlen(notice_text(&h, "the learning rate 0.1 is above 0.000")) > 0);
    assert_true(has(&h, USE) && has(&h, STANDARDIZE));
    harness_end(&h);
}

/* What was left out of a file does not hide that it diverges, nor does an error. */
static void what_is_said_besides_leaves_the_ways_out(void **state)
{
    (void)state;
    char path[] = "/tmp/downhill-notice-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "w");
    fputs("age,pulse\n20,130\n30,160\n,2\n70,288\n", file);
    fclose(file);
    for (int small = 0; small < 2; small++) {
        ui_harness h;
        harness_start(&h, small ? "--lr 0.1 --at 0 --size 800x560" : "--lr 0.1 --at 0");
        assert_true(session_open(h.app.session, path));
        harness_wait(&h, 200);
        session_show(h.app.session, 0);
        harness_wait(&h, 20);
        const screen_notice notice = notice_of(h.app.session);
        assert_non_null(strstr(notice.text, ": 1 row skipped, no number in both columns (line 4)"));
        assert_non_null(strstr(notice.text, "\nthe learning rate 0.1 is above 0.000"));
        assert_true(has(&h, USE) && has(&h, STANDARDIZE));
        session_refuse(h.app.session, &(dh_error){.text = "no room left"});
        h.app.stale = true;
        assert_true(app_draw(&h.app));
        assert_true(harness_shows(&h, "no room left"));
        assert_true(has(&h, USE) && has(&h, STANDARDIZE));
        harness_end(&h);
    }
    remove(path);
}

/* One click, and the run converges; another, and everything is as before. */
static void the_first_way_out_is_a_rate_that_converges(void **state)
{
    (void)state;
    static const char *const lines[] = {"--lr 0.1 --at 0",
                                        "--lr 0.1 --at 30",
                                        "--lr 0.1 --at 0 --size 800x560",
                                        "--lr 0.1 --at 0 --show weights",
                                        "--lr 0.1 --at 0 --show loss --size 800x560",
                                        "--lr 0.1 --at 0 --optimizer momentum",
                                        "--lr 0.1 --at 0 --optimizer nesterov --scale 2"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        give_ages(&h);
        session_pause(h.app.session);
        const double stable = stable_rate(&h);
        harness_click_on(&h, USE);
        const double rate = harness_recipe(&h)->rate.first;
        char shown[NUMBER_BYTES];
        snprintf(shown, sizeof shown, "%.1e", rate);
        assert_exactly(rate, strtod(shown, NULL)); /* two digits */
        assert_true(rate > 0.0 && rate < stable);
        assert_false(has(&h, USE));
        const dh_run *run = &harness_runs(&h)->run[0];
        session_last(h.app.session);
        assert_true(run->row[100].loss < run->row[0].loss);
        assert_int_equal(harness_undo_all(&h), 2);
        assert_exactly(harness_recipe(&h)->rate.first, 0.1);
        harness_end(&h);
    }
}

/* The rate that was found to be fastest, or where none was the one that theory tells; half the
 * limit where that is next to the limit, as on a narrow bowl. */
static void the_better_advice_is_given(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2 --at 0");
    harness_settle(&h);
    assert_true(harness_shows(&h, "fastest 0.668: 7 steps"));
    assert_true(harness_shows(&h, "use 0.67")); /* the same */
    harness_end(&h);
    harness_start(&h, "--lr 1.2,50:1.5 --at 0");
    harness_settle(&h);
    assert_true(harness_shows(&h, "use 0.74")); /* in the long run: rates that change have no one */
    give_ages(&h);
    session_pause(h.app.session);
    const model_remedy remedy = remedy_at(harness_runs(&h), NULL, 0);
    assert_true(fabs(remedy.better / stable_rate(&h) - 0.5) <= 0.025);
    harness_end(&h);
}

static void only_rates_above_the_limit_are_lowered(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,20:1.5,40:0.05,60:2 --at 30");
    harness_click_on(&h, USE);
    const dh_schedule *rate = &harness_recipe(&h)->rate;
    const double expected[] = {0.74, 0.05, 0.74};
    assert_exactly(rate->first, 0.1);
    for (size_t i = 0; i < 3; i++)
        assert_exactly(dh_schedule_change(rate, i).rate, expected[i]);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

static void the_second_way_out_is_to_standardize(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1 --at 0");
    give_ages(&h);
    harness_click_on(&h, STANDARDIZE);
    assert_true(harness_scene(&h)->problem.standardize);
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    assert_false(has(&h, USE) || has(&h, STANDARDIZE));
    session_last(h.app.session);
    const dh_run *run = &harness_runs(&h)->run[0];
    assert_true(run->row[100].loss < 1.01 * harness_objective(&h)->minimum.loss);
    harness_end(&h);
}

/* Standardized x have a limit of their own: 1 for the mean of the squares, 1/n for their sum. */
static void standardizing_is_not_advised_where_it_does_not_help(void **state)
{
    (void)state;
    static const char *const lines[] = {"--lr 1.01 --at 0", "--lr 0.1 --at 0"};
    static const dh_loss_kind losses[] = {DH_LOSS_MEAN, DH_LOSS_SUM};
    for (int i = 0; i < 2; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        model_scene scene = *harness_scene(&h);
        scene.problem.loss = losses[i];
        session_change(h.app.session, &scene);
        give_ages(&h);
        assert_true(has(&h, USE));
        assert_false(has(&h, STANDARDIZE));
        scene = *harness_scene(&h);
        scene.problem.standardize = true;
        session_change(h.app.session, &scene);
        assert_true(remedy_at(harness_runs(&h), NULL, 0).needed); /* indeed */
        assert_false(remedy_at(harness_runs(&h), NULL, 0).standardize);
        harness_end(&h);
    }
}

static void a_diverged_run_has_the_ways_out_if_the_rate_is_why(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e9 --at 100");
    assert_true(strlen(notice_text(&h, "diverged at step")) > 0);
    assert_true(has(&h, USE));
    harness_end(&h);
    harness_start(&h, "--optimizer adam --lr 1e300 --at 100");
    assert_true(strlen(notice_text(&h, "diverged at step")) > 0);
    assert_false(has(&h, USE) || has(&h, STANDARDIZE));
    harness_end(&h);
}

/* The loss may fall at first, and with momentum swing on the way up: the notice stays. */
static void the_notice_does_not_flicker_while_it_plays(void **state)
{
    (void)state;
    static const char *const lines[] = {"--optimizer momentum --lr 1.92 --steps 60 --interval 1",
                                        "--lr 1.01 --steps 60 --interval 1",
                                        "--optimizer nesterov --lr 0.69 --steps 60 --interval 1"};
    int falls = 0;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        session_pause(h.app.session);
        char before[NOTICE_BYTES] = "";
        ui_rect box = {0};
        int changes = 0;
        for (size_t step = 0; step < 60; step++) {
            session_show(h.app.session, step);
            h.app.stale = true;
            assert_true(app_draw(&h.app));
            const screen_notice notice = notice_of(h.app.session);
            assert_true(notice.text[0] && has(&h, USE));
            const bool same = strcmp(before, notice.text) == 0 && h.app.pictures.notice.x == box.x;
            changes += !same;
            box = h.app.pictures.notice;
            strcpy(before, notice.text);
            const dh_row *row = harness_runs(&h)->run[0].row;
            falls += step > 0 && row[step].loss < row[step - 1].loss;
        }
        assert_true(changes <= 2);
        harness_end(&h);
    }
    assert_true(falls > 0); /* on the way up */
}

static void tab_reaches_the_buttons_and_enter_presses_them(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1 --at 0");
    give_ages(&h);
    session_pause(h.app.session);
    bool met[2] = {false, false};
    for (int i = 0; i < 80; i++) {
        harness_key(&h, SDLK_TAB, 0);
        met[0] |= h.app.ui.focus == ui_id_of(USE);
        met[1] |= h.app.ui.focus == ui_id_of(STANDARDIZE);
        if (met[0] && met[1])
            break;
    }
    assert_true(met[0] && met[1]);
    harness_key(&h, SDLK_RETURN, 0);
    assert_true(harness_scene(&h)->problem.standardize);
    harness_end(&h);
}

static void expect_inside(ui_rect inner, ui_rect outer)
{
    assert_true(ui_is_within(inner, outer));
}

static void the_buttons_lie_in_the_box_and_the_box_in_the_picture(void **state)
{
    (void)state;
    static const char *const looks[] = {"",
                                        "--size 800x560",
                                        "--size 800x560 --show slices,weights",
                                        "--size 800x560 --split 35",
                                        "--size 1024x768 --split 75 --scale 2",
                                        "--show loss"};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        for (int at = 0; at <= 100; at += 50) {
            char line[96];
            ui_harness h;
            snprintf(line, sizeof line, "--lr 0.1 --at 0 %s", looks[i]);
            harness_start(&h, line);
            give_ages(&h);
            session_show(h.app.session, (size_t)at);
            h.app.stale = true;
            assert_true(app_draw(&h.app));
            const ui_rect box = h.app.pictures.notice;
            const ui_rect use = harness_rect(&h, USE), other = harness_rect(&h, STANDARDIZE);
            expect_inside(use, box);
            expect_inside(other, box);
            assert_true(use.x + use.w <= other.x || use.y + use.h <= other.y);
            expect_inside(box, ui_canvas_rect(&h.app.ui.canvas));
            const ui_canvas *canvas = &h.app.ui.canvas;
            for (size_t s = 0; s < canvas->shape_count; s++) { /* its words, too */
                const ui_shape *shape = &canvas->shapes[s];
                const char *text = canvas->bytes + shape->first;
                const double left = shape->bounds.left / canvas->scale;
                const double right = shape->bounds.right / canvas->scale;
                if (shape->kind == UI_SHAPE_TEXT &&
                    (strstr(text, "the learning rate") == text || strstr(text, "diverg") == text) &&
                    strstr(text, "diverges above") != text)
                    expect_inside(
                        (ui_rect){left, shape->anchor.y / canvas->scale, right - left, 0.0}, box);
            }
            harness_end(&h);
        }
}

/* The weights picture below it would move the start. */
static void a_click_on_the_notice_reaches_nothing_below_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2 --at 30 --show weights");
    const ui_rect box = h.app.pictures.notice;
    const dh_weights init = harness_scene(&h)->init;
    harness_click(&h, box.x + 3.0, box.y + 3.0);
    harness_wheel(&h, box.x + 3.0, box.y + 3.0, 2);
    assert_exactly(harness_scene(&h)->init.slope, init.slope);
    assert_exactly(harness_scene(&h)->init.intercept, init.intercept);
    assert_false(harness_view(&h)->zoom.on);
    harness_click_on(&h, USE);
    assert_exactly(harness_scene(&h)->init.slope, init.slope);
    assert_exactly(harness_recipe(&h)->rate.first, 0.67);
    harness_end(&h);
}

/* The box that is drawn last before a text: what the text is on. */
static ui_rect box_below(ui_harness *h, const char *text)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    ui_rect box = {0};
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        const double scale = canvas->scale;
        if (shape->kind == UI_SHAPE_TEXT && strcmp(canvas->bytes + shape->first, text) == 0)
            return box;
        if (shape->kind == UI_SHAPE_BOX)
            box = (ui_rect){shape->bounds.left / scale, shape->bounds.top / scale,
                            (shape->bounds.right - shape->bounds.left) / scale,
                            (shape->bounds.bottom - shape->bounds.top) / scale};
    }
    fail_msg("nothing says '%s'", text);
    return box;
}

static void what_was_copied_is_said_beside_the_notice(void **state)
{
    (void)state;
    static const char *const looks[] = {"--size 800x560", "--size 1280x800",
                                        "--size 800x560 --scale 2", "--size 800x560 --show data",
                                        "--size 800x560 --show weights"};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        char line[96];
        ui_harness h;
        snprintf(line, sizeof line, "--sample cars --at 0 %s", looks[i]);
        harness_start(&h, line);
        const ui_rect notice = h.app.pictures.notice;
        assert_true(notice.h > 0.0);
        harness_key(&h, SDLK_c, KMOD_CTRL);
        const ui_rect card = box_below(&h, "Copied: paste it before this window closes");
        assert_false(ui_overlap(card, notice));
        assert_true(card.y > 0.5 * ui_canvas_rect(&h.app.ui.canvas).h); /* titles are above */
        expect_inside(card, ui_canvas_rect(&h.app.ui.canvas));
        assert_memory_equal(&h.app.pictures.notice, &notice, sizeof notice);
        harness_end(&h);
    }
}

static int open_clipboard(void **state)
{
    (void)state;
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    return SDL_InitSubSystem(SDL_INIT_VIDEO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rate_above_the_limit_is_told_before_the_run_is_played),
        cmocka_unit_test(a_rate_that_comes_down_later_makes_no_promise),
        cmocka_unit_test(loading_data_on_which_the_rate_diverges_says_so),
        cmocka_unit_test(what_is_said_besides_leaves_the_ways_out),
        cmocka_unit_test(the_first_way_out_is_a_rate_that_converges),
        cmocka_unit_test(the_better_advice_is_given),
        cmocka_unit_test(only_rates_above_the_limit_are_lowered),
        cmocka_unit_test(the_second_way_out_is_to_standardize),
        cmocka_unit_test(standardizing_is_not_advised_where_it_does_not_help),
        cmocka_unit_test(a_diverged_run_has_the_ways_out_if_the_rate_is_why),
        cmocka_unit_test(the_notice_does_not_flicker_while_it_plays),
        cmocka_unit_test(tab_reaches_the_buttons_and_enter_presses_them),
        cmocka_unit_test(the_buttons_lie_in_the_box_and_the_box_in_the_picture),
        cmocka_unit_test(a_click_on_the_notice_reaches_nothing_below_it),
        cmocka_unit_test(what_was_copied_is_said_beside_the_notice),
    };
    return cmocka_run_group_tests(tests, open_clipboard, NULL);
}
