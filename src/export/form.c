#include "export/form.h"

#include "export/csv.h"
#include "export/film.h"
#include "export/gif.h"
#include "export/notebook.h"
#include "export/page.h"
#include "export/picture.h"
#include "export/script.h"
#include "text/append.h"
#include "text/line.h"

#include <string.h>
#include <strings.h>

enum { SHOWN_BYTES = 64, ENDINGS_BYTES = 96 };

static const export_form TABLE[] = {
    {.ending = ".png", .what = "the pictures at a step, in pixels", .write = picture_write_png},
    {.ending = ".svg",
     .what = "the same in vectors, letters as outlines",
     .write = picture_write_svg},
    {.ending = ".pdf", .what = "the same in vectors, letters as text", .write = picture_write_pdf},
    {.ending = ".gif",
     .what = "the run as an animation",
     .takes = FORM_TAKES_STEPS,
     .write = gif_write},
    {.ending = ".mp4",
     .what = "the same as a film, made by the program ffmpeg",
     .takes = FORM_TAKES_STEPS,
     .write = film_write_mp4},
    {.ending = ".webm", .what = "the same", .takes = FORM_TAKES_STEPS, .write = film_write_webm},
    {.ending = ".csv",
     .what = "the rows of --print; with --points-only the points",
     .takes = FORM_TAKES_POINTS_ONLY,
     .write = csv_write},
    {.ending = ".html",
     .what = "a page that plays in any browser, without a network",
     .can = page_can,
     .write = page_write},
    {.ending = ".ipynb",
     .what = "a notebook: that script in cells, and the page as its output",
     .takes = FORM_TAKES_FRAMEWORK,
     .can = notebook_can,
     .write = notebook_write},
    {.ending = ".py",
     .what = "a script in PyTorch that prints what --print does; --framework numpy",
     .takes = FORM_TAKES_FRAMEWORK,
     .can = script_can,
     .write = script_write},
};

const export_form *form_at(int index)
{
    const int count = sizeof TABLE / sizeof *TABLE;
    return index < count ? &TABLE[index] : NULL;
}

static bool ends_in(const char *path, const char *ending)
{
    const size_t length = strlen(path), of_ending = strlen(ending);
    return length >= of_ending && strcasecmp(path + length - of_ending, ending) == 0;
}

static const export_form *form_of(const char *path)
{
    const export_form *form;
    for (int i = 0; (form = form_at(i)); i++)
        if (ends_in(path, form->ending))
            break;
    return form;
}

/* The endings of the forms that take all of these options: ".csv, .py or .html". */
static void list_endings(unsigned takes, char text[static ENDINGS_BYTES])
{
    const char *before = NULL, *between = "";
    const export_form *form;
    text[0] = '\0';
    for (int i = 0; (form = form_at(i)); i++) {
        if ((form->takes & takes) != takes)
            continue;
        if (before) {
            text_append(text, ENDINGS_BYTES, "%s%s", between, before);
            between = ", ";
        }
        before = form->ending;
    }
    text_append(text, ENDINGS_BYTES, "%s%s", between[0] ? " or " : "", before ? before : "");
}

static bool refuse_ending(const char *path, dh_error *error)
{
    char shown[SHOWN_BYTES], endings[ENDINGS_BYTES];
    text_copy(shown, sizeof shown, path);
    text_make_printable(shown);
    list_endings(0, endings);
    return dh_fail(error, "--export '%s': must end in %s", shown, endings);
}

static bool check_option(const export_form *form, bool given, unsigned option, const char *name,
                         dh_error *error)
{
    char endings[ENDINGS_BYTES];
    if (!given || (form->takes & option))
        return true;
    list_endings(option, endings);
    return dh_fail(error, "%s: is for --export of a file that ends in %s", name, endings);
}

bool form_check(const export_request *request, dh_error *error)
{
    const export_form *form = form_of(request->path);
    if (!form)
        return refuse_ending(request->path, error);
    return check_option(form, request->has_framework, FORM_TAKES_FRAMEWORK, "--framework", error) &&
           check_option(form, request->points_only, FORM_TAKES_POINTS_ONLY, "--points-only",
                        error) &&
           check_option(form, request->has_from, FORM_TAKES_STEPS, "--from", error) &&
           check_option(form, request->has_to, FORM_TAKES_STEPS, "--to", error) &&
           (!form->can || form->can(request, error));
}

bool form_save(const export_request *request, dh_error *error)
{
    return file_save(request->path, form_of(request->path)->write, request, error);
}

void form_describe(FILE *stream)
{
    const export_form *form;
    for (int i = 0; (form = form_at(i)); i++)
        fprintf(stream, "  %-6s %s\n", form->ending, form->what);
}
