#include "ui/harness.h"

#include "cli/parse.h"
#include "cmocka_includes.h"
#include "plots/data_plot.h"
#include "screen/layout.h"

#include <stdio.h>
#include <string.h>

/* Unfolds every section of the controls, as a person would who looks for one; not the list of
 * mistakes, which is long. */
static void unfold(ui_harness *h)
{
    model_view view = *session_view(h->app.session);
    for (int i = 0; i < VIEW_SECTION_COUNT; i++)
        view.unfolded[i] = i != VIEW_SECTION_MISTAKES;
    session_set_view(h->app.session, &view);
}

static void start(ui_harness *h, const char *line, bool unfolded)
{
    char copy[HARNESS_LINE_BYTES];
    char *arguments[SPLIT_WORDS];
    dh_error error = {.text = ""};
    *h = (ui_harness){.now_ms = 1000};
    snprintf(copy, sizeof copy, "%s", line);
    const int count = split_line(copy, arguments);
    cli_options options = options_default();
    if (!options_parse(&options, count, arguments, &error) || !app_init(&h->app, &options, &error))
        fail_msg("%s", error.text);
    options_free(&options);
    if (unfolded)
        unfold(h);
    app_tick(&h->app, h->now_ms);
    if (!options.has_at)
        session_play(h->app.session);
    assert_true(app_draw(&h->app));
}

void harness_start(ui_harness *h, const char *line)
{
    start(h, line, true);
}

void harness_start_folded(ui_harness *h, const char *line)
{
    start(h, line, false);
}

void harness_end(ui_harness *h)
{
    app_free(&h->app);
}

void harness_give(ui_harness *h, const double *x, const double *y, size_t n)
{
    dh_error error = {.text = ""};
    model_scene scene = *harness_scene(h);
    dh_points *points = dh_points_create(&(dh_points_def){.x = x, .y = y, .n = n}, &error);
    if (!points)
        fail_msg("%s", error.text);
    scene.problem.source.kind = DH_SOURCE_GIVEN;
    scene.problem.source.given = points;
    session_begin_action(h->app.session, true, false);
    session_change(h->app.session, &scene);
    dh_points_drop(points);
    assert_string_equal(harness_error(h), "");
    h->app.stale = true;
    assert_true(app_draw(&h->app));
}

void harness_send(ui_harness *h, SDL_Event event)
{
    app_event(&h->app, &event);
    assert_true(app_draw(&h->app));
}

/* To the window system's units. */
static int unit(const ui_harness *h, double logical)
{
    return (int)lround(logical * h->app.event_scale);
}

void harness_move(ui_harness *h, double x, double y)
{
    harness_send(h, (SDL_Event){.motion = {.type = SDL_MOUSEMOTION,
                                           .state = h->buttons,
                                           .x = unit(h, x),
                                           .y = unit(h, y)}});
}

static void button(ui_harness *h, uint32_t type, double x, double y, uint8_t clicks)
{
    h->buttons = type == SDL_MOUSEBUTTONDOWN ? SDL_BUTTON_LMASK : 0;
    harness_send(h, (SDL_Event){.button = {.type = type,
                                           .button = SDL_BUTTON_LEFT,
                                           .clicks = clicks,
                                           .x = unit(h, x),
                                           .y = unit(h, y)}});
}

void harness_press(ui_harness *h, double x, double y)
{
    harness_move(h, x, y);
    button(h, SDL_MOUSEBUTTONDOWN, x, y, 1);
}

void harness_release(ui_harness *h, double x, double y)
{
    button(h, SDL_MOUSEBUTTONUP, x, y, 1);
}

void harness_click(ui_harness *h, double x, double y)
{
    harness_press(h, x, y);
    harness_release(h, x, y);
}

void harness_double_click(ui_harness *h, double x, double y)
{
    harness_click(h, x, y);
    button(h, SDL_MOUSEBUTTONDOWN, x, y, 2);
    button(h, SDL_MOUSEBUTTONUP, x, y, 2);
}

void harness_wheel(ui_harness *h, double x, double y, int notches)
{
    harness_move(h, x, y);
    harness_send(
        h,
        (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = notches, .preciseY = (float)notches}});
}

void harness_type(ui_harness *h, const char *text)
{
    SDL_Event event = {.type = SDL_TEXTINPUT};
    snprintf(event.text.text, sizeof event.text.text, "%s", text);
    harness_send(h, event);
}

void harness_key(ui_harness *h, SDL_Keycode key, uint16_t modifiers)
{
    harness_send(
        h, (SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key, .mod = modifiers}}});
    if (key >= ' ' && key < 127 && !(modifiers & KMOD_CTRL)) {
        const char text[] = {(char)key, '\0'};
        harness_type(h, text);
    }
    harness_send(h, (SDL_Event){.key = {.type = SDL_KEYUP, .keysym = {.sym = key}}});
}

int harness_wait(ui_harness *h, uint64_t ms)
{
    int frames = 0;
    for (uint64_t i = 0; i < ms; i++) {
        app_tick(&h->app, ++h->now_ms);
        assert_true(app_draw(&h->app));
        frames += h->app.painter.changed_count > 0;
    }
    return frames;
}

ui_rect harness_rect(ui_harness *h, const char *path)
{
    const ui_control *control = ui_find_control(&h->app.ui, path);
    if (!control)
        fail_msg("there is no control '%s'", path);
    return control->rect;
}

ui_point harness_center(ui_harness *h, const char *path)
{
    return ui_center(harness_rect(h, path));
}

/* How a control that scrolls is out of sight: 1 above what is seen, -1 below, 0 not at all. The
 * buttons below those that scroll come after them. */
static int is_off(ui_harness *h, const char *path)
{
    const ui_control *control = ui_find_control(&h->app.ui, path);
    const ui_control *undo = ui_find_control(&h->app.ui, "undo");
    const double row = 20.0; /* a gap above these buttons */
    if (!control || !undo || control > undo ||
        control->rect.x > undo->rect.x + 4.5 * undo->rect.w) /* not in the panel */
        return 0;
    return control->rect.y < 0.0                                    ? 1
           : control->rect.y + control->rect.h > undo->rect.y - row ? -1
                                                                    : 0;
}

void harness_scroll_to(ui_harness *h, const char *path)
{
    for (int i = 0; i < 100 && is_off(h, path) != 0; i++)
        harness_wheel(h, 4.0, 300.0, is_off(h, path));
}

void harness_click_on(ui_harness *h, const char *path)
{
    harness_scroll_to(h, path);
    const ui_point at = harness_center(h, path);
    harness_click(h, at.x, at.y);
}

uint32_t harness_pixel(ui_harness *h, double x, double y)
{
    const ui_image *image = &h->app.painter.image;
    const int column = (int)floor(x * h->app.scale), row = (int)floor(y * h->app.scale);
    assert_true(column >= 0 && column < image->width && row >= 0 && row < image->height);
    return image->pixels[row * image->width + column] & 0xffffff;
}

bool harness_shows_part(ui_harness *h, const char *part)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++)
        if (canvas->shapes[i].kind == UI_SHAPE_TEXT &&
            strstr(canvas->bytes + canvas->shapes[i].first, part))
            return true;
    return false;
}

void harness_settle(ui_harness *h)
{
    session_settle(h->app.session);
    h->app.stale = true;
    assert_true(app_draw(&h->app));
}

bool harness_shows(ui_harness *h, const char *text)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++)
        if (canvas->shapes[i].kind == UI_SHAPE_TEXT &&
            strcmp(canvas->bytes + canvas->shapes[i].first, text) == 0)
            return true;
    return false;
}

int harness_strokes(const ui_harness *h, ui_color color)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    int count = 0;
    for (size_t i = 0; i < canvas->shape_count; i++)
        count += canvas->shapes[i].kind == UI_SHAPE_POLYLINE &&
                 ui_solid(canvas->shapes[i].color) == ui_solid(color);
    return count;
}

const dh_recipe *harness_recipe(const ui_harness *h)
{
    return &harness_scene(h)->run[0].recipe;
}

dh_row harness_now(const ui_harness *h)
{
    return harness_runs(h)->run[0].row[session_step(h->app.session, 0)];
}

/* Every undo and redo takes another scene, and the runs count those. */
static int travel_all(ui_harness *h, void (*travel)(model_session *session))
{
    for (int count = 0;; count++) {
        const uint64_t before = harness_runs(h)->version;
        travel(h->app.session);
        if (harness_runs(h)->version == before)
            return count;
    }
}

int harness_undo_all(ui_harness *h)
{
    return travel_all(h, session_undo);
}

int harness_redo_all(ui_harness *h)
{
    return travel_all(h, session_redo);
}

plot_frame harness_data_frame(ui_harness *h)
{
    return h->app.pictures.frames.data;
}
