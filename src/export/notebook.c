#include "export/notebook.h"

#include "export/about.h"
#include "export/filter.h"
#include "export/markup_text.h"
#include "export/page.h"
#include "export/script.h"

/* What a notebook tells, and where it is written. */
typedef struct notebook {
    const export_request *request;
    const model_runs *runs;
    const script *script;
    FILE *stream;
} notebook;

/* Writes a text as notebooks have it, a list of lines. False when memory runs out. */
typedef bool part_writer(const notebook *of, int part, FILE *stream);

static bool write_lines(const notebook *of, part_writer *write, int part)
{
    filter lines;
    FILE *stream = filter_json_lines(&lines, of->stream);
    if (!stream)
        return false;
    const bool written = write(of, part, stream);
    return fclose(stream) == 0 && written;
}

/* As HTML, in which no sign of another markup means anything. */
static bool write_head(const notebook *of, int part, FILE *stream)
{
    char title[ABOUT_BYTES], points[ABOUT_BYTES];
    (void)part;
    about_title(&of->request->setup->scene, title, sizeof title);
    about_problem(&of->runs->problem, points, sizeof points);
    fputs("<h1>", stream);
    html_text(stream, title);
    fputs("</h1>\n<p>", stream);
    html_text(stream, points);
    fputs("</p>\n", stream);
    return true;
}

static bool write_code(const notebook *of, int part, FILE *stream)
{
    script_write_part(of->script, part, stream);
    return true;
}

/* The page in a frame of its own, so that neither it nor the notebook is in the other's way. */
static bool write_player(const notebook *of, int part, FILE *stream)
{
    filter attribute;
    (void)part;
    fputs("<iframe title=\"The run, step by step\" sandbox=\"allow-scripts\"\n"
          " style=\"width: 100%; height: 780px; border: 0\" srcdoc=\"",
          stream);
    FILE *page = filter_attribute(&attribute, stream);
    if (!page)
        return false;
    page_write_runs(of->request, of->runs, page);
    const bool closed = fclose(page) == 0;
    fputs("\"></iframe>\n", stream);
    return closed;
}

static bool write_output(const notebook *of)
{
    fputs("[{\n   \"output_type\": \"display_data\",\n   \"metadata\": {},\n   \"data\": {\n"
          "    \"text/plain\": [\"The run, step by step, as downhill has drawn it\"],\n"
          "    \"text/html\": ",
          of->stream);
    const bool done = write_lines(of, write_player, 0);
    fputs("\n   }\n  }]", of->stream);
    return done;
}

static bool write_cell(const notebook *of, int part)
{
    fputs(",\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n"
          "   \"metadata\": {},\n   \"source\": ",
          of->stream);
    if (!write_lines(of, write_code, part))
        return false;
    fputs(",\n   \"outputs\": ", of->stream);
    if (part + 1 < script_parts(of->script))
        fputs("[]", of->stream);
    else if (!write_output(of))
        return false;
    fputs("\n  }", of->stream);
    return true;
}

static bool write_all(const notebook *of)
{
    fputs("{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\",\n   \"metadata\": {},\n"
          "   \"source\": ",
          of->stream);
    bool done = write_lines(of, write_head, 0);
    fputs("\n  }", of->stream);
    for (int part = 0; done && part < script_parts(of->script); part++)
        done = write_cell(of, part);
    fputs("\n ],\n \"metadata\": {\n"
          "  \"kernelspec\": {\"display_name\": \"Python 3\", \"language\": \"python\","
          " \"name\": \"python3\"},\n"
          "  \"language_info\": {\"name\": \"python\"}\n },\n"
          " \"nbformat\": 4,\n \"nbformat_minor\": 4\n}\n",
          of->stream);
    return done;
}

bool notebook_can(const export_request *request, dh_error *error)
{
    return script_can(request, error) && page_can(request, error);
}

bool notebook_write(FILE *stream, const void *what, dh_error *error)
{
    const export_request *request = what;
    model_runs runs = {.version = 0};
    bool done = runs_take(&runs, &request->setup->scene, error);
    if (done) {
        runs_last(&runs);
        const script code = script_of(&runs, request->numpy);
        const notebook of = {.request = request, .runs = &runs, .script = &code, .stream = stream};
        done = write_all(&of) || dh_fail_memory(error, "not enough memory for the notebook");
    }
    runs_free(&runs);
    return done;
}
