/* Events come faster than frames: what they do does not depend on whether a frame was drawn between
 * them. */
#include "cmocka_includes.h"
#include "downhill/random.h"
#include "ui/harness.h"

#include <stdlib.h>
#include <string.h>

enum { EVENTS_MAX = 4, ACTIONS = 60, SEEDS = 12, FRAME_EVERY = 7 };

/* What a person does at once: events that belong together. */
typedef struct action {
    SDL_Event event[EVENTS_MAX];
    int count;
} action;

static uint32_t below(dh_random *dice, uint32_t bound)
{
    return dh_random_u32(dice) % bound;
}

static SDL_Event button(uint32_t type, ui_point at)
{
    return (SDL_Event){
        .button = {
            .type = type, .button = SDL_BUTTON_LEFT, .clicks = 1, .x = (int)at.x, .y = (int)at.y}};
}

static SDL_Event motion(ui_point at, uint32_t buttons)
{
    return (SDL_Event){
        .motion = {.type = SDL_MOUSEMOTION, .state = buttons, .x = (int)at.x, .y = (int)at.y}};
}

static action any_key(dh_random *dice)
{
    static const struct {
        SDL_Keycode key;
        uint16_t held;
    } keys[] = {
        {SDLK_RIGHT, 0},
        {SDLK_LEFT, 0},
        {SDLK_HOME, 0},
        {SDLK_END, 0},
        {SDLK_UP, 0},
        {SDLK_DOWN, 0},
        {SDLK_TAB, 0},
        {SDLK_TAB, KMOD_LSHIFT},
        {SDLK_RETURN, 0},
        {SDLK_ESCAPE, 0},
        {SDLK_o, 0},
        {SDLK_k, 0},
        {SDLK_x, 0},
        {SDLK_w, 0},
        {SDLK_l, 0},
        {SDLK_e, 0},
        {SDLK_y, 0},
        {SDLK_g, 0},
        {SDLK_p, 0},
        {SDLK_f, 0},

        {SDLK_t, 0},
        {SDLK_j, 0},
        {SDLK_h, 0},
        {SDLK_z, KMOD_LCTRL},
        {SDLK_y, KMOD_LCTRL},
        {SDLK_1, KMOD_LCTRL},
        {SDLK_2, KMOD_LCTRL},
        {SDLK_3, KMOD_LCTRL},
        {SDLK_4, KMOD_LCTRL},
        {SDLK_5, KMOD_LCTRL},
        {SDLK_DELETE, 0},
        {SDLK_EQUALS, KMOD_LCTRL},
        {SDLK_MINUS, KMOD_LCTRL},
    };
    const uint32_t i = below(dice, sizeof keys / sizeof *keys);
    const SDL_Keysym keysym = {.sym = keys[i].key, .mod = keys[i].held};
    return (action){.event = {{.key = {.type = SDL_KEYDOWN, .keysym = keysym}},
                              {.key = {.type = SDL_KEYUP, .keysym = {.sym = keys[i].key}}}},
                    .count = 2};
}

static action any_text(dh_random *dice)
{
    static const char *const texts[] = {"1", "2", "3", "4", "5", "0", ".", "-", "[", "]", ",", "+"};
    SDL_Event event = {.type = SDL_TEXTINPUT};
    strcpy(event.text.text, texts[below(dice, sizeof texts / sizeof *texts)]);
    return (action){.event = {event}, .count = 1};
}

/* Whether a control is in the panel or the bar. In the pictures what counts is what was seen last.
 */
static bool is_beside_pictures(const ui_control *control, ui_rect window)
{
    const double panel = 232.0, bar = 72.0;
    const ui_rect r = control->rect;
    return r.x + r.w <= panel || r.y >= window.h - bar;
}

static ui_point any_place(const ui_harness *h, dh_random *dice)
{
    const ui_context *ui = &h->app.ui;
    const ui_rect window = ui_canvas_rect(&ui->canvas);
    const ui_control *control = NULL;
    for (int i = 0; i < 50 && !(control && is_beside_pictures(control, window)); i++)
        control = &ui->controls[below(dice, (uint32_t)ui->control_count)];
    if (!is_beside_pictures(control, window)) /* one picture has the whole window */
        return (ui_point){1.0, 1.0};
    const ui_rect r = control->rect;
    const double x = r.x + r.w * (0.1 + 0.2 * below(dice, 5));
    return (ui_point){floor(ui_clamp(x, 1.0, window.w - 2.0)),
                      floor(ui_clamp(r.y + 0.5 * r.h, 1.0, window.h - 2.0))};
}

static action any_click(const ui_harness *h, dh_random *dice)
{
    const ui_point at = any_place(h, dice);
    return (action){
        .event = {motion(at, 0), button(SDL_MOUSEBUTTONDOWN, at), button(SDL_MOUSEBUTTONUP, at)},
        .count = 3};
}

static action any_drag(const ui_harness *h, dh_random *dice)
{
    const ui_point from = any_place(h, dice), to = {from.x + below(dice, 60), from.y + 7.0};
    return (action){.event = {motion(from, 0), button(SDL_MOUSEBUTTONDOWN, from),
                              motion(to, SDL_BUTTON_LMASK), button(SDL_MOUSEBUTTONUP, to)},
                    .count = 4};
}

static action any_turn_of_the_wheel(const ui_harness *h, dh_random *dice)
{
    const float notches = below(dice, 2) ? 1.0f : -1.0f;
    return (action){.event = {motion(any_place(h, dice), 0),
                              {.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = notches}}},
                    .count = 2};
}

static action any_action(const ui_harness *h, dh_random *dice)
{
    switch (below(dice, 6)) {
    case 0:
        return any_key(dice);
    case 1:
        return any_text(dice);
    case 2:
        return any_drag(h, dice);
    case 3:
        return any_turn_of_the_wheel(h, dice);
    default:
        return any_click(h, dice);
    }
}

/* The same is done with a frame after every event, and with one now and then. */
static void what_is_done_does_not_depend_on_frames(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        static const char line[] = "--at 5 --points 20 --steps 30 --size 800x560 --lr 0.1,9:0.05";
        ui_harness slow, hasty;
        dh_random dice = dh_random_seeded(seed);
        harness_start(&slow, line);
        harness_start(&hasty, line);
        for (int i = 0; i < ACTIONS; i++) {
            const action next = any_action(&slow, &dice);
            for (int e = 0; e < next.count; e++) {
                SDL_Event event = next.event[e];
                harness_send(&slow, event);
                app_event(&hasty.app, &event);
            }
            if (i % FRAME_EVERY == 0)
                assert_true(app_draw(&hasty.app));
            char *a = app_command_line(&slow.app), *b = app_command_line(&hasty.app);
            if (strcmp(a, b) != 0)
                fail_msg("seed %u, action %d: with frames '%s', without '%s'", seed, i, a, b);
            free(a);
            free(b);
        }
        assert_true(app_draw(&hasty.app));
        assert_int_equal(slow.app.ui.canvas.shape_count, hasty.app.ui.canvas.shape_count);
        harness_end(&slow);
        harness_end(&hasty);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_done_does_not_depend_on_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
