/* Sets of points that were given, and what editing makes of them. */
#include "cmocka_includes.h"
#include "downhill/points.h"

#include <string.h>

static const double X[] = {-1.0, 0.5, 2.0, 3.0, 7.0}, Y[] = {2.0, 1.0, 4.0, 3.5, 9.0};

enum { N = sizeof X / sizeof *X };

static dh_points *made(const double *x, const double *y, size_t n, const char *origin)
{
    const dh_points_def def = {
        .x = x,
        .y = y,
        .n = n,
        .x_name = "age",
        .y_name = "height",
        .origin = origin,
        .place = {.kind = DH_POINTS_FILE, .path = "/a.csv", .columns = "1,2", .modified_ns = 7}};
    dh_points *points = dh_points_create(&def, NULL);
    assert_non_null(points);
    return points;
}

/* The set that the same numbers make when they are edited in no other way. */
static void assert_points(const dh_points *points, const double *x, const double *y, size_t n)
{
    dh_points *expected = made(x, y, n, "");
    assert_int_equal(points->n, n);
    assert_memory_equal(points->x, x, n * sizeof *x);
    assert_memory_equal(points->y, y, n * sizeof *y);
    assert_true(points->digest == expected->digest);
    dh_points_drop(expected);
}

static void a_point_is_placed_and_the_others_stay(void **state)
{
    (void)state;
    dh_points *points = made(X, Y, N, "a.csv");
    dh_points *edited = dh_points_placed(points, 2, 5.5, -6.25, NULL);
    const double x[] = {-1.0, 0.5, 5.5, 3.0, 7.0}, y[] = {2.0, 1.0, -6.25, 3.5, 9.0};
    assert_points(edited, x, y, N);
    assert_points(points, X, Y, N);
    dh_points_drop(points);
    dh_points_drop(edited);
}

static void the_chosen_points_are_moved(void **state)
{
    (void)state;
    const bool chosen[N] = {true, false, false, false, true};
    dh_points *points = made(X, Y, N, "a.csv");
    dh_points *edited = dh_points_moved(points, chosen, 0.5, -1.0, NULL);
    const double x[] = {-0.5, 0.5, 2.0, 3.0, 7.5}, y[] = {1.0, 1.0, 4.0, 3.5, 8.0};
    assert_points(edited, x, y, N);
    dh_points_drop(points);
    dh_points_drop(edited);
}

static void a_point_is_added_at_the_end(void **state)
{
    (void)state;
    dh_points *points = made(X, Y, N, "a.csv");
    dh_points *edited = dh_points_with(points, 8.0, 0.125, NULL);
    const double x[] = {-1.0, 0.5, 2.0, 3.0, 7.0, 8.0}, y[] = {2.0, 1.0, 4.0, 3.5, 9.0, 0.125};
    assert_points(edited, x, y, N + 1);
    dh_points_drop(points);
    dh_points_drop(edited);
}

static void the_chosen_points_are_removed_but_never_all(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    bool chosen[N] = {false, true, true, false, false};
    dh_points *points = made(X, Y, N, "a.csv");
    dh_points *edited = dh_points_without(points, chosen, NULL);
    const double x[] = {-1.0, 3.0, 7.0}, y[] = {2.0, 3.5, 9.0};
    assert_points(edited, x, y, 3);
    memset(chosen, true, sizeof chosen);
    assert_null(dh_points_without(points, chosen, &error));
    assert_string_equal(error.text, "the number of points must be 1 to 10000000");
    dh_points_drop(points);
    dh_points_drop(edited);
}

static void coordinates_end_at_the_edge_of_their_range(void **state)
{
    (void)state;
    const bool chosen[N] = {true, true, true, true, true};
    dh_points *points = made(X, Y, N, "a.csv");
    dh_points *placed = dh_points_placed(points, 0, 1e300, -1e80, NULL);
    dh_points *moved = dh_points_moved(points, chosen, -1e200, 1e99, NULL);
    dh_points *added = dh_points_with(points, -1e71, 1e71, NULL);
    assert_exactly(placed->x[0], DH_POINT_LIMIT);
    assert_exactly(placed->y[0], -DH_POINT_LIMIT);
    assert_exactly(moved->x[4], -DH_POINT_LIMIT);
    assert_exactly(moved->y[4], DH_POINT_LIMIT);
    assert_exactly(added->x[N], -DH_POINT_LIMIT);
    assert_exactly(added->y[N], DH_POINT_LIMIT);
    dh_points_drop(points);
    dh_points_drop(placed);
    dh_points_drop(moved);
    dh_points_drop(added);
}

static void an_edited_set_says_what_it_was_and_keeps_the_names(void **state)
{
    (void)state;
    const char *const names[][2] = {{"a.csv", "a.csv, edited"},
                                    {"a.csv, edited", "a.csv, edited"},
                                    {"", "edited points"},
                                    {"edited points", "edited points"},
                                    {"pasted", "pasted, edited"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        dh_points *points = made(X, Y, N, names[i][0]);
        dh_points *edited = dh_points_placed(points, 0, 0.0, 0.0, NULL);
        assert_string_equal(edited->origin, names[i][1]);
        assert_string_equal(edited->x_name, "age");
        assert_string_equal(edited->y_name, "height");
        assert_int_equal(edited->place.kind, DH_POINTS_TYPED);
        assert_string_equal(edited->place.path, "");
        assert_string_equal(edited->place.columns, "");
        assert_int_equal(edited->place.modified_ns, 0);
        dh_points_drop(points);
        dh_points_drop(edited);
    }
}

/* Whichever way they came about. */
static void sets_of_the_same_numbers_are_equal_and_others_are_not(void **state)
{
    (void)state;
    dh_points *points = made(X, Y, N, "a.csv, edited");
    dh_points *away = dh_points_placed(points, 3, 1.0, 1.0, NULL);
    dh_points *there = dh_points_placed(away, 3, 9.0, 2.0, NULL);
    dh_points *at_once = dh_points_placed(points, 3, 9.0, 2.0, NULL);
    assert_true(dh_points_equal(there, at_once));
    assert_false(dh_points_equal(there, away));
    const double swapped_x[] = {0.5, -1.0, 2.0, 3.0, 7.0}, swapped_y[] = {1.0, 2.0, 4.0, 3.5, 9.0};
    dh_points *swapped = made(swapped_x, swapped_y, N, "a.csv, edited");
    dh_points *same = made(X, Y, N, "a.csv, edited");
    assert_true(dh_points_equal(points, same));
    assert_true(points->digest != swapped->digest);
    assert_false(dh_points_equal(points, swapped));
    dh_points *all[] = {points, away, there, at_once, swapped, same};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        dh_points_drop(all[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_is_placed_and_the_others_stay),
        cmocka_unit_test(the_chosen_points_are_moved),
        cmocka_unit_test(a_point_is_added_at_the_end),
        cmocka_unit_test(the_chosen_points_are_removed_but_never_all),
        cmocka_unit_test(coordinates_end_at_the_edge_of_their_range),
        cmocka_unit_test(an_edited_set_says_what_it_was_and_keeps_the_names),
        cmocka_unit_test(sets_of_the_same_numbers_are_equal_and_others_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
