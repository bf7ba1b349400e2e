#include "screen/data_section.h"

#include "model/sources.h"
#include "screen/command_button.h"
#include "ui/paragraph.h"

#include <stdio.h>

static const double FIELD_WIDTH = 150.0;

static const char *source_label(const void *session, int index)
{
    return sources_label(session, index);
}

static const char *loss_label(const void *context, int index)
{
    static const char *const labels[DH_LOSS_COUNT] = {[DH_LOSS_MEAN] = "Mean of squares",
                                                      [DH_LOSS_HALF] = "Half the mean",
                                                      [DH_LOSS_SUM] = "Sum of squares"};
    (void)context;
    return labels[index];
}

static int source_row(panel_state *p)
{
    int chosen = sources_chosen(p->session);
    const ui_choice_def choice = {.name = "source",
                                  .count = sources_count(p->session),
                                  .label = source_label,
                                  .context = p->session,
                                  .hint = "Where the points come from"};
    panel_choice_row(p, "Source", choice, &chosen);
    const char *words = sources_words(p->session);
    if (words)
        p->left.y += PANEL_ROW_GAP + ui_paragraph(&p->ui->canvas, p->left, p->ui->theme.small,
                                                  p->ui->theme.muted, words);
    return chosen;
}

static void loss_row(panel_state *p)
{
    int chosen = (int)p->setup.scene.problem.loss;
    const ui_choice_def choice = {.name = "loss",
                                  .count = DH_LOSS_COUNT,
                                  .label = loss_label,
                                  .hint = "What is minimized: PyTorch's MSELoss is the mean"};
    if (panel_choice_row(p, field_of(FIELD_LOSS)->label, choice, &chosen)) {
        p->setup.scene.problem.loss = (dh_loss_kind)chosen;
        p->changed = true;
    }
}

static void field_row(panel_state *p, field_id id)
{
    const ui_theme *theme = &p->ui->theme;
    ui_push(p->ui, field_of(id)->label);
    panel_number_row(p, FIELD_WIDTH, field_of(id));
    panel_field_note(p, (ui_point){p->left.x, p->left.y + 0.5 * theme->label_gap});
    p->left.y += theme->label_gap;
    ui_pop(p->ui);
}

/* How points are drawn: first what is changed most. */
static void drawing_rows(panel_state *p)
{
    field_row(p, FIELD_POINTS);
    field_row(p, FIELD_SEED);
    const ui_rect r = panel_row(p, p->ui->theme.button_height);
    panel_button(p, panel_part(&p->ui->theme, r, 0, 2), "New data", COMMAND_NEW_DATA);
    panel_button(p, panel_part(&p->ui->theme, r, 1, 2), "Open…", COMMAND_OPEN);
    p->left.y += PANEL_ROW_GAP;
    field_row(p, FIELD_TRUE_SLOPE);
    field_row(p, FIELD_TRUE_INTERCEPT);
    field_row(p, FIELD_NOISE);
}

/* Given points have a seed only for mini-batches, be they of a run beside the current one. */
static void given_rows(panel_state *p)
{
    char count[TEXT_NUMBER_BYTES];
    const ui_rect r = panel_row(p, p->ui->theme.field_height);
    const size_t points = session_runs(p->session)->problem.n;
    snprintf(count, sizeof count, "%zu point%s", points, points == 1 ? "" : "s");
    ui_label(&p->ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, p->ui->theme.body,
             p->ui->theme.ink, count);
    const bool has_seed = runs_use_seed(session_runs(p->session));
    if (has_seed)
        field_row(p, FIELD_SEED);
    const ui_rect buttons = panel_row(p, p->ui->theme.button_height);
    if (has_seed)
        panel_button(p, panel_part(&p->ui->theme, buttons, 0, 2), "New batches", COMMAND_NEW_DATA);
    panel_button(p, has_seed ? panel_part(&p->ui->theme, buttons, 1, 2) : buttons, "Open…",
                 COMMAND_OPEN);
}

int data_section_pass(panel_state *p)
{
    const int chosen = sources_chosen(p->session);
    if (!panel_section(p, VIEW_SECTION_DATA, sources_label(p->session, chosen)))
        return chosen;
    const int source = source_row(p);
    if (p->setup.scene.problem.source.kind == DH_SOURCE_GENERATED)
        drawing_rows(p);
    else
        given_rows(p);
    p->left.y += PANEL_ROW_GAP;
    loss_row(p);
    panel_check_row(p, field_of(FIELD_STANDARDIZE)->label, p->setup.scene.problem.standardize,
                    COMMAND_STANDARDIZE);
    panel_check_row(p, "Edit points", session_view(p->session)->edit, COMMAND_EDIT);
    p->left.y += PANEL_ROW_GAP;
    return source;
}
