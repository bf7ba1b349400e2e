#include "ui/context.h"

#include "text/line.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>

enum { HINT_MS = 600, INDEX_BYTES = 16 };

static const uint32_t NO_PATH = 2166136261u; /* the hash of no text (FNV-1a) */

void ui_begin(ui_context *ui, int width_px, int height_px, double scale)
{
    ui_canvas_begin(&ui->canvas, width_px, height_px, scale);
    ui->control_count = ui->scope_count = 0;
    ui->key_taken = ui->again = ui->dragging = ui->list.met = false;
    ui->covered = ui->list.of != 0;
    ui->pointer = UI_POINTER_ARROW;
    ui->hint_of = 0;
    if (ui->input.pressed)
        ui->held = 0; /* what was held was let go unseen */
}

/* The hash of a path that goes on with this text. */
static uint32_t hash_on(uint32_t path, const char *text)
{
    for (; *text; text++)
        path = (path ^ (unsigned char)*text) * 16777619u;
    return path;
}

static uint32_t present_scope(const ui_context *ui)
{
    return ui->scope_count > 0 ? ui->scopes[ui->scope_count - 1] : NO_PATH;
}

static ui_id id_in(uint32_t scope, const char *name)
{
    const ui_id id = hash_on(scope, name);
    return id ? id : 1;
}

ui_id ui_id_of(const char *path)
{
    assert(path && path[0] != '\0');
    return id_in(NO_PATH, path);
}

ui_id ui_id_here(const ui_context *ui, const char *name)
{
    return id_in(present_scope(ui), name);
}

bool ui_is_held(const ui_context *ui, const char *name)
{
    return ui->held == ui_id_here(ui, name);
}

static void open_scope(ui_context *ui, uint32_t path)
{
    assert(ui->scope_count < UI_SCOPES_MAX);
    ui->scopes[ui->scope_count++] = hash_on(path, "/");
}

void ui_push(ui_context *ui, const char *name)
{
    assert(name && name[0] != '\0');
    open_scope(ui, hash_on(present_scope(ui), name));
}

void ui_push_index(ui_context *ui, const char *name, int index)
{
    assert(name && name[0] != '\0');
    char number[INDEX_BYTES];
    snprintf(number, sizeof number, " %d", index);
    open_scope(ui, hash_on(hash_on(present_scope(ui), name), number));
}

void ui_pop(ui_context *ui)
{
    assert(ui->scope_count > 0);
    ui->scope_count--;
}

/* The control of this pass that has the id, or NULL. */
static const ui_control *control_of(const ui_context *ui, ui_id id)
{
    for (int i = 0; i < ui->control_count; i++)
        if (ui->controls[i].id == id)
            return &ui->controls[i];
    return NULL;
}

const ui_control *ui_find_control(const ui_context *ui, const char *path)
{
    return control_of(ui, ui_id_of(path));
}

void ui_set_focus(ui_context *ui, ui_id id, bool by_keyboard)
{
    if (ui->focus != id || ui->show_focus != by_keyboard)
        ui->again = true;
    ui->focus = id;
    ui->show_focus = by_keyboard;
}

/* Fine wheels turn in parts of a notch; they are kept until they make a whole one. */
static int whole_notches(ui_context *ui, ui_id id)
{
    if (ui->wheel_id != id || ui->wheel * ui->input.wheel < 0.0)
        ui->wheel = 0.0;
    ui->wheel_id = id;
    ui->wheel += ui->input.wheel;
    const int whole = (int)ui_clamp(ui->wheel, -100.0, 100.0);
    ui->wheel -= whole;
    return whole;
}

void ui_end_drag(ui_context *ui)
{
    if (ui->dragging)
        ui->held = 0;
    ui->last_held = 0;
}

/* Whether the clip lets a place be seen. */
static bool is_seen(const ui_canvas *canvas, ui_point at)
{
    const double x = at.x * canvas->scale, y = at.y * canvas->scale;
    return x >= canvas->clip.left && x < canvas->clip.right && y >= canvas->clip.top &&
           y < canvas->clip.bottom;
}

static bool may_wheel(const ui_context *ui, ui_id id)
{
    const bool rests = ui->wheel_at.x == ui->input.mouse.x && ui->wheel_at.y == ui->input.mouse.y;
    return ui->wheel_of == 0 || ui->wheel_of == id || !rests;
}

bool ui_take_wheel(ui_context *ui, ui_id id)
{
    if (ui->input.wheel == 0.0 || !may_wheel(ui, id))
        return false;
    ui->wheel_of = id;
    ui->wheel_at = ui->input.mouse;
    return true;
}

static ui_touch_result touch_control(ui_context *ui, const char *name, ui_rect rect, bool enabled,
                                     bool walked)
{
    const ui_input *input = &ui->input;
    assert(name && name[0] != '\0');
    const ui_id id = ui_id_here(ui, name);
    assert(!control_of(ui, id)); /* two of one name would share what is held and focused */
    enabled = enabled && !ui->covered;
    if (ui->control_count < UI_CONTROLS_MAX)
        ui->controls[ui->control_count++] =
            (ui_control){.id = id, .rect = rect, .enabled = enabled, .walked = walked};
    ui_touch_result touch = {.id = id};
    if (!enabled) {
        if (ui->held == id)
            ui->held = 0;
        return touch;
    }
    const bool inside =
        input->mouse_here && ui_contains(rect, input->mouse) && is_seen(&ui->canvas, input->mouse);
    if (inside && input->pressed && ui->held == 0) {
        touch.pressed = true;
        touch.doubled = input->clicks == 2 && ui->last_held == id;
        ui->held = ui->last_held = ui->used = id;
    }
    if (!inside && ui->used == id)
        ui->used = 0;
    touch.held = ui->held == id;
    touch.hovered = inside && (touch.held || (ui->held == 0 && !input->down));
    if (touch.held && input->released) {
        touch.clicked = inside && !input->lost;
        touch.held = false;
        ui->held = 0;
        ui->again = true;
    }
    touch.middle = inside && input->middle && ui->held == 0;
    touch.right = inside && input->right && ui->held == 0;
    touch.focused = ui->focus == id;
    if (inside && input->wheel != 0.0 && may_wheel(ui, id))
        touch.wheel = whole_notches(ui, id);
    return touch;
}

ui_touch_result ui_touch(ui_context *ui, const char *name, ui_rect rect, bool enabled)
{
    return touch_control(ui, name, rect, enabled, true);
}

ui_touch_result ui_touch_area(ui_context *ui, const char *name, ui_rect rect, bool enabled)
{
    const ui_touch_result touch = touch_control(ui, name, rect, enabled, false);
    if (touch.pressed)
        ui_set_focus(ui, 0, false);
    return touch;
}

bool ui_take_key(ui_context *ui, SDL_Keycode key)
{
    if (ui->key_taken || ui->input.key != key || key == SDLK_UNKNOWN)
        return false;
    ui->key_taken = true;
    return true;
}

bool ui_take_enter(ui_context *ui)
{
    return ui_take_key(ui, SDLK_RETURN) || ui_take_key(ui, SDLK_KP_ENTER);
}

static int focused_control(const ui_context *ui)
{
    for (int i = 0; i < ui->control_count; i++)
        if (ui->controls[i].id == ui->focus && ui->controls[i].enabled)
            return i;
    return -1;
}

static void walk(ui_context *ui, int direction)
{
    const int count = ui->control_count;
    int at = focused_control(ui);
    if (at < 0 && direction < 0)
        at = 0; /* backwards from nowhere begins at the last */
    for (int tried = 0; tried < count; tried++) {
        at = (at + direction + count) % count;
        if (ui->controls[at].enabled && ui->controls[at].walked) {
            ui_set_focus(ui, ui->controls[at].id, true);
            return;
        }
    }
}

void ui_hint(ui_context *ui, const ui_touch_result *touch, ui_rect rect, const char *text)
{
    if (!touch->hovered || touch->held || touch->id == ui->used)
        return;
    assert(text);
    ui->hint_of = touch->id; /* of controls that overlap, the last */
    ui->hint_rect = rect;
    text_copy(ui->hint, sizeof ui->hint, text);
}

void ui_hint_sentence(ui_context *ui, const ui_touch_result *touch, ui_rect rect, const char *text)
{
    char sentence[UI_MESSAGE_BYTES];
    if (!touch->hovered)
        return;
    text_copy(sentence, sizeof sentence, text);
    *sentence = (char)toupper((unsigned char)*sentence);
    ui_hint(ui, touch, rect, sentence);
}

static void draw_hint(ui_context *ui)
{
    const ui_theme *theme = &ui->theme;
    ui_canvas *canvas = &ui->canvas;
    const ui_rect window = ui_canvas_rect(canvas);
    if (ui->hinted != ui->hint_of)
        ui->hint_due_ms = ui->now_ms + HINT_MS;
    ui->hinted = ui->hint_of;
    ui->hint_shown = ui->hinted != 0 && ui->now_ms >= ui->hint_due_ms;
    if (!ui->hint_shown)
        return;
    const ui_rect of = ui->hint_rect;
    const double width = ui_label_width(canvas, theme->small, ui->hint) + 2.0 * theme->gap;
    const double height = theme->field_height;
    ui_rect box = {of.x + 0.5 * (of.w - width), of.y + of.h + theme->gap, width, height};
    if (box.y + box.h > window.h - theme->gap)
        box.y = of.y - theme->gap - height;
    box.x = ui_snap(canvas, ui_clamp(box.x, theme->gap, window.w - theme->gap - width));
    box.y = ui_snap(canvas, box.y);
    ui_box(canvas, box, theme->corner, theme->ink);
    ui_label(canvas, ui_center(box), UI_CENTER, theme->small, theme->paper, ui->hint);
}

void ui_end(ui_context *ui)
{
    assert(ui->scope_count == 0);
    if (!ui->list.met)
        ui->list.of = 0;
    if (ui->list.of != 0)
        ui->list.draw(ui);
    draw_hint(ui);
    if (ui_take_key(ui, SDLK_TAB))
        walk(ui, ui->input.shift ? -1 : 1);
    if (ui->input.pressed && ui->held == 0)
        ui_set_focus(ui, 0, false);
    if (ui->input.pressed && ui->edit.id == 0 && !ui->edit.leaving)
        ui->edit.message[0] = '\0'; /* it has been there since an earlier press */
    if (ui->input.pressed || ui->input.middle)
        ui->edit.leaving = false;
    if (ui->input.released)
        ui->held = 0; /* whatever held the button is no longer there */
}

void ui_draw_focus(ui_context *ui, ui_rect rect, double corner)
{
    const ui_theme *theme = &ui->theme;
    const double out = theme->focus_gap + theme->focus_width;
    ui_outline(&ui->canvas, ui_inset(rect, -out), corner + out, theme->focus_width, theme->accent);
}
