#include "cli/command_line.h"
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "model/field_control.h"
#include "model/setting_names.h"
#include "split_line.h"

#include <stdlib.h>

#include <stdio.h>
#include <string.h>

enum { TEXT_BYTES = 256 };

/* A text that the field takes and that is not its usual one; NULL for a switch. */
static const char *another(const model_field *field)
{
    switch (field->kind) {
    case FIELD_IS_NUMBER:
        return "0.3125";
    case FIELD_IS_COUNT:
        return "61";
    case FIELD_IS_MS:
    case FIELD_IS_LOOK:
    case FIELD_IS_BATCH:
        return "7";
    case FIELD_IS_SEED:
        return "18446744073709551615";
    case FIELD_IS_RATE:
        return "0.25,10:0.125,20:1e-300";
    case FIELD_IS_MISTAKE:
        return "accumulated";
    case FIELD_IS_OPTIMIZER:
        return "adam";
    case FIELD_IS_WORD:
        return field->words[(int)field->high];
    case FIELD_IS_NAME:
        return "it's a name";
    case FIELD_IS_ZOOM:
        return "-1,2.5,3,1000";
    case FIELD_IS_SWITCH:
    case FIELD_KIND_COUNT:
        break;
    }
    return NULL;
}

/* Gives the field that other value. */
static void change(const model_field *field, model_setup *setup)
{
    void *owner = field_in(field, setup);
    if (another(field))
        assert_true(field_parse(field, owner, another(field)));
    else
        field_next(field, owner);
}

static void what_is_written_is_read_back_for_every_field(void **state)
{
    (void)state;
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        model_setup setup = setup_default(), usual = setup_default(), back = setup_default();
        char text[TEXT_BYTES];
        change(field, &setup);
        assert_false(field_equal(field, field_in(field, &setup), field_in(field, &usual)));
        if (another(field)) {
            field_write(field, field_in(field, &setup), text, sizeof text);
            assert_string_equal(text, another(field));
            assert_true(field_parse(field, field_in(field, &back), text));
        } else {
            field_next(field, field_in(field, &back));
        }
        assert_true(field_equal(field, field_in(field, &setup), field_in(field, &back)));
        scene_drop(&setup.scene);
        scene_drop(&back.scene);
    }
}

/* A scene differs from another in whatever field of it is another, and in no field of the view. */
static void scenes_are_compared_field_by_field(void **state)
{
    (void)state;
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        model_setup setup = setup_default(), usual = setup_default();
        change(field, &setup);
        const bool of_scene = field->owner != FIELD_OF_VIEW && field->owner != FIELD_OF_PACE;
        const bool of_run = field->owner == FIELD_OF_RUN || field->owner == FIELD_OF_RECIPE;
        assert_true(fields_same_scene(&setup.scene, &usual.scene) == !of_scene);
        assert_true(fields_same_training(&setup.scene, &usual.scene) == (!of_scene || of_run));
        scene_drop(&setup.scene);
    }
}

/* What a command line says, which must be one that is accepted. */
static cli_options read_line(const char *line)
{
    static char copy[1024];
    char *words[SPLIT_WORDS];
    cli_options options = options_default();
    dh_error error = {.text = ""};
    snprintf(copy, sizeof copy, "%s", line);
    const int count = split_line(copy, words);
    if (!options_parse(&options, count - 1, words + 1, &error))
        fail_msg("%s: %s", line, error.text);
    return options;
}

/* The current run is not hidden, makes no mistake, and has a color only beside others. */
static bool has_option_alone(field_id id)
{
    return id != FIELD_LOOK && id != FIELD_HIDDEN && id != FIELD_MISTAKE;
}

/* All fields changed at once, told as a command line, are told again by what reads it. */
static void the_command_line_tells_every_field(void **state)
{
    (void)state;
    const command_line_picture picture = {.width = 683, .height = 450, .scale = 2.0, .step = 3};
    model_setup setup = setup_default();
    for (field_id id = 0; id < FIELD_COUNT; id++)
        if (has_option_alone(id))
            change(field_of(id), &setup);
    char *line = command_line_of(&setup, &picture);
    assert_non_null(line);
    cli_options options = read_line(line);
    char *again = command_line_of(&options.setup, &picture);
    assert_string_equal(line, again);
    assert_true(fields_same_scene(&setup.scene, &options.setup.scene));
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        assert_true(field_equal(field, field_in(field, &setup), field_in(field, &options.setup)));
    }
    options_free(&options);
    scene_drop(&setup.scene);
    free(line);
    free(again);
}

/* Each field alone: nothing else is told with it, and all of it is read back. */
static void the_command_line_tells_a_field_and_no_other(void **state)
{
    (void)state;
    const command_line_picture picture = {.width = 1280, .height = 800, .scale = 1.0, .step = 3};
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *changed = field_of(id);
        model_setup setup = setup_default();
        if (!has_option_alone(id))
            continue;
        change(changed, &setup);
        char *line = command_line_of(&setup, &picture);
        assert_non_null(line);
        cli_options options = read_line(line);
        for (field_id other = 0; other < FIELD_COUNT; other++) {
            const model_field *field = field_of(other);
            if (!field_equal(field, field_in(field, &setup), field_in(field, &options.setup)))
                fail_msg("%s: %s is another", line, field->name);
        }
        options_free(&options);
        scene_drop(&setup.scene);
        free(line);
    }
}

/* A control refuses what its field may not be, and says what may be typed. */
static void a_control_says_what_may_be_typed(void **state)
{
    (void)state;
    const struct {
        field_id field;
        const char *bad, *advice;
    } cases[] = {
        {FIELD_RATE, "0.1,5:1", "Type a number, 0 or more"},
        {FIELD_BATCH, "none", "Type a whole number, or all"},
        {FIELD_INIT_SLOPE, "1e101", "Type a number within 1e100"},
        {FIELD_POINTS, "0", "Type 1 to 10000000"},
        {FIELD_SEED, "1.5", "Type −2^63 to 2^64 − 1"},
        {FIELD_INTERVAL, "5001", "Type 1 to 5000 ms"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        model_setup setup = setup_default();
        char text[TEXT_BYTES];
        assert_false(field_type(field_of(cases[i].field), &setup, cases[i].bad));
        field_advise(field_of(cases[i].field), text, sizeof text);
        assert_string_equal(text, cases[i].advice);
    }
}

/* As numbers come from a page, a table, or a keyboard of another country. */
static void white_space_and_a_decimal_comma_are_no_faults(void **state)
{
    (void)state;
    const struct {
        field_id field;
        const char *text;
        double value;
    } cases[] = {
        {FIELD_RATE, " 0.5", 0.5},       {FIELD_RATE, "0.5\t ", 0.5},
        {FIELD_RATE, "\r\n0.5", 0.5},    {FIELD_RATE, "\u00a00.5\u202f", 0.5},
        {FIELD_RATE, "0,5", 0.5},        {FIELD_INIT_SLOPE, " -1,25 ", -1.25},
        {FIELD_INIT_SLOPE, "−,5", -0.5}, {FIELD_INIT_SLOPE, "1,5e-3", 1.5e-3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        model_setup setup = setup_default();
        assert_true(field_type(field_of(cases[i].field), &setup, cases[i].text));
        assert_exactly(field_number(field_of(cases[i].field), &setup), cases[i].value);
    }
    const char *const bad[] = {"1,000.5", "1.000,5", "1,000,000", "0 .5", "0.5 0.6", ",", "", " "};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        model_setup setup = setup_default();
        if (field_type(field_of(FIELD_INIT_SLOPE), &setup, bad[i]))
            fail_msg("'%s' was taken", bad[i]);
    }
    model_setup setup = setup_default();
    assert_true(field_type(field_of(FIELD_SEED), &setup, " -1\n"));
    assert_true(setup.scene.problem.source.seed == UINT64_MAX);
    assert_true(field_type(field_of(FIELD_BATCH), &setup, " all "));
    assert_true(field_type(field_of(FIELD_POINTS), &setup, " 12"));
    assert_false(field_type(field_of(FIELD_POINTS), &setup, "1,5"));
}

static void a_batch_of_all_points_is_called_all(void **state)
{
    (void)state;
    const model_field *batch = field_of(FIELD_BATCH);
    model_setup setup = setup_default();
    char editable[NUMBER_BYTES];
    assert_string_equal(field_shown(batch, &setup).text, "all points");
    field_set_number(batch, &setup, 10.0);
    assert_int_equal(setup.scene.run[0].recipe.batch, 10);
    assert_string_equal(field_shown(batch, &setup).text, "10");
    field_set_number(batch, &setup, 100.0);
    assert_int_equal(setup.scene.run[0].recipe.batch, 0);
    field_editable(batch, &setup, editable);
    assert_string_equal(editable, "all");
    assert_true(field_type(batch, &setup, "12"));
    assert_true(field_type(batch, &setup, "all"));
    assert_exactly(field_number(batch, &setup), 100.0);
}

static void the_settings_of_all_optimizers_have_one_name_each(void **state)
{
    (void)state;
    model_field setting, other;
    int count = 0;
    for (; setting_named(count, &setting); count++) {
        assert_int_equal(setting_number(setting.name), count);
        for (int i = 0; i < count && setting_named(i, &other); i++)
            assert_string_not_equal(setting.name, other.name);
    }
    assert_true(count >= 6);
    assert_int_equal(setting_number("speed"), -1);
    assert_false(setting_named(-1, &setting));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back_for_every_field),
        cmocka_unit_test(scenes_are_compared_field_by_field),
        cmocka_unit_test(the_command_line_tells_every_field),
        cmocka_unit_test(the_command_line_tells_a_field_and_no_other),
        cmocka_unit_test(a_control_says_what_may_be_typed),
        cmocka_unit_test(white_space_and_a_decimal_comma_are_no_faults),
        cmocka_unit_test(a_batch_of_all_points_is_called_all),
        cmocka_unit_test(the_settings_of_all_optimizers_have_one_name_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
