/* Things to press. */
#ifndef UI_BUTTON_H
#define UI_BUTTON_H

#include "ui/context.h"
#include "ui/icon.h"

typedef enum ui_button_look {
    UI_BUTTON_BORDERED, /* a box with a label */
    UI_BUTTON_BARE,     /* nothing but its sign until the pointer is over it */
    UI_BUTTON_ROUND,    /* a filled disc: the main action */
    UI_BUTTON_WORD,     /* a small word that can be on or off */
    UI_BUTTON_CHECK,    /* a box with a tick when it is on, and a label beside it */
    UI_BUTTON_SEGMENT,  /* one of a row of choices in a frame, of which one is on */
    UI_BUTTON_FOLD,     /* the head of a section, which is unfolded while it is on */
} ui_button_look;

typedef struct ui_button_def {
    const char *name; /* unique in its scope */
    ui_rect rect;
    ui_button_look look;
    const char *label; /* NULL: the icon is drawn instead */
    const char *note;  /* at the right end of a fold: what is in it */
    ui_icon icon;
    bool on;          /* of what can be on: all but bordered and round ones */
    ui_color color;   /* of a check that is on; none: the accent */
    const char *hint; /* what it is for, or NULL */
} ui_button_def;

/* Draws a button. Returns whether it was pressed: clicked, or Enter while it has the keyboard. */
bool ui_button(ui_context *ui, const ui_button_def *def);

#endif
