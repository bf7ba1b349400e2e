/* A piece of text that can be clicked and typed over. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/context.h"

typedef struct ui_field_def {
    const char *name; /* unique in its scope */
    ui_rect rect;
    const char *shown;    /* the text while it is not being edited */
    const char *editable; /* what editing begins with */
    ui_color color;       /* of the shown text */
    const char *hint;     /* what it is, or NULL: that it can be typed over is told in any case */
    const char *beside;   /* the name of a control whose digits it takes as well, or NULL */
    bool words;           /* not a number: set in words, from the left, */
    bool path;            /* and of UI_EDIT_BYTES instead of UI_SHORT_BYTES */
} ui_field_def;

/* Draws a field, a number at its right. Returns true when the person has finished typing: the text
 * is ui->edit.text, and the caller answers with ui_edit_accept or ui_edit_refuse. */
bool ui_field(ui_context *ui, const ui_field_def *def);

/* Ends the editing. */
void ui_edit_accept(ui_context *ui);

/* Shows what is wrong with the text. The editing goes on, unless the person has turned to something
 * else: then the field shows its old value again, and the message stays. */
void ui_edit_refuse(ui_context *ui, const char *message);

/* What is wrong with the text typed into the field of that name in the present scope, or NULL. */
const char *ui_field_message(const ui_context *ui, const char *name);

#endif
