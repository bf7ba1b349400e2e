#include "cmocka_includes.h"
#include "model/undo.h"

/* A scene that is told from others by its number of steps. */
static model_scene numbered(size_t steps)
{
    model_scene scene = scene_default();
    scene.steps = steps;
    return scene;
}

static void note(model_undo *undo, size_t steps)
{
    const model_scene scene = numbered(steps);
    undo_note(undo, &scene);
}

static void begin(model_undo *undo)
{
    const model_scene first = numbered(1);
    *undo = (model_undo){.scene = NULL};
    assert_true(undo_init(undo, &first));
}

static void changes_are_undone_and_redone_in_order(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    for (size_t i = 2; i <= 4; i++, undo_end_gesture(&undo))
        note(&undo, i);
    for (size_t i = 3; i >= 1; i--) {
        assert_int_equal(undo_peek(&undo, -1)->steps, i);
        undo_go(&undo, -1);
    }
    assert_null(undo_peek(&undo, -1));
    undo_go(&undo, 1);
    assert_int_equal(undo_peek(&undo, 1)->steps, 3);
    note(&undo, 9); /* what came after is gone */
    assert_null(undo_peek(&undo, 1));
    assert_int_equal(undo_peek(&undo, -1)->steps, 2);
    undo_free(&undo);
}

static void the_changes_of_a_gesture_are_one(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    for (size_t i = 2; i <= 5; i++)
        note(&undo, i);
    assert_int_equal(undo_peek(&undo, -1)->steps, 1);
    note(&undo, 1); /* it ends where it began: nothing to undo */
    assert_null(undo_peek(&undo, -1));
    undo_end_gesture(&undo);
    note(&undo, 7);
    assert_int_equal(undo_peek(&undo, -1)->steps, 1);
    undo_free(&undo);
}

static void the_second_press_goes_on_with_what_the_first_changed(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    undo_press(&undo, false);
    note(&undo, 2);
    undo_end_gesture(&undo);
    undo_press(&undo, true);
    note(&undo, 3);
    assert_int_equal(undo_peek(&undo, -1)->steps, 1);
    undo_end_gesture(&undo);
    undo_press(&undo, false); /* which changes nothing */
    undo_press(&undo, true);
    note(&undo, 4);
    assert_int_equal(undo_peek(&undo, -1)->steps, 3);
    undo_free(&undo);
}

static void the_oldest_makes_room_for_the_newest(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    for (size_t i = 2; i <= UNDO_SCENES + 10; i++, undo_end_gesture(&undo))
        note(&undo, i);
    size_t undone = 0, steps = 0;
    for (; undo_peek(&undo, -1); undone++, undo_go(&undo, -1))
        steps = undo_peek(&undo, -1)->steps;
    assert_int_equal(undone, UNDO_SCENES - 1);
    assert_int_equal(steps, 11);
    undo_free(&undo);
}

/* Whatever is kept of a schedule is let go of again. */
static void no_scene_is_held_longer_than_it_is_kept(void **state)
{
    (void)state;
    model_undo undo;
    model_scene scene = numbered(2);
    const dh_rate_change changes[] = {{5, 0.5}};
    dh_schedule *rate = &scene.run[0].recipe.rate;
    assert_true(dh_schedule_make(rate, 0.1, changes, 1, NULL));
    begin(&undo);
    undo_note(&undo, &scene);
    assert_int_equal(rate->later->holders, 2);
    undo_note(&undo, &scene); /* in its place */
    assert_int_equal(rate->later->holders, 2);
    undo_end_gesture(&undo);
    undo_go(&undo, -1);
    note(&undo, 3);
    assert_int_equal(rate->later->holders, 1);
    undo_end_gesture(&undo);
    undo_note(&undo, &scene);
    undo_free(&undo);
    assert_int_equal(rate->later->holders, 1);
    dh_schedule_drop(rate);
}

enum { SET_POINTS = 1000 };

/* Notes a scene of so many steps with points of its own, which nobody else holds then. */
static void note_points(model_undo *undo, size_t steps)
{
    static double numbers[SET_POINTS];
    const dh_points_def def = {.x = numbers, .y = numbers, .n = SET_POINTS};
    model_scene scene = numbered(steps);
    scene.problem.source.kind = DH_SOURCE_GIVEN;
    scene.problem.source.given = dh_points_create(&def, NULL);
    assert_non_null(scene.problem.source.given);
    undo_note(undo, &scene);
    undo_end_gesture(undo);
    dh_points_drop(scene.problem.source.given);
}

static int undo_everything(model_undo *undo)
{
    int undone = 0;
    for (; undo_peek(undo, -1); undone++)
        undo_go(undo, -1);
    return undone;
}

/* With room for not quite three sets: two are kept, and what lies between them. */
static void the_oldest_points_make_room_for_the_newest(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    assert_int_equal(undo.shared_bytes, 512 << 20);
    undo.shared_bytes = 3 * SET_POINTS * 2 * sizeof(double);
    for (size_t i = 2; i <= 20; i++)
        note_points(&undo, i);
    for (size_t i = 21; i <= 40; i++) { /* of the same points as the last */
        model_scene scene = *undo_peek(&undo, -1);
        scene.problem.source.given = undo.scene[undo.at].problem.source.given;
        scene.steps = i;
        undo_note(&undo, &scene);
        undo_end_gesture(&undo);
    }
    assert_int_equal(undo.scene[undo.at].problem.source.given->holders, 21);
    assert_int_equal(undo_everything(&undo), 21);
    assert_int_equal(undo.scene[undo.at].steps, 19);
    undo_free(&undo);
}

/* Traces count as points do. */
static void the_oldest_traces_make_room_for_the_newest(void **state)
{
    (void)state;
    static double numbers[SET_POINTS];
    const table_data table = {
        .origin = "run.csv", .n = SET_POINTS, .count = 2, .column = {numbers, numbers}};
    model_undo undo;
    begin(&undo);
    undo.shared_bytes = 3 * SET_POINTS * 2 * sizeof(double);
    for (size_t i = 2; i <= 20; i++) {
        model_scene scene = numbered(i);
        model_trace *trace = trace_create(&table, &(trace_place){.path = NULL}, NULL);
        assert_non_null(trace);
        assert_true(scene_set_trace(&scene, trace));
        undo_note(&undo, &scene);
        undo_end_gesture(&undo);
        assert_int_equal(trace->holders, 2);
        trace_drop(trace);
    }
    assert_int_equal(undo_everything(&undo), 1);
    assert_int_equal(undo.scene[undo.at].steps, 19);
    undo_free(&undo);
}

static void the_scene_before_is_kept_whatever_its_points_take(void **state)
{
    (void)state;
    model_undo undo;
    begin(&undo);
    undo.shared_bytes = 1;
    for (size_t i = 2; i <= 5; i++)
        note_points(&undo, i);
    assert_int_equal(undo_everything(&undo), 1);
    undo_free(&undo);
}

static void the_whole_history_is_small(void **state)
{
    (void)state;
    assert_true(UNDO_SCENES * sizeof(model_scene) < 4000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_undone_and_redone_in_order),
        cmocka_unit_test(the_changes_of_a_gesture_are_one),
        cmocka_unit_test(the_second_press_goes_on_with_what_the_first_changed),
        cmocka_unit_test(the_oldest_makes_room_for_the_newest),
        cmocka_unit_test(no_scene_is_held_longer_than_it_is_kept),
        cmocka_unit_test(the_oldest_points_make_room_for_the_newest),
        cmocka_unit_test(the_oldest_traces_make_room_for_the_newest),
        cmocka_unit_test(the_scene_before_is_kept_whatever_its_points_take),
        cmocka_unit_test(the_whole_history_is_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
