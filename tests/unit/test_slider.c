/* Where a slider has its values, and what a nudge makes of them. */
#include "cmocka_includes.h"
#include "ui/slider.h"

static const ui_slider_def SLOPE = {
    .rect = {100.0, 50.0, 200.0, 20.0}, .low = -5.0, .high = 5.0, .step = 0.1};
static const ui_slider_def RATE = {
    .rect = {100.0, 50.0, 200.0, 20.0}, .low = 0.001, .high = 10.0, .logarithmic = true};
static const ui_slider_def COUNT = {
    .rect = {100.0, 50.0, 200.0, 20.0}, .low = 1.0, .high = 100.0, .whole = true, .step = 1.0};
static const ui_slider_def BATCH = {.rect = {100.0, 50.0, 200.0, 20.0},
                                    .low = 1.0,
                                    .high = 1000.0,
                                    .whole = true,
                                    .logarithmic = true};

static void a_nudge_goes_to_the_next_line_of_the_grid(void **state)
{
    (void)state;
    static const struct {
        const ui_slider_def *def;
        double value;
        int direction;
        bool fine;
        double nudged;
    } nudges[] = {
        {&SLOPE, -1.0, 1, false, -0.9},
        {&SLOPE, -1.0, -1, false, -1.1},
        {&SLOPE, -1.0, 1, true, -0.99},
        {&SLOPE, -1.0, -1, true, -1.01},
        {&SLOPE, -0.95, 1, false, -0.9}, /* between two lines */
        {&SLOPE, -0.95, -1, false, -1.0},
        {&SLOPE, 0.1, -1, false, 0.0},
        {&SLOPE, 4.95, 1, false, 5.0},
        {&SLOPE, 5.0, 1, false, 5.0}, /* the ends, */
        {&SLOPE, -5.0, -1, false, -5.0},
        {&SLOPE, 6.0, 1, false, 6.0}, /* and what was typed beyond them */
        {&SLOPE, 6.0, -1, false, 5.0 + 0.9},
        {&SLOPE, -6.0, -1, false, -6.0},
        {&SLOPE, -6.0, 1, false, -5.9},
        {&RATE, 0.1, 1, false, 0.112},
        {&RATE, 0.1, -1, false, 0.0891},
        {&RATE, 0.1, 1, true, 0.1012},
        {&RATE, 0.1, -1, true, 0.09886},
        {&RATE, 0.12, 1, false, 0.126},
        {&RATE, 0.12, -1, false, 0.112},
        {&RATE, 0.126, 1, false, 0.141}, /* as good as on the line */
        {&RATE, 0.126, -1, false, 0.112},
        {&RATE, 1234.0, -1, false, 1120.0},
        {&RATE, 10.0, 1, false, 10.0},
        {&RATE, 11.0, 1, false, 11.0},
        {&RATE, 0.001, -1, false, 0.001},
        {&RATE, 0.0005, 1, false, 0.000562},
        {&RATE, 0.0005, -1, false, 0.0005},
        {&RATE, 0.0, 1, false, 0.001},
        {&RATE, 0.0, -1, false, 0.0},
        {&COUNT, 7.0, 1, false, 8.0},
        {&COUNT, 7.0, -1, false, 6.0},
        {&COUNT, 7.0, 1, true, 8.0}, /* no part of one */
        {&COUNT, 7.0, -1, true, 6.0},
        {&COUNT, 1.0, -1, false, 1.0},
        {&COUNT, 100.0, 1, false, 100.0},
        {&BATCH, 1.0, 1, false, 2.0},
        {&BATCH, 2.0, 1, false, 3.0},
        {&BATCH, 2.0, -1, false, 1.0},
        {&BATCH, 10.0, 1, false, 11.0},
        {&BATCH, 100.0, 1, false, 112.0},
        {&BATCH, 100.0, -1, false, 89.0},
        {&BATCH, 1000.0, 1, false, 1000.0},
    };
    for (size_t i = 0; i < sizeof nudges / sizeof *nudges; i++) {
        const double nudged =
            ui_slider_nudged(nudges[i].def, nudges[i].value, nudges[i].direction, nudges[i].fine);
        if (!(fabs(nudged - nudges[i].nudged) <= 1e-15 * fabs(nudged)))
            fail_msg("nudge %d of %g comes to %.17g", (int)i, nudges[i].value, nudged);
    }
}

static void the_track_has_every_value_of_its_range(void **state)
{
    (void)state;
    static const struct {
        const ui_slider_def *def;
        double value, x;
    } places[] = {
        {&SLOPE, -5.0, 100.0},       {&SLOPE, 0.0, 200.0},  {&SLOPE, 5.0, 300.0},
        {&SLOPE, 2.5, 250.0},        {&SLOPE, -9.0, 100.0}, {&SLOPE, 9.0, 300.0},
        {&RATE, 0.001, 100.0},       {&RATE, 0.01, 150.0},  {&RATE, 0.1, 200.0},
        {&RATE, 10.0, 300.0},        {&RATE, 99.0, 300.0},  {&RATE, 1e-9, 100.0},
        {&RATE, 0.0, 100.0},         {&RATE, -1.0, 100.0},  {&BATCH, 1.0, 100.0},
        {&BATCH, 10.0, 500.0 / 3.0},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_close(ui_slider_x(places[i].def, places[i].value), places[i].x, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_nudge_goes_to_the_next_line_of_the_grid),
        cmocka_unit_test(the_track_has_every_value_of_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
