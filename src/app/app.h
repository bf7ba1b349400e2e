/* The program without a window: events and time go in, a picture comes out. The window and the
 * screenshot both show this picture, and the tests drive it with no display at all. */
#ifndef APP_APP_H
#define APP_APP_H

#include "cli/command_line.h"
#include "cli/options.h"
#include "model/session.h"
#include "plots/style.h"
#include "screen/copied.h"
#include "screen/open_box.h"
#include "screen/panel.h"
#include "screen/pictures.h"
#include "ui/context.h"
#include "ui/paint.h"

#include <SDL_events.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct app_program {
    model_session *session; /* owned */
    ui_context ui;
    plot_style style;
    screen_pictures pictures;
    ui_painter painter;
    int width_px, height_px;
    double scale;       /* output pixels per logical pixel */
    double event_scale; /* the window system's units per logical pixel */
    screen_panel panel;
    screen_copied copied;
    screen_open_box open_box;
    bool resized; /* since the last pass */
    bool stale;   /* the picture is out of date */
} app_program;

/* Starts the session that the options describe, in a picture of their size. app is zeroed. */
bool app_init(app_program *app, const cli_options *options, dh_error *error);
void app_free(app_program *app);

/* The picture is now this many output pixels, `window_width` units of the window system wide. */
void app_resize(app_program *app, int width_px, int height_px, double scale, int window_width);

/* Acts on an event at the time that app_tick was told last. */
void app_event(app_program *app, const SDL_Event *event);

/* Lets time pass until now. */
void app_tick(app_program *app, uint64_t now_ms);

/* Milliseconds until app_tick has something to do, -1 for never. */
int app_wait(const app_program *app, uint64_t now_ms);

/* The command line of what is shown; the caller frees it. NULL when memory runs out. */
char *app_command_line(const app_program *app);

/* Brings app->painter.image up to date; painter.changed tells what that took. False when memory
 * runs out. */
bool app_draw(app_program *app);

#endif
