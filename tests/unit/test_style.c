/* Colors that can be read and told apart, in both themes.
 *
 * Contrast is that of WCAG 2. The common color-vision deficiencies are simulated with the matrices
 * of Machado, Oliveira and Fernandes (2009, severity 1), in linear light; differences are measured
 * in CIELAB. */
#include "cmocka_includes.h"
#include "plots/marks.h"
#include "plots/style.h"

typedef struct linear_rgb {
    double r, g, b;
} linear_rgb;

static double linear(uint8_t channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static linear_rgb linear_of(ui_color c)
{
    return (linear_rgb){linear(c.r), linear(c.g), linear(c.b)};
}

static double contrast(ui_color a, ui_color b)
{
    const linear_rgb p = linear_of(a), q = linear_of(b);
    const double x = 0.2126 * p.r + 0.7152 * p.g + 0.0722 * p.b + 0.05;
    const double y = 0.2126 * q.r + 0.7152 * q.g + 0.0722 * q.b + 0.05;
    return x > y ? x / y : y / x;
}

static void assert_contrast(const char *what, ui_color a, ui_color b, double least)
{
    if (contrast(a, b) < least)
        fail_msg("%s: contrast %.2f is below %.1f", what, contrast(a, b), least);
}

static void words_have_a_contrast_of_four_and_a_half(void **state)
{
    (void)state;
    for (int is_dark = 0; is_dark < 2; is_dark++) {
        const plot_style s = plot_style_of(is_dark);
        const ui_theme t = s.ui;
        const ui_color grounds[] = {t.paper, t.chrome};
        for (int i = 0; i < 2; i++) {
            assert_contrast("ink", t.ink, grounds[i], 4.5);
            assert_contrast("muted", t.muted, grounds[i], 4.5);
            assert_contrast("good", t.good, grounds[i], 4.5);
            assert_contrast("bad", t.bad, grounds[i], 4.5);
        }
        assert_contrast("words that are on", t.accent, t.paper, 4.5);
        assert_contrast("hovered words", t.muted, t.hover, 4.5);
        assert_contrast("signs on accent", t.on_accent, t.accent, 4.5);
        assert_contrast("signs on accent, hovered", t.on_accent, t.accent_hover, 4.5);
        assert_contrast("the line's numbers", s.line, t.paper, 4.5);
        assert_contrast("the gradient's numbers", s.gradient, t.paper, 4.5);
        assert_contrast("the velocity's numbers", s.velocity, t.paper, 4.5);
        assert_contrast("an alarm", t.bad, s.notice, 4.5);
        assert_contrast("a hint", t.paper, t.ink, 4.5);
    }
}

static void marks_have_a_contrast_of_three(void **state)
{
    (void)state;
    for (int is_dark = 0; is_dark < 2; is_dark++) {
        const plot_style s = plot_style_of(is_dark);
        const ui_theme t = s.ui;
        assert_contrast("line", s.line, t.paper, 3.0);
        assert_contrast("start", s.ghost, t.paper, 3.0);
        assert_contrast("best fit", s.best, t.paper, 3.0);
        assert_contrast("mark", s.pointed, t.paper, 3.0);
        assert_true(contrast(s.point_rim, t.paper) >= 3.0 || contrast(s.point, t.paper) >= 3.0);
        assert_contrast("track", t.track, t.chrome, 3.0);
        assert_contrast("bad track", t.bad_track, t.chrome, 3.0);
        assert_contrast("accent", t.accent, t.chrome, 3.0);
        /* A path is set off from any contour by itself or by its casing. */
        const ui_color contours[] = {s.contour_far, s.contour_near};
        for (int i = 0; i < 2; i++) {
            assert_true(contrast(s.path, contours[i]) >= 3.0 ||
                        contrast(s.casing, contours[i]) >= 3.0);
            assert_true(contrast(s.path_ahead, contours[i]) >= 3.0 ||
                        contrast(s.casing, contours[i]) >= 3.0);
        }
        for (int i = 0; i < PLOT_LOOKS; i++)
            assert_contrast("a run's line", s.look[i].color, t.paper, 3.0);
        const plot_arrow arrows[] = {PLOT_ARROW_GRADIENT, PLOT_ARROW_VELOCITY, PLOT_ARROW_STEP};
        for (int i = 0; i < 3; i++) {
            assert_contrast("the tick of an arrow's check", t.on_accent,
                            plot_arrow_color(&s, arrows[i]), 3.0);
            assert_contrast("an arrow on its casing", plot_arrow_color(&s, arrows[i]), s.casing,
                            3.0);
        }
        assert_contrast("minimum", s.minimum, s.contour_near, 3.0);
    }
}

static double lab_curve(double t)
{
    return t > 216.0 / 24389.0 ? cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

static double lab_distance(linear_rgb a, linear_rgb b)
{
    const linear_rgb both[] = {a, b};
    double lab[2][3];
    for (int i = 0; i < 2; i++) {
        const linear_rgb c = both[i];
        const double x = lab_curve((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
        const double y = lab_curve(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
        const double z = lab_curve((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089);
        lab[i][0] = 116.0 * y - 16.0;
        lab[i][1] = 500.0 * (x - y);
        lab[i][2] = 200.0 * (y - z);
    }
    return sqrt(pow(lab[0][0] - lab[1][0], 2) + pow(lab[0][1] - lab[1][1], 2) +
                pow(lab[0][2] - lab[1][2], 2));
}

static const double SEEN[4][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, /* trichromat */
    {{0.152286, 1.052583, -0.204868},  /* protanopia */
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, /* deuteranopia */
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, /* tritanopia */
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

static linear_rgb seen(ui_color color, int eye)
{
    const linear_rgb c = linear_of(color);
    const double(*m)[3] = SEEN[eye];
    return (linear_rgb){fmax(m[0][0] * c.r + m[0][1] * c.g + m[0][2] * c.b, 0.0),
                        fmax(m[1][0] * c.r + m[1][1] * c.g + m[1][2] * c.b, 0.0),
                        fmax(m[2][0] * c.r + m[2][1] * c.g + m[2][2] * c.b, 0.0)};
}

/* What lies over one another in a picture. A distance of 20 is plain at a glance. */
static void marks_stay_apart_for_every_eye(void **state)
{
    (void)state;
    for (int is_dark = 0; is_dark < 2; is_dark++) {
        const plot_style s = plot_style_of(is_dark);
        const struct {
            const char *what;
            ui_color a, b;
        } pairs[] = {
            {"line and points", s.line, s.point},
            {"line and best fit", s.line, s.best},
            {"line and start", s.line, s.ghost},
            {"line and residuals", s.line, s.gradient},
            {"points and best fit", s.point, s.best},
            {"line and mark", s.line, s.pointed},
            {"points and mark", s.point, s.pointed},
            {"gradient and mark", s.gradient, s.pointed},
            {"path and velocity", s.path, s.velocity},
            {"velocity and gradient", s.velocity, s.gradient},
            {"points and pale ones", s.point, s.point_pale},
            {"path and arrow", s.path, s.gradient},
            {"good and bad", s.ui.good, s.ui.bad_track},
        };
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            for (int eye = 0; eye < 4; eye++) {
                const double apart = lab_distance(seen(pairs[i].a, eye), seen(pairs[i].b, eye));
                if (apart < 20.0)
                    fail_msg("%s, eye %d, theme %d: %.1f apart", pairs[i].what, eye, is_dark,
                             apart);
            }
    }
}

/* Color tells runs apart at a glance; where it cannot, as for some eyes, the dashes do. */
static void runs_differ_in_color_and_in_dashes(void **state)
{
    (void)state;
    for (int is_dark = 0; is_dark < 2; is_dark++) {
        const plot_style s = plot_style_of(is_dark);
        for (int i = 0; i < PLOT_LOOKS; i++)
            for (int j = 0; j < i; j++) {
                const plot_look a = s.look[i], b = s.look[j];
                const double apart = lab_distance(seen(a.color, 0), seen(b.color, 0));
                if (apart < 20.0)
                    fail_msg("runs %d and %d, theme %d: %.1f apart", j, i, is_dark, apart);
                assert_true(fabs(a.dash - b.dash) + fabs(a.gap - b.gap) >= 4.0);
            }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_a_contrast_of_four_and_a_half),
        cmocka_unit_test(marks_have_a_contrast_of_three),
        cmocka_unit_test(marks_stay_apart_for_every_eye),
        cmocka_unit_test(runs_differ_in_color_and_in_dashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
