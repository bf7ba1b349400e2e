/* How long the program may sleep: a paused window costs nothing, and nothing comes late. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "folder.h"
#include "ui/harness.h"

#include <SDL.h>
#include <fcntl.h>
#include <sys/stat.h>

static int wait_of(const ui_harness *h)
{
    return app_wait(&h->app, h->now_ms);
}

/* Paused, with all known. */
static void start_at_rest(ui_harness *h, const char *line)
{
    harness_start(h, line);
    while (wait_of(h) == 0)
        harness_wait(h, 1);
    assert_int_equal(wait_of(h), -1);
}

static void a_hint_is_waited_for_and_then_nothing_is(void **state)
{
    (void)state;
    ui_harness h;
    start_at_rest(&h, "--at 5");
    const ui_point play = harness_center(&h, "play");
    harness_move(&h, play.x, play.y);
    assert_int_equal(wait_of(&h), 600);
    assert_int_equal(harness_wait(&h, 599), 0);
    assert_int_equal(wait_of(&h), 1);
    assert_false(harness_shows(&h, "Play or pause (Space)"));
    assert_int_equal(harness_wait(&h, 1), 1);
    assert_true(harness_shows(&h, "Play or pause (Space)"));
    assert_int_equal(wait_of(&h), -1);
    harness_move(&h, play.x + 1.0, play.y); /* it stays while the pointer is there */
    assert_true(harness_shows(&h, "Play or pause (Space)"));
    harness_move(&h, 2.0, 2.0);
    assert_false(harness_shows(&h, "Play or pause (Space)"));
    assert_int_equal(wait_of(&h), -1);
    harness_end(&h);
}

static void another_control_makes_its_hint_wait_anew(void **state)
{
    (void)state;
    ui_harness h;
    start_at_rest(&h, "--at 5");
    const ui_point play = harness_center(&h, "play"), step = harness_center(&h, "step");
    harness_move(&h, play.x, play.y);
    harness_wait(&h, 500);
    harness_move(&h, step.x, step.y);
    assert_int_equal(wait_of(&h), 600);
    harness_wait(&h, 599);
    assert_false(harness_shows(&h, "One step forward (S or Right)"));
    harness_wait(&h, 1);
    assert_true(harness_shows(&h, "One step forward (S or Right)"));
    harness_end(&h);
}

static void what_was_copied_is_said_for_three_seconds(void **state)
{
    (void)state;
    ui_harness h;
    start_at_rest(&h, "--at 5");
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_true(harness_shows_part(&h, "downhill"));
    assert_int_equal(wait_of(&h), 3000);
    const ui_point play = harness_center(&h, "play");
    harness_move(&h, play.x, play.y);
    assert_int_equal(wait_of(&h), 600); /* what comes first */
    harness_wait(&h, 600);
    assert_int_equal(wait_of(&h), 2400);
    harness_wait(&h, 2399);
    assert_true(harness_shows_part(&h, "downhill"));
    harness_wait(&h, 1);
    assert_false(harness_shows_part(&h, "downhill"));
    assert_int_equal(wait_of(&h), -1);
    harness_end(&h);
}

static void a_run_that_plays_sleeps_from_step_to_step(void **state)
{
    (void)state;
    ui_harness h;
    start_at_rest(&h, "--at 5 --interval 100");
    harness_key(&h, SDLK_SPACE, KMOD_NONE);
    assert_int_equal(wait_of(&h), 100);
    assert_int_equal(harness_wait(&h, 99), 0);
    assert_int_equal(wait_of(&h), 1);
    harness_wait(&h, 1);
    assert_int_equal(harness_player(&h)->playhead, 6);
    assert_int_equal(wait_of(&h), 100);
    harness_wait(&h, 40);
    assert_int_equal(wait_of(&h), 60);
    const ui_point slider = harness_center(&h, "Start slope a₀/slider");
    harness_press(&h, slider.x, slider.y); /* a drag holds it */
    harness_wait(&h, 500);
    assert_int_equal(wait_of(&h), -1);
    harness_release(&h, slider.x, slider.y);
    harness_key(&h, SDLK_SPACE, KMOD_NONE);
    harness_move(&h, 2.0, 2.0);
    while (wait_of(&h) == 0)
        harness_wait(&h, 1);
    assert_int_equal(wait_of(&h), -1);
    harness_end(&h);
}

static void what_is_still_computed_is_not_waited_for(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 1000000 --at 5");
    assert_int_equal(wait_of(&h), 0);
    for (int i = 0; i < 100000 && runs_busy(harness_runs(&h)); i++) {
        assert_int_equal(wait_of(&h), 0);
        harness_wait(&h, 1);
    }
    assert_int_equal(harness_runs(&h)->run[0].known, 1000001);
    harness_end(&h);
}

/* Nobody has opened it to write: it is looked at now and then. */
static void a_pipe_is_looked_at_twenty_times_a_second(void **state)
{
    (void)state;
    ui_harness h;
    start_at_rest(&h, "--at 5");
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_true(session_open(h.app.session, "pipe"));
    assert_int_equal(wait_of(&h), 0);
    harness_wait(&h, 1);
    assert_int_equal(wait_of(&h), 50);
    assert_true(harness_shows_part(&h, "reading pipe"));
    harness_key(&h, SDLK_SPACE, KMOD_NONE);
    assert_int_equal(wait_of(&h), 20); /* a step comes sooner */
    harness_key(&h, SDLK_SPACE, KMOD_NONE);
    const int writer = open("pipe", O_WRONLY | O_NONBLOCK);
    assert_true(writer >= 0);
    assert_int_equal(write(writer, "1,2\n3,5\n4,4\n", 12), 12);
    close(writer);
    for (int i = 0; i < 1000 && session_loading(h.app.session); i++)
        harness_wait(&h, 1);
    assert_int_equal(harness_runs(&h)->problem.n, 3);
    assert_false(harness_shows_part(&h, "reading pipe"));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hint_is_waited_for_and_then_nothing_is),
        cmocka_unit_test(another_control_makes_its_hint_wait_anew),
        cmocka_unit_test(what_was_copied_is_said_for_three_seconds),
        cmocka_unit_test(a_run_that_plays_sleeps_from_step_to_step),
        cmocka_unit_test(what_is_still_computed_is_not_waited_for),
        test_in_folder(a_pipe_is_looked_at_twenty_times_a_second),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
