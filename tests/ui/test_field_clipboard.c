/* What is selected, cut, copied and pasted in a field. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

/* A clipboard with no display. It stays open: SDL would lose what is selected, and not free it. */
static int open_clipboard(void **state)
{
    (void)state;
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    return SDL_WasInit(SDL_INIT_VIDEO) ? 0 : SDL_InitSubSystem(SDL_INIT_VIDEO);
}

static void what_is_pasted_becomes_one_line(void **state)
{
    (void)state;
    const struct {
        const char *copied, *pasted;
    } texts[] = {
        {"0.5", "0.5"},         {"\n0.5\r\n", "0.5"}, {"\t0.5\t", "0.5"}, {"0.5\n0.6", "0.5 0.6"},
        {"0.\0335\x7f", "0.5"}, {"\u202e0.5", "0.5"}, {"0.5\xff", "0.5"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ui_harness h;
        harness_start(&h, "--at 5");
        harness_click_on(&h, "Learning rate/number");
        assert_int_equal(SDL_SetClipboardText(texts[i].copied), 0);
        harness_key(&h, SDLK_v, KMOD_LCTRL);
        assert_string_equal(h.app.ui.edit.text, texts[i].pasted);
        harness_end(&h);
    }
}

static void what_cannot_be_pasted_leaves_the_field_as_it_was_and_says_so(void **state)
{
    (void)state;
    const size_t large = 10 * 1000 * 1000;
    char *copied = malloc(large + 1);
    assert_non_null(copied);
    memset(copied, '7', large);
    copied[large] = '\0';
    ui_harness h;
    harness_start(&h, "--at 5 --lr 0.25");
    harness_click_on(&h, "Learning rate/number");
    for (int i = 0; i < 3; i++) {
        if (i == 1)
            copied[64] = '\0'; /* one more than there is room for */
        if (i == 2)
            strcpy(copied, " \n"); /* as good as nothing */
        SDL_SetClipboardText(copied);
        harness_key(&h, SDLK_v, KMOD_LCTRL);
        assert_string_equal(h.app.ui.edit.text, "0.25");
        assert_int_equal(h.app.ui.edit.anchor, 0); /* and selected as it was */
        assert_true(harness_shows(&h, i < 2 ? "There is no room for so much"
                                            : "There is nothing that can be pasted"));
        harness_key(&h, SDLK_LEFT, 0);
        harness_key(&h, SDLK_a, KMOD_LCTRL);
    }
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_recipe(&h)->rate.first, 0.25);
    free(copied);
    harness_end(&h);
}

#if SDL_VERSION_ATLEAST(2, 26, 0)
static void middle_click(ui_harness *h, ui_point at)
{
    harness_move(h, at.x, at.y);
    for (int i = 0; i < 2; i++)
        harness_send(h, (SDL_Event){.button = {.type = i ? SDL_MOUSEBUTTONUP : SDL_MOUSEBUTTONDOWN,
                                               .button = SDL_BUTTON_MIDDLE,
                                               .clicks = 1,
                                               .x = (int)at.x,
                                               .y = (int)at.y}});
}

static void a_middle_click_pastes_what_is_selected_elsewhere(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_point slope = harness_center(&h, "Start slope a₀/number");
    const ui_point rate = harness_center(&h, "Learning rate/number");
    SDL_SetClipboardText("7");
    SDL_SetPrimarySelectionText("2.5\n");
    middle_click(&h, slope); /* a number that nobody was typing over is replaced */
    assert_string_equal(h.app.ui.edit.text, "2.5");
    middle_click(&h, rate); /* and another one begins when it has been taken */
    assert_exactly(harness_scene(&h)->init.slope, 2.5);
    assert_string_equal(h.app.ui.edit.text, "2.5");
    harness_type(&h, "5");
    SDL_SetPrimarySelectionText("1");
    const ui_rect field = harness_rect(&h, "Learning rate/number");
    middle_click(&h, (ui_point){field.x + field.w - 2.0, rate.y}); /* at its end */
    assert_string_equal(h.app.ui.edit.text, "2.551");
    middle_click(&h, (ui_point){field.x + 2.0, rate.y}); /* at its beginning */
    assert_string_equal(h.app.ui.edit.text, "12.551");
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    SDL_SetPrimarySelectionText("0.3");
    middle_click(&h, rate); /* in place of what is selected there */
    assert_string_equal(h.app.ui.edit.text, "0.3");
    middle_click(&h, (ui_point){700.0, 300.0}); /* beside every field: takes it */
    assert_exactly(harness_recipe(&h)->rate.first, 0.3);
    assert_exactly(harness_scene(&h)->init.slope, 2.5);
    harness_end(&h);
}

static void what_is_selected_in_a_field_can_be_pasted_elsewhere(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --lr 0.25");
    SDL_SetPrimarySelectionText("before");
    harness_click_on(&h, "Learning rate/number"); /* selects all, but nobody asked for it */
    char *offered = SDL_GetPrimarySelectionText();
    assert_string_equal(offered, "before");
    SDL_free(offered);
    const struct {
        SDL_Keycode key;
        uint16_t held;
        const char *offered;
    } keys[] = {{SDLK_a, KMOD_LCTRL, "0.25"},
                {SDLK_END, 0, "0.25"},
                {SDLK_LEFT, KMOD_LSHIFT, "5"},
                {SDLK_LEFT, KMOD_LSHIFT, "25"},
                {SDLK_HOME, KMOD_LSHIFT, "0.25"}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        harness_key(&h, keys[i].key, keys[i].held);
        offered = SDL_GetPrimarySelectionText();
        assert_string_equal(offered, keys[i].offered);
        SDL_free(offered);
    }
    SDL_SetPrimarySelectionText("before");
    const ui_rect field = harness_rect(&h, "Learning rate/number");
    const double y = field.y + 0.5 * field.h;
    harness_press(&h, field.x + field.w - 2.0, y);
    harness_move(&h, field.x + 2.0, y);
    harness_release(&h, field.x + 2.0, y);
    offered = SDL_GetPrimarySelectionText();
    assert_string_equal(offered, "0.25");
    SDL_free(offered);
    harness_end(&h);
}
#endif

static void assert_clipboard(const char *expected)
{
    char *text = SDL_GetClipboardText();
    assert_string_equal(text, expected);
    SDL_free(text);
}

static void the_selection_is_copied_and_cut(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --lr 0.25");
    SDL_SetClipboardText("before");
    harness_click_on(&h, "Learning rate/number");
    harness_key(&h, SDLK_END, 0);
    harness_key(&h, SDLK_c, KMOD_LCTRL); /* of nothing, which is neither copied nor cut */
    harness_key(&h, SDLK_x, KMOD_LCTRL);
    assert_clipboard("before");
    assert_string_equal(h.app.ui.edit.text, "0.25");
    harness_key(&h, SDLK_LEFT, KMOD_LSHIFT);
    harness_key(&h, SDLK_LEFT, KMOD_LSHIFT);
    harness_key(&h, SDLK_c, KMOD_LCTRL);
    assert_clipboard("25");
    assert_string_equal(h.app.ui.edit.text, "0.25");
    harness_key(&h, SDLK_HOME, 0);
    harness_key(&h, SDLK_RIGHT, KMOD_LSHIFT);
    harness_key(&h, SDLK_x, KMOD_LCTRL);
    assert_clipboard("0");
    assert_string_equal(h.app.ui.edit.text, ".25");
    harness_key(&h, SDLK_v, KMOD_LCTRL);
    harness_key(&h, SDLK_v, KMOD_LCTRL);
    assert_string_equal(h.app.ui.edit.text, "00.25");
    assert_false(harness_shows(&h, "Copied this as a command line"));
    harness_end(&h);
}

static void keys_of_the_program_with_ctrl_are_the_fields(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    const double rate = harness_recipe(&h)->rate.first;
    harness_click_on(&h, "Start slope a₀/number");
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(harness_recipe(&h)->rate.first, rate);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    harness_click_on(&h, "Start slope a₀/number");
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    harness_end(&h);
}

static void a_double_click_selects_all(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --init -1.25,1");
    harness_click_on(&h, "Start slope a₀/number");
    harness_key(&h, SDLK_END, 0);
    const ui_point at = harness_center(&h, "Start slope a₀/number");
    harness_double_click(&h, at.x, at.y);
    assert_int_equal(h.app.ui.edit.anchor, 0);
    assert_int_equal(h.app.ui.edit.caret, strlen("-1.25"));
#if SDL_VERSION_ATLEAST(2, 26, 0)
    char *offered = SDL_GetPrimarySelectionText();
    assert_string_equal(offered, "-1.25");
    SDL_free(offered);
#endif
    harness_move(&h, at.x + 8.0, at.y); /* no drag is under way */
    assert_int_equal(h.app.ui.edit.caret, strlen("-1.25"));
    harness_type(&h, "7");
    assert_string_equal(h.app.ui.edit.text, "7");
    harness_end(&h);
}

static void a_click_puts_the_caret_and_shift_selects_up_to_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --init -1.25,1");
    harness_click_on(&h, "Start slope a₀/number");
    const ui_rect field = harness_rect(&h, "Start slope a₀/number");
    const double y = field.y + 0.5 * field.h;
    harness_click(&h, field.x + field.w - 1.0, y);
    assert_int_equal(h.app.ui.edit.caret, 5);
    assert_int_equal(h.app.ui.edit.anchor, 5);
    harness_wait(&h, 1000);
    h.app.ui.input.shift = true;
    harness_click(&h, field.x + 1.0, y);
    assert_int_equal(h.app.ui.edit.caret, 0);
    assert_int_equal(h.app.ui.edit.anchor, 5);
    harness_type(&h, "3");
    assert_string_equal(h.app.ui.edit.text, "3");
    harness_end(&h);
}

#define clipboard_test(test) cmocka_unit_test_setup(test, open_clipboard)

int main(void)
{
    const struct CMUnitTest tests[] = {
        clipboard_test(what_is_pasted_becomes_one_line),
        clipboard_test(what_cannot_be_pasted_leaves_the_field_as_it_was_and_says_so),
#if SDL_VERSION_ATLEAST(2, 26, 0)
        clipboard_test(a_middle_click_pastes_what_is_selected_elsewhere),
        clipboard_test(what_is_selected_in_a_field_can_be_pasted_elsewhere),
#endif
        clipboard_test(the_selection_is_copied_and_cut),
        clipboard_test(keys_of_the_program_with_ctrl_are_the_fields),
        clipboard_test(a_double_click_selects_all),
        clipboard_test(a_click_puts_the_caret_and_shift_selects_up_to_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
