/* Where the parts of a window lie, at the very sizes where one layout becomes another. */
#include "cmocka_includes.h"
#include "model/view.h"
#include "screen/layout.h"

static const double BAR = 72.0, MARGIN = 20.0, GAP = 12.0;

/* A window of a size, whose update needs 100 or at least 60, whose words need a line of 20. */
static screen_layout lay_out(double width, double height, double legend)
{
    const model_view view = view_default();
    const layout_heights heights = {
        .strip = 100.0, .strip_least = 60.0, .legend = legend, .words = {20.0, 0.0}};
    return layout_of((ui_rect){0.0, 0.0, width, height}, &view, heights);
}

/* The height of a window with so much room beside the player. */
static double window_with(double room)
{
    return room + MARGIN + BAR;
}

static void a_narrow_window_has_a_narrow_panel_and_the_update_below_all(void **state)
{
    (void)state;
    const screen_layout wide = lay_out(1080.0, 800.0, 0.0), narrow = lay_out(1079.0, 800.0, 0.0);
    assert_exactly(wide.panel.w, 288.0);
    assert_exactly(narrow.panel.w, 232.0);
    assert_exactly(wide.panel.h, 800.0 - BAR);
    assert_exactly(wide.bar.y, 800.0 - BAR);
    assert_exactly(wide.bar.w, 1080.0);
    assert_exactly(narrow.strip.x + narrow.strip.w, 1079.0 - MARGIN);
    assert_exactly(narrow.pictures.h, narrow.data.h);
    assert_exactly(narrow.pictures.w, narrow.strip.w);
}

static void the_update_is_below_the_data_where_these_are_wide_enough(void **state)
{
    (void)state;
    for (double width = 1080.0; width < 1600.0; width += 1.0) {
        const screen_layout at = lay_out(width, 800.0, 0.0);
        const bool below_data = at.strip.w == at.data.w;
        assert_int_equal(below_data, at.data.w >= 520.0);
        assert_true(below_data || at.strip.x + at.strip.w == width - MARGIN);
        assert_exactly(at.pictures.h, below_data ? 800.0 - BAR - MARGIN : at.data.h);
        assert_exactly(at.weights.h + at.loss.h, at.pictures.h);
        assert_exactly(at.weights.x, at.data.x + at.data.w + MARGIN);
        assert_exactly(at.loss.x + at.loss.w, width - MARGIN);
        assert_exactly(at.splitter.x, at.data.x + at.data.w);
    }
}

static void a_low_window_gives_the_pictures_what_the_update_can_spare(void **state)
{
    (void)state;
    static const struct {
        double room, legend, strip;
    } rooms[] = {
        {352.0, 0.0, 100.0},        {351.0, 0.0, 60.0}, /* 240 for the pictures */
        {100.0, 0.0, 60.0},         {352.0 + 92.0, 80.0, 100.0}, {351.0 + 92.0, 80.0, 60.0},
        {312.0 + 92.0, 80.0, 60.0}, {311.0 + 92.0, 80.0, 0.0}, /* and beside other runs all of it */
    };
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        const screen_layout at = lay_out(1280.0, window_with(rooms[i].room), rooms[i].legend);
        assert_exactly(at.strip.h, rooms[i].strip);
        assert_int_equal(at.strip.w > 0.0, rooms[i].strip > 0.0);
        assert_exactly(at.strip.y + at.strip.h, rooms[i].room);
        assert_exactly(at.legend.h, rooms[i].legend);
    }
}

static void words_are_left_out_where_the_pictures_would_be_too_low(void **state)
{
    (void)state;
    const double others = 100.0 + GAP + 20.0 + GAP; /* update and words */
    const screen_layout enough = lay_out(1280.0, window_with(300.0 + others), 0.0);
    const screen_layout less = lay_out(1280.0, window_with(299.0 + others), 0.0);
    assert_exactly(enough.words.h, 20.0);
    assert_exactly(enough.data.h, 300.0);
    assert_exactly(enough.words.y, 300.0 + GAP);
    assert_exactly(less.words.h, 0.0);
    assert_exactly(less.data.h, 299.0 + 20.0 + GAP);
    const screen_layout beside = lay_out(1280.0, window_with(300.0 + others + 92.0), 80.0);
    assert_exactly(beside.words.h, 20.0);
    assert_exactly(beside.legend.y, 300.0 + GAP + 20.0 + GAP);
    assert_exactly(lay_out(1280.0, window_with(299.0 + others + 92.0), 80.0).words.h, 0.0);
}

static void words_have_two_lines_where_one_is_too_short_for_the_longest(void **state)
{
    (void)state;
    model_view view = view_default();
    layout_heights heights = {.words = {20.0, 1240.0}};
    view.alone = VIEW_LOSS;
    const screen_layout one = layout_of((ui_rect){0.0, 0.0, 1280.0, 800.0}, &view, heights);
    heights.words.longest = 1240.5;
    const screen_layout two = layout_of((ui_rect){0.0, 0.0, 1280.0, 800.0}, &view, heights);
    assert_exactly(one.words.h, 20.0);
    assert_exactly(two.words.h, 40.0);
    assert_exactly(one.loss.h, 800.0 - GAP - 20.0 - GAP);
    assert_exactly(two.loss.h, 800.0 - GAP - 40.0 - GAP);
    assert_exactly(one.loss.w, 1280.0 - GAP - MARGIN);
    assert_exactly(one.data.w + one.weights.w + one.panel.w, 0.0);
}

static void a_low_column_is_halved(void **state)
{
    (void)state;
    const screen_layout high = lay_out(1280.0, window_with(300.0), 0.0);
    const screen_layout low = lay_out(1280.0, window_with(299.0), 0.0);
    assert_exactly(high.weights.h, 170.0);
    assert_exactly(low.weights.h, 149.0);
    assert_exactly(low.loss.h, 150.0);
}

static void the_share_of_the_data_leaves_room_beside_them(void **state)
{
    (void)state;
    model_view view = view_default();
    const layout_heights none = {0};
    view.split = VIEW_SPLIT_MAX;
    const screen_layout at = layout_of((ui_rect){0.0, 0.0, 800.0, 560.0}, &view, none);
    assert_exactly(at.weights.w, 190.0);
    view.split = 50;
    const screen_layout half = layout_of((ui_rect){0.0, 0.0, 1280.0, 800.0}, &view, none);
    assert_exactly(half.data.w, 0.5 * (1280.0 - 288.0 - 2.0 * MARGIN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_narrow_window_has_a_narrow_panel_and_the_update_below_all),
        cmocka_unit_test(the_update_is_below_the_data_where_these_are_wide_enough),
        cmocka_unit_test(a_low_window_gives_the_pictures_what_the_update_can_spare),
        cmocka_unit_test(words_are_left_out_where_the_pictures_would_be_too_low),
        cmocka_unit_test(words_have_two_lines_where_one_is_too_short_for_the_longest),
        cmocka_unit_test(a_low_column_is_halved),
        cmocka_unit_test(the_share_of_the_data_leaves_room_beside_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
