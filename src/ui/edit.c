#include "ui/edit.h"

#include "text/line.h"

#include <SDL_clipboard.h>
#include <SDL_version.h>
#include <assert.h>
#include <stdio.h>
#include <string.h>

void ui_edit_begin(ui_edit *edit, ui_id id, const char *text, size_t size)
{
    assert(id != 0 && size <= sizeof edit->text && strlen(text) < size);
    *edit = (ui_edit){.id = id, .size = size};
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

void ui_edit_say(ui_edit *edit, const char *message)
{
    text_copy(edit->message, sizeof edit->message, message);
    edit->refused = edit->id;
}

/* Puts a text in place of the selection. One that there is no room for changes nothing. */
static void replace_selection(ui_edit *edit, const char *with)
{
    const size_t first = (size_t)ui_edit_first(edit), last = (size_t)ui_edit_last(edit);
    const size_t tail = strlen(edit->text + last) + 1, length = strlen(with);
    if (first + length + tail > edit->size) {
        ui_edit_say(edit, "There is no room for so much");
        return;
    }
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

/* False when nothing is selected. */
static bool selected(const ui_edit *edit, char part[static UI_EDIT_BYTES])
{
    const int first = ui_edit_first(edit), length = ui_edit_last(edit) - first;
    memcpy(part, edit->text + first, (size_t)length);
    part[length] = '\0';
    return length > 0;
}

static void copy_selection(ui_edit *edit, bool cut)
{
    char part[UI_EDIT_BYTES];
    if (selected(edit, part) && SDL_SetClipboardText(part) == 0 && cut)
        replace_selection(edit, "");
}

/* Pastes a text of SDL's, which is freed. SDL has an empty one for what it cannot get. */
static void paste(ui_edit *edit, char *text)
{
    char line[UI_EDIT_BYTES];
    const size_t length = text ? text_as_line(text, line, sizeof line) : 0;
    SDL_free(text);
    if (length == 0)
        ui_edit_say(edit, "There is nothing that can be pasted");
    else if (length >= sizeof line)
        ui_edit_say(edit, "There is no room for so much");
    else
        replace_selection(edit, line);
}

/* The primary selection: what is selected anywhere, for the middle button to paste. */
#if SDL_VERSION_ATLEAST(2, 26, 0)
void ui_edit_offer(const ui_edit *edit)
{
    char part[UI_EDIT_BYTES];
    if (selected(edit, part))
        SDL_SetPrimarySelectionText(part);
}

void ui_edit_paste_offered(ui_edit *edit)
{
    paste(edit, SDL_GetPrimarySelectionText());
}
#else
void ui_edit_offer(const ui_edit *edit)
{
    (void)edit;
}

void ui_edit_paste_offered(ui_edit *edit)
{
    (void)edit;
}
#endif

static void edit_shortcut(ui_context *ui)
{
    ui_edit *edit = &ui->edit;
    if (ui_take_key(ui, SDLK_a)) {
        ui_edit_select_all(edit);
        ui_edit_offer(edit);
    } else if (ui_take_key(ui, SDLK_c)) {
        copy_selection(edit, false);
    } else if (ui_take_key(ui, SDLK_x)) {
        copy_selection(edit, true);
    } else if (ui_take_key(ui, SDLK_v)) {
        paste(edit, SDL_GetClipboardText());
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
        if (input->shift && input->key != SDLK_UNKNOWN)
            ui_edit_offer(edit);
    }
    ui->key_taken |= input->key != SDLK_UNKNOWN;
    return false;
}
