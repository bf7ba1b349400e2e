#include "export/script.h"

#include "export/python_text.h"
#include "export/script_data.h"
#include "export/script_update.h"
#include "model/run_words.h"

enum { PART_HEAD, PART_DATA, PART_LOSS, PART_RUNS };

enum { WORDS_BYTES = 256 };

/* The loss, in words of the framework; the gradient only where it is not found by itself. */
typedef struct loss_code {
    const char *torch, *numpy;
    const char *torch_far, *numpy_far; /* where the sum over the points would be too large for a
                                          number before their mean is */
    const char *gradient;
} loss_code;

static const loss_code LOSS[] = {
    [DH_LOSS_MEAN] = {"(residual**2).mean()", "np.mean(residual**2)",
                      "(residual**2 / len(x)).sum()", "np.sum(residual**2 / len(x))",
                      "2 * np.array([np.mean(residual * x), np.mean(residual)])"},
    [DH_LOSS_HALF] = {"(residual**2).mean() / 2", "np.mean(residual**2) / 2",
                      "(residual**2 / len(x)).sum() / 2", "np.sum(residual**2 / len(x)) / 2",
                      "np.array([np.mean(residual * x), np.mean(residual)])"},
    [DH_LOSS_SUM] = {"(residual**2).sum()", "np.sum(residual**2)", "(residual**2).sum()",
                     "np.sum(residual**2)",
                     "2 * np.array([np.sum(residual * x), np.sum(residual)])"},
};

static bool any_diverged(const model_runs *runs)
{
    for (int i = 0; i < runs->scene.count; i++)
        if (runs->run[i].diverged)
            return true;
    return false;
}

static void write_head(const script *of, FILE *stream)
{
    fputs("\"\"\"Fits a straight line by gradient descent and prints every step, as downhill does."
          "\"\"\"\n\n",
          stream);
    if (of->numpy || of->reads_file)
        fputs("import numpy as np\n", stream);
    if (!of->numpy)
        fputs("import torch\n", stream);
}

static void write_loss(const script *of, FILE *stream)
{
    const loss_code code = LOSS[of->runs->problem.def.loss];
    const bool far = any_diverged(of->runs);
    fputs(of->numpy ? "def loss_and_gradient(weights, x, y):\n" : "def loss_of(weights, x, y):\n",
          stream);
    fputs("    slope, intercept = weights\n"
          "    residual = slope * x + intercept - y\n",
          stream);
    if (of->numpy)
        fprintf(stream, "    loss = %s\n    gradient = %s\n    return loss, gradient\n",
                far ? code.numpy_far : code.numpy, code.gradient);
    else
        fprintf(stream, "    return %s\n", far ? code.torch_far : code.torch);
    if (script_has_batches(of, 1)) {
        fputs("\n\n", stream);
        script_data_write_batches(of, stream);
    }
}

static void write_start(const script *of, FILE *stream)
{
    const dh_weights init = of->runs->scene.init;
    fputs(of->numpy ? "weights = np.array([" : "weights = torch.tensor([", stream);
    python_float(stream, init.slope);
    fputs(", ", stream);
    python_float(stream, init.intercept);
    fputs(of->numpy ? "])\n" : "], dtype=torch.float64, requires_grad=True)\n", stream);
}

/* The changes of the learning rate, with the steps from which on they are. */
static void write_rates(const dh_schedule *schedule, FILE *stream)
{
    enum { A_LINE = 4 };
    const size_t count = dh_schedule_changes(schedule);
    fputs("rates = {", stream);
    for (size_t i = 0; i < count; i++) {
        const dh_rate_change change = dh_schedule_change(schedule, i);
        fputs(i == 0 ? "" : i % A_LINE == 0 ? ",\n         " : ", ", stream);
        fprintf(stream, "%zu: ", change.step);
        python_number(stream, change.rate);
    }
    fputs("}\n", stream);
}

static bool is_torchs(const script *of, const dh_recipe *recipe)
{
    return !of->numpy && script_update_is_torchs(recipe);
}

/* The step's row, and what the update is made from. */
static void write_looking(const script *of, int run, bool batches, FILE *stream)
{
    char number[16] = "";
    if (of->runs->scene.count > 1)
        snprintf(number, sizeof number, "%d,", run + 1);
    fprintf(stream,
            "    loss%s\n"
            "    print(f\"%s{step},{weights[0]:.17g},{weights[1]:.17g},{loss:.17g}\")\n",
            !of->numpy ? " = loss_of(weights, x, y)"
            : batches  ? ", _ = loss_and_gradient(weights, x, y)"
                       : ", g = loss_and_gradient(weights, x, y)",
            number);
    if (batches)
        fputs("    points = next(batch)\n", stream);
    if (batches && of->numpy)
        fputs("    _, g = loss_and_gradient(weights, x[points], y[points])\n", stream);
}

static void write_backward(bool batches, FILE *stream)
{
    fputs(batches ? "    loss_of(weights, x[points], y[points]).backward()\n"
                  : "    loss.backward()\n",
          stream);
}

static void write_torchs_update(bool batches, bool rates, FILE *stream)
{
    if (rates)
        fputs("    if step in rates:\n"
              "        optimizer.param_groups[0][\"lr\"] = rates[step]\n",
              stream);
    fputs("    optimizer.zero_grad()\n", stream);
    write_backward(batches, stream);
    fputs("    optimizer.step()\n", stream);
}

static void write_own_update(const script *of, const dh_recipe *recipe, bool batches, FILE *stream)
{
    if (recipe->rate.later)
        fputs("    rate = rates.get(step, rate)\n", stream);
    if (of->numpy) {
        script_update_write(recipe, true, "    ", stream);
        return;
    }
    write_backward(batches, stream);
    fputs("    with torch.no_grad():\n        g = weights.grad\n", stream);
    script_update_write(recipe, false, "        ", stream);
    fputs("    weights.grad = None\n", stream);
}

static void write_loop(const script *of, int run, FILE *stream)
{
    const dh_run *shown = &of->runs->run[run];
    const dh_recipe *recipe = &shown->recipe;
    const bool batches = dh_run_has_batches(shown);
    fprintf(stream, "for step in range(%zu):%s\n", shown->known,
            shown->diverged ? "  # after that the numbers are too large" : "");
    write_looking(of, run, batches, stream);
    if (is_torchs(of, recipe))
        write_torchs_update(batches, recipe->rate.later != NULL, stream);
    else
        write_own_update(of, recipe, batches, stream);
}

/* "Adam: lr 0.3, batch 10". */
static void write_words(const script *of, int run, FILE *stream)
{
    char words[WORDS_BYTES], text[2 * WORDS_BYTES];
    run_words(&of->runs->scene, run, words, sizeof words);
    snprintf(text, sizeof text, "%s: %s", scene_title(&of->runs->scene, run), words);
    python_comment(stream, text);
}

static void write_run(const script *of, int run, FILE *stream)
{
    const dh_recipe *recipe = &of->runs->run[run].recipe;
    const bool several = of->runs->scene.count > 1;
    if (run == 0 && several)
        fputs("print(\"run,step,slope,intercept,loss\")\n\n", stream);
    write_words(of, run, stream);
    write_start(of, stream);
    if (is_torchs(of, recipe))
        script_update_write_torchs(recipe, stream);
    else
        script_update_begin(recipe, of->numpy, stream);
    if (recipe->rate.later)
        write_rates(&recipe->rate, stream);
    if (dh_run_has_batches(&of->runs->run[run]))
        script_data_begin_batches(of, recipe->batch, stream);
    if (!several)
        fputs("\nprint(\"step,slope,intercept,loss\")\n", stream);
    write_loop(of, run, stream);
}

script script_of(const model_runs *runs, bool numpy)
{
    script made = {.runs = runs, .numpy = numpy};
    const dh_source *source = &runs->problem.def.source;
    made.reads_file = source->kind == DH_SOURCE_GIVEN && plain_file_of(source->given, &made.file);
    return made;
}

int script_parts(const script *of)
{
    return PART_RUNS + of->runs->scene.count;
}

void script_write_part(const script *of, int part, FILE *stream)
{
    if (part == PART_HEAD)
        write_head(of, stream);
    else if (part == PART_DATA)
        script_data_write(of, stream);
    else if (part == PART_LOSS)
        write_loss(of, stream);
    else
        write_run(of, part - PART_RUNS, stream);
}

static bool check_points(const dh_source *source, dh_error *error)
{
    plain_file file;
    if (source->kind == DH_SOURCE_GENERATED || source->given->n <= SCRIPT_POINTS ||
        plain_file_of(source->given, &file))
        return true;
    return dh_fail(error,
                   "%.80s is written in a way that numpy.loadtxt does not read, and %zu points are "
                   "too many for a script: save them with -x points.csv --points-only, and name "
                   "that file",
                   source->given->origin, source->given->n);
}

bool script_can(const export_request *request, dh_error *error)
{
    const model_scene *scene = &request->setup->scene;
    for (int i = 0; i < scene->count; i++) {
        if (scene->run[i].trace)
            return dh_fail(error,
                           "a script tells what downhill trains, and %.80s was written "
                           "elsewhere: leave out --trace",
                           scene->run[i].trace->origin);
        if (scene->run[i].recipe.mistake > 0)
            return dh_fail(error, "a script has no mistakes in it: leave out mistake=%s",
                           dh_mistake_name(scene->run[i].recipe.mistake));
    }
    return check_points(&scene->problem.source, error);
}

bool script_write(FILE *stream, const void *what, dh_error *error)
{
    const export_request *request = what;
    model_runs runs = {.version = 0};
    const bool taken = runs_take(&runs, &request->setup->scene, error);
    if (taken) {
        runs_last(&runs);
        const script of = script_of(&runs, request->numpy);
        for (int part = 0; part < script_parts(&of); part++) {
            fputs(part == PART_LOSS || part == PART_RUNS ? "\n\n" : part > 0 ? "\n" : "", stream);
            script_write_part(&of, part, stream);
        }
    }
    runs_free(&runs);
    return taken;
}
