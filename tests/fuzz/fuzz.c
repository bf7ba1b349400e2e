/* Feeds the program garbage: command lines, numbers, events, and drawings far out of range. It
 * passes when nothing crashes, hangs or trips a sanitiser, and what must hold after every event
 * holds. Usage: fuzz [SEED [ROUNDS]] */
#include "app/app.h"
#include "cli/parse.h"
#include "downhill/random.h"
#include "model/undo.h"
#include "split_line.h"
#include "text/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static dh_random dice;

static uint32_t below(uint32_t limit)
{
    return dh_random_u32(&dice) % limit;
}

static void demand(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz: %s\n", what);
    exit(1);
}

static const char *const FRAGMENTS[] = {
    "--lr",
    "--init",
    "-t",
    "--steps=",
    "--points",
    "-s",
    "--seed=",
    "--true",
    "--noise",
    "--at",
    "--size",
    "--scale",
    "--print",
    "--optimizer",
    "-oadam",
    "--batch=10",
    "--momentum",
    "--eps",
    "--vs",
    "--vs=optimizer=adam lr=0.3 name=x",
    "lr=0.1,5:0.2 hidden color=3",
    "0.1,50:0.01",
    "name=\xff\xfe",
    "--name",
    "-h",
    "=",
    "0.1",
    "-1,1",
    "1e308",
    "nan",
    "-0",
    "1e-400",
    "99999",
    "800x560",
    ",",
    "\xff\xfe",
    "",
    "x",
    "18446744073709551616",
    "--",
    "-",
    "−3",
    "--show",
    "slices,loss",
    "--zoom",
    "1,2,3,4",
    "--split",
    "--repeat=loop",
    "--theme=dark",
};

enum { FRAGMENT_COUNT = sizeof FRAGMENTS / sizeof *FRAGMENTS };

static void fuzz_options(void)
{
    char text[6][64];
    char *arguments[6];
    const int count = (int)below(7);
    for (int i = 0; i < count; i++) {
        snprintf(text[i], sizeof text[i], "%s%s", FRAGMENTS[below(FRAGMENT_COUNT)],
                 below(3) == 0 ? FRAGMENTS[below(FRAGMENT_COUNT)] : "");
        arguments[i] = text[i];
    }
    cli_options options = options_default();
    dh_error error = {.text = ""};
    const bool accepted = options_parse(&options, count, arguments, &error);
    demand(accepted == (error.text[0] == '\0'), "options are refused with a text, and only then");
    if (accepted) {
        const model_scene *scene = &options.setup.scene;
        const double rate = scene->run[0].recipe.rate.first;
        demand(rate >= 0.0 && isfinite(rate), "the learning rate is a number, 0 or more");
        demand(scene->steps >= 1 && scene->steps <= DH_STEPS_MAX,
               "the number of steps is in range");
        demand(options.at <= scene->steps, "the step to show is one of the run");
    }
    options_free(&options);
}

static void fuzz_numbers(void)
{
    static const char alphabet[] = "0123456789.-+eE,xn \xe2\x88\x92";
    char text[24];
    const uint32_t length = below(sizeof text);
    for (uint32_t i = 0; i < length; i++)
        text[i] = alphabet[below(sizeof alphabet - 1)];
    text[length] = '\0';
    double value = 0.0, list[4];
    if (number_parse(text, &value))
        demand(isfinite(value), "a parsed number is finite");
    const int parts = 1 + (int)below(4);
    if (number_parse_list(text, list, parts))
        for (int i = 0; i < parts; i++)
            demand(isfinite(list[i]), "every number of a list is finite");
    uint64_t whole;
    if (number_parse_whole(text, 3, 77, &whole))
        demand(whole >= 3 && whole <= 77, "a whole number keeps to its limits");
}

static SDL_Event random_event(const app_program *app)
{
    static const SDL_Keycode keys[] = {
        SDLK_SPACE,  SDLK_s,      SDLK_r,   SDLK_n,   SDLK_LEFT,   SDLK_RIGHT,     SDLK_UP,
        SDLK_DOWN,   SDLK_HOME,   SDLK_END, SDLK_TAB, SDLK_RETURN, SDLK_BACKSPACE, SDLK_DELETE,
        SDLK_ESCAPE, SDLK_F1,     SDLK_F11, SDLK_q,   SDLK_a,      SDLK_c,         SDLK_v,
        SDLK_x,      SDLK_LSHIFT, SDLK_w,   SDLK_l,   SDLK_e,      SDLK_g,         SDLK_t,
        SDLK_o,      SDLK_k,      SDLK_h,   SDLK_d,   SDLK_u,      SDLK_p,         SDLK_m,
        SDLK_b,      SDLK_z,      SDLK_y,   SDLK_0,   SDLK_EQUALS, SDLK_MINUS,     0x439,
        SDLK_KP_4,   SDLK_KP_0};
    static const uint16_t modifiers[] = {0, 0, 0, KMOD_LSHIFT, KMOD_LCTRL, KMOD_LALT};
    static const char *const texts[] = {
        "[", "]", "?", "1", "-", ".", "e9", "−", "\xff", "x", "123456789012345678901234567890",
        "1", "2", "3", "+"};
    const int x = (int)below((uint32_t)app->width_px + 40) - 20;
    const int y = (int)below((uint32_t)app->height_px + 40) - 20;
    switch (below(8)) {
    case 0:
        return (SDL_Event){.key = {.type = SDL_KEYDOWN,
                                   .repeat = below(2) == 0,
                                   .keysym = {.sym = keys[below(sizeof keys / sizeof *keys)],
                                              .scancode = (SDL_Scancode)below(120),
                                              .mod = modifiers[below(6)]}}};
    case 1: {
        SDL_Event event = {.type = SDL_TEXTINPUT};
        snprintf(event.text.text, sizeof event.text.text, "%s",
                 texts[below(sizeof texts / sizeof *texts)]);
        return event;
    }
    case 2:
        return (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = (float)below(7) - 3.0f}};
    case 3:
    case 4:
        return (SDL_Event){.button = {.type = below(2) ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                                      .button = (uint8_t)(1 + below(6) / 3 + below(5) / 4),
                                      .clicks = (uint8_t)(1 + below(3)),
                                      .x = x,
                                      .y = y}};
    case 5:
        return (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = (uint8_t)below(18)}};
    default:
        return (SDL_Event){
            .motion = {
                .type = SDL_MOUSEMOTION, .state = below(8) ? SDL_BUTTON_LMASK : 0, .x = x, .y = y}};
    }
}

static void check_program(const app_program *app)
{
    const model_runs *runs = session_runs(app->session);
    const model_scene *scene = session_scene(app->session);
    const model_view *view = session_view(app->session);
    demand(session_player(app->session)->playhead < runs_known(runs),
           "the step that is shown is known");
    demand(scene->count >= 1 && scene->count <= SCENE_RUNS,
           "there are no more runs than there is room for");
    for (int i = 0; i < scene->count; i++)
        demand(dh_recipe_check(&scene->run[i].recipe, NULL), "every recipe can be run");
    demand(isfinite(runs->run[0].row[session_step(app->session, 0)].loss),
           "the loss that is shown is finite");
    demand(scene->run[0].recipe.rate.first >= 0.0, "the learning rate is 0 or more");
    demand(runs->problem.n >= 1 && runs->problem.n == dh_source_points(&scene->problem.source),
           "the data are those of the scene");
    demand(isfinite(runs->problem.moments.mean_x) && isfinite(runs->problem.moments.mean_y),
           "the points are finite");
    demand(!view->zoom.on || view_range_is_usable(&view->zoom.range),
           "the weights picture has a range");
    demand(!app->ui.canvas.full, "the canvas had room");
}

/* Whatever is shown, its command line is one that the program takes. */
static void check_command_line(const app_program *app)
{
    char *word[SPLIT_WORDS];
    char *line = app_command_line(app);
    cli_options options = options_default();
    dh_error error = {.text = ""};
    demand(line != NULL, "there is memory for a command line");
    demand(options_parse(&options, split_line(line + strlen("downhill "), word), word, &error),
           error.text);
    const model_scene *shown = session_scene(app->session), *read = &options.setup.scene;
    demand(read->count == shown->count, "the command line has as many runs as are shown");
    for (int i = 0; i < shown->count; i++)
        demand(dh_recipe_equal(&read->run[i].recipe, &shown->run[i].recipe),
               "the command line has the recipes that are shown");
    options_free(&options);
    free(line);
}

/* However the runs have come about, each is what it would be if it began now. */
static void check_runs(model_session *session)
{
    session_last(session);
    const model_runs *runs = session_runs(session);
    for (int i = 0; i < runs->scene.count; i++) {
        const dh_run *run = &runs->run[i];
        dh_run fresh = {0};
        const dh_run_def def = scene_run_def(&runs->scene, i);
        demand(dh_run_start(&fresh, &def, &runs->problem, NULL), "there is memory for another run");
        dh_run_advance(&fresh, def.steps);
        demand(fresh.known == run->known && fresh.diverged == run->diverged &&
                   memcmp(fresh.row, run->row, fresh.known * sizeof *fresh.row) == 0,
               "a run is what it would be if it began now");
        dh_run_free(&fresh);
    }
}

/* Takes back all that can be, and does it again: what was shown is shown again. */
static void check_undo(model_session *session)
{
    const model_scene shown = *session_scene(session);
    const model_runs *runs = session_runs(session);
    scene_hold(&shown);
    int undone = 0, redone = 0;
    for (uint64_t before = 0; before != runs->version; undone++) {
        before = runs->version;
        session_undo(session);
    }
    demand(undone <= UNDO_SCENES, "the history keeps to its ring");
    for (uint64_t before = 0; before != runs->version; redone++) {
        before = runs->version;
        session_redo(session);
    }
    demand(redone >= undone && redone <= UNDO_SCENES, "what was taken back can be done again");
    if (redone == undone)
        demand(fields_same_scene(session_scene(session), &shown), "and is then what it was");
    scene_drop(&shown);
}

/* Where the learning rate changes, one step after another. */
static void add_rate_changes(dh_schedule *rate)
{
    for (uint32_t i = below(4); i > 0; i--) {
        const dh_schedule before = *rate;
        demand(dh_schedule_set_from(&before, 1 + below(100), 0.1, rate, NULL),
               "there is memory for a schedule");
        dh_schedule_drop(&before);
    }
}

static void fuzz_program(uint32_t events)
{
    app_program app = {0};
    cli_options options = options_default();
    dh_error error = {.text = ""};
    uint64_t now = 0;
    model_scene *scene = &options.setup.scene;
    dh_recipe *current = &scene->run[0].recipe;
    scene->problem.source.generated.points = 1 + below(below(4) == 0 ? 5000 : 200);
    options.setup.view.edit = below(2) == 0;
    scene->steps = 1 + below(300);
    dh_recipe_set_optimizer(current, (int)below((uint32_t)dh_optimizer_count()));
    current->rate.first = pow(10.0, below(40) - 20.0);
    current->batch = below(2) ? below(60) : 0;
    add_rate_changes(&current->rate);
    const dh_schedule rate = current->rate;
    for (uint32_t i = below(4); i > 0; i--) {
        dh_recipe recipe = dh_recipe_default();
        dh_recipe_set_optimizer(&recipe, (int)below((uint32_t)dh_optimizer_count()));
        recipe.batch = below(20);
        scene_add(scene, &recipe, "");
    }
    demand(app_init(&app, &options, &error), error.text);
    dh_schedule_drop(&rate); /* the program holds what it needs */
    options_free(&options);
    session_play(app.session);
    for (uint32_t i = 0; i < events; i++) {
        const SDL_Event event = random_event(&app);
        app_event(&app, &event);
        now += below(40);
        app_tick(&app, now);
        if (below(200) == 0) {
            const double scale = 0.5 + 0.25 * below(9);
            const int width = 1 + (int)below(1500), height = 1 + (int)below(1000);
            app_resize(&app, width, height, scale, width);
        }
        if (session_scene(app.session)->problem.source.generated.points >
            100000) { /* typed: too slow to go on with here */
            model_scene next = *session_scene(app.session);
            next.problem.source.generated.points = 100;
            session_change(app.session, &next);
        }
        demand(app_draw(&app), "the picture can be painted");
        check_program(&app);
    }
    check_runs(app.session);
    check_command_line(&app);
    check_undo(app.session);
    check_runs(app.session);
    app_free(&app);
}

static double wild(void)
{
    static const double values[] = {0.0, 1e9, -1e9, 1e300, -1e300, 1e-300, 640.0, 0.5};
    if (below(12) == 0)
        return below(2) ? (double)NAN : HUGE_VAL;
    return below(3) == 0 ? values[below(8)] : (double)below(2000) - 500.0;
}

static void fuzz_canvas(ui_canvas *canvas, ui_painter *painter)
{
    ui_canvas_begin(canvas, 1 + (int)below(700), 1 + (int)below(500), 0.5 + 0.25 * below(8));
    ui_box(canvas, ui_canvas_rect(canvas), 0.0, (ui_color){255, 255, 255, 255});
    for (int i = 0; i < 30; i++) {
        const ui_point a = {wild(), wild()}, b = {wild(), wild()};
        const ui_color color = {10, 20, 30, (uint8_t)below(256)};
        const ui_stroke stroke = {.width = below(20), .color = color, .dash = below(3), .gap = 2.0};
        const ui_point corners[] = {a, b, {wild(), wild()}};
        ui_line(canvas, a, b, stroke);
        ui_polygon(canvas, corners, 3, color);
        ui_disc(canvas, a, wild(), color);
        ui_ring(canvas, b, wild(), wild(), color);
        ui_box(canvas, (ui_rect){a.x, a.y, wild(), wild()}, wild(), color);
        ui_outline(canvas, (ui_rect){b.x, a.y, wild(), wild()}, wild(), wild(), color);
    }
    demand(ui_paint(painter, canvas), "any drawing can be painted");
    ui_painter fresh = {.changed_count = 0};
    demand(ui_paint(&fresh, canvas), "any drawing can be painted anew");
    demand(memcmp(fresh.image.pixels, painter->image.pixels,
                  (size_t)canvas->width_px * (size_t)canvas->height_px * 4) == 0,
           "what is painted where it changed is what is painted anew");
    ui_painter_free(&fresh);
}

int main(int argc, char **argv)
{
    const uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    const uint32_t rounds = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 8;
    dice = dh_random_seeded(seed);
    ui_canvas canvas = {0};
    ui_painter painter = {0};
    for (uint32_t round = 0; round < rounds; round++) {
        for (int i = 0; i < 2000; i++) {
            fuzz_options();
            fuzz_numbers();
        }
        for (int i = 0; i < 5; i++)
            fuzz_canvas(&canvas, &painter);
        fuzz_program(400);
    }
    ui_painter_free(&painter);
    ui_canvas_free(&canvas);
    printf("seed %llu: %u rounds\n", (unsigned long long)seed, rounds);
    return 0;
}
