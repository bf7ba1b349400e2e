#include "ui/field.h"

#include "ui/edit.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double TEXT_INSET = 6.0; /* from the edge of the field to its text, */
static const double MARK_INSET = 4.0; /* and to the caret and the selection, above and below */
static const double SELECTED = 0.25;  /* how opaque the selection is */

static ui_font font_of(const ui_context *ui, const ui_field_def *def)
{
    return def->words ? ui->theme.body : ui->theme.number;
}

static double width_before(ui_context *ui, const ui_field_def *def, int at)
{
    char part[UI_EDIT_BYTES];
    memcpy(part, ui->edit.text, (size_t)at);
    part[at] = '\0';
    return ui_label_width(&ui->canvas, font_of(ui, def), part);
}

/* Where the text being edited begins: it ends at the right edge of the field, unless it is longer
 * than the field and would take the caret out of sight. */
static double text_left(ui_context *ui, const ui_field_def *def)
{
    const double first = def->rect.x + TEXT_INSET;
    const double width = ui_label_width(&ui->canvas, font_of(ui, def), ui->edit.text);
    const double at_end = def->rect.x + def->rect.w - TEXT_INSET - width;
    const double left = def->words ? fmin(first, at_end) : at_end;
    const double caret = left + width_before(ui, def, ui->edit.caret);
    return ui_snap(&ui->canvas, caret < first ? left + (first - caret) : left);
}

static int caret_at(ui_context *ui, const ui_field_def *def, double x)
{
    const double from = x - text_left(ui, def);
    int at = 0;
    for (int next; ui->edit.text[at]; at = next) {
        next = ui_edit_next(&ui->edit, at);
        if (from < 0.5 * (width_before(ui, def, at) + width_before(ui, def, next)))
            break;
    }
    return at;
}

static void begin_editing(ui_context *ui, const ui_field_def *def, ui_id id)
{
    const bool pastes = ui->edit.wants_paste;
    ui_edit_begin(&ui->edit, id, def->editable, def->path ? UI_EDIT_BYTES : UI_SHORT_BYTES);
    if (pastes)
        ui_edit_paste_offered(&ui->edit);
    ui->focus = id;
    ui->again = true;
}

/* Whether what was typed begins a number, and the keyboard has walked to the field, or to what is
 * beside it. */
static bool takes_digits(const ui_context *ui, const ui_field_def *def,
                         const ui_touch_result *touch)
{
    const char *text = ui->input.text;
    const bool number = (*text >= '0' && *text <= '9') || strcmp(text, "-") == 0 ||
                        strcmp(text, ".") == 0 || strcmp(text, ",") == 0;
    const bool here = touch->focused || (def->beside && ui->focus == ui_id_here(ui, def->beside));
    return number && here && ui->show_focus && !def->words && !ui->key_taken && ui->edit.id == 0;
}

/* In place of the selection where that was clicked, otherwise where the pointer is. */
static void paste_at_pointer(ui_context *ui, const ui_field_def *def)
{
    const int at = caret_at(ui, def, ui->input.mouse.x);
    if (at < ui_edit_first(&ui->edit) || at > ui_edit_last(&ui->edit))
        ui_edit_move(&ui->edit, at, false);
    ui_edit_paste_offered(&ui->edit);
}

/* Returns whether the mouse was pressed elsewhere, which finishes the typing. */
static bool edit_mouse(ui_context *ui, const ui_field_def *def, const ui_touch_result *touch)
{
    ui_edit *edit = &ui->edit;
    if (touch->pressed) {
        edit->dragging = true;
        ui_edit_move(edit, caret_at(ui, def, ui->input.mouse.x), ui->input.shift);
    } else if (touch->held && edit->dragging) {
        edit->caret = caret_at(ui, def, ui->input.mouse.x);
    } else {
        if (edit->dragging)
            ui_edit_offer(edit);
        edit->dragging = false;
    }
    if (touch->doubled) {
        edit->dragging = false;
        ui_edit_select_all(edit);
        ui_edit_offer(edit);
    }
    if (touch->middle)
        paste_at_pointer(ui, def);
    edit->leaving = (ui->input.pressed && !touch->pressed) || (ui->input.middle && !touch->middle);
    return edit->leaving;
}

static void draw_text_being_edited(ui_context *ui, const ui_field_def *def)
{
    const ui_theme *theme = &ui->theme;
    ui_canvas *canvas = &ui->canvas;
    const ui_rect r = def->rect;
    const bool wrong = ui->edit.message[0] != '\0';
    ui_box(canvas, r, theme->corner, theme->paper);
    ui_outline(canvas, r, theme->corner, theme->focus_width, wrong ? theme->bad : theme->accent);
    const ui_px_rect outside = ui_clip(canvas, ui_inset(r, theme->focus_width));
    const double left = text_left(ui, def);
    const double from = left + width_before(ui, def, ui_edit_first(&ui->edit));
    const double to = left + width_before(ui, def, ui_edit_last(&ui->edit));
    const double caret = ui_snap(canvas, left + width_before(ui, def, ui->edit.caret));
    const double top = r.y + MARK_INSET, height = r.h - 2.0 * MARK_INSET;
    ui_box(canvas, (ui_rect){from, top, to - from, height}, 0.0, ui_faded(theme->accent, SELECTED));
    ui_label(canvas, (ui_point){left, r.y + 0.5 * r.h}, UI_LEFT, font_of(ui, def), theme->ink,
             ui->edit.text);
    ui_box(canvas, (ui_rect){caret, top, theme->border_width, height}, 0.0, theme->ink);
    ui_unclip(canvas, outside);
}

static void draw_shown(ui_context *ui, const ui_field_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect;
    if (touch->hovered) {
        ui_box(&ui->canvas, r, theme->corner, theme->paper);
        ui_outline(&ui->canvas, r, theme->corner, theme->border_width, theme->border);
    }
    const double middle = r.y + 0.5 * r.h;
    if (def->words)
        ui_label_cut(&ui->canvas, (ui_point){r.x + TEXT_INSET, middle}, r.w - 2.0 * TEXT_INSET,
                     theme->body, def->color, def->shown);
    else
        ui_label(&ui->canvas, (ui_point){r.x + r.w - TEXT_INSET, middle}, UI_RIGHT, theme->number,
                 def->color, def->shown);
    if (touch->focused && ui->show_focus)
        ui_draw_focus(ui, r, theme->corner);
}

static void hint(ui_context *ui, const ui_field_def *def, const ui_touch_result *touch)
{
    if (!touch->hovered)
        return;
    char text[UI_MESSAGE_BYTES];
    snprintf(text, sizeof text, "%s%sclick and type", def->hint ? def->hint : "",
             def->hint ? ": " : "");
    ui_hint_sentence(ui, touch, def->rect, text);
}

bool ui_field(ui_context *ui, const ui_field_def *def)
{
    assert(def->shown && def->editable);
    const ui_touch_result touch = ui_touch(ui, def->name, def->rect, true);
    const bool edited = ui->edit.id == touch.id;
    bool finished = false;
    if (edited && !ui->covered) {
        finished = ui_edit_keys(ui);
        if (!finished && ui->edit.id)
            finished = edit_mouse(ui, def, &touch);
    }
    if (touch.pressed || touch.middle || (touch.focused && ui_take_enter(ui))) {
        ui->edit.wanted = edited ? 0 : touch.id;
        ui->edit.wants_paste = touch.middle;
    }
    if (ui->edit.wanted == touch.id && !ui->input.pressed && ui->edit.id == 0)
        begin_editing(ui, def, touch.id);
    if (takes_digits(ui, def, &touch) && !ui->covered) {
        begin_editing(ui, def, touch.id);
        finished = ui_edit_keys(ui);
    }
    ui->again |= ui->edit.wanted == touch.id;
    if (ui->edit.id != touch.id)
        hint(ui, def, &touch);
    if (touch.hovered)
        ui->pointer = UI_POINTER_TEXT;
    if (ui->edit.id == touch.id)
        draw_text_being_edited(ui, def);
    else
        draw_shown(ui, def, &touch);
    return finished;
}

void ui_edit_accept(ui_context *ui)
{
    assert(ui->edit.id != 0); /* something was typed */
    ui->edit.id = 0;
    ui->edit.message[0] = '\0';
    ui->again = true;
}

void ui_edit_refuse(ui_context *ui, const char *message)
{
    assert(ui->edit.id != 0 && message);
    ui_edit_say(&ui->edit, message);
    if (ui->edit.leaving)
        ui->edit.id = 0;
    ui->again = true;
}

const char *ui_field_message(const ui_context *ui, const char *name)
{
    const bool wrong = ui->edit.refused == ui_id_here(ui, name) && ui->edit.message[0] != '\0';
    return wrong ? ui->edit.message : NULL;
}
