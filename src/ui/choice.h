/* One of a few things: a button that says which, and a list that opens below it. */
#ifndef UI_CHOICE_H
#define UI_CHOICE_H

#include "ui/context.h"

typedef struct ui_choice_def {
    const char *name; /* unique in its scope */
    ui_rect rect;
    int count;
    /* Of one of them; what it is given and what it returns outlive the pass. */
    const char *(*label)(const void *context, int index);
    const void *context;
    const char *hint; /* what it is for, or NULL */
} ui_choice_def;

/* Draws a choice of *chosen. Returns whether it changed *chosen. Up and Down change it while it has
 * the keyboard; a click or Enter opens the list, and while that is open everything else is dead. */
bool ui_choice(ui_context *ui, const ui_choice_def *def, int *chosen);

#endif
