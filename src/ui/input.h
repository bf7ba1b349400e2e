/* What the person did since the last pass over the controls, taken from SDL's events.
 *
 * What is held down is what the events say of it: a button or a modifier that went up where no
 * event told is up from the next event that says so, and when the window loses the keyboard. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "ui/geometry.h"

#include <SDL_events.h>
#include <stdbool.h>

#define UI_CLICK_REACH 4.0 /* logical pixels: a press that moves less is a click */

typedef struct ui_input {
    ui_point mouse;  /* in logical pixels */
    bool mouse_here; /* the pointer is over the window */
    bool down;       /* the left button is held */
    bool pressed;    /* it went down */
    bool released;   /* it went up, */
    bool lost;       /* with released: somewhere else, which is the end of a drag and no click */
    bool middle;     /* the middle button went down */
    bool right;      /* the right one did */
    int clicks;      /* with pressed: 1, or 2 for a double click, 3, ... */
    double wheel;    /* notches away from the person */
    bool shift, ctrl, alt;
    SDL_Keycode key; /* that went down, as ui_key_of has it; SDLK_UNKNOWN for none */
    bool repeated;   /* the key or text comes from a key that is being held */
    char text[SDL_TEXTINPUTEVENT_TEXT_SIZE];     /* typed characters, UTF-8 */
    char shortcut[SDL_TEXTINPUTEVENT_TEXT_SIZE]; /* the same of a key that is held with Ctrl */
    SDL_Keysym typed_by; /* the key that types the text which comes next; sym 0: none */
    int presses;         /* of the left button in quick succession and in one place */
    ui_point pressed_at; /* where the last was, */
    bool dragged;        /* and whether the pointer left that place before it was let go */
} ui_input;

/* Takes note of an event; `scale` turns its window coordinates into logical pixels by division.
 * Returns whether it was one for controls. */
bool ui_input_event(ui_input *input, const SDL_Event *event, double scale);

/* Forgets what happens only once: presses, keys, text, wheel. */
void ui_input_settle(ui_input *input);

#endif
