#include "screen/mistakes_section.h"

#include "downhill/mistake.h"
#include "ui/button.h"

#include <math.h>
#include <stdio.h>

/* How many of them are shown. */
static int shown(const model_scene *scene)
{
    int count = 0;
    for (int i = 1; i < dh_mistake_count(); i++)
        count += scene_find_mistake(scene, i) > 0;
    return count;
}

/* Shows the current run with a mistake in it, or no longer. */
static void toggle(model_session *session, int mistake)
{
    model_scene next = *session_scene(session);
    const int run = scene_find_mistake(&next, mistake);
    if (run > 0) {
        scene_remove(&next, run);
    } else if (!scene_add_mistake(&next, mistake)) {
        dh_error full = {.text = ""};
        dh_fail(&full, "%d runs are shown already: remove one to show another", SCENE_RUNS);
        session_refuse(session, &full);
        return;
    }
    session_change(session, &next);
}

static bool check(panel_state *p, int mistake)
{
    const char *label = dh_mistake_label(mistake);
    char hint[UI_MESSAGE_BYTES];
    ui_rect row = panel_row(p, p->ui->theme.field_height);
    row.w = fmin(panel_check_width(p, label), row.w);
    snprintf(hint, sizeof hint, "The current run with this mistake: --check calls it %s",
             dh_mistake_name(mistake));
    const ui_button_def button = {.name = dh_mistake_name(mistake),
                                  .rect = row,
                                  .look = UI_BUTTON_CHECK,
                                  .label = label,
                                  .on = scene_find_mistake(session_scene(p->session), mistake) > 0,
                                  .hint = hint};
    return ui_button(p->ui, &button);
}

void mistakes_section_pass(panel_state *p)
{
    char note[32];
    const int count = shown(session_scene(p->session));
    snprintf(note, sizeof note, count > 0 ? "%d shown" : "none", count);
    if (!panel_section(p, VIEW_SECTION_MISTAKES, note))
        return;
    ui_push(p->ui, "mistake");
    for (int i = 1; i < dh_mistake_count(); i++)
        if (check(p, i))
            toggle(p->session, i);
    ui_pop(p->ui);
    p->left.y += PANEL_ROW_GAP;
}
