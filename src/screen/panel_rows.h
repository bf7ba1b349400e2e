/* What the panel's sections are made of: rows, from the top down. */
#ifndef SCREEN_PANEL_ROWS_H
#define SCREEN_PANEL_ROWS_H

#include "model/fields.h"
#include "model/session.h"
#include "plots/style.h"
#include "screen/commands.h"
#include "ui/choice.h"

#include <stdbool.h>

/* What the controls of the panel work on. */
typedef struct panel_state {
    ui_context *ui;
    const plot_style *style;
    model_session *session;
    model_setup setup; /* as the controls show it, and have changed it so far */
    bool changed;
    ui_rect left;                        /* of the panel, below what has been drawn */
    double head[VIEW_SECTION_COUNT + 1]; /* where the sections begin, and where the last ends */
} panel_state;

static const double PANEL_ROW_GAP = 6.0;
static const double PANEL_SLIDER_FIELD = 112.0; /* width of the number over a slider */

/* Names of the two controls of a field, in the scope of its label. */
static const char PANEL_NUMBER[] = "number", PANEL_SLIDER[] = "slider";

/* The head of a section that can be folded, with a word of what is in it. Returns whether it is
 * unfolded: then its rows are to follow. */
bool panel_section(panel_state *p, view_section section, const char *note);

/* The top `height` of what is left of the panel. */
ui_rect panel_row(panel_state *p, double height);

/* One of so many equal parts of a row. */
ui_rect panel_part(const ui_theme *theme, ui_rect row, int column, int columns);

/* Small words around a height. */
void panel_note(panel_state *p, ui_point at, ui_align align, ui_color color, const char *text);

/* The number of a field, which can be typed over; with its label before it, in a field this wide.
 */
void panel_number(panel_state *p, ui_rect rect, const model_field *field);
void panel_number_row(panel_state *p, double width, const model_field *field);

/* A field that is dragged or typed: its number, a slider below it, and the gap after both. And the
 * slider with the gap alone, in the scope of the field's label, with another hint or NULL. */
void panel_slider_rows(panel_state *p, const model_field *field);
void panel_slider_row(panel_state *p, const model_field *field, const char *hint);

/* A label, or none, and a choice, whose rect is left to this. Returns whether it changed *chosen.
 */
bool panel_choice_row(panel_state *p, const char *label, ui_choice_def choice, int *chosen);

/* What is wrong with the number that was typed last, if anything, over a gap: nothing may move
 * below the pointer. Returns whether there is something. */
bool panel_field_note(panel_state *p, ui_point at);

/* A button with a label for a command, and the width of a check with this one. */
void panel_button(panel_state *p, ui_rect rect, const char *label, command_id id);
double panel_check_width(const panel_state *p, const char *label);

/* A check of its own row for a command. */
void panel_check_row(panel_state *p, const char *label, bool on, command_id command);

#endif
