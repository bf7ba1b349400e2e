#include "export/page.h"

#include "export/about.h"
#include "export/markup_text.h"
#include "export/page_files.h"
#include "model/run_words.h"

#include <string.h>

enum { WORDS_BYTES = 512 };

/* What a page tells. */
typedef struct page {
    const export_request *request;
    const model_setup *setup; /* the request's */
    const model_runs *runs;
} page;

static void write_key(FILE *stream, const char *key)
{
    fprintf(stream, "\"%s\":", key);
}

static void write_text(FILE *stream, const char *key, const char *text)
{
    write_key(stream, key);
    json_string(stream, text);
    fputs(",\n", stream);
}

static void write_number(FILE *stream, const char *key, double value)
{
    write_key(stream, key);
    json_number(stream, value);
    fputs(",\n", stream);
}

static void write_flag(FILE *stream, const char *key, bool on)
{
    write_key(stream, key);
    fputs(on ? "true,\n" : "false,\n", stream);
}

/* Numbers that lie so many doubles apart, every `each`-th of n. */
static void write_list(FILE *stream, const char *key, const double *first, size_t apart, size_t n)
{
    write_key(stream, key);
    fputc('[', stream);
    for (size_t i = 0; i < n && !ferror(stream); i++) {
        if (i > 0)
            fputc(',', stream);
        json_number(stream, first[i * apart]);
    }
    fputs("],\n", stream);
}

static void write_words(const page *of, FILE *stream)
{
    static const char *const modes[REPEAT_COUNT] = {
        [REPEAT_ONCE] = "once", [REPEAT_LOOP] = "loop", [REPEAT_REFLECT] = "reflect"};
    const dh_problem *problem = &of->runs->problem;
    const bool scaled = problem->def.standardize;
    char text[WORDS_BYTES];
    about_title(&of->setup->scene, text, sizeof text);
    write_text(stream, "title", text);
    about_problem(&of->runs->problem, text, sizeof text);
    write_text(stream, "about", text);
    write_text(stream, "xName", problem->x_name);
    write_text(stream, "yName", problem->y_name);
    write_text(stream, "slopeName", scaled ? "slope a₀ of standardized x" : "slope a₀");
    write_text(stream, "interceptName", scaled ? "intercept a₁ of standardized x" : "intercept a₁");
    write_text(stream, "mode", modes[of->setup->pace.repeat]);
    write_number(stream, "interval", (double)of->setup->pace.interval_ms);
    write_number(stream, "steps", (double)of->setup->scene.steps);
    write_flag(stream, "linear", of->setup->view.linear_loss);
}

/* Which pictures are shown, and the step to begin at if one was given: then nothing plays by
 * itself. */
static void write_view(const page *of, FILE *stream)
{
    const figure_parts parts = figure_parts_told(of->request->parts);
    write_flag(stream, "data", parts.data);
    write_flag(stream, "weights", parts.weights);
    write_flag(stream, "losses", parts.loss);
    if (of->request->has_at)
        write_number(stream, "at", (double)of->request->at);
}

static void write_points(const dh_problem *problem, FILE *stream)
{
    const size_t skip = about_skipped(problem), drawn = (problem->n + skip - 1) / skip;
    write_number(stream, "n", (double)problem->n);
    write_list(stream, "x", problem->x, skip, drawn);
    write_list(stream, "y", problem->y, skip, drawn);
}

/* The loss over the weights: its lowest point, and the quadratic that it is. */
static void write_objective(const dh_problem *problem, FILE *stream)
{
    const dh_minimum *minimum = &problem->objective.minimum;
    const dh_quadratic *q = dh_objective_quadratic(&problem->objective);
    const dh_scaling scaling = problem->scaling;
    fputs("\"minimum\":{", stream);
    write_number(stream, "slope", minimum->at.slope);
    write_number(stream, "intercept", minimum->at.intercept);
    write_flag(stream, "unique", minimum->unique);
    fputs("\"loss\":", stream);
    json_number(stream, minimum->loss);
    fputs("},\n\"quadratic\":", stream);
    if (q) {
        fputc('{', stream);
        write_number(stream, "slope", q->best.slope);
        write_number(stream, "intercept", q->best.intercept);
        write_number(stream, "ss", q->ss);
        write_number(stream, "si", q->si);
        write_number(stream, "ii", q->ii);
        write_number(stream, "low", q->curvature_low);
        fputs("\"high\":", stream);
        json_number(stream, q->curvature_high);
        fputs("},\n", stream);
    } else {
        fputs("null,\n", stream);
    }
    if (problem->def.standardize)
        write_list(stream, "scaling", (double[]){scaling.mean, scaling.deviation}, 1, 2);
}

static void write_run(const page *of, int number, FILE *stream)
{
    const model_scene *scene = &of->setup->scene;
    const dh_run *run = &of->runs->run[number];
    const size_t apart = sizeof *run->row / sizeof(double);
    char words[WORDS_BYTES];
    run_words(scene, number, words, sizeof words);
    fputs("{", stream);
    write_text(stream, "name", scene_title(scene, number));
    write_text(stream, "words", words);
    write_flag(stream, "diverged", run->diverged);
    write_list(stream, "slope", &run->row[0].weights.slope, apart, run->known);
    write_list(stream, "intercept", &run->row[0].weights.intercept, apart, run->known);
    write_list(stream, "loss", &run->row[0].loss, apart, run->known);
    fprintf(stream, "\"look\":%d}", scene->run[number].look);
}

static void write_json(const page *of, FILE *stream)
{
    fputs("{", stream);
    write_words(of, stream);
    write_view(of, stream);
    write_points(&of->runs->problem, stream);
    write_objective(&of->runs->problem, stream);
    fputs("\"runs\":[\n", stream);
    for (int i = 0; i < of->setup->scene.count; i++) {
        if (of->setup->scene.run[i].hidden)
            continue;
        fputs(i > 0 ? ",\n" : "", stream);
        write_run(of, i, stream);
    }
    fputs("]}", stream);
}

static void write_title(const page *of, FILE *stream)
{
    char title[WORDS_BYTES];
    about_title(&of->setup->scene, title, sizeof title);
    html_text(stream, title);
}

static void write_style(const page *of, FILE *stream)
{
    (void)of;
    fputs(page_css, stream);
}

static void write_script(const page *of, FILE *stream)
{
    (void)of;
    fputs(page_js, stream);
}

/* What stands in the template for what is to be filled in. */
static const struct {
    const char *mark;
    void (*write)(const page *of, FILE *stream);
} MARKS[] = {
    {"{{title}}", write_title},
    {"{{style}}", write_style},
    {"{{run}}", write_json},
    {"{{script}}", write_script},
};

void page_write_runs(const export_request *request, const model_runs *runs, FILE *stream)
{
    const page of = {.request = request, .setup = request->setup, .runs = runs};
    const char *at = page_html;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        const char *mark = strstr(at, MARKS[i].mark);
        fwrite(at, 1, (size_t)(mark - at), stream);
        MARKS[i].write(&of, stream);
        at = mark + strlen(MARKS[i].mark);
    }
    fputs(at, stream);
}

bool page_can(const export_request *request, dh_error *error)
{
    const model_scene *scene = &request->setup->scene;
    const size_t rows = (scene->steps + 1) * (size_t)about_shown_runs(scene);
    return rows <= PAGE_ROWS ||
           dh_fail(error, "a page has %d rows at most, and these are %zu: take fewer --steps",
                   PAGE_ROWS, rows);
}

bool page_write(FILE *stream, const void *what, dh_error *error)
{
    const export_request *request = what;
    model_runs runs = {.version = 0};
    const bool taken = runs_take(&runs, &request->setup->scene, error);
    if (taken) {
        runs_last(&runs);
        page_write_runs(request, &runs, stream);
    }
    runs_free(&runs);
    return taken;
}
