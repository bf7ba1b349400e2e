#define _POSIX_C_SOURCE 200809L
#include "bench/frames.h"

#include "bench/allocations.h"
#include "plots/weights_path.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUND = 100 }; /* frames after which a case begins again: the steps of a run */

typedef struct frames_case {
    const char *name;
    int width, height;
    double scale;
    size_t points;
    int runs;
    const char *dragged; /* a slider, through its range, or START; NULL: the run plays */
    bool trace;          /* beside somebody's own run */
} frames_case;

static const char START[] = "weights picture"; /* the handle of the start in it */

static const frames_case CASES[] = {
    {"play", 1280, 800, 1.0, 100, 1, NULL, false},
    {"play-2000", 1280, 800, 1.0, 2000, 1, NULL, false},
    {"play-1000000", 1280, 800, 1.0, 1000000, 1, NULL, false},
    {"play-large", 3840, 2160, 1.0, 100, 1, NULL, false},
    {"play-dense", 1920, 1080, 2.0, 100, 1, NULL, false},
    {"drag", 1280, 800, 1.0, 100, 1, "Learning rate/slider", false},
    {"drag-start", 1280, 800, 1.0, 100, 1, START, false},
    {"play-trace", 1280, 800, 1.0, 100, 1, NULL, true},
    {"drag-trace", 1280, 800, 1.0, 100, 1, "Learning rate/slider", true},
    {"drag-8", 1280, 800, 1.0, 100, 8, "Start slope a₀/slider", false},
};

enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

double bench_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void bench_need(bool done)
{
    if (done)
        return;
    fputs("bench: out of memory\n", stderr);
    exit(1);
}

bench_screen bench_open_screen(int width, int height)
{
    bench_screen screen = {0};
    screen.surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    screen.renderer = SDL_CreateSoftwareRenderer(screen.surface);
    screen.texture = SDL_CreateTexture(screen.renderer, SDL_PIXELFORMAT_ARGB8888,
                                       SDL_TEXTUREACCESS_STREAMING, width, height);
    bench_need(screen.texture != NULL);
    SDL_SetTextureBlendMode(screen.texture, SDL_BLENDMODE_NONE);
    return screen;
}

void bench_close_screen(bench_screen *screen)
{
    SDL_DestroyTexture(screen->texture);
    SDL_DestroyRenderer(screen->renderer);
    SDL_FreeSurface(screen->surface);
}

void bench_present(bench_screen *screen, const ui_painter *painter)
{
    const ui_image *image = &painter->image;
    for (size_t i = 0; i < painter->changed_count; i++) {
        const ui_px_rect part = painter->changed[i];
        const SDL_Rect rect = {part.left, part.top, part.right - part.left, part.bottom - part.top};
        SDL_UpdateTexture(screen->texture, &rect,
                          image->pixels + (ptrdiff_t)part.top * image->width + part.left,
                          image->width * 4);
    }
    SDL_RenderCopy(screen->renderer, screen->texture, NULL, NULL);
    SDL_RenderPresent(screen->renderer);
}

/* The program in a case, while its frames are drawn. */
typedef struct showing {
    const frames_case *of;
    app_program app;
    bench_screen screen;
    ui_point from; /* where the pointer takes what it drags, */
    double width;  /* and how far it drags it to the right */
} showing;

static void show(showing *s)
{
    s->app.stale = true;
    bench_need(app_draw(&s->app));
    bench_present(&s->screen, &s->app.painter);
}

/* Takes what is dragged. */
static void take(showing *s)
{
    if (s->of->dragged == START) {
        const figure_frames *frames = &s->app.pictures.frames;
        const dh_weights init = session_scene(s->app.session)->init;
        s->from = plot_at_weights(&frames->weights, frames->units, init);
        s->width = 0.5 * frames->weights.area.w;
    } else {
        const ui_rect slider = ui_find_control(&s->app.ui, s->of->dragged)->rect;
        s->from = (ui_point){slider.x, ui_center(slider).y};
        s->width = slider.w;
    }
    const SDL_Event press = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                        .button = SDL_BUTTON_LEFT,
                                        .clicks = 1,
                                        .x = (int)s->from.x,
                                        .y = (int)s->from.y}};
    app_event(&s->app, &press);
}

/* A run that somebody wrote: no rule explains it. */
static model_trace *write_trace(void)
{
    double slope[ROUND + 1], intercept[ROUND + 1];
    table_data table = {
        .origin = "run.csv", .n = ROUND + 1, .count = 2, .column = {slope, intercept}};
    for (int i = 0; i <= ROUND; i++) {
        slope[i] = 3.0 - 4.0 * pow(0.9, i) + 0.01 * (i % 7);
        intercept[i] = 2.5 - 1.5 * pow(0.8, i) + 0.01 * (i % 5);
    }
    model_trace *trace = trace_create(&table, &(trace_place){.path = NULL}, NULL);
    bench_need(trace != NULL);
    return trace;
}

static void start(showing *s, const frames_case *of)
{
    cli_options options = options_default();
    dh_error error = {.text = ""};
    memset(s, 0, sizeof *s);
    s->of = of;
    options.width = of->width;
    options.height = of->height;
    options.scale = of->scale;
    options.setup.scene.problem.source.generated.points = of->points;
    for (int i = 1; i < of->runs; i++) {
        dh_recipe recipe = dh_recipe_default();
        dh_recipe_set_optimizer(&recipe, i % dh_optimizer_count());
        recipe.batch = i < dh_optimizer_count() ? 0 : 10;
        bench_need(scene_add(&options.setup.scene, &recipe, ""));
    }
    model_trace *trace = of->trace ? write_trace() : NULL;
    bench_need(!trace || scene_set_trace(&options.setup.scene, trace));
    bench_need(app_init(&s->app, &options, &error));
    trace_drop(trace);
    s->screen = bench_open_screen(s->app.width_px, s->app.height_px);
    show(s);
    if (of->dragged)
        take(s);
}

static void finish(showing *s)
{
    bench_close_screen(&s->screen);
    app_free(&s->app);
}

/* The next step of the run; or something is dragged: new runs, three new pictures. */
static void next_frame(showing *s, int frame)
{
    const int along = frame % ROUND;
    if (s->of->dragged) {
        const SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION,
                                           .state = SDL_BUTTON_LMASK,
                                           .x = (int)(s->from.x + s->width * along / ROUND),
                                           .y = (int)s->from.y}};
        app_event(&s->app, &move);
    } else {
        session_show(s->app.session, (size_t)along + 1);
    }
    show(s);
}

/* Milliseconds a frame, in a round of them. */
typedef struct frame_times {
    double each, slowest;
} frame_times;

static frame_times time_round(showing *s, bool anew)
{
    frame_times times = {0};
    for (int frame = 0; frame < ROUND; frame++) {
        if (anew)
            ui_painter_forget(&s->app.painter);
        const double begin = bench_seconds();
        next_frame(s, frame);
        const double took = 1e3 * (bench_seconds() - begin);
        times.each += took / ROUND;
        times.slowest = took > times.slowest ? took : times.slowest;
    }
    return times;
}

/* The second round is counted: then everything is warm. */
void bench_frames(void)
{
    for (int i = 0; i < CASE_COUNT; i++) {
        showing s;
        start(&s, &CASES[i]);
        time_round(&s, false);
        const size_t before = allocations_so_far();
        const frame_times times = time_round(&s, false);
        const size_t allocations = allocations_so_far() - before;
        const frame_times anew = time_round(&s, true);
        printf("frame of %-14s %4dx%-4d    %8.2f ms   slowest %.2f ms, all of it anew %.2f ms, "
               "%zu allocations\n",
               CASES[i].name, s.app.width_px, s.app.height_px, times.each, times.slowest, anew.each,
               allocations);
        finish(&s);
    }
}

bool bench_frames_of(const char *name, int count)
{
    int i = 0;
    while (i < CASE_COUNT && strcmp(CASES[i].name, name) != 0)
        i++;
    if (i == CASE_COUNT) {
        for (i = 0; i < CASE_COUNT; i++)
            fprintf(stderr, "bench: a case is %s\n", CASES[i].name);
        return false;
    }
    showing s;
    start(&s, &CASES[i]);
    for (int frame = 0; frame < count; frame++)
        next_frame(&s, frame);
    finish(&s);
    return true;
}
