/* Files of a person's own run: dropped, typed, read again, wrong, copied. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "ui/files.h"
#include "ui/traces.h"

/* Copies one of the reference's traces, so that it can be changed. */
static void copy_trace(const char *trace, const char *name)
{
    char path[512], text[16384];
    snprintf(path, sizeof path, REFERENCE_DIR "/traces/%s.csv", trace);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    write_file(name, text);
}

static void drop(ui_harness *h, const char *path)
{
    SDL_Event event = {.type = SDL_DROPFILE};
    event.drop.file = SDL_strdup(path);
    harness_send(h, event);
    harness_wait(h, 200);
}

static void a_dropped_trace_is_a_run_beside_this_one(void **state)
{
    (void)state;
    ui_harness h;
    char line[512];
    copy_trace("half", "mine.csv");
    snprintf(line, sizeof line, "%s --at 12 --init 2,2", POINTS);
    harness_start_folded(&h, line);
    drop(&h, in_folder("mine.csv"));
    const model_scene *scene = harness_scene(&h);
    assert_int_equal(scene->count, 2);
    assert_true(harness_shows(&h, "mine.csv"));
    assert_true(harness_shows(&h, "41 rows"));
    assert_int_equal(scene->steps, 40);
    assert_exactly(scene->init.slope, -1.0); /* where it begins */
    assert_exactly(scene->init.intercept, 1.0);
    const dh_run *run = &harness_runs(&h)->run[1];
    assert_int_equal(run->known, 41);
    assert_exactly(run->row[1].weights.slope, -0.85568493310722082);
    assert_exactly(run->row[1].loss, dh_objective_loss(harness_objective(&h), run->row[1].weights));
    assert_string_equal(verdict(&h), "half");
    assert_true(harness_shows_part(&h, "departs at step 1: it is the gradient of half the mean"));
    harness_key(&h, SDLK_z, KMOD_CTRL);
    assert_int_equal(harness_scene(&h)->count, 1);
    assert_int_equal(harness_scene(&h)->steps, 100);
    assert_exactly(harness_scene(&h)->init.slope, 2.0);
    harness_key(&h, SDLK_y, KMOD_CTRL);
    assert_string_equal(verdict(&h), "half");
    harness_end(&h);
}

static void f5_reads_it_again(void **state)
{
    (void)state;
    ui_harness h;
    char line[512];
    copy_trace("half", "live.csv");
    set_changed("live.csv", 1000);
    snprintf(line, sizeof line, "%s --lr 0.1 --at 3 --trace %s", POINTS, in_folder("live.csv"));
    harness_start_folded(&h, line);
    assert_string_equal(verdict(&h), "half");
    copy_trace("agree", "live.csv");
    set_changed("live.csv", 2000);
    look_away_and_back(&h);
    assert_true(harness_shows(&h, "live.csv has changed on the disk: F5 reads it again"));
    assert_string_equal(verdict(&h), "half");
    harness_key(&h, SDLK_F5, KMOD_NONE);
    harness_wait(&h, 200);
    assert_string_equal(verdict(&h), "agree");
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_int_equal(harness_runs(&h)->problem.n, 100);
    const model_trace *read = scene_trace(harness_scene(&h));
    harness_key(&h, SDLK_F5, KMOD_NONE); /* as it is: nothing changes */
    harness_wait(&h, 200);
    assert_ptr_equal(scene_trace(harness_scene(&h)), read);
    write_file("live.csv", "w,b\n1,2\n1.5,2.5\n");
    set_changed("live.csv", 3000);
    harness_key(&h, SDLK_F5, KMOD_NONE);
    harness_wait(&h, 200);
    assert_int_equal(harness_scene(&h)->steps, 1); /* as long as it is, from where it begins */
    assert_exactly(harness_scene(&h)->init.slope, 1.0);
    remove(in_folder("live.csv"));
    harness_key(&h, SDLK_F5, KMOD_NONE);
    harness_wait(&h, 200);
    assert_true(harness_shows_part(&h, "live.csv cannot be read"));
    assert_int_equal(harness_scene(&h)->count, 2); /* what was there stays */
    harness_end(&h);
}

static void what_is_no_trace_leaves_all_as_it_was(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"slope,intercept\n1,2\n", "bad.csv: there is one row, and so no step"},
        {"slope,intercept\nnan,2\n1,2\n", "bad.csv: the first row is not finite"},
        {"slope,intercept\n1,2\nabc,3\n", "bad.csv: line 3"},
        {"slope,intercept\n", "bad.csv: there are no rows in it"},
        {"step,w,b\n0,1,2\n10,2,3\n", "a row for every step is needed"},
    };
    ui_harness h;
    harness_start_folded(&h, "--at 3");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file("bad.csv", cases[i].text);
        drop(&h, in_folder("bad.csv"));
        if (!strstr(harness_error(&h), cases[i].says))
            fail_msg("%s: %s", cases[i].says, harness_error(&h));
        assert_int_equal(harness_scene(&h)->count, 1);
    }
    harness_end(&h);
}

/* By the names of its columns; a table that can be both is points. */
static void a_trace_is_told_from_points(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool trace;
    } cases[] = {
        {"x,y\n1,2\n3,4\n", false},
        {"1,2\n3,4\n", false},
        {"slope,height\n1,2\n3,4\n", false},
        {"step,slope,intercept,loss\n0,1,2,3\n1,3,4,5\n", true},
        {"M;B\n1;2\n3;4\n", true},
        {"theta0,theta1\n1,2\n3,4\n", true},
        {"epoch,Weight,Bias\n0,1,2\n1,3,4\n", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ui_harness h;
        write_file("either.csv", cases[i].text);
        harness_start_folded(&h, "--at 3");
        drop(&h, in_folder("either.csv"));
        assert_string_equal(harness_error(&h), "");
        assert_int_equal(harness_scene(&h)->count, cases[i].trace ? 2 : 1);
        assert_int_equal(harness_runs(&h)->problem.n, cases[i].trace ? 100 : 2);
        harness_end(&h);
    }
}

/* The open box reads both, too. */
static void a_typed_path_opens_a_trace(void **state)
{
    (void)state;
    ui_harness h;
    copy_trace("agree", "typed.csv");
    harness_start_folded(&h, "--at 3");
    harness_key(&h, SDLK_o, KMOD_CTRL);
    for (const char *at = in_folder("typed.csv"); *at; at++)
        harness_type(&h, (const char[]){*at, '\0'});
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    harness_wait(&h, 200);
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_true(harness_shows(&h, "typed.csv"));
    harness_end(&h);
}

static void there_is_room_for_eight_runs(void **state)
{
    (void)state;
    ui_harness h;
    copy_trace("half", "eighth.csv");
    harness_start_folded(&h, "--at 3 --vs lr=0.2 --vs lr=0.3 --vs lr=0.4 --vs lr=0.5 --vs lr=0.6 "
                             "--vs lr=0.7 --vs lr=0.8");
    drop(&h, in_folder("eighth.csv"));
    assert_true(harness_shows_part(&h, "8 runs are shown already: remove one to open eighth.csv"));
    harness_click_on(&h, "run 8/remove");
    drop(&h, in_folder("eighth.csv"));
    assert_int_equal(harness_scene(&h)->count, 8);
    assert_non_null(scene_trace(harness_scene(&h)));
    harness_type(&h, "6");
    harness_click_on(&h, "mistake/uphill");
    assert_true(harness_shows_part(&h, "8 runs are shown already: remove one to show another"));
    harness_end(&h);
}

/* What is copied opens the same again, with rates that would else be found from the file. */
static void the_copied_line_has_it(void **state)
{
    (void)state;
    static const char *const options[] = {
        "--lr 0.1", "", "--lr 0.1 --vs lr=0.3 --vs \"mistake=accumulated\"",
        "--lr 0.1 --batch 10 --vs mistake=uphill --init -1,1 --steps 20",
        "--trace 'a file.csv' --columns 'down, up'"};
    write_file("a file.csv", "down,\"up\"\n1,2\n2,3\n4,5\n");
    assert_int_equal(chdir(folder), 0);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        ui_harness h, again;
        if (strstr(options[i], "--trace"))
            harness_start_folded(&h, "--at 1 --trace 'a file.csv' --columns down,up");
        else
            start_with(&h, "half", options[i]);
        char *line = app_command_line(&h.app);
        assert_non_null(strstr(line, " --trace "));
        assert_non_null(strstr(line, " --lr "));
        harness_start_folded(&again, line + strlen("downhill "));
        char *second = app_command_line(&again.app);
        assert_string_equal(line, second);
        assert_int_equal(harness_scene(&h)->count, harness_scene(&again)->count);
        for (int run = 0; run < harness_scene(&h)->count; run++)
            assert_memory_equal(harness_runs(&h)->run[run].row, harness_runs(&again)->run[run].row,
                                harness_runs(&h)->run[run].known * sizeof(dh_row));
        assert_string_equal(verdict(&h), verdict(&again));
        free(line);
        free(second);
        harness_end(&h);
        harness_end(&again);
    }
}

static void a_trace_that_overflows_is_shown_up_to_there(void **state)
{
    (void)state;
    ui_harness h;
    char text[8192] = "slope,intercept\n";
    double w = -1.0;
    for (int i = 0; i < 60; i++, w *= -1e6)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%.17g,%.17g\n", w, -w);
    write_file("wild.csv", text);
    harness_start_folded(&h, "--at 3");
    drop(&h, in_folder("wild.csv"));
    const dh_run *run = &harness_runs(&h)->run[1];
    assert_true(run->diverged && run->known > 10 && run->known < 60);
    assert_true(checked(&h)->judged);
    harness_key(&h, SDLK_END, KMOD_NONE);
    assert_true(harness_shows(&h, "diverged"));
    write_file("nan.csv", "slope,intercept\n-1,1\nnan,nan\n2,3\n");
    drop(&h, in_folder("nan.csv"));
    assert_true(harness_shows_part(&h, "the second row is not finite"));
    harness_key(&h, SDLK_END, KMOD_NONE);
    assert_int_equal(harness_runs(&h)->run[1].known, 1);
    harness_end(&h);
}

static void a_million_rows_are_shown(void **state)
{
    (void)state;
    ui_harness h;
    FILE *file = fopen(in_folder("long.csv"), "w");
    assert_non_null(file);
    fputs("slope,intercept\n", file);
    for (int i = 0; i <= 1000000; i++)
        fprintf(file, "%.9g,1\n", i * 1e-6);
    fclose(file);
    harness_start_folded(&h, "--at 3");
    drop(&h, in_folder("long.csv"));
    for (int i = 0; session_loading(h.app.session) || runs_busy(harness_runs(&h)); i++) {
        assert_true(i < 100000);
        harness_wait(&h, 1);
    }
    assert_int_equal(harness_scene(&h)->steps, 1000000);
    assert_int_equal(harness_runs(&h)->run[1].known, 1000001);
    assert_true(checked(&h)->judged);
    assert_int_equal(checked(&h)->rows, 20001);
    harness_end(&h);
    remove(in_folder("long.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dropped_trace_is_a_run_beside_this_one),
        cmocka_unit_test(f5_reads_it_again),
        cmocka_unit_test(what_is_no_trace_leaves_all_as_it_was),
        cmocka_unit_test(a_trace_is_told_from_points),
        cmocka_unit_test(a_typed_path_opens_a_trace),
        cmocka_unit_test(there_is_room_for_eight_runs),
        cmocka_unit_test(the_copied_line_has_it),
        cmocka_unit_test(a_trace_that_overflows_is_shown_up_to_there),
        cmocka_unit_test(a_million_rows_are_shown),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
