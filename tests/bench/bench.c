/* Prints figures and ratios; judges nothing.
 *
 * bench [PROGRAM]           all of them; with a display, those of the whole program too
 * bench files               only files to take away, beside the notebook's own way
 * bench frames CASE COUNT   draws so many frames of a case, a name that bench prints, and nothing
 *                           else: under valgrind --tool=callgrind the difference between 200 and
 *                           100 of them is what a hundred warm frames take */
#define _POSIX_C_SOURCE 200809L
#include "bench/allocations.h"
#include "bench/files.h"
#include "bench/frames.h"
#include "downhill/check.h"
#include "model/finder.h"
#include "model/undo.h"
#include "table/reader.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Seconds a step, the best of a few runs. */
static double step_time(const model_scene *scene)
{
    dh_problem problem = {.version = 0};
    dh_run run = {0};
    bench_need(dh_problem_pose(&problem, &scene->problem, NULL));
    const dh_run_def def = scene_run_def(scene, 0);
    double best = 1e9;
    for (int i = 0; i < 5; i++) {
        bench_need(dh_run_start(&run, &def, &problem, NULL));
        const double start = bench_seconds();
        dh_run_advance(&run, def.steps);
        const double each = (bench_seconds() - start) / (double)def.steps;
        best = each < best ? each : best;
    }
    dh_run_free(&run);
    dh_problem_free(&problem);
    return best;
}

static void bench_steps(void)
{
    model_scene scene = scene_default();
    scene.steps = DH_STEPS_MAX;
    const double few = step_time(&scene);
    scene.problem.source.generated.points = 1000000;
    const double many = step_time(&scene);
    printf("step, n = 100                    %8.1f ns\n", 1e9 * few);
    printf("step, n = 1,000,000              %8.1f ns   ratio %.2f\n", 1e9 * many, many / few);
}

static void bench_optimizers(void)
{
    for (int i = 0; i < dh_optimizer_count(); i++) {
        model_scene scene = scene_default();
        dh_recipe *recipe = &scene.run[0].recipe;
        scene.steps = DH_STEPS_MAX;
        dh_recipe_set_optimizer(recipe, i);
        recipe->rate.first = 0.01;
        const double full = step_time(&scene);
        recipe->batch = 10;
        const double batch = step_time(&scene);
        printf("step of %-10s n = 100       %8.1f ns   in batches of 10 %.1f ns\n",
               dh_optimizer_at(i)->name, 1e9 * full, 1e9 * batch);
    }
}

static void bench_pass(void)
{
    dh_problem_def def = dh_problem_default();
    def.source.generated.points = DH_POINTS_MAX;
    dh_problem problem = {.version = 0};
    bench_need(dh_problem_pose(&problem, &def, NULL));
    const size_t bytes = 2 * problem.n * sizeof(double);
    double *copy = malloc(bytes);
    bench_need(copy != NULL);
    memset(copy, 1, bytes);
    double best_pass = 1e9, best_copy = 1e9, sum = 0.0;
    for (int i = 0; i < 5; i++) {
        double start = bench_seconds();
        memcpy(copy, problem.own, bytes);
        const double copied = bench_seconds() - start;
        start = bench_seconds();
        const dh_moments moments = dh_moments_of(problem.x, problem.y, problem.n);
        sum += dh_objective_of(&moments, def.loss).minimum.loss + copy[i];
        const double passed = bench_seconds() - start;
        best_copy = copied < best_copy ? copied : best_copy;
        best_pass = passed < best_pass ? passed : best_pass;
    }
    printf(
        "pass, n = 10,000,000             %8.2f ms   %.2f x memcpy of the same bytes (%.2f ms)%s\n",
        1e3 * best_pass, best_pass / best_copy, 1e3 * best_copy, sum == 0.0 ? " " : "");
    free(copy);
    dh_problem_free(&problem);
}

/* Frames of a run of a million steps from its start until it is computed. */
static void bench_long_run(void)
{
    app_program app = {0};
    cli_options options = options_default();
    options.setup.scene.steps = DH_STEPS_MAX;
    dh_error error = {.text = ""};
    bench_need(app_init(&app, &options, &error));
    bench_screen screen = bench_open_screen(app.width_px, app.height_px);
    double slowest = 0.0;
    int frames = 0;
    uint64_t now = 0;
    for (; !dh_run_complete(&session_runs(app.session)->run[0]); frames++) {
        const double start = bench_seconds();
        app_tick(&app, now += 16);
        bench_need(app_draw(&app));
        bench_present(&screen, &app.painter);
        const double took = bench_seconds() - start;
        slowest = took > slowest ? took : slowest;
    }
    printf("a million steps: slowest of %2d frames %5.2f ms\n", frames, 1e3 * slowest);
    bench_close_screen(&screen);
    app_free(&app);
}

/* The rate finder of an optimizer: all of its rates at once; and, in frames, the slowest while it
 * is at it, and what they allocate when the start has been moved before, so that everything is
 * warm. */
static void bench_finder(int optimizer, size_t batch, size_t steps)
{
    app_program app = {0};
    cli_options options = options_default();
    model_finder finder = {.count = 0};
    model_scene scene = options.setup.scene;
    uint64_t now = 0;
    scene.steps = steps;
    dh_recipe_set_optimizer(&scene.run[0].recipe, optimizer);
    scene.run[0].recipe.batch = batch;
    options.setup.scene = scene;
    bench_need(app_init(&app, &options, NULL));
    const model_runs *runs = session_runs(app.session);
    const dh_run_def def = scene_run_def(&scene, 0);
    bench_need(finder_follow(&finder, &runs->problem, &def, finder_range(runs), NULL));
    const double start = bench_seconds();
    while (finder_busy(&finder))
        finder_advance(&finder, RUNS_SLICE);
    const double found = bench_seconds() - start;
    double slowest = 0.0;
    int frames = 0;
    size_t allocations = 0;
    for (int round = 0; round < 3; round++) {
        scene.init.slope += 0.1;
        allocations = allocations_so_far();
        session_change(app.session, &scene);
        slowest = 0.0;
        for (frames = 0; frames == 0 || finder_busy(session_finder(app.session)); frames++) {
            const double begin = bench_seconds();
            app.stale = true;
            app_tick(&app, now += 16);
            bench_need(app_draw(&app));
            slowest = fmax(slowest, bench_seconds() - begin);
        }
        allocations = allocations_so_far() - allocations;
    }
    printf("finder of %-9s batch %-3zu %7zu steps  %8.2f ms   %3d frames, slowest %.2f ms, "
           "%zu allocations\n",
           dh_optimizer_at(optimizer)->name, batch, steps, 1e3 * found, frames, 1e3 * slowest,
           allocations);
    finder_free(&finder);
    app_free(&app);
}

static void bench_finders(void)
{
    for (int i = 0; i < dh_optimizer_count(); i++) {
        bench_finder(i, 0, 100);
        bench_finder(i, 10, 100);
    }
    bench_finder(DH_GRADIENT_DESCENT, 10, 10000);
}

/* One frame after some events. */
static double frame_of(app_program *app, const SDL_Event *event, uint64_t now)
{
    const double start = bench_seconds();
    if (event)
        app_event(app, event);
    app_tick(app, now);
    bench_need(app_draw(app));
    return bench_seconds() - start;
}

static double slowest_of_frames(app_program *app, const SDL_Event *event, uint64_t *now)
{
    double slowest = 0.0;
    for (int i = 0; i < 60; i++)
        slowest = fmax(slowest, frame_of(app, event, *now += 20));
    return slowest;
}

/* Mini-batches that take longer than a frame: while it plays, while the rate is changed again and
 * again, and while the pointer rests on the picture afterwards. */
static void bench_large_batches(size_t points, size_t batch)
{
    app_program app = {0};
    cli_options options = options_default();
    dh_error error = {.text = ""};
    uint64_t now = 0;
    options.setup.scene.problem.source.generated.points = points;
    options.setup.scene.run[0].recipe.batch = batch;
    bench_need(app_init(&app, &options, &error));
    app.stale = true;
    bench_need(app_draw(&app));
    session_play(app.session);
    frame_of(&app, NULL, now);
    const double playing = slowest_of_frames(&app, NULL, &now);
    const SDL_Event higher = {.text = {.type = SDL_TEXTINPUT, .text = "]"}};
    const double changing = slowest_of_frames(&app, &higher, &now);
    const SDL_Event motion = {.motion = {.type = SDL_MOUSEMOTION, .x = 1100, .y = 200}};
    const double pointing = slowest_of_frames(&app, &motion, &now);
    printf(
        "slowest frame, n = %zu, batch %zu: playing %.2f ms, changing %.2f ms, pointing %.2f ms\n",
        points, batch, 1e3 * playing, 1e3 * changing, 1e3 * pointing);
    app_free(&app);
}

static long resident_kilobytes(pid_t process)
{
    char path[64], line[128];
    long kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        sscanf(line, "VmHWM: %ld", &kilobytes);
    if (file)
        fclose(file);
    return kilobytes;
}

/* From starting the program to its first line on the terminal, which follows its first frame. */
static void bench_program(const char *program)
{
    double best = 1e9;
    long resident = 0;
    for (int i = 0; i < 5; i++) {
        int ends[2];
        char line[64];
        if (pipe(ends) != 0)
            return;
        const double start = bench_seconds();
        const pid_t process = fork();
        if (process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            execl(program, program, "--interval", "1", (char *)NULL);
            _exit(127);
        }
        close(ends[1]);
        FILE *terminal = fdopen(ends[0], "r");
        const bool shown = terminal && fgets(line, sizeof line, terminal) != NULL;
        const double took = bench_seconds() - start;
        if (shown && took < best)
            best = took;
        for (int lines = 1; shown && lines < 10 && fgets(line, sizeof line, terminal); lines++)
            continue;
        resident = resident_kilobytes(process);
        kill(process, SIGTERM);
        waitpid(process, NULL, 0);
        if (terminal)
            fclose(terminal);
        if (!shown) {
            puts("start to first frame             not measured: the program opened no window");
            return;
        }
    }
    printf("start to first frame             %8.1f ms\n", 1e3 * best);
    printf("resident memory, at most         %8.1f MB\n", (double)resident / 1024.0);
}

static void bench_sizes(void)
{
    printf("a scene                          %8zu bytes\n", sizeof(model_scene));
    printf("what can be undone               %8zu bytes\n", UNDO_SCENES * sizeof(model_scene));
}

/* A point is dragged over the picture and back: other data, new runs, three new pictures in every
 * frame. */
static void bench_point(size_t points)
{
    app_program app = {0};
    cli_options options = options_default();
    options.setup.scene.problem.source.generated.points = points;
    options.setup.view.edit = true;
    bench_need(app_init(&app, &options, NULL) && app_draw(&app));
    bench_screen screen = bench_open_screen(app.width_px, app.height_px);
    const dh_problem *problem = &session_runs(app.session)->problem;
    const ui_point from =
        plot_at(&app.pictures.frames.data, problem->x[points - 1], problem->y[points - 1]);
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 1,
                                  .x = (int)from.x,
                                  .y = (int)from.y}};
    app_event(&app, &event);
    const int frames = 200;
    double total = 0.0, slowest = 0.0;
    for (int i = 0; i < 2 * frames; i++) {
        const int away = 10 + i % frames;
        const double start = bench_seconds();
        event = (SDL_Event){.motion = {.type = SDL_MOUSEMOTION,
                                       .state = SDL_BUTTON_LMASK,
                                       .x = (int)from.x - away / 2,
                                       .y = (int)from.y + away}};
        app_event(&app, &event);
        bench_need(app_draw(&app));
        bench_present(&screen, &app.painter);
        const double took = bench_seconds() - start;
        if (i < frames) /* the second time round, warm */
            continue;
        total += took;
        slowest = took > slowest ? took : slowest;
    }
    bench_need(session_scene(app.session)->problem.source.kind == DH_SOURCE_GIVEN);
    printf("dragged point, n = %-9zu     %8.2f ms   slowest %.2f ms\n", points,
           1e3 * total / frames, 1e3 * slowest);
    bench_close_screen(&screen);
    app_free(&app);
}

/* Reading a text of two columns. */
static void bench_reading(void)
{
    enum { ROWS = 1000000, ROW_BYTES = 24 };
    char *text = malloc((size_t)ROWS * ROW_BYTES), *end = text;
    bench_need(text != NULL);
    for (int i = 0; i < ROWS; i++)
        end += snprintf(end, ROW_BYTES, "%d.%06d,%d.%06d\n", i % 100, i, i % 7, ROWS - 1 - i);
    const table_request request = table_request_points(NULL);
    const double start = bench_seconds();
    table_reader *reader = table_open_text(text, (size_t)(end - text), "text", &request, NULL);
    bench_need(reader != NULL);
    table_state state = TABLE_MORE;
    while (state == TABLE_MORE)
        state = table_advance(reader, 1 << 20, NULL);
    bench_need(state == TABLE_DONE && table_of(reader)->n == ROWS);
    const double took = bench_seconds() - start;
    printf("reading, %d rows of two      %8.2f ms   %.1f million rows a second\n", ROWS, 1e3 * took,
           1e-6 * ROWS / took);
    table_close(reader);
    free(text);
}

/* A run of so many steps over so many points, judged: one that is right, so that every step is
 * walked; and one of random steps, for which every rule is tried. */
static void bench_check(size_t points, size_t steps)
{
    dh_problem_def problem_def = dh_problem_default();
    dh_problem problem = {.version = 0};
    dh_run run = {0};
    dh_run_def def = dh_run_default();
    problem_def.source.generated.points = points;
    def.steps = steps;
    def.recipe.rate.first = 1e-5;
    bench_need(dh_problem_pose(&problem, &problem_def, NULL));
    bench_need(dh_run_start(&run, &def, &problem, NULL));
    dh_run_advance(&run, steps);
    double *slope = malloc(2 * run.known * sizeof *slope), *intercept = slope + run.known;
    bench_need(slope != NULL);
    const dh_check_def check = {
        .problem = &problem,
        .trace = {.rows = run.known, .slope = slope, .intercept = intercept},
        .recipe = def.recipe,
        .init = def.init,
        .has_init = true,
        .has_rate = true};
    dh_random dice = dh_random_seeded(1);
    for (int wrong = 0; wrong < 2; wrong++) {
        for (size_t i = 0; i < run.known; i++) {
            slope[i] = run.row[i].weights.slope + wrong * 1e-10 * dh_random_u32(&dice);
            intercept[i] = run.row[i].weights.intercept;
        }
        dh_verdict verdict;
        const double start = bench_seconds();
        bench_need(dh_check(&check, &verdict, NULL));
        printf("check, %zu steps, n = %zu   %8.2f ms   %s\n", steps, points,
               1e3 * (bench_seconds() - start), verdict.name);
    }
    free(slope);
    dh_run_free(&run);
    dh_problem_free(&problem);
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "frames") == 0)
        return bench_frames_of(argv[2], atoi(argv[3])) ? 0 : 1;
    if (argc == 2 && strcmp(argv[1], "files") == 0) {
        bench_files();
        return 0;
    }
    bench_sizes();
    bench_steps();
    bench_optimizers();
    bench_pass();
    bench_frames();
    bench_reading();
    bench_check(10000, 100000);
    bench_point(100);
    bench_point(1000000);
    bench_large_batches(1000000, 100000);
    bench_large_batches(10000000, 5000000);
    bench_long_run();
    bench_finders();
    bench_files();
    if (argc > 1)
        bench_program(argv[1]);
    return 0;
}
