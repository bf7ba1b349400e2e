/* Points that come in: a path that is typed, a file that is dropped, cells that are pasted. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "ui/files.h"
#include "ui/points.h"

/* A key at a time, as SDL has no room for more in an event. */
static void type_path(ui_harness *h, const char *name)
{
    for (const char *at = in_folder(name); *at; at++)
        harness_type(h, (const char[]){*at, '\0'});
}

static const dh_source *source(const ui_harness *h)
{
    return &harness_scene(h)->problem.source;
}

static void drop(ui_harness *h, Uint32 type, const char *text)
{
    SDL_Event event = {.type = type};
    event.drop.file = SDL_strdup(text);
    harness_send(h, event);
    harness_wait(h, 200);
}

static void assert_points(const ui_harness *h, size_t n, double last_x, double last_y)
{
    const dh_problem *problem = &harness_runs(h)->problem;
    assert_int_equal(source(h)->kind, DH_SOURCE_GIVEN);
    assert_int_equal(problem->n, n);
    assert_exactly(problem->x[n - 1], last_x);
    assert_exactly(problem->y[n - 1], last_y);
}

static void a_typed_path_opens_a_file(void **state)
{
    (void)state;
    ui_harness h;
    write_file("ages.csv", "age,height\n1,2\n3,4\n5,7\n");
    harness_start(&h, "--at 12");
    harness_key(&h, SDLK_i, KMOD_NONE);
    assert_true(harness_shows(&h, "Open a file"));
    type_path(&h, "ages.csv");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    harness_wait(&h, 200);
    assert_points(&h, 3, 5.0, 7.0);
    assert_false(harness_shows(&h, "Open a file"));
    assert_true(harness_shows(&h, "age"));
    assert_true(harness_shows(&h, "height"));
    harness_key(&h, SDLK_z, KMOD_CTRL);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    harness_end(&h);
}

static void tab_completes_a_path(void **state)
{
    (void)state;
    ui_harness h;
    write_file("unlike.csv", "1,2\n3,9\n");
    write_file("beans a.csv", "1,2\n");
    write_file("beans b.csv", "1,3\n");
    harness_start(&h, "--at 12");
    harness_key(&h, SDLK_o, KMOD_CTRL);
    type_path(&h, "be");
    harness_key(&h, SDLK_TAB, KMOD_NONE);
    assert_true(harness_shows(&h, "Several files begin so"));
    assert_string_equal(h.app.ui.edit.text, in_folder("beans "));
    harness_key(&h, SDLK_a, KMOD_CTRL);
    type_path(&h, "unl");
    harness_key(&h, SDLK_TAB, KMOD_NONE);
    assert_true(harness_shows(&h, in_folder("unlike.csv")));
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    harness_wait(&h, 200);
    assert_points(&h, 2, 3.0, 9.0);
    harness_end(&h);
}

static void what_is_no_file_is_said_where_it_is_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    harness_key(&h, SDLK_i, KMOD_NONE);
    type_path(&h, "none.csv");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_true(harness_shows(&h, "none.csv cannot be read: No such file or directory"));
    assert_true(harness_shows(&h, in_folder("none.csv")));
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    assert_false(harness_shows(&h, "Open a file"));
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_end(&h);
}

static void a_dropped_file_is_read(void **state)
{
    (void)state;
    ui_harness h;
    write_file("dropped.csv", "x,y\n1,2\n,4\n6,8\n");
    harness_start(&h, "--at 12");
    drop(&h, SDL_DROPFILE, in_folder("dropped.csv"));
    assert_points(&h, 2, 6.0, 8.0);
    assert_true(
        harness_shows(&h, "dropped.csv: 1 row skipped, no number in both columns (line 3)"));
    drop(&h, SDL_DROPTEXT, "1 2\n3 5");
    assert_points(&h, 2, 3.0, 5.0);
    harness_end(&h);
}

/* Also where it cannot be read: then the notice says why. What was typed is left. */
static void a_drop_closes_the_open_box(void **state)
{
    (void)state;
    write_file("good.csv", "1,2\n6,8\n");
    write_file("bad.csv", "1,2\n3,abc\n");
    static const char *const names[] = {"good.csv", "bad.csv", "none.csv"};
    for (int i = 0; i < 3; i++) {
        ui_harness h;
        harness_start(&h, "--at 12");
        harness_key(&h, SDLK_i, KMOD_NONE);
        type_path(&h, "b");
        drop(&h, SDL_DROPFILE, in_folder(names[i]));
        assert_false(harness_shows(&h, "Open a file"));
        assert_int_equal(source(&h)->kind, i == 0 ? DH_SOURCE_GIVEN : DH_SOURCE_GENERATED);
        assert_int_equal(harness_error(&h)[0] == '\0', i == 0);
        harness_key(&h, SDLK_e, KMOD_NONE);
        assert_true(harness_view(&h)->residuals); /* the keyboard is the commands' again */
        harness_click_on(&h, "Learning rate/number");
        harness_type(&h, "7");
        assert_string_equal(h.app.ui.edit.text, "7");
        harness_end(&h);
    }
}

static void a_file_that_is_wrong_leaves_what_was_there(void **state)
{
    (void)state;
    ui_harness h;
    write_file("wrong.csv", "x,y\n1,2\n3,abc\n");
    harness_start(&h, "--at 12 --sample cars");
    drop(&h, SDL_DROPFILE, in_folder("wrong.csv"));
    assert_true(harness_shows(&h, "wrong.csv: line 3, column y: \"abc\" is no number"));
    assert_int_equal(harness_runs(&h)->problem.n, 50);
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_end(&h);
}

static void cells_are_pasted(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    SDL_SetClipboardText("dose\teffect\n0,5\t1\n1,5\t2\n");
    harness_key(&h, SDLK_v, KMOD_CTRL);
    harness_wait(&h, 200);
    assert_points(&h, 2, 1.5, 2.0);
    assert_true(harness_shows(&h, "dose"));
    harness_scroll_to(&h, "source");
    assert_true(harness_shows(&h, "pasted points"));
    SDL_SetClipboardText("");
    harness_key(&h, SDLK_v, KMOD_CTRL);
    assert_true(harness_shows(&h, "there is nothing that can be pasted"));
    harness_end(&h);
}

static void a_file_that_has_changed_is_offered_and_read_again(void **state)
{
    (void)state;
    ui_harness h;
    char line[300];
    write_file("live.csv", "1,2\n3,4\n");
    set_changed("live.csv", 1000);
    snprintf(line, sizeof line, "--at 12 --data %s", in_folder("live.csv"));
    harness_start(&h, line);
    look_away_and_back(&h);
    assert_false(harness_shows(&h, "live.csv has changed on the disk: F5 reads it again"));
    write_file("live.csv", "1,2\n3,9\n");
    set_changed("live.csv", 2000);
    look_away_and_back(&h);
    assert_true(harness_shows(&h, "live.csv has changed on the disk: F5 reads it again"));
    harness_key(&h, SDLK_c, KMOD_CTRL);
    assert_true(
        harness_shows(&h, "the file has changed since: F5 reads it again, Ctrl+S saves this"));
    harness_key(&h, SDLK_F5, KMOD_NONE);
    harness_wait(&h, 200);
    assert_points(&h, 2, 3.0, 9.0);
    harness_end(&h);
}

static void points_in_no_file_cannot_be_read_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --sample cars");
    harness_key(&h, SDLK_F5, KMOD_NONE);
    assert_true(harness_shows(&h, "these points are in no file that could be read again"));
    harness_end(&h);
}

/* Documents without points in them. */
static void have_documents(void)
{
    static const char *const names[] = {"points.csv", "points 2.csv", "points 3.csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(in_folder(names[i]));
    setenv("HOME", folder, 1);
    unsetenv("XDG_CONFIG_HOME");
}

/* The file was shown before; what is drawn now is in none. */
static void drawn_points_cannot_be_read_again(void **state)
{
    (void)state;
    ui_harness h;
    write_file("before.csv", "1,2\n3,4\n");
    harness_start(&h, "--at 12");
    drop(&h, SDL_DROPFILE, in_folder("before.csv"));
    session_draw(h.app.session);
    harness_key(&h, SDLK_F5, KMOD_NONE);
    harness_wait(&h, 200);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    assert_true(harness_shows(&h, "these points are in no file that could be read again"));
    harness_end(&h);
}

static void points_are_saved_among_the_documents(void **state)
{
    (void)state;
    ui_harness h;
    have_documents();
    harness_start(&h, "--at 12 --xy '1,2 3,4 0.1,1e-300'");
    harness_key(&h, SDLK_s, KMOD_CTRL);
    assert_true(harness_shows(&h, "Saved the points"));
    assert_true(harness_shows(&h, in_folder("points.csv")));
    assert_int_equal(source(&h)->given->place.kind, DH_POINTS_FILE);
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_key(&h, SDLK_s, KMOD_CTRL);
    assert_int_equal(access(in_folder("points 2.csv"), F_OK), 0);
    drop(&h, SDL_DROPFILE, in_folder("points.csv"));
    assert_points(&h, 3, 0.1, 1e-300);
    harness_end(&h);
}

/* A copy is no change: all that is seen stays, and the points are still those of their file. */
static void saving_changes_nothing_that_is_seen(void **state)
{
    (void)state;
    ui_harness h;
    have_documents();
    harness_start(&h, "--at 12 --lr 0.01 --zoom 0,1,0,1 --xy '1,2 3,4 5,5'");
    for (int copies = 0; copies < 2; copies++) {
        harness_key(&h, SDLK_s, KMOD_CTRL);
        assert_true(harness_shows(&h, "Saved the points"));
        assert_string_equal(source(&h)->given->place.path, in_folder("points.csv"));
        assert_true(harness_view(&h)->zoom.on);
        assert_exactly(harness_view(&h)->zoom.range.slope.high, 1.0);
        assert_int_equal(harness_player(&h)->playhead, 12);
        assert_false(harness_player(&h)->playing);
    }
    harness_key(&h, SDLK_RIGHTBRACKET, KMOD_NONE);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_string_equal(source(&h)->given->place.path, in_folder("points.csv"));
    harness_end(&h);
}

/* What the session has is then in no file any more. */
static void points_of_a_file_that_has_changed_are_saved_as_another(void **state)
{
    (void)state;
    ui_harness h;
    char line[300];
    have_documents();
    write_file("old.csv", "1,2\n3,4\n");
    set_changed("old.csv", 1000);
    snprintf(line, sizeof line, "--at 12 --data %s", in_folder("old.csv"));
    harness_start(&h, line);
    write_file("old.csv", "1,2\n3,9\n");
    set_changed("old.csv", 2000);
    harness_key(&h, SDLK_s, KMOD_CTRL);
    assert_string_equal(source(&h)->given->place.path, in_folder("points.csv"));
    assert_points(&h, 2, 3.0, 4.0);
    harness_end(&h);
}

static void drawn_points_that_are_saved_are_still_drawn(void **state)
{
    (void)state;
    ui_harness h;
    have_documents();
    harness_start(&h, "--at 12 --batch 10");
    harness_key(&h, SDLK_s, KMOD_CTRL);
    assert_true(harness_shows(&h, "Saved the points"));
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    harness_end(&h);
}

static void a_big_file_is_read_while_the_window_lives(void **state)
{
    (void)state;
    ui_harness h;
    FILE *file = fopen(in_folder("big.csv"), "w");
    assert_non_null(file);
    for (int i = 0; i < 400000; i++)
        fprintf(file, "%d.25,%d.5\n", i, 2 * i);
    fclose(file);
    harness_start(&h, "--at 12");
    SDL_Event event = {.type = SDL_DROPFILE};
    event.drop.file = SDL_strdup(in_folder("big.csv"));
    harness_send(&h, event);
    harness_wait(&h, 2);
    assert_true(session_loading(h.app.session));
    assert_int_equal(app_wait(&h.app, h.now_ms), 0);
    harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_int_equal(harness_player(&h)->playhead, 13);
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    assert_false(session_loading(h.app.session));
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    drop(&h, SDL_DROPFILE, in_folder("big.csv"));
    assert_points(&h, 400000, 399999.25, 799998.5);
    harness_end(&h);
}

/* Of a slider, the start, and a point. The rest of the drag is about nothing that is there. */
static void points_that_arrive_end_a_drag_and_are_an_undo_of_their_own(void **state)
{
    (void)state;
    write_file("late.csv", "1,2\n6,8\n3,3\n");
    for (int dragged = 0; dragged < 3; dragged++) {
        ui_harness h;
        harness_start(&h, "--at 12 --show edit");
        const plot_frame weights = h.app.pictures.frames.weights;
        const dh_weights init = harness_scene(&h)->init;
        const ui_point from[] = {harness_center(&h, "Start slope a₀/slider"),
                                 plot_at(&weights, init.slope, init.intercept), place_of(&h, 7)};
        const ui_point at = from[dragged];
        harness_press(&h, at.x, at.y);
        harness_move(&h, at.x + 20.0, at.y);
        const model_scene before = *harness_scene(&h);
        scene_hold(&before);
        drop(&h, SDL_DROPFILE, in_folder("late.csv"));
        harness_move(&h, at.x + 40.0, at.y);
        harness_release(&h, at.x + 40.0, at.y);
        assert_points(&h, 3, 3.0, 3.0);
        assert_exactly(harness_scene(&h)->init.slope, before.init.slope);
        assert_false(harness_player(&h)->waiting);
        harness_key(&h, SDLK_z, KMOD_CTRL);
        assert_true(fields_same_scene(&before, harness_scene(&h)));
        assert_int_equal(harness_undo_all(&h), 1);
        assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
        scene_drop(&before);
        harness_end(&h);
    }
}

/* The second click is then the first on what has come. */
static void points_that_arrive_end_a_double_click(void **state)
{
    (void)state;
    write_file("late.csv", "1,2\n6,8\n3,3\n");
    ui_harness h;
    harness_start(&h, "--at 12");
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_click(&h, area.x + 20.0, area.y + 20.0);
    drop(&h, SDL_DROPFILE, in_folder("late.csv"));
    SDL_Event second = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                   .button = SDL_BUTTON_LEFT,
                                   .clicks = 2,
                                   .x = (int)area.x + 20,
                                   .y = (int)area.y + 20}};
    harness_send(&h, second);
    second.button.type = SDL_MOUSEBUTTONUP;
    harness_send(&h, second);
    assert_points(&h, 3, 3.0, 3.0);
    assert_int_equal(harness_undo_all(&h), 2);
    harness_end(&h);
}

/* A folder, and a clipboard with no display. */
static int open_all(void **state)
{
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    return make_folder(state) == 0 && SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_typed_path_opens_a_file),
        cmocka_unit_test(tab_completes_a_path),
        cmocka_unit_test(what_is_no_file_is_said_where_it_is_typed),
        cmocka_unit_test(a_dropped_file_is_read),
        cmocka_unit_test(a_drop_closes_the_open_box),
        cmocka_unit_test(a_file_that_is_wrong_leaves_what_was_there),
        cmocka_unit_test(cells_are_pasted),
        cmocka_unit_test(a_file_that_has_changed_is_offered_and_read_again),
        cmocka_unit_test(points_in_no_file_cannot_be_read_again),
        cmocka_unit_test(drawn_points_cannot_be_read_again),
        cmocka_unit_test(points_are_saved_among_the_documents),
        cmocka_unit_test(saving_changes_nothing_that_is_seen),
        cmocka_unit_test(points_of_a_file_that_has_changed_are_saved_as_another),
        cmocka_unit_test(drawn_points_that_are_saved_are_still_drawn),
        cmocka_unit_test(a_big_file_is_read_while_the_window_lives),
        cmocka_unit_test(points_that_arrive_end_a_drag_and_are_an_undo_of_their_own),
        cmocka_unit_test(points_that_arrive_end_a_double_click),
    };
    return cmocka_run_group_tests(tests, open_all, remove_folder);
}
