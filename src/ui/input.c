#include "ui/input.h"

#include <assert.h>
#include <stdio.h>

static void take_modifiers(ui_input *input, uint16_t modifiers)
{
    input->shift = (modifiers & KMOD_SHIFT) != 0;
    input->ctrl = (modifiers & KMOD_CTRL) != 0;
    input->alt = (modifiers & KMOD_ALT) != 0;
}

static void take_button(ui_input *input, const SDL_MouseButtonEvent *button, double scale)
{
    input->mouse = (ui_point){button->x / scale, button->y / scale};
    input->mouse_here = true;
    input->down = button->type == SDL_MOUSEBUTTONDOWN;
    if (input->down)
        input->pressed = true;
    else
        input->released = true;
    input->clicks = button->clicks;
}

bool ui_input_event(ui_input *input, const SDL_Event *event, double scale)
{
    assert(scale > 0.0);
    switch (event->type) {
    case SDL_MOUSEMOTION:
        input->mouse = (ui_point){event->motion.x / scale, event->motion.y / scale};
        input->mouse_here = true;
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event->button.button != SDL_BUTTON_LEFT)
            return false;
        take_button(input, &event->button, scale);
        return true;
    case SDL_MOUSEWHEEL:
        input->wheel += (double)event->wheel.preciseY *
                        (event->wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0 : 1.0);
        return true;
    case SDL_KEYDOWN:
        take_modifiers(input, event->key.keysym.mod);
        input->key = event->key.keysym.sym;
        input->repeated = event->key.repeat != 0;
        return true;
    case SDL_KEYUP:
        input->repeated = false;
        take_modifiers(input, event->key.keysym.mod);
        return true;
    case SDL_TEXTINPUT:
        if (input->ctrl && !input->alt) /* the key that sent it was a shortcut */
            return false;
        snprintf(input->text, sizeof input->text, "%s", event->text.text);
        return true;
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_LEAVE)
            input->mouse_here = false;
        return event->window.event == SDL_WINDOWEVENT_LEAVE;
    default:
        return false;
    }
}

void ui_input_settle(ui_input *input)
{
    input->pressed = input->released = false;
    input->clicks = 0;
    input->wheel = 0.0;
    input->key = SDLK_UNKNOWN;
    input->text[0] = '\0';
}
