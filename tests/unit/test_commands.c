#include "cli/usage.h"
#include "cmocka_includes.h"
#include "screen/commands.h"

#include <stdio.h>
#include <string.h>

static char *read_readme(void)
{
    static char text[1 << 16];
    FILE *file = fopen(README, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void the_readmes_keys_are_the_command_table(void **state)
{
    (void)state;
    const char *at = strstr(read_readme(), "| Key | What it does |\n|---|---|\n");
    assert_non_null(at);
    at += strlen("| Key | What it does |\n|---|---|\n");
    for (command_id id = 0; id < COMMAND_COUNT; id++) {
        char row[256];
        snprintf(row, sizeof row, "| %s | %s |\n", command_of(id)->keys, command_of(id)->help);
        if (strncmp(at, row, strlen(row)) != 0)
            fail_msg("the README lacks: %s", row);
        at += strlen(row);
    }
    assert_int_equal(*at, '\n'); /* and there is no other row */
}

static void the_readmes_options_are_the_option_table(void **state)
{
    (void)state;
    char described[8192];
    FILE *stream = tmpfile();
    assert_non_null(stream);
    options_describe(stream);
    rewind(stream);
    described[fread(described, 1, sizeof described - 1, stream)] = '\0';
    fclose(stream);
    assert_non_null(strstr(read_readme(), described));
}

static ui_input pressed(SDL_Keycode key, bool ctrl, bool shift, bool repeated)
{
    return (ui_input){.key = key, .ctrl = ctrl, .shift = shift, .repeated = repeated};
}

static command_id command_for(SDL_Keycode key, bool ctrl, bool shift, bool repeated)
{
    const ui_input input = pressed(key, ctrl, shift, repeated);
    return command_for_key(&input);
}

static void no_key_belongs_to_two_commands(void **state)
{
    (void)state;
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS; i++) {
            const command_key key = command_of(id)->key[i];
            if (key.symbol)
                assert_int_equal(command_for_symbol(key.symbol, false), id);
            else if (key.code != SDLK_UNKNOWN)
                assert_int_equal(command_for(key.code, key.ctrl, key.shift, false), id);
        }
}

static void a_held_key_repeats_only_what_makes_sense(void **state)
{
    (void)state;
    assert_int_equal(command_for(SDLK_RIGHT, false, false, true), COMMAND_STEP);
    assert_int_equal(command_for(SDLK_SPACE, false, false, true), COMMAND_COUNT);
    assert_int_equal(command_for(SDLK_n, false, false, true), COMMAND_COUNT);
    assert_int_equal(command_for(SDLK_F1, false, false, true), COMMAND_COUNT);
    assert_int_equal(command_for_symbol("]", true), COMMAND_RATE_UP);
    assert_int_equal(command_for_symbol("?", true), COMMAND_COUNT);
}

static void shift_tells_undo_from_redo(void **state)
{
    (void)state;
    assert_int_equal(command_for(SDLK_z, true, false, false), COMMAND_UNDO);
    assert_int_equal(command_for(SDLK_z, true, true, false), COMMAND_REDO);
    assert_int_equal(command_for(SDLK_s, false, true, false), COMMAND_STEP);
}

static void whoever_goes_in_steps_repeats(void **state)
{
    (void)state;
    static const command_id repeating[] = {
        COMMAND_STEP,       COMMAND_STEP_BACK, COMMAND_SLOWER, COMMAND_FASTER,
        COMMAND_RATE_DOWN,  COMMAND_RATE_UP,   COMMAND_UNDO,   COMMAND_REDO,
        COMMAND_BATCH_DOWN, COMMAND_BATCH_UP,  COMMAND_LARGER, COMMAND_SMALLER,
    };
    for (command_id id = 0; id < COMMAND_COUNT; id++) {
        bool repeats = false;
        for (size_t i = 0; i < sizeof repeating / sizeof *repeating; i++)
            repeats |= id == repeating[i];
        if (command_of(id)->repeats != repeats)
            fail_msg("%s", command_of(id)->keys);
    }
}

static void with_alt_a_key_is_no_command(void **state)
{
    (void)state;
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS; i++) {
            const command_key key = command_of(id)->key[i];
            ui_input input = pressed(key.code, key.ctrl, key.shift, false);
            input.alt = true;
            assert_int_equal(command_for_key(&input), COMMAND_COUNT);
        }
    const ui_input nothing = {.alt = false};
    assert_int_equal(command_for_key(&nothing), COMMAND_COUNT);
    assert_int_equal(command_for_symbol("", false), COMMAND_COUNT);
    assert_int_equal(command_for_symbol("]]", false), COMMAND_COUNT);
}

static void a_hint_tells_the_keys(void **state)
{
    (void)state;
    assert_string_equal(command_hint_of(COMMAND_UNDO).text, "Undo (Ctrl+Z)");
    assert_string_equal(command_hint_of(COMMAND_STEP).text, "One step forward (S or Right)");
    assert_string_equal(command_hint_of(COMMAND_SLOWER).text, "Slower (-)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_readmes_keys_are_the_command_table),
        cmocka_unit_test(the_readmes_options_are_the_option_table),
        cmocka_unit_test(no_key_belongs_to_two_commands),
        cmocka_unit_test(shift_tells_undo_from_redo),
        cmocka_unit_test(a_held_key_repeats_only_what_makes_sense),
        cmocka_unit_test(whoever_goes_in_steps_repeats),
        cmocka_unit_test(with_alt_a_key_is_no_command),
        cmocka_unit_test(a_hint_tells_the_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
