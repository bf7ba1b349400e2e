#include "ui/input.h"

#include "ui/keyboard.h"

#include <assert.h>
#include <stdio.h>

static void take_modifiers(ui_input *input, uint16_t modifiers)
{
    input->shift = (modifiers & KMOD_SHIFT) != 0;
    input->ctrl = (modifiers & KMOD_CTRL) != 0;
    input->alt = (modifiers & KMOD_ALT) != 0;
}

static void move_to(ui_input *input, int x, int y, double scale)
{
    input->mouse = (ui_point){x / scale, y / scale};
    input->mouse_here = true;
    if (input->down)
        input->dragged |= ui_distance(input->mouse, input->pressed_at) > UI_CLICK_REACH;
}

/* Counts the presses of a double click. SDL tells which are quick enough; its reach is wide enough
 * for a drag. */
static void press(ui_input *input, int clicks)
{
    const bool again = clicks > 1 && !input->dragged &&
                       ui_distance(input->mouse, input->pressed_at) <= UI_CLICK_REACH;
    input->presses = again ? input->presses + 1 : 1;
    input->clicks = input->presses;
    input->pressed_at = input->mouse;
    input->dragged = false;
    input->down = input->pressed = true;
}

static void release(ui_input *input)
{
    input->down = false;
    input->released = true;
}

/* The button is up, and nobody has seen it go. */
static void lose_button(ui_input *input)
{
    input->lost = input->dragged = true;
    release(input);
}

static bool take_button(ui_input *input, const SDL_MouseButtonEvent *button, double scale)
{
    const bool goes_down = button->type == SDL_MOUSEBUTTONDOWN;
    if (button->button == SDL_BUTTON_MIDDLE && goes_down) {
        move_to(input, button->x, button->y, scale);
        input->middle = true;
        return true;
    }
    if (button->button == SDL_BUTTON_RIGHT && goes_down) {
        move_to(input, button->x, button->y, scale);
        input->right = true;
        input->presses = 0; /* what it did is not half of a double click */
        return true;
    }
    if (button->button != SDL_BUTTON_LEFT)
        return false;
    if (goes_down)
        input->down = false; /* this is another press */
    move_to(input, button->x, button->y, scale);
    if (goes_down)
        press(input, button->clicks);
    else
        release(input);
    return true;
}

/* A button that is held without having gone down here is none of ours, but it hides what is under
 * the pointer. */
static void take_motion(ui_input *input, const SDL_MouseMotionEvent *motion, double scale)
{
    const bool down = (motion->state & SDL_BUTTON_LMASK) != 0;
    move_to(input, motion->x, motion->y, scale);
    if (input->down && !down)
        lose_button(input);
    input->down = down;
}

static void take_key(ui_input *input, const SDL_KeyboardEvent *key)
{
    const bool goes_down = key->type == SDL_KEYDOWN;
    take_modifiers(input, key->keysym.mod);
    input->typed_by = goes_down ? key->keysym : (SDL_Keysym){.sym = SDLK_UNKNOWN};
    input->repeated = goes_down && key->repeat != 0;
    if (goes_down)
        input->key = ui_key_of(&key->keysym);
}

/* With Ctrl it is no text; Ctrl and Alt are what some systems have for AltGr, which is for typing.
 */
static void take_text(ui_input *input, const char *text)
{
    if (input->ctrl && !input->alt)
        snprintf(input->shortcut, sizeof input->shortcut, "%s", text);
    else
        snprintf(input->text, sizeof input->text, "%s", text);
}

/* What is held is no longer told to this window. */
static void let_go(ui_input *input)
{
    take_modifiers(input, KMOD_NONE);
    input->repeated = false;
    if (input->down)
        lose_button(input);
}

static bool take_window(ui_input *input, uint8_t event)
{
    const bool hidden = event == SDL_WINDOWEVENT_HIDDEN || event == SDL_WINDOWEVENT_MINIMIZED;
    const bool leaves = event == SDL_WINDOWEVENT_LEAVE;
    if (hidden || event == SDL_WINDOWEVENT_FOCUS_LOST)
        let_go(input);
    if (hidden || leaves)
        input->mouse_here = false;
    return hidden || leaves || event == SDL_WINDOWEVENT_FOCUS_LOST;
}

bool ui_input_event(ui_input *input, const SDL_Event *event, double scale)
{
    assert(scale > 0.0);
    switch (event->type) {
    case SDL_MOUSEMOTION:
        take_motion(input, &event->motion, scale);
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return take_button(input, &event->button, scale);
    case SDL_MOUSEWHEEL:
        input->wheel += (double)event->wheel.preciseY *
                        (event->wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0 : 1.0);
        return true;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        take_key(input, &event->key);
        return true;
    case SDL_TEXTINPUT:
        take_text(input, event->text.text);
        return true;
    case SDL_WINDOWEVENT:
        return take_window(input, event->window.event);
    default:
        return false;
    }
}

void ui_input_settle(ui_input *input)
{
    if (input->text[0] != '\0' || input->shortcut[0] != '\0')
        input->typed_by = (SDL_Keysym){.sym = SDLK_UNKNOWN};
    input->pressed = input->released = input->lost = input->middle = input->right = false;
    input->clicks = 0;
    input->wheel = 0.0;
    input->key = SDLK_UNKNOWN;
    input->text[0] = input->shortcut[0] = '\0';
}
