#include "ui/edit.h"

#include <SDL_clipboard.h>
#include <assert.h>
#include <stdio.h>
#include <string.h>

void ui_edit_begin(ui_edit *edit, ui_id id, const char *text)
{
    assert(id != 0 && strlen(text) < sizeof edit->text);
    *edit = (ui_edit){.id = id};
    snprintf(edit->text, sizeof edit->text, "%s", text);
    edit->caret = (int)strlen(edit->text);
}

int ui_edit_first(const ui_edit *edit)
{
    return edit->caret < edit->anchor ? edit->caret : edit->anchor;
}

int ui_edit_last(const ui_edit *edit)
{
    return edit->caret > edit->anchor ? edit->caret : edit->anchor;
}

int ui_edit_next(const ui_edit *edit, int at)
{
    return at + (int)ui_text_char(edit->text + at);
}

static int previous_char(const ui_edit *edit, int at)
{
    int before = 0;
    for (int i = 0; i < at; i = ui_edit_next(edit, i))
        before = i;
    return before;
}

static void replace_selection(ui_edit *edit, const char *with)
{
    const size_t first = (size_t)ui_edit_first(edit), last = (size_t)ui_edit_last(edit);
    const size_t tail = strlen(edit->text + last) + 1;
    size_t length = strcspn(with, "\r\n\t");
    while (length > 0 && first + length + tail > UI_EDIT_BYTES)
        length--;
    while (length > 0 && ((unsigned char)with[length] & 0xc0) == 0x80)
        length--; /* no part of a character */
    memmove(edit->text + first + length, edit->text + last, tail);
    memcpy(edit->text + first, with, length);
    edit->caret = edit->anchor = (int)(first + length);
    edit->message[0] = '\0';
}

void ui_edit_move(ui_edit *edit, int to, bool select)
{
    assert(to >= 0 && to <= (int)strlen(edit->text));
    edit->caret = to;
    if (!select)
        edit->anchor = to;
}

void ui_edit_select_all(ui_edit *edit)
{
    edit->anchor = 0;
    edit->caret = (int)strlen(edit->text);
}

static void erase(ui_edit *edit, int towards)
{
    if (edit->caret == edit->anchor)
        edit->anchor = towards;
    replace_selection(edit, "");
}

static void copy_selection(ui_edit *edit, bool cut)
{
    char part[UI_EDIT_BYTES];
    const int first = ui_edit_first(edit), length = ui_edit_last(edit) - first;
    if (length == 0)
        return;
    memcpy(part, edit->text + first, (size_t)length);
    part[length] = '\0';
    if (SDL_SetClipboardText(part) == 0 && cut)
        replace_selection(edit, "");
}

static void paste(ui_edit *edit)
{
    char *text = SDL_GetClipboardText();
    if (text)
        replace_selection(edit, text);
    SDL_free(text);
}

static void edit_shortcut(ui_context *ui)
{
    ui_edit *edit = &ui->edit;
    if (ui_take_key(ui, SDLK_a)) {
        ui_edit_select_all(edit);
    } else if (ui_take_key(ui, SDLK_c)) {
        copy_selection(edit, false);
    } else if (ui_take_key(ui, SDLK_x)) {
        copy_selection(edit, true);
    } else if (ui_take_key(ui, SDLK_v)) {
        paste(edit);
    }
}

/* Moves the caret or erases, if the key does. */
static void move_or_erase(ui_edit *edit, SDL_Keycode key, bool select)
{
    switch (key) {
    case SDLK_LEFT:
        ui_edit_move(edit, previous_char(edit, edit->caret), select);
        break;
    case SDLK_RIGHT:
        ui_edit_move(edit, ui_edit_next(edit, edit->caret), select);
        break;
    case SDLK_HOME:
        ui_edit_move(edit, 0, select);
        break;
    case SDLK_END:
        ui_edit_move(edit, (int)strlen(edit->text), select);
        break;
    case SDLK_BACKSPACE:
        erase(edit, previous_char(edit, edit->caret));
        break;
    case SDLK_DELETE:
        erase(edit, ui_edit_next(edit, edit->caret));
        break;
    default:
        break;
    }
}

bool ui_edit_keys(ui_context *ui)
{
    ui_edit *edit = &ui->edit;
    const ui_input *input = &ui->input;
    assert(edit->id != 0);
    if (input->text[0] != '\0') {
        replace_selection(edit, input->text);
        ui->key_taken = true;
    }
    if (input->ctrl) {
        edit_shortcut(ui);
        ui->key_taken |= input->key == SDLK_z || input->key == SDLK_y; /* not the config's undo */
        return false;
    }
    if (input->key >= SDLK_F1 && input->key <= SDLK_F12)
        return false;
    switch (input->key) {
    case SDLK_ESCAPE:
        edit->id = 0;
        edit->message[0] = '\0';
        break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        ui->key_taken = true;
        return true;
    case SDLK_TAB:
        edit->leaving = true; /* the focus walks on */
        return true;
    default:
        move_or_erase(edit, input->key, input->shift);
    }
    ui->key_taken |= input->key != SDLK_UNKNOWN;
    return false;
}
