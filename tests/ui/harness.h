/* Drives the program with no window and no display: events and time go in, pixels and state are
 * looked at. */
#ifndef TESTS_UI_HARNESS_H
#define TESTS_UI_HARNESS_H

#include "app/app.h"
#include "split_line.h"

typedef struct ui_harness {
    app_program app;
    uint64_t now_ms;
    uint32_t buttons; /* of the mouse that are held, as SDL has them */
} ui_harness;

enum { HARNESS_LINE_BYTES = 8192 };

/* Starts the program as `downhill LINE` does, which split_line takes apart, playing; every section
 * of the controls is unfolded, or as the program has them at first. */
void harness_start(ui_harness *h, const char *line);
void harness_start_folded(ui_harness *h, const char *line);
void harness_end(ui_harness *h);

/* Gives it these points in place of those it has, as reading a file does; then lets it draw. */
void harness_give(ui_harness *h, const double *x, const double *y, size_t n);

/* Any event, as SDL sends it. */
void harness_send(ui_harness *h, SDL_Event event);

void harness_move(ui_harness *h, double x, double y);
void harness_press(ui_harness *h, double x, double y);
void harness_release(ui_harness *h, double x, double y);
void harness_click(ui_harness *h, double x, double y);
void harness_double_click(ui_harness *h, double x, double y);
void harness_wheel(ui_harness *h, double x, double y, int notches);

/* A key goes down and up; with its character as text, as a keyboard sends it, unless Ctrl is held
 * or it types none. */
void harness_key(ui_harness *h, SDL_Keycode key, uint16_t modifiers);
void harness_type(ui_harness *h, const char *text);

/* Lets time pass a millisecond at a time, drawing whatever becomes due. Returns the frames that
 * showed something new. */
int harness_wait(ui_harness *h, uint64_t ms);

/* The control of that path ("run 2/use"), and its middle; fails the test when there is none. */
ui_rect harness_rect(ui_harness *h, const char *path);
ui_point harness_center(ui_harness *h, const char *path);

/* Clicks on its middle, and has it scrolled to before where it must be. */
void harness_scroll_to(ui_harness *h, const char *path);
void harness_click_on(ui_harness *h, const char *path);

/* The color at a place in the present picture: 0xRRGGBB. */
uint32_t harness_pixel(ui_harness *h, double x, double y);

/* Whether a text that is drawn holds this part. */
bool harness_shows_part(ui_harness *h, const char *part);

/* Draws once all is known that is found out besides: the rate finder's rates. */
void harness_settle(ui_harness *h);

/* Whether the present picture has this text, as a whole, somewhere. */
bool harness_shows(ui_harness *h, const char *text);

/* How many polylines of this color the present picture has. */
int harness_strokes(const ui_harness *h, ui_color color);

/* A window onto the state, to look through. */
static inline const model_scene *harness_scene(const ui_harness *h)
{
    return session_scene(h->app.session);
}

static inline const model_runs *harness_runs(const ui_harness *h)
{
    return session_runs(h->app.session);
}

static inline const dh_objective *harness_objective(const ui_harness *h)
{
    return &harness_runs(h)->problem.objective;
}

static inline const model_player *harness_player(const ui_harness *h)
{
    return session_player(h->app.session);
}

static inline const model_view *harness_view(const ui_harness *h)
{
    return session_view(h->app.session);
}

static inline const model_wishes *harness_wishes(const ui_harness *h)
{
    return session_wishes(h->app.session);
}

static inline const char *harness_error(const ui_harness *h)
{
    return session_error(h->app.session);
}

/* The recipe of the current run. */
const dh_recipe *harness_recipe(const ui_harness *h);

/* What the current run shows. */
dh_row harness_now(const ui_harness *h);

/* Takes back (or does again) all that can be, and returns how many changes that were. */
int harness_undo_all(ui_harness *h);
int harness_redo_all(ui_harness *h);

/* The frame of the data picture. */
plot_frame harness_data_frame(ui_harness *h);

#endif
