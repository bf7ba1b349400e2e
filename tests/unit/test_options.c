#include "cli/parse.h"
#include "cmocka_includes.h"
#include "split_line.h"

#include <string.h>

/* Parses a line. */
static bool parse(const char *line, cli_options *options, dh_error *error)
{
    static char copy[1024];
    char *arguments[SPLIT_WORDS];
    snprintf(copy, sizeof copy, "%s", line);
    *options = options_default();
    return options_parse(options, split_line(copy, arguments), arguments, error);
}

static void no_arguments_are_the_notebook(void **state)
{
    (void)state;
    cli_options options;
    assert_true(parse("", &options, NULL));
    assert_int_equal(options.action, OPTIONS_WINDOW);
    assert_exactly(options.setup.scene.run[0].recipe.rate.first, 0.1);
    assert_exactly(options.setup.scene.init.slope, -1.0);
    assert_exactly(options.setup.scene.init.intercept, 1.0);
    assert_int_equal(options.setup.scene.steps, 100);
    assert_int_equal(options.setup.pace.interval_ms, 20);
    assert_int_equal(options.setup.scene.problem.source.generated.points, 100);
    assert_true(options.setup.scene.problem.source.seed == 4261750215u);
    assert_exactly(options.setup.scene.problem.source.generated.slope, 3.0);
    assert_exactly(options.setup.scene.problem.source.generated.intercept, 2.0);
    assert_exactly(options.setup.scene.problem.source.generated.noise, 1.0);
}

static void every_way_to_write_an_option_works(void **state)
{
    (void)state;
    const char *const lines[] = {"-l 0.25", "-l0.25", "-l 0.5,3:0.1 -l 0.25", "--lr 0.25",
                                 "--lr=0.25"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cli_options options;
        assert_true(parse(lines[i], &options, NULL));
        assert_exactly(options.setup.scene.run[0].recipe.rate.first, 0.25);
        options_free(&options);
    }
}

static void every_option_sets_what_it_names(void **state)
{
    (void)state;
    cli_options o;
    assert_true(
        parse("--init=-2.5,4 -t 7 --interval 33 -n 12 -s 18446744073709551615 --true -1,0.5 "
              "--noise 0 --screenshot a.png --at 3 --size 900x600 --scale 1.5",
              &o, NULL));
    assert_exactly(o.setup.scene.init.slope, -2.5);
    assert_exactly(o.setup.scene.init.intercept, 4.0);
    assert_int_equal(o.setup.scene.steps, 7);
    assert_int_equal(o.setup.pace.interval_ms, 33);
    assert_int_equal(o.setup.scene.problem.source.generated.points, 12);
    assert_true(o.setup.scene.problem.source.seed == UINT64_MAX);
    assert_exactly(o.setup.scene.problem.source.generated.slope, -1.0);
    assert_exactly(o.setup.scene.problem.source.generated.intercept, 0.5);
    assert_exactly(o.setup.scene.problem.source.generated.noise, 0.0);
    assert_int_equal(o.action, OPTIONS_SCREENSHOT);
    assert_string_equal(o.screenshot, "a.png");
    assert_true(o.has_at);
    assert_int_equal(o.at, 3);
    assert_int_equal(o.width, 900);
    assert_int_equal(o.height, 600);
    assert_exactly(o.scale, 1.5);
}

static void an_export_has_options(void **state)
{
    (void)state;
    cli_options o;
    assert_true(parse("-x a.py --framework numpy", &o, NULL));
    assert_int_equal(o.action, OPTIONS_EXPORT);
    assert_string_equal(o.export_file, "a.py");
    assert_true(o.has_framework && o.numpy && !o.points_only);
    assert_true(parse("--export=a.csv --points-only --framework=pytorch", &o, NULL));
    assert_string_equal(o.export_file, "a.csv");
    assert_true(o.has_framework && !o.numpy && o.points_only);
}

static void the_loss_and_the_scaling_of_x_have_options(void **state)
{
    (void)state;
    const struct {
        const char *line;
        dh_loss_kind loss;
        bool standardize;
    } good[] = {{"", DH_LOSS_MEAN, false},
                {"--loss mean", DH_LOSS_MEAN, false},
                {"--loss half", DH_LOSS_HALF, false},
                {"--loss=sum", DH_LOSS_SUM, false},
                {"--standardize", DH_LOSS_MEAN, true},
                {"--loss half --standardize", DH_LOSS_HALF, true}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        cli_options options;
        assert_true(parse(good[i].line, &options, NULL));
        assert_int_equal(options.setup.scene.problem.loss, good[i].loss);
        assert_true(options.setup.scene.problem.standardize == good[i].standardize);
        options_free(&options);
    }
    const char *const bad[] = {"--loss", "--loss squares", "--loss MEAN,half", "--standardize=0"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cli_options options;
        assert_false(parse(bad[i], &options, NULL));
        options_free(&options);
    }
}

static void a_whole_number_is_no_number_with_a_comma(void **state)
{
    (void)state;
    const char *const lines[] = {"--steps 1,000", "--init 1", "--lr x",
                                 "--lr 0.1,50",   "--lr ,5",  "--seed 1,5"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cli_options options;
        dh_error error = {.text = ""};
        assert_false(parse(lines[i], &options, &error));
        if (strstr(error.text, "comma; "))
            fail_msg("'%s' gave: %s", lines[i], error.text);
        options_free(&options);
    }
}

static void a_negative_seed_counts_from_two_to_the_64(void **state)
{
    (void)state;
    const struct {
        const char *line;
        uint64_t seed;
    } good[] = {{"--seed -1", UINT64_MAX},
                {"--seed=-2", UINT64_MAX - 1},
                {"-s -9223372036854775808", UINT64_C(1) << 63},
                {"--seed \u22121", UINT64_MAX},
                {"--seed -0", 0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        cli_options options;
        assert_true(parse(good[i].line, &options, NULL));
        assert_true(options.setup.scene.problem.source.seed == good[i].seed);
    }
}

static void a_negative_number_is_a_value_and_no_option(void **state)
{
    (void)state;
    cli_options options;
    assert_true(parse("-i -3,-4", &options, NULL));
    assert_exactly(options.setup.scene.init.intercept, -4.0);
}

static void help_wins_over_every_other_action(void **state)
{
    (void)state;
    cli_options options;
    assert_true(parse("--print --help", &options, NULL));
    assert_int_equal(options.action, OPTIONS_HELP);
    assert_true(parse("-h --print -V", &options, NULL));
    assert_int_equal(options.action, OPTIONS_HELP);
    assert_true(parse("-V", &options, NULL));
    assert_int_equal(options.action, OPTIONS_VERSION);
}

/* Each line must be refused with a text that has all three parts: option, value, what is allowed.
 */
static void wrong_input_is_named_with_what_is_allowed(void **state)
{
    (void)state;
    const struct {
        const char *line, *option, *value, *allowed;
    } bad[] = {
        {"--lr 0.1x", "--lr", "0.1x", "0 or more"},
        {"--lr nan", "--lr", "nan", "0 or more"},
        {"--lr 1e999", "--lr", "1e999", "0 or more"},
        {"--lr -0.1", "--lr", "-0.1", "0 or more"},
        {"--lr=", "--lr", "''", "0 or more"},
        {"-l", "--lr", "missing", "0 or more"},
        {"--init 1", "--init", "1", "comma"},
        {"--init 1e101,0", "--init", "1e101,0", "1e100"},
        {"--steps 0", "--steps", "0", "1 to 1000000"},
        {"-t 1000001", "--steps", "1000001", "1 to 1000000"},
        {"--steps 1.5", "--steps", "1.5", "whole number"},
        {"--interval 0", "--interval", "0", "1 to 5000"},
        {"--points 0", "--points", "0", "1 to 10000000"},
        {"-n 10000001", "--points", "10000001", "10000000"},
        {"--seed 18446744073709551616", "--seed", "18446744073709551616",
         "from -9223372036854775808 to 18446744073709551615"},
        {"--seed -9223372036854775809", "--seed", "-9223372036854775809",
         "from -9223372036854775808 to 18446744073709551615"},
        {"--seed -", "--seed", "'-'", "a whole number"},
        {"--seed --1", "--seed", "'--1'", "a whole number"},
        {"--lr 0,5", "--lr", "'0,5'", "decimal point is wanted, not a comma; must be a number, 0"},
        {"--lr 0,1,50:0,01", "--lr", "'0,1,50:0,01'", "decimal point"},
        {"--init -1,5,0,5", "--init", "'-1,5,0,5'", "decimal point"},
        {"--noise 1,5", "--noise", "'1,5'", "decimal point is wanted, not a comma; must be a"},
        {"--scale 1,5", "--scale", "'1,5'", "decimal point is wanted"},
        {"--optimizer adam --beta1 0,9", "--beta1", "'0,9'", "decimal point"},
        {"--zoom -1,5,1,5,-2,5,2,5", "--zoom", "'-1,5,1,5,-2,5,2,5'", "decimal point"},
        {"--vs lr=0,5", "--vs", "lr '0,5'", "decimal point is wanted"},
        {"--vs 'optimizer=adam beta2=0,99'", "--vs", "beta2 '0,99'", "decimal point is wanted"},
        {"--true 3", "--true", "3", "comma"},
        {"--noise -1", "--noise", "-1", "0 to 1e30"},
        {"--print=3", "--print", "3", "no value"},
        {"--print --print-data", "--print-data", "--screenshot", "only one"},
        {"--lr 1\n2", "--lr", "1?2", "0 or more"},
        {"--lr 1\xc2\x9b"
         "2",
         "--lr", "1?2", "0 or more"},
        {"--\u202efoo", "--?foo", "", "--help"},
        {"--vs 'lr=1\033[31m'", "--vs 'lr=1?[31m'", "lr '1?[31m'", "0 or more"},
        {"--vs '\u2066adam\xff'", "--vs '?adam?'", "'?adam?' is none of", "optimizer="},
        {"--lr 0.1,50:0.05,100:0.025,150:0.0125,200:0.00625,250:0.003125,300:0.001,350:x", "--lr",
         "250:0.003125,…'", "STEP:RATE"},
        {"--optimizer größergrößergrößergrößergrößergrößergrößergrößerx", "--optimizer",
         "größergrößergrößergrößergrößergrößergrößergrö…'", "momentum, nesterov"},
        {"--vs lr=0.1,50:0.05,100:0.025,150:0.0125,200:0.00625,250:0.003125,300:0.001,350:x",
         "--vs 'lr=0.1,50:0.05,100:0.025,150:0.0125,200:0.00625,250:0.003125…'",
         "lr '0.1,50:0.05,100:0.025,150:0.0125,…'", "STEP:RATE"},
        {"--screenshot", "--screenshot", "missing", "file"},
        {"--screenshot=", "--screenshot", "''", "a file"},
        {"--screenshot a.jpg", "--screenshot", "'a.jpg'", "ends in .png"},
        {"--screenshot a.png.svg", "--screenshot", "'a.png.svg'", "ends in .png"},
        {"--screenshot figure", "--screenshot", "'figure'", "ends in .png"},
        {"--screenshot png", "--screenshot", "'png'", "ends in .png"},
        {"--screenshot .", "--screenshot", "'.'", "ends in .png"},
        {"--at 101", "--at", "101", "0 to 100"},
        {"--at x", "--at", "x", "step"},
        {"--size 0x100", "--size", "0x100", "from 1 to 32767"},
        {"--size 800", "--size", "800", "WIDTHxHEIGHT"},
        {"--size 20000x600 --scale 2", "--size", "40000x1200 pixels", "32767 each way"},
        {"--size 8192x8192 --scale 4", "--size", "32768x32768 pixels", "32767 each way"},
        {"--size 8193x8192", "--size", "8193x8192 pixels", "67108864 in all"},
        {"--scale 0", "--scale", "0", "0.5 to 4"},
        {"--optimizer sgd", "--optimizer", "sgd", "gd, momentum, nesterov"},
        {"-o", "--optimizer", "missing", "momentum, nesterov"},
        {"--batch -1", "--batch", "-1", "0, for all points, to 10000000"},
        {"--optimizer adam --beta1 1", "--beta1", "'1'", "0 or more and below 1"},
        {"--optimizer adam --eps -1", "--eps", "'-1'", "0 or more"},
        {"--momentum 0.5", "--momentum", "gd has no such setting", "momentum, nesterov"},
        {"--lr 0.1,50", "--lr", "0.1,50", "STEP:RATE"},
        {"--lr 0.1,0:0.2", "--lr", "0.1,0:0.2", "STEP:RATE"},
        {"--lr 0.1,50:-1", "--lr", "0.1,50:-1", "STEP:RATE"},
        {"--lr 0.1,50:0.1,50:0.2", "--lr", "0.1,50:0.1,50:0.2", "in order"},
        {"--lr 0.1,", "--lr", "0.1,", "STEP:RATE"},
        {"--vs optimizer=sgd", "--vs 'optimizer=sgd'", "optimizer 'sgd'", "momentum, nesterov"},
        {"--vs adam", "--vs 'adam'", "'adam' is none of", "optimizer="},
        {"--vs 'lr=0.1 speed=2'", "--vs", "'speed=2' is none of", "lr="},
        {"--vs 'optimizer=adam momentum=0.5'", "--vs", "momentum: adam", "momentum, nesterov"},
        {"--vs lr=x", "--vs", "lr 'x'", "0 or more"},
        {"--vs 'lr=0.1\noptimizer=adam'", "--vs", "lr '0.1?optimizer=adam'", "0 or more"},
        {"--vs color=8", "--vs", "color '8'", "0 to 7"},
        {"--vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --vs ''", "--vs", "''",
         "7 times"},
        {"--vs 'name=1234567890123456789012345678901234567890123456789012345678901234'", "--vs",
         "name", "63 bytes"},
        {"--vs 'name=a\tb'", "--vs", "name", "a line"},
        {"--name 1234567890123456789012345678901234567890123456789012345678901234", "--name",
         "1234", "63 bytes"},
        {"--vs color=2 --vs color=2", "--vs", "color 2", "another run's"},
        {"--foo", "--foo", "", "--help"},
        {"--l 0.1", "--l", "", "--help"},
        {"-y", "-y", "", "--help"},
        {"-x", "--export", "missing", "the name of a file"},
        {"-x a.csv --print", "only one of", "--print", "--export"},
        {"-x a.py --framework jax", "--framework", "'jax'", "pytorch or numpy"},
        {"--framework numpy", "--framework", "", "no --export"},
        {"--points-only", "--points-only", "", "no --export"},
        {"no-such-file.csv", "no-such-file.csv", "", "No such file"},
        {"--", "--", "", "--help"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cli_options options;
        dh_error error = {.text = ""};
        if (parse(bad[i].line, &options, &error))
            fail_msg("'%s' was accepted", bad[i].line);
        if (!strstr(error.text, bad[i].option) || !strstr(error.text, bad[i].value) ||
            !strstr(error.text, bad[i].allowed))
            fail_msg("'%s' gave: %s", bad[i].line, error.text);
        assert_null(strchr(error.text, '\n'));
        options_free(&options);
    }
}

static void every_setting_of_every_optimizer_is_an_option(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++)
        for (int s = 0; s < dh_optimizer_at(i)->settings; s++) {
            const dh_optimizer *optimizer = dh_optimizer_at(i);
            char line[96];
            cli_options o; /* the setting may come before the optimizer that has it */
            snprintf(line, sizeof line, "--%s 0.25 --optimizer %s", optimizer->setting[s].name,
                     optimizer->name);
            assert_true(parse(line, &o, NULL));
            assert_int_equal(o.setup.scene.run[0].recipe.optimizer, i);
            for (int other = 0; other < optimizer->settings; other++)
                assert_exactly(o.setup.scene.run[0].recipe.value[other],
                               other == s ? 0.25 : optimizer->setting[other].preset);
        }
}

static void a_schedule_is_read_in_order(void **state)
{
    (void)state;
    cli_options o;
    assert_true(parse("--lr 0.1,50:0.01,80:0 --batch 10", &o, NULL));
    const dh_recipe *recipe = &o.setup.scene.run[0].recipe;
    assert_int_equal(recipe->batch, 10);
    assert_int_equal(dh_schedule_changes(&recipe->rate), 2);
    assert_exactly(dh_rate_at(&recipe->rate, 49), 0.1);
    assert_exactly(dh_rate_at(&recipe->rate, 50), 0.01);
    assert_exactly(dh_rate_at(&recipe->rate, 1000), 0.0);
    options_free(&o);
}

static void other_runs_differ_from_the_first_in_what_is_said(void **state)
{
    (void)state;
    cli_options o;
    assert_true(parse("--vs 'lr=0.3 hidden' --optimizer momentum --momentum 0.5 --batch 20 "
                      "--vs 'optimizer=adam lr=0.2,9:0.1 beta2=0.9 color=7 name=A b' --vs ''",
                      &o, NULL));
    const model_scene *scene = &o.setup.scene;
    assert_int_equal(scene->count, 4);
    assert_string_equal(dh_optimizer_at(scene->run[1].recipe.optimizer)->name, "momentum");
    assert_exactly(scene->run[1].recipe.value[0], 0.5);
    assert_int_equal(scene->run[1].recipe.batch, 20);
    assert_exactly(scene->run[1].recipe.rate.first, 0.3);
    assert_true(scene->run[1].hidden);
    assert_string_equal(dh_optimizer_at(scene->run[2].recipe.optimizer)->name, "adam");
    assert_exactly(scene->run[2].recipe.value[0], 0.9); /* its own, not momentum's */
    assert_exactly(scene->run[2].recipe.value[1], 0.9);
    assert_int_equal(dh_schedule_change(&scene->run[2].recipe.rate, 0).step, 9);
    assert_int_equal(scene->run[2].look, 7);
    assert_string_equal(scene->run[2].name, "A b");
    assert_true(dh_recipe_equal(&scene->run[3].recipe, &scene->run[0].recipe));
    options_free(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_arguments_are_the_notebook),
        cmocka_unit_test(every_way_to_write_an_option_works),
        cmocka_unit_test(every_option_sets_what_it_names),
        cmocka_unit_test(an_export_has_options),
        cmocka_unit_test(the_loss_and_the_scaling_of_x_have_options),
        cmocka_unit_test(a_whole_number_is_no_number_with_a_comma),
        cmocka_unit_test(a_negative_seed_counts_from_two_to_the_64),
        cmocka_unit_test(a_negative_number_is_a_value_and_no_option),
        cmocka_unit_test(help_wins_over_every_other_action),
        cmocka_unit_test(wrong_input_is_named_with_what_is_allowed),
        cmocka_unit_test(every_setting_of_every_optimizer_is_an_option),
        cmocka_unit_test(a_schedule_is_read_in_order),
        cmocka_unit_test(other_runs_differ_from_the_first_in_what_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
