#include "screen/open_box.h"

#include "file/complete.h"
#include "ui/edit.h"
#include "ui/field.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double WIDTH = 560.0; /* at most */
static const double LABEL_WIDTH = 116.0;

static const char PATH[] = "path";

static void close_box(ui_context *ui, model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    wishes.open = false;
    session_wish(session, wishes);
    ui->again = true;
}

/* Puts after what was typed what all files that begin so have in common. */
static void complete(ui_context *ui, screen_open_box *box)
{
    ui_edit *edit = &ui->edit;
    char rest[FILE_PATH_BYTES], whole[UI_EDIT_BYTES];
    const ui_id id = edit->id;
    ui->input.key = SDLK_UNKNOWN; /* the field is not to be left */
    box->found = file_complete(edit->text, rest);
    const int length = snprintf(whole, sizeof whole, "%s%s", edit->text, rest);
    if (length < 0 || length >= (int)sizeof whole)
        return;
    ui_edit_begin(edit, id, whole, sizeof whole);
    ui_edit_move(edit, length, false);
}

/* Opens what was typed, and closes the box when there is such a file. */
static void open_typed(ui_context *ui, model_session *session)
{
    char path[FILE_PATH_BYTES];
    const bool leaving = ui->edit.leaving;
    const bool opened =
        !leaving && file_typed_path(ui->edit.text, path) && session_open(session, path);
    if (leaving || opened) {
        ui_edit_accept(ui);
        close_box(ui, session);
        return;
    }
    dh_error error = {.text = ""};
    dh_fail(&error, "%s", session_error(session));
    ui_edit_refuse(ui, error.text[0] ? error.text : "the path is too long");
}

static const char *words_below(const ui_context *ui, const screen_open_box *box)
{
    const char *message = ui_field_message(ui, PATH);
    return message           ? message
           : box->found == 0 ? "No file begins so"
           : box->found > 1  ? "Several files begin so"
                             : "Tab completes, Enter opens, Escape leaves; or drop a file here";
}

static void draw(ui_context *ui, const plot_style *style, ui_rect window, ui_rect *field)
{
    const ui_theme *theme = &style->ui;
    const double width = fmin(WIDTH, window.w - 2.0 * theme->gap);
    const ui_rect card = {ui_snap(&ui->canvas, 0.5 * (window.w - width)), theme->gap, width,
                          2.0 * theme->button_height + theme->gap};
    ui_box(&ui->canvas, card, theme->corner, theme->paper);
    ui_outline(&ui->canvas, card, theme->corner, theme->border_width, theme->accent);
    *field = (ui_rect){card.x + LABEL_WIDTH, card.y + theme->gap, card.w - LABEL_WIDTH - theme->gap,
                       theme->button_height};
    ui_label(&ui->canvas, (ui_point){card.x + theme->margin, field->y + 0.5 * field->h}, UI_LEFT,
             theme->heading, theme->ink, "Open a file");
}

void open_box_pass(ui_context *ui, const plot_style *style, ui_rect window, model_session *session,
                   screen_open_box *box)
{
    const ui_theme *theme = &style->ui;
    const bool wanted = session_wishes(session)->open;
    const bool begins = wanted && !box->shown, ends = box->shown && !wanted;
    box->shown = wanted;
    if (ends && ui->edit.id == ui_id_of("open/path")) /* by a drop: nobody edits it any more */
        ui_edit_accept(ui);
    if (!wanted)
        return;
    ui_rect field;
    draw(ui, style, window, &field);
    ui_push(ui, "open");
    const ui_id id = ui_id_here(ui, PATH);
    if (box->fresh && ui->input.text[0] != '\0') {
        ui->input.text[0] = '\0';
        box->fresh = false;
    }
    box->fresh = begins ? !ui->input.ctrl : box->fresh && ui->input.key == SDLK_UNKNOWN;
    if (begins) {
        box->found = -1;
        ui->edit.wanted = id;
    }
    if (ui->edit.id == id && ui_take_key(ui, SDLK_TAB))
        complete(ui, box);
    else if (ui->input.key != SDLK_UNKNOWN || ui->input.text[0])
        box->found = -1;
    const ui_field_def def = {.name = PATH,
                              .rect = field,
                              .shown = "",
                              .editable = "",
                              .color = theme->ink,
                              .words = true,
                              .path = true};
    if (ui_field(ui, &def))
        open_typed(ui, session);
    else if (!begins && ui->edit.id != id && ui->edit.wanted != id)
        close_box(ui, session);
    ui_label_cut(&ui->canvas,
                 (ui_point){field.x + theme->label_gap,
                            field.y + field.h + 0.5 * (theme->button_height - theme->gap)},
                 field.w - theme->label_gap, theme->small,
                 ui_field_message(ui, PATH) ? theme->bad : theme->muted, words_below(ui, box));
    ui_pop(ui);
}
