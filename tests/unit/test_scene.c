/* Runs side by side as data: added, named, put first and removed; and what a view may show. */
#include "cmocka_includes.h"
#include "model/scene.h"
#include "model/view.h"

#include <math.h>
#include <string.h>

static void a_name_is_taken_without_the_spaces_around_it(void **state)
{
    (void)state;
    char longest[SCENE_NAME_BYTES + 8], name[SCENE_NAME_BYTES];
    static const struct {
        const char *text, *name; /* NULL: refused */
    } names[] = {
        {"slow", "slow"},
        {"  slow one  ", "slow one"},
        {"", ""},
        {"   ", ""},
        {"größer", "größer"},
        {"a\tb", NULL},
        {"a\x7f", NULL},
        {"\x1f", NULL},
        {"~!", "~!"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        strcpy(name, "before");
        assert_int_equal(scene_set_name(name, names[i].text), names[i].name != NULL);
        assert_string_equal(name, names[i].name ? names[i].name : "before");
    }
    memset(longest, 'x', sizeof longest);
    longest[SCENE_NAME_BYTES] = '\0';
    assert_false(scene_set_name(name, longest));
    longest[SCENE_NAME_BYTES - 1] = '\0';
    assert_true(scene_set_name(name, longest));
    assert_string_equal(name, longest);
    longest[SCENE_NAME_BYTES - 1] = ' ';
    longest[SCENE_NAME_BYTES] = ' ';
    longest[SCENE_NAME_BYTES + 1] = '\0';
    assert_true(scene_set_name(name, longest)); /* spaces need no room */
}

static model_scene scene_of(int runs)
{
    model_scene scene = scene_default();
    for (int i = 1; i < runs; i++) {
        dh_recipe recipe = scene.run[0].recipe;
        recipe.rate.first = i;
        assert_true(scene_add(&scene, &recipe, (const char[]){(char)('a' + i), '\0'}));
    }
    return scene;
}

static void runs_are_added_with_colors_that_are_free(void **state)
{
    (void)state;
    model_scene scene = scene_of(SCENE_RUNS);
    assert_int_equal(scene.count, SCENE_RUNS);
    for (int i = 0; i < SCENE_RUNS; i++)
        assert_int_equal(scene.run[i].look, i);
    assert_string_equal(scene.run[3].name, "d");
    assert_exactly(scene.run[3].recipe.rate.first, 3.0);
    assert_false(scene_add(&scene, &scene.run[0].recipe, "more"));
    assert_int_equal(scene.count, SCENE_RUNS);
    scene_remove(&scene, 2);
    assert_int_equal(scene_free_look(&scene, scene.count), 2);
    assert_true(scene_add(&scene, &scene.run[0].recipe, "more"));
    assert_int_equal(scene.run[SCENE_RUNS - 1].look, 2);
    assert_string_equal(scene.run[SCENE_RUNS - 1].name, "more");
}

static void a_run_that_is_put_first_changes_places_and_shows(void **state)
{
    (void)state;
    model_scene scene = scene_of(4);
    scene.run[2].hidden = true;
    scene_make_current(&scene, 2);
    assert_string_equal(scene.run[0].name, "c");
    assert_int_equal(scene.run[0].look, 2);
    assert_false(scene.run[0].hidden);
    assert_int_equal(scene.run[2].look, 0);
    assert_string_equal(scene.run[3].name, "d");
    assert_string_equal(scene_title(&scene, 0), "c");
    assert_string_equal(scene_title(&scene, 2), "Gradient descent");
}

static void removing_a_run_closes_the_gap_and_one_stays(void **state)
{
    (void)state;
    model_scene scene = scene_of(4);
    scene_remove(&scene, 1);
    assert_int_equal(scene.count, 3);
    assert_string_equal(scene.run[1].name, "c");
    assert_string_equal(scene.run[2].name, "d");
    scene_remove(&scene, 0); /* the next one is the current one */
    assert_int_equal(scene.count, 2);
    assert_string_equal(scene.run[0].name, "c");
    assert_string_equal(scene.run[1].name, "d");
    scene_remove(&scene, 1);
    scene_remove(&scene, 0);
    assert_int_equal(scene.count, 1);
    assert_string_equal(scene.run[0].name, "c");
}

static void everything_has_twelve_sizes(void **state)
{
    (void)state;
    static const double sizes[] = {0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};
    for (int i = 0; i < 11; i++) {
        assert_exactly(view_next_size(sizes[i], 1), sizes[i + 1]);
        assert_exactly(view_next_size(sizes[i + 1], -1), sizes[i]);
    }
    assert_exactly(view_next_size(3.0, 1), 3.0);
    assert_exactly(view_next_size(0.5, -1), 0.5);
    assert_exactly(view_next_size(1.05, 1), 1.1);
    assert_exactly(view_next_size(1.05, -1), 1.0);
    assert_exactly(view_default().size, 1.0);
}

static void a_range_is_shown_that_has_a_length_and_an_end(void **state)
{
    (void)state;
    const dh_range usual = {-1.0, 1.0};
    static const struct {
        dh_range range;
        bool usable;
    } ranges[] = {
        {{0.0, 1e-29}, true},        {{0.0, 1e-31}, false},         {{1.0, 1.0 + 1e-8}, true},
        {{1.0, 1.0 + 1e-10}, false}, {{-1.0 - 1e-10, -1.0}, false}, {{1.0, 1.0}, false},
        {{1.0, 0.0}, false},         {{-1e109, 1e109}, true},       {{0.0, 1e111}, false},
        {{-1e111, 0.0}, false},      {{0.0, HUGE_VAL}, false},      {{(double)NAN, 1.0}, false},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const dh_weights_range one = {ranges[i].range, usual}, other = {usual, ranges[i].range};
        assert_int_equal(view_range_is_usable(&one), ranges[i].usable);
        assert_int_equal(view_range_is_usable(&other), ranges[i].usable);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_taken_without_the_spaces_around_it),
        cmocka_unit_test(runs_are_added_with_colors_that_are_free),
        cmocka_unit_test(a_run_that_is_put_first_changes_places_and_shows),
        cmocka_unit_test(removing_a_run_closes_the_gap_and_one_stays),
        cmocka_unit_test(everything_has_twelve_sizes),
        cmocka_unit_test(a_range_is_shown_that_has_a_length_and_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
