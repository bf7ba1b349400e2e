/* The one text that is being edited: its caret, its selection, and what keys and the clipboard do
 * to them. How it looks is the field's concern. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include "ui/context.h"

/* Begins with this text, all of it selected. It may become as long as `size` bytes hold,
 * UI_EDIT_BYTES at most. */
void ui_edit_begin(ui_edit *edit, ui_id id, const char *text, size_t size);

/* Acts on a key or on typed text; every plain key belongs to the text while it is edited. Returns
 * whether the typing is finished. */
bool ui_edit_keys(ui_context *ui);

/* Says what is wrong with what was typed or pasted. */
void ui_edit_say(ui_edit *edit, const char *message);

/* Puts the caret at a byte offset; `select` leaves the other end of the selection where it is. */
void ui_edit_move(ui_edit *edit, int to, bool select);
void ui_edit_select_all(ui_edit *edit);

/* Lets the middle button paste what is selected, here and elsewhere; pastes what it is to paste. */
void ui_edit_offer(const ui_edit *edit);
void ui_edit_paste_offered(ui_edit *edit);

/* Byte offsets: of both ends of the selection, and of what comes after the character at `at`. */
int ui_edit_first(const ui_edit *edit);
int ui_edit_last(const ui_edit *edit);
int ui_edit_next(const ui_edit *edit, int at);

#endif
