/* Keys as the keyboards of other countries send them, and the keypad. */
#include "cmocka_includes.h"
#include "ui/harness.h"

/* A key as SDL sends it: what the layout has on it, where it is, what is held, and what it types.
 */
typedef struct key {
    SDL_Keycode sym;
    SDL_Scancode place;
    uint16_t held;
    const char *text; /* NULL: none */
} key;

static void press(ui_harness *h, key pressed)
{
    const SDL_Keysym keysym = {.sym = pressed.sym, .scancode = pressed.place, .mod = pressed.held};
    harness_send(h, (SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = keysym}});
    if (pressed.text)
        harness_type(h, pressed.text);
    harness_send(h, (SDL_Event){.key = {.type = SDL_KEYUP, .keysym = keysym}});
    harness_send(h, (SDL_Event){.key = {.type = SDL_KEYUP, .keysym = {.sym = SDLK_LCTRL}}});
}

static double scale(const ui_harness *h)
{
    return h->app.ui.canvas.scale;
}

static void letters_of_another_script_are_found_by_their_place(void **state)
{
    (void)state;
    const key quits[] = {
        {0x439, SDL_SCANCODE_Q, 0, "й"},          /* Russian */
        {0x439, SDL_SCANCODE_Q, KMOD_LCTRL, "й"}, /* and with Ctrl */
        {';', SDL_SCANCODE_Q, 0, ";"},            /* Greek: no letter at all */
        {'/', SDL_SCANCODE_Q, 0, "/"},            /* Hebrew */
        {0x636, SDL_SCANCODE_Q, 0, "ض"},          /* Arabic */
        {0x10e5, SDL_SCANCODE_Q, 0, "ქ"},         /* Georgian */
        {SDL_SCANCODE_TO_KEYCODE(SDL_SCANCODE_Q), SDL_SCANCODE_Q, 0, NULL}, /* a dead key */
        {'q', SDL_SCANCODE_A, 0, "q"}, /* French: the letter, not the place */
    };
    for (size_t i = 0; i < sizeof quits / sizeof *quits; i++) {
        ui_harness h;
        harness_start(&h, "--at 5");
        press(&h, quits[i]);
        if (!harness_wishes(&h)->quit)
            fail_msg("key %d does not quit", (int)i);
        harness_end(&h);
    }
    ui_harness h;
    harness_start(&h, "--at 5");
    press(&h, (key){'a', SDL_SCANCODE_Q, 0, "a"}); /* French again: A races */
    assert_false(harness_wishes(&h)->quit);
    assert_true(harness_scene(&h)->count > 1);
    press(&h, (key){0x44f, SDL_SCANCODE_Z, KMOD_LCTRL, NULL}); /* Russian Ctrl+Z */
    assert_int_equal(harness_scene(&h)->count, 1);
    press(&h, (key){0x3b6, SDL_SCANCODE_Z, KMOD_LCTRL | KMOD_LSHIFT, NULL}); /* Greek, to redo */
    assert_true(harness_scene(&h)->count > 1);
    press(&h, (key){'w', SDL_SCANCODE_Z, KMOD_LCTRL, NULL}); /* French: W, and Ctrl+W is nothing */
    assert_true(harness_scene(&h)->count > 1);
    harness_end(&h);
}

static void a_field_knows_its_shortcuts_on_every_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Start slope a₀/number");
    harness_type(&h, "123");
    press(&h, (key){0x444, SDL_SCANCODE_A, KMOD_LCTRL, NULL}); /* Russian: select all */
    harness_type(&h, "4");
    assert_string_equal(h.app.ui.edit.text, "4");
    press(&h, (key){0x439, SDL_SCANCODE_Q, 0, "й"}); /* is text in a field */
    assert_string_equal(h.app.ui.edit.text, "4й");
    assert_false(harness_wishes(&h)->quit);
    harness_end(&h);
}

static void signs_in_whose_place_there_are_letters_are_found_there(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    press(&h, (key){0x44a, SDL_SCANCODE_RIGHTBRACKET, 0, "ъ"});
    assert_exactly(harness_recipe(&h)->rate.first, 0.112);
    press(&h, (key){0x445, SDL_SCANCODE_LEFTBRACKET, 0, "х"});
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    press(&h, (key){0x431, SDL_SCANCODE_COMMA, 0, "б"});
    assert_true(harness_recipe(&h)->batch > 0);
    const size_t batch = harness_recipe(&h)->batch;
    press(&h, (key){'.', SDL_SCANCODE_SLASH, KMOD_LSHIFT, ","}); /* a Russian comma */
    assert_true(harness_recipe(&h)->batch < batch);
    press(&h, (key){0xfc, SDL_SCANCODE_LEFTBRACKET, 0, "ü"}); /* German has [ elsewhere, and here */
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);      /* a letter of its own */
    press(&h, (key){'8', SDL_SCANCODE_8, KMOD_RALT, "["});
    assert_exactly(harness_recipe(&h)->rate.first, 0.0891);
    harness_end(&h);
}

static void digits_are_above_the_letters_with_shift_or_without(void **state)
{
    (void)state;
    const key keys[] = {
        {'1', SDL_SCANCODE_1, 0, "1"},
        {'1', SDL_SCANCODE_1, 0, "&"}, /* French */
        {'1', SDL_SCANCODE_1, KMOD_LSHIFT, "1"},
        {0x6f1, SDL_SCANCODE_1, 0, "۱"}, /* Persian */
        {SDLK_KP_1, SDL_SCANCODE_KP_1, KMOD_NUM, "1"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        ui_harness h;
        harness_start(&h, "--at 5");
        press(&h, keys[i]);
        if (harness_view(&h)->alone != VIEW_DATA)
            fail_msg("key %d does not show the data alone", (int)i);
        press(&h, keys[i]);
        assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
        harness_end(&h);
    }
    ui_harness h;
    harness_start(&h, "--at 5");
    press(&h, (key){'1', SDL_SCANCODE_1, KMOD_LSHIFT, "!"});
    assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
    press(&h, (key){'1', SDL_SCANCODE_1, 0, "+"}); /* Czech: what it types is a command */
    assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
    assert_true(harness_player(&h)->pace.interval_ms < 20);
    harness_end(&h);
}

/* SDL calls the keys of the French row of digits by their digits, whatever they type. */
static void everything_grows_and_shrinks_on_every_keyboard(void **state)
{
    (void)state;
    const uint16_t ctrl = KMOD_LCTRL, both = KMOD_LCTRL | KMOD_LSHIFT;
    const struct {
        key larger, smaller, usual;
    } keyboards[] = {
        {{'=', SDL_SCANCODE_EQUALS, ctrl, "="}, /* US */
         {'-', SDL_SCANCODE_MINUS, ctrl, "-"},
         {'0', SDL_SCANCODE_0, ctrl, "0"}},
        {{'=', SDL_SCANCODE_EQUALS, both, "+"},
         {'-', SDL_SCANCODE_MINUS, ctrl, NULL},
         {'0', SDL_SCANCODE_0, ctrl, NULL}},
        {{'=', SDL_SCANCODE_EQUALS, both, "+"}, /* French */
         {'6', SDL_SCANCODE_6, ctrl, "-"},
         {'0', SDL_SCANCODE_0, both, "0"}},
        {{'=', SDL_SCANCODE_EQUALS, ctrl, "="},
         {'6', SDL_SCANCODE_6, ctrl, "-"},
         {'0', SDL_SCANCODE_0, ctrl, "à"}},
        {{'+', SDL_SCANCODE_RIGHTBRACKET, ctrl, "+"}, /* German */
         {'-', SDL_SCANCODE_SLASH, ctrl, "-"},
         {'0', SDL_SCANCODE_0, ctrl, "0"}},
        {{'0', SDL_SCANCODE_0, both, "="},
         {'-', SDL_SCANCODE_SLASH, ctrl, "-"},
         {'0', SDL_SCANCODE_0, ctrl, "0"}},
        {{'1', SDL_SCANCODE_1, both, "+"}, /* Swiss */
         {'-', SDL_SCANCODE_SLASH, ctrl, "-"},
         {'0', SDL_SCANCODE_0, ctrl, "0"}},
        {{SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS, ctrl, "+"},
         {SDLK_KP_MINUS, SDL_SCANCODE_KP_MINUS, ctrl, "-"},
         {SDLK_KP_0, SDL_SCANCODE_KP_0, ctrl, NULL}},
    };
    for (size_t i = 0; i < sizeof keyboards / sizeof *keyboards; i++) {
        ui_harness h, once;
        harness_start(&h, "--at 5");
        harness_start(&once, "--at 5");
        harness_key(&once, SDLK_EQUALS, KMOD_LCTRL);
        press(&h, keyboards[i].larger);
        if (scale(&h) != scale(&once))
            fail_msg("keyboard %d: %g and not %g", (int)i, scale(&h), scale(&once));
        press(&h, keyboards[i].smaller);
        assert_exactly(scale(&h), 1.0);
        press(&h, keyboards[i].smaller);
        assert_true(scale(&h) < 1.0);
        press(&h, keyboards[i].usual);
        if (scale(&h) != 1.0)
            fail_msg("keyboard %d: not as usual", (int)i);
        assert_int_equal(harness_player(&h)->pace.interval_ms, 20);
        assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
        harness_end(&h);
        harness_end(&once);
    }
}

static void the_keypad_without_num_lock_is_arrows(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    press(&h, (key){SDLK_KP_6, SDL_SCANCODE_KP_6, 0, NULL});
    assert_int_equal(harness_player(&h)->playhead, 51);
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, 0, NULL});
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, 0, NULL});
    assert_int_equal(harness_player(&h)->playhead, 49);
    press(&h, (key){SDLK_KP_7, SDL_SCANCODE_KP_7, 0, NULL});
    assert_int_equal(harness_player(&h)->playhead, 0);
    press(&h, (key){SDLK_KP_1, SDL_SCANCODE_KP_1, KMOD_CAPS, NULL});
    assert_int_equal(harness_player(&h)->playhead, 100);
    assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, KMOD_NUM, "4"});
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, KMOD_LSHIFT, "4"}); /* Shift turns it round */
    assert_int_equal(harness_player(&h)->playhead, 100);
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, KMOD_NUM | KMOD_LSHIFT, NULL});
    assert_int_equal(harness_player(&h)->playhead, 99);
    press(&h, (key){SDLK_KP_MINUS, SDL_SCANCODE_KP_MINUS, KMOD_NUM, "-"});
    ui_harness once;
    harness_start(&once, "");
    harness_type(&once, "-");
    assert_int_equal(harness_player(&h)->pace.interval_ms, harness_player(&once)->pace.interval_ms);
    harness_end(&once);
    harness_end(&h);
}

static void the_keypad_types_and_moves_in_a_field(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    harness_click_on(&h, "Start slope a₀/number");
    press(&h, (key){SDLK_KP_MINUS, SDL_SCANCODE_KP_MINUS, KMOD_NUM, "-"});
    press(&h, (key){SDLK_KP_4, SDL_SCANCODE_KP_4, KMOD_NUM, "4"});
    press(&h, (key){SDLK_KP_PERIOD, SDL_SCANCODE_KP_PERIOD, KMOD_NUM, "."});
    press(&h, (key){SDLK_KP_1, SDL_SCANCODE_KP_1, KMOD_NUM, "1"});
    assert_string_equal(h.app.ui.edit.text, "-4.1");
    press(&h, (key){SDLK_KP_7, SDL_SCANCODE_KP_7, 0, NULL});
    press(&h, (key){SDLK_KP_PERIOD, SDL_SCANCODE_KP_PERIOD, 0, NULL});
    assert_string_equal(h.app.ui.edit.text, "4.1");
    press(&h, (key){SDLK_KP_6, SDL_SCANCODE_KP_6, 0, NULL});
    press(&h, (key){SDLK_KP_COMMA, SDL_SCANCODE_KP_PERIOD, KMOD_NUM, "5"});
    assert_string_equal(h.app.ui.edit.text, "45.1");
    press(&h, (key){SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, KMOD_NUM, NULL});
    assert_exactly(harness_scene(&h)->init.slope, 45.1);
    assert_int_equal(harness_player(&h)->playhead, 0); /* the new run's */
    harness_end(&h);
}

/* An arrow walks a slider, and so does its twin on the keypad. */
static void the_keypads_arrows_move_what_has_the_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --init 0,0");
    const ui_point slider = harness_center(&h, "Start slope a₀/slider");
    harness_click(&h, slider.x, slider.y);
    const double before = harness_scene(&h)->init.slope;
    press(&h, (key){SDLK_KP_8, SDL_SCANCODE_KP_8, 0, NULL});
    assert_true(harness_scene(&h)->init.slope > before);
    press(&h, (key){SDLK_KP_2, SDL_SCANCODE_KP_2, 0, NULL});
    assert_exactly(harness_scene(&h)->init.slope, before);
    harness_end(&h);
}

static void a_modifier_is_up_once_the_window_has_lost_the_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_send(&h, (SDL_Event){.key = {.type = SDL_KEYDOWN,
                                         .keysym = {.sym = SDLK_LCTRL, .mod = KMOD_LCTRL}}});
    assert_true(h.app.ui.input.ctrl);
    harness_send(
        &h, (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}});
    assert_false(h.app.ui.input.ctrl);
    harness_type(&h, "]");
    assert_exactly(harness_recipe(&h)->rate.first, 0.112);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_of_another_script_are_found_by_their_place),
        cmocka_unit_test(a_field_knows_its_shortcuts_on_every_keyboard),
        cmocka_unit_test(signs_in_whose_place_there_are_letters_are_found_there),
        cmocka_unit_test(digits_are_above_the_letters_with_shift_or_without),
        cmocka_unit_test(everything_grows_and_shrinks_on_every_keyboard),
        cmocka_unit_test(the_keypad_without_num_lock_is_arrows),
        cmocka_unit_test(the_keypad_types_and_moves_in_a_field),
        cmocka_unit_test(the_keypads_arrows_move_what_has_the_keyboard),
        cmocka_unit_test(a_modifier_is_up_once_the_window_has_lost_the_keyboard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
