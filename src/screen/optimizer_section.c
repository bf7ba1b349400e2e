#include "screen/optimizer_section.h"

#include "model/setting_names.h"
#include "screen/mistakes_section.h"

static const char *optimizer_label(const void *context, int index)
{
    (void)context;
    return dh_optimizer_at(index)->label;
}

static void setting_rows(panel_state *p, const dh_optimizer *optimizer)
{
    for (int i = 0; i < optimizer->settings; i++) {
        const model_field field = field_of_setting(optimizer, i);
        panel_slider_rows(p, &field);
    }
}

int optimizer_section_pass(panel_state *p)
{
    int chosen = p->setup.scene.run[0].recipe.optimizer;
    const dh_optimizer *optimizer = dh_optimizer_at(chosen);
    if (!panel_section(p, VIEW_SECTION_OPTIMIZER, optimizer->label)) {
        p->head[VIEW_SECTION_MISTAKES] = p->left.y;
        return chosen;
    }
    const command_hint hint = command_hint_of(COMMAND_OPTIMIZER);
    const ui_choice_def choice = {.name = "optimizer",
                                  .count = dh_optimizer_count(),
                                  .label = optimizer_label,
                                  .hint = hint.text};
    p->changed |= panel_choice_row(p, "", choice, &chosen);
    setting_rows(p, optimizer);
    panel_check_row(p, "Rate from this step on", session_view(p->session)->from_here,
                    COMMAND_FROM_HERE);
    p->left.y += PANEL_ROW_GAP;
    mistakes_section_pass(p);
    return chosen;
}
