#include "export/script_data.h"

#include "export/about.h"
#include "export/python_text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* numpy has the generator that PyTorch has, and both begin it the same way. */
static const char NUMPY_DRAWING[] =
    "\n\n"
    "def uniform(low, high, n):\n"
    "    \"\"\"As torch.empty(n).uniform_(low, high).\"\"\"\n"
    "    bits = generator.randint(2**32, size=n, dtype=np.uint32) & 0xFFFFFF\n"
    "    unit = bits.astype(np.float32) / np.float32(2**24)\n"
    "    return unit * np.float32(high - low) + np.float32(low)\n"
    "\n\n";

static const char NUMPY_BATCHES[] =
    "def randperm(n):\n"
    "    \"\"\"As torch.randperm(n).\"\"\"\n"
    "    order = np.arange(n)\n"
    "    words = generator.randint(2**32, size=n - 1, dtype=np.uint32)\n"
    "    for i, word in enumerate(words.tolist()):\n"
    "        j = i + word % (n - i)\n"
    "        order[[i, j]] = order[[j, i]]\n"
    "    return order\n"
    "\n\n"
    "def batches(size):\n"
    "    \"\"\"Every epoch sees all points once, in another order.\"\"\"\n"
    "    while True:\n"
    "        order = randperm(len(x))\n"
    "        yield from np.split(order, range(size, len(x), size))\n";

static const char TORCH_BATCHES[] =
    "def batches(size):\n"
    "    \"\"\"Every epoch sees all points once, in another order.\"\"\"\n"
    "    while True:\n"
    "        yield from torch.randperm(len(x)).split(size)\n";

static void write_seed(const script *of, const char *what, FILE *stream)
{
    const uint64_t seed = of->runs->problem.def.source.seed;
    if (of->numpy) /* of which PyTorch uses no more */
        fprintf(stream, "generator = np.random.RandomState(%" PRIu64 ")%s\n", seed & UINT32_MAX,
                what);
    else
        fprintf(stream, "torch.manual_seed(%" PRIu64 ")%s\n", seed, what);
}

/* " + 2", " - 4". */
static void write_added(double value, FILE *stream)
{
    fputs(signbit(value) ? " - " : " + ", stream);
    python_number(stream, fabs(value));
}

static void write_uniform(const script *of, const char *low, double high, FILE *stream)
{
    const size_t n = of->runs->problem.n;
    if (of->numpy)
        fprintf(stream, "uniform(%s, ", low);
    else
        fprintf(stream, "torch.empty(%zu).uniform_(%s, ", n, low);
    python_number(stream, high);
    if (of->numpy)
        fprintf(stream, ", %zu", n);
    fputs(")\n", stream);
}

bool script_has_batches(const script *of, int least)
{
    int count = 0;
    for (int i = 0; i < of->runs->scene.count; i++)
        count += dh_run_has_batches(&of->runs->run[i]);
    return count >= least;
}

/* Whether every run's mini-batches go on from where the points left the generator. */
static bool goes_back(const script *of)
{
    return of->runs->problem.def.source.kind == DH_SOURCE_GENERATED && script_has_batches(of, 2);
}

static void write_drawn(const script *of, FILE *stream)
{
    const dh_generated *line = &of->runs->problem.def.source.generated;
    char points[ABOUT_BYTES];
    about_points(&of->runs->problem, points, sizeof points);
    fprintf(stream, "# %s around a line, in single precision as PyTorch draws them.\n", points);
    write_seed(of, of->numpy ? "  # the Mersenne twister that PyTorch has" : "", stream);
    fputs(of->numpy ? NUMPY_DRAWING : "", stream);
    fputs("x = ", stream);
    write_uniform(of, "-1", 1.0, stream);
    fputs("y = ", stream);
    python_number(stream, line->slope);
    fputs(" * x", stream);
    write_added(line->intercept, stream);
    fputs(" + ", stream);
    write_uniform(of, "0", line->noise, stream);
    fputs(of->numpy ? "x, y = x.astype(float), y.astype(float)\n"
                    : "x, y = x.double(), y.double()\n",
          stream);
    if (goes_back(of))
        fputs(of->numpy ? "after_the_points = generator.get_state()\n"
                        : "after_the_points = torch.get_rng_state()\n",
              stream);
}

static void write_loading(const script *of, FILE *stream)
{
    const plain_file *file = &of->file;
    fputs("data = np.loadtxt(\n    ", stream);
    python_string(stream, of->runs->problem.def.source.given->place.path);
    fputs(",\n    ", stream);
    if (file->delimiter != ' ')
        fprintf(stream, "delimiter=\"%s\", ",
                file->delimiter == '\t' ? "\\t" : (char[]){file->delimiter, '\0'});
    if (file->skipped > 0)
        fprintf(stream, "skiprows=%zu, ", file->skipped);
    fprintf(stream, "usecols=(%d, %d), ndmin=2,\n)\n", file->x, file->y);
    fputs(of->numpy ? "x, y = data.T\n" : "x, y = torch.from_numpy(data.T)\n", stream);
}

static void write_column(const script *of, const char *name, const double *value, FILE *stream)
{
    fprintf(stream, of->numpy ? "%s = np.array([\n" : "%s = torch.tensor([\n", name);
    python_numbers(stream, value, of->runs->problem.n);
    fputs(of->numpy ? "], dtype=float)\n" : "], dtype=torch.float64)\n", stream);
}

static void write_given(const script *of, FILE *stream)
{
    const dh_problem *problem = &of->runs->problem;
    char points[ABOUT_BYTES], text[ABOUT_BYTES];
    about_points(problem, points, sizeof points);
    snprintf(text, sizeof text, "%.160s: %.80s and %.80s", points, problem->x_name,
             problem->y_name);
    python_comment(stream, text);
    if (of->reads_file) {
        write_loading(of, stream);
    } else {
        write_column(of, "x", problem->x, stream);
        write_column(of, "y", problem->y, stream);
    }
}

static bool all_equal(const double *value, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (value[i] != value[0])
            return false;
    return true;
}

void script_data_write(const script *of, FILE *stream)
{
    const dh_problem *problem = &of->runs->problem;
    if (problem->def.source.kind == DH_SOURCE_GENERATED)
        write_drawn(of, stream);
    else
        write_given(of, stream);
    if (!problem->def.standardize)
        return;
    if (all_equal(problem->x, problem->n))
        fputs("x = x - x.mean()  # all are equal: there is no deviation to divide by\n", stream);
    else
        fprintf(stream, "x = (x - x.mean()) / x.std(%s)  # mean 0, standard deviation 1\n",
                of->numpy ? "" : "unbiased=False");
}

void script_data_write_batches(const script *of, FILE *stream)
{
    fputs(of->numpy ? NUMPY_BATCHES : TORCH_BATCHES, stream);
}

void script_data_begin_batches(const script *of, size_t size, FILE *stream)
{
    if (goes_back(of))
        fputs(of->numpy ? "generator.set_state(after_the_points)\n"
                        : "torch.set_rng_state(after_the_points)\n",
              stream);
    else if (of->runs->problem.def.source.kind == DH_SOURCE_GIVEN)
        write_seed(of, of->numpy ? "  # the Mersenne twister that PyTorch has" : "", stream);
    fprintf(stream, "batch = batches(%zu)\n", size);
}
