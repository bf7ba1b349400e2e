#include "screen/legend.h"

#include "model/run_words.h"
#include "screen/legend_row.h"
#include "screen/verdict_row.h"
#include "ui/button.h"
#include "ui/field.h"

#include <math.h>

static const double ROW = 20.0, HEAD = 24.0, PAD = 6.0;
static const double SWATCH = 36.0;
static const double LOSS = 84.0, NEAR = 92.0; /* of the columns of numbers */
static const double USE = 52.0, HIDE = 42.0, REMOVE = 22.0;
static const double NAME_SHARE =
    0.6; /* of what is left names have at most, and settings the rest */
static const double NAME_INSET = 18.0; /* around a name that can be typed over */

enum { SETTINGS_BYTES = 4096 }; /* of a run: more than the widest window has room for */

typedef struct legend_columns {
    ui_rect swatch, name, settings;
    double loss, near; /* right ends of numbers */
    ui_rect use, hide, remove;
} legend_columns;

double legend_height(const model_session *session)
{
    const int runs = session_scene(session)->count;
    return runs > 1 ? HEAD + runs * ROW + verdict_row_height(session) + 2.0 * PAD : 0.0;
}

/* What columns need whose width is not always the same. */
typedef struct legend_needs {
    double names; /* the longest of them, */
    double use;   /* and the word that makes a run the current one; 0: no other can be it */
} legend_needs;

static legend_needs needs_of(const ui_context *ui, const model_scene *scene)
{
    legend_needs needs = {0.0, 0.0};
    double widest = 0.0;
    for (int i = 0; i < scene->count; i++) {
        widest = fmax(widest, ui_label_width(&ui->canvas, ui->theme.body, scene_title(scene, i)));
        if (i > 0 && scene_can_be_current(scene, i))
            needs.use = USE;
    }
    needs.names = ceil(widest + NAME_INSET);
    return needs;
}

static legend_columns columns_of(const ui_theme *theme, ui_rect row, legend_needs needs)
{
    const double gap = theme->gap, end = row.x + row.w;
    const double words =
        fmax(row.w - SWATCH - LOSS - NEAR - needs.use - HIDE - REMOVE - 4.0 * gap, 0.0);
    legend_columns at;
    at.swatch = (ui_rect){row.x, row.y, SWATCH, row.h};
    at.name = (ui_rect){row.x + SWATCH, row.y, fmin(floor(NAME_SHARE * words), needs.names), row.h};
    at.settings = (ui_rect){at.name.x + at.name.w + gap, row.y, words - at.name.w, row.h};
    at.remove = (ui_rect){end - REMOVE, row.y, REMOVE, row.h};
    at.hide = (ui_rect){at.remove.x - HIDE, row.y, HIDE, row.h};
    at.use = (ui_rect){at.hide.x - needs.use, row.y, needs.use, row.h};
    at.near = at.use.x - gap;
    at.loss = at.near - NEAR;
    return at;
}

static void draw_head(ui_context *ui, const plot_style *style, ui_rect row, legend_needs needs)
{
    const ui_theme *theme = &style->ui;
    const legend_columns at = columns_of(theme, row, needs);
    const double y = row.y + 0.5 * row.h;
    ui_label(&ui->canvas, (ui_point){row.x, y}, UI_LEFT, theme->heading, theme->ink, "Runs");
    ui_label(&ui->canvas, (ui_point){at.loss, y}, UI_RIGHT, theme->small, theme->muted, "loss");
    ui_label(&ui->canvas, (ui_point){at.near, y}, UI_RIGHT, theme->small, theme->muted,
             "within 1 % from");
}

/* A run's row, and the scene that what is done in it makes. */
typedef struct legend_row {
    int run;
    ui_rect rect;
    legend_needs needs;
    const model_session *session;
    model_scene *next;
} legend_row;

/* The name, which can be typed over. */
static void name_field(ui_context *ui, ui_rect rect, const legend_row *row)
{
    const model_scene *scene = session_scene(row->session);
    const scene_run *run = &scene->run[row->run];
    const char *title = scene_title(scene, row->run);
    const double room = rect.w - NAME_INSET;
    const bool cut = ui_label_width(&ui->canvas, ui->theme.body, title) > room;
    const ui_field_def field = {.name = "name",
                                .rect = rect,
                                .shown = title,
                                .editable = run->name,
                                .hint = cut ? title : NULL,
                                .color = run->hidden ? ui->theme.muted : ui->theme.ink,
                                .words = true};
    if (!ui_field(ui, &field))
        return;
    if (scene_set_name(row->next->run[row->run].name, ui->edit.text))
        ui_edit_accept(ui);
    else
        ui_edit_refuse(ui, "This cannot be a name");
}

/* What tells the run apart; where there is no room for all of it the pointer gets it told. */
static void draw_settings(ui_context *ui, const ui_theme *theme, ui_rect rect,
                          const model_scene *scene, int run)
{
    char settings[SETTINGS_BYTES];
    run_words(scene, run, settings, sizeof settings);
    if (ui_label_cut(&ui->canvas, (ui_point){rect.x, rect.y + 0.5 * rect.h}, rect.w, theme->small,
                     theme->muted, settings))
        return;
    const ui_touch_result touch = ui_touch_area(ui, "settings", rect, true);
    ui_hint(ui, &touch, rect, settings);
}

static bool word(ui_context *ui, ui_rect rect, const char *name, const char *label,
                 const char *hint)
{
    const ui_button_def button = {
        .name = name, .rect = rect, .look = UI_BUTTON_WORD, .label = label, .hint = hint};
    return ui_button(ui, &button);
}

/* What can be done with a run. */
static void row_buttons(ui_context *ui, const legend_columns *at, const legend_row *row)
{
    const int run = row->run;
    const bool hidden = session_scene(row->session)->run[run].hidden;
    const model_scene *scene = session_scene(row->session);
    if (run > 0 && scene_can_be_current(scene, run) &&
        word(ui, at->use, "use", "control", "Make it the run that the controls change"))
        scene_make_current(row->next, run);
    if (run > 0 && word(ui, at->hide, "hide", hidden ? "show" : "hide",
                        hidden ? "Show it in the pictures again" : "Hide it in the pictures"))
        row->next->run[run].hidden = !hidden;
    const ui_button_def remove = {.name = "remove",
                                  .rect = at->remove,
                                  .look = UI_BUTTON_BARE,
                                  .icon = UI_ICON_CROSS,
                                  .hint = "Remove this run (Ctrl+Z brings it back)"};
    if (scene_can_remove(scene, run) && ui_button(ui, &remove))
        scene_remove(row->next, run);
}

static void row_pass(ui_context *ui, const plot_style *style, const legend_row *row)
{
    const ui_theme *theme = &style->ui;
    const model_scene *scene = session_scene(row->session);
    const legend_columns at = columns_of(theme, row->rect, row->needs);
    const double y = row->rect.y + 0.5 * row->rect.h;
    if (!scene->run[row->run].hidden)
        legend_draw_swatch(&ui->canvas, style, at.swatch, &scene->run[row->run], row->run == 0);
    name_field(ui, at.name, row);
    const char *message = ui_field_message(ui, "name");
    if (message) { /* it has the room of the settings and the numbers */
        ui_label_cut(&ui->canvas, (ui_point){at.settings.x, y}, at.near - at.settings.x,
                     theme->small, theme->bad, message);
    } else {
        draw_settings(ui, theme, at.settings, scene, row->run);
        legend_draw_numbers(&ui->canvas, theme, (ui_point){at.loss, y}, at.near,
                            &session_runs(row->session)->run[row->run],
                            session_step(row->session, row->run));
    }
    row_buttons(ui, &at, row);
}

void legend_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session)
{
    const ui_theme *theme = &style->ui;
    if (!(rect.h > 0.0))
        return;
    ui_outline(&ui->canvas, rect, theme->card_corner, theme->border_width, theme->hairline);
    model_scene next = *session_scene(session);
    legend_row row = {
        .rect = {rect.x + 2.0 * theme->gap, rect.y + PAD, rect.w - 3.0 * theme->gap, HEAD},
        .needs = needs_of(ui, session_scene(session)),
        .session = session,
        .next = &next};
    draw_head(ui, style, row.rect, row.needs);
    row.rect.y += HEAD;
    row.rect.h = ROW;
    for (; row.run < session_scene(session)->count; row.run++, row.rect.y += ROW) {
        ui_push_index(ui, "run", row.run + 1);
        row_pass(ui, style, &row);
        ui_pop(ui);
    }
    if (!fields_same_scene(&next, session_scene(session)))
        session_change(session, &next);
    row.rect.h = verdict_row_height(session);
    verdict_row_pass(ui, style, row.rect, SWATCH + theme->label_gap, session);
}
