/* What is taken away: the forms, and text from outside in them. Every test has a folder of its own.
 */
#define _XOPEN_SOURCE 700
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "export/filter.h"
#include "export/form.h"
#include "export/markup_text.h"
#include "export/page_files.h"
#include "export/plain_file.h"
#include "export/python_text.h"
#include "export/script.h"
#include "folder.h"
#include "plots/style.h"
#include "split_line.h"

#include <stdlib.h>
#include <string.h>

/* What something writes. */
static char written[200000];

static FILE *begin(void)
{
    memset(written, 0, sizeof written);
    FILE *stream = fmemopen(written, sizeof written - 1, "w");
    assert_non_null(stream);
    return stream;
}

static const char *end(FILE *stream)
{
    assert_false(ferror(stream));
    assert_int_equal(fclose(stream), 0);
    return written;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static const char *html_of(const char *text)
{
    FILE *stream = begin();
    html_text(stream, text);
    return end(stream);
}

static const char *json_of(const char *text)
{
    FILE *stream = begin();
    json_string(stream, text);
    return end(stream);
}

static const char *python_of(const char *text)
{
    FILE *stream = begin();
    python_string(stream, text);
    return end(stream);
}

/* The request that a command line makes; the options are freed by the caller. */
static export_request request_of(const char *line, cli_options *options)
{
    static char copy[1024];
    char *arguments[SPLIT_WORDS];
    dh_error error = {.text = ""};
    snprintf(copy, sizeof copy, "%s", line);
    *options = options_default();
    if (!options_parse(options, split_line(copy, arguments), arguments, &error))
        fail_msg("%s: %s", line, error.text);
    return (export_request){.path = options->export_file,
                            .setup = &options->setup,
                            .has_framework = options->has_framework,
                            .numpy = options->numpy,
                            .points_only = options->points_only};
}

/* What the form of a command line writes. */
static const char *form_of(file_writer *write, const char *line)
{
    cli_options options;
    dh_error error = {.text = ""};
    const export_request request = request_of(line, &options);
    FILE *stream = begin();
    assert_true(write(stream, &request, &error));
    options_free(&options);
    return end(stream);
}

static void assert_refused(const char *line, const char *why)
{
    cli_options options;
    dh_error error = {.text = ""};
    const export_request request = request_of(line, &options);
    assert_false(form_check(&request, &error));
    if (!strstr(error.text, why))
        fail_msg("%s: '%s' does not say '%s'", line, error.text, why);
    options_free(&options);
}

static void assert_taken(const char *line)
{
    cli_options options;
    dh_error error = {.text = ""};
    const export_request request = request_of(line, &options);
    if (!form_check(&request, &error))
        fail_msg("%s: %s", line, error.text);
    options_free(&options);
}

static void the_end_of_a_name_says_the_form(void **state)
{
    (void)state;
    assert_taken("-x run.csv");
    assert_taken("--export=RUN.HTML");
    assert_taken("--export a.b/run.py");
    assert_refused("-x run.txt", "--export 'run.txt': must end in ");
    assert_refused("-x csv", "must end in ");
    assert_refused("-x /dev/stdout", "must end in ");
    const export_form *form;
    for (int i = 0; (form = form_at(i)); i++)
        assert_refused("-x run", form->ending);
}

static void options_are_for_the_forms_that_take_them(void **state)
{
    (void)state;
    assert_taken("-x run.csv --points-only");
    assert_refused("-x run.html --points-only", "ends in .csv");
    assert_taken("-x run.py --framework numpy");
    assert_taken("-x run.ipynb --framework pytorch");
    assert_refused("-x run.csv --framework numpy", "ends in .ipynb or .py");
}

static void every_form_has_a_line_in_the_help(void **state)
{
    (void)state;
    FILE *stream = begin();
    form_describe(stream);
    const char *help = end(stream);
    const export_form *form;
    for (int i = 0; (form = form_at(i)); i++) {
        assert_non_null(strstr(help, form->ending));
        assert_true(strlen(form->what) <= 70);
    }
}

static void what_cannot_be_told_is_refused(void **state)
{
    (void)state;
    put("run.csv", "w,b\n-1,1\n-0.9,1\n");
    assert_refused("-x run.py --vs mistake=l1", "leave out mistake=l1");
    assert_refused("-x run.ipynb --vs mistake=accumulated", "mistake=accumulated");
    assert_refused("-x run.py --lr 0.1 --trace run.csv", "leave out --trace");
    assert_taken("-x run.html --lr 0.1 --trace run.csv --vs mistake=l1");
    assert_refused("-x run.html --steps 200000", "fewer --steps");
    assert_refused("-x run.ipynb --steps 100000 --vs lr=0.2", "fewer --steps");
    assert_taken("-x run.py --steps 1000000");
}

static void text_from_outside_stays_text_in_html(void **state)
{
    (void)state;
    assert_string_equal(html_of("</title><script>&amp;\"'"),
                        "&#60;/title&#62;&#60;script&#62;&#38;amp;&#34;&#39;");
    assert_string_equal(html_of("größe 大小"), "größe 大小");
    assert_string_equal(html_of("a\xff"
                                "b\xc3"),
                        "a\xef\xbf\xbd"
                        "b\xef\xbf\xbd");
}

static void text_from_outside_stays_text_in_a_script(void **state)
{
    (void)state;
    assert_string_equal(json_of("</script><!-- & \" \\"),
                        "\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\\" \\\\\"");
    assert_string_equal(json_of("a\nb\t\x01\x7f"), "\"a\\u000ab\\u0009\\u0001\\u007f\"");
    assert_string_equal(json_of("\xe2\x80\xa8 \xe2\x80\xa9 \xe2\x80\xae"),
                        "\"\\u2028 \\u2029 \\u202e\"");
    assert_string_equal(json_of("größe 大小 😀"), "\"größe 大小 😀\"");
    assert_string_equal(json_of("a\xff\xed\xa0\x80z"), "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
                                                       "\xef\xbf\xbdz\"");
}

static void python_reads_a_text_back(void **state)
{
    (void)state;
    assert_string_equal(python_of("it's \"mine\" \\ ö"), "\"it's \\\"mine\\\" \\\\ ö\"");
    assert_string_equal(python_of("a\nb"), "\"a\\u000ab\"");
    assert_string_equal(python_of("a\xff"), "\"a\\udcff\"");
    assert_string_equal(python_of("\xe2\x80\xae"), "\"\\u202e\"");
}

static void python_has_floats_where_whole_numbers_would_differ(void **state)
{
    (void)state;
    const double values[] = {-1.0, 0.1, 1e-8, 1e20, 1e300};
    const char *const texts[] = {"-1.0", "0.1", "1e-08", "1e+20", "1e+300"};
    for (int i = 0; i < 5; i++) {
        FILE *stream = begin();
        python_float(stream, values[i]);
        assert_string_equal(end(stream), texts[i]);
        assert_exactly(strtod(texts[i], NULL), values[i]);
    }
}

static void lines_of_numbers_are_not_too_long(void **state)
{
    (void)state;
    double values[200];
    for (int i = 0; i < 200; i++)
        values[i] = i / 7.0;
    FILE *stream = begin();
    python_numbers(stream, values, 200);
    size_t commas = 0;
    end(stream);
    for (char *line = strtok(written, "\n"); line; line = strtok(NULL, "\n")) {
        assert_true(strlen(line) <= PYTHON_LINE);
        for (const char *at = line; (at = strchr(at, ',')); at++)
            commas++;
    }
    assert_int_equal(commas, 200);
}

static const char *json_lines_of(const char *text)
{
    filter made;
    FILE *behind = begin(), *stream = filter_json_lines(&made, behind);
    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
    return end(behind);
}

static void a_notebook_has_lines_each_but_the_last_with_its_end(void **state)
{
    (void)state;
    assert_string_equal(json_lines_of("a\n\n\"b\\\"\tö\n"),
                        "[\n    \"a\\n\",\n    \"\\n\",\n    \"\\\"b\\\\\\\"\\u0009ö\"\n   ]");
    assert_string_equal(json_lines_of("a"), "[\n    \"a\"\n   ]");
    assert_string_equal(json_lines_of("\n"), "[\n    \"\"\n   ]");
    assert_string_equal(json_lines_of(""), "[]");
}

static void an_attribute_ends_where_it_should(void **state)
{
    (void)state;
    filter made;
    FILE *behind = begin(), *stream = filter_attribute(&made, behind);
    assert_non_null(stream);
    fputs("<p class=\"a\">&quot;'\n", stream);
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(end(behind), "<p class=&quot;a&quot;>&amp;quot;'\n");
}

/* Whether numpy could read a file as it is; three points of it are known. */
static bool is_plain(const char *text, plain_file *found)
{
    double x[] = {1.0, 2.5, 3.0}, y[] = {4.0, 5.0, -6e-3};
    put("points.csv", text);
    const dh_points_def def = {
        .x = x, .y = y, .n = 3, .place = {.kind = DH_POINTS_FILE, .path = "points.csv"}};
    dh_points *points = dh_points_create(&def, NULL);
    assert_non_null(points);
    const bool plain = plain_file_of(points, found);
    dh_points_drop(points);
    return plain;
}

static void plain_files_are_told_from_others(void **state)
{
    (void)state;
    plain_file file;
    assert_true(is_plain("x,y\n1,4\n2.5,5\n3,-6e-3\n", &file));
    assert_int_equal(file.delimiter, ',');
    assert_int_equal(file.skipped, 1);
    assert_int_equal(file.x, 0);
    assert_int_equal(file.y, 1);
    assert_true(is_plain("# a; b\n\nname;b;c;d\na;4;1;1\n\nb;5;2.5;1\r\n#c\nc;-0.006;3;2", &file));
    assert_int_equal(file.delimiter, ';');
    assert_int_equal(file.skipped, 3);
    assert_int_equal(file.x, 2);
    assert_int_equal(file.y, 1);
    assert_true(is_plain("  1 \t 4\n2.5 5\n3  -0.006  \n", &file));
    assert_int_equal(file.delimiter, ' ');
    assert_int_equal(file.skipped, 0);
    assert_int_equal(file.y, 1);
    assert_false(is_plain("x,y\n1,4\n2.5,5\n", &file));
    assert_false(is_plain("x,y\n1,4\n2.5,5\n3,-6e-3\n7,8\n", &file));
    assert_false(is_plain("x,y\n1,4\n9,\n2.5,5\n3,-6e-3\n", &file));
    assert_false(is_plain("x;y\n1;4\n2,5;5\n3;-0,006\n", &file));
    assert_false(is_plain("x,y\n\"1\",4\n2.5,5\n3,-6e-3\n", &file));
    assert_false(is_plain("x,y\n1,4\n2.5,5\n3,−6e-3\n", &file));
    assert_false(is_plain("x,y\n1,4,\"a\n\"\n2.5,5\n3,-6e-3\n", &file));
    assert_false(is_plain("", &file));
}

static void a_file_that_is_not_plain_stays_in_the_script_unless_it_is_long(void **state)
{
    (void)state;
    put("gaps.csv", "x,y\n1,2\n3,\n4,5\n");
    const char *text = form_of(script_write, "gaps.csv -x run.py");
    assert_non_null(strstr(text, "x = torch.tensor([\n    1, 4,\n]"));
    assert_null(strstr(text, "loadtxt"));
    put("plain.csv", "x,y\n1,2\n4,5\n");
    text = form_of(script_write, "plain.csv -x run.py");
    assert_non_null(strstr(text, "plain.csv\",\n    delimiter=\",\", skiprows=1, usecols=(0, 1)"));
    FILE *file = fopen("long.csv", "w");
    fputs("x,y\n", file);
    for (int i = 0; i < 3000; i++)
        fprintf(file, i == 1500 ? "%d,\n" : "%d,%d\n", i, i * i);
    fclose(file);
    assert_refused("long.csv -x run.py", "--points-only");
}

/* Rules are the engine's, in C: nothing of C is left. */
static void every_optimizer_has_its_lines(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        const dh_optimizer *optimizer = dh_optimizer_at(i);
        char line[128];
        snprintf(line, sizeof line, "-x run.py --optimizer %s --weight-decay 0.1", optimizer->name);
        const char *torch = form_of(script_write, line);
        assert_null(strstr(torch, "pow("));
        assert_non_null(strstr(torch, "weight_decay"));
        assert_true(strstr(torch, "torch.optim.") || strstr(torch, "weights -= rate * "));
        snprintf(line, sizeof line, "-x run.py --framework numpy --optimizer %s --weight-decay 0.1",
                 optimizer->name);
        const char *numpy = form_of(script_write, line);
        assert_null(strstr(numpy, "pow("));
        assert_null(strstr(numpy, "torch.optim"));
        assert_null(strstr(numpy, "import torch"));
        assert_non_null(strstr(numpy, "weights = weights - rate * "));
        for (int k = 0; k < optimizer->kept; k++)
            assert_non_null(strstr(numpy, optimizer->term[k].symbol));
    }
}

static void a_script_is_short(void **state)
{
    (void)state;
    int lines = 0;
    for (const char *at = form_of(script_write, "-x run.py"); (at = strchr(at, '\n')); at++)
        lines++;
    assert_true(lines <= 30);
}

static void names_end_no_comment_of_a_script(void **state)
{
    (void)state;
    const char *text = form_of(script_write, "-x run.py --xy 1,2 --called a\nimport\x01os");
    assert_non_null(strstr(text, "# a?import?os, 1 point: x and y\n"));
}

static void a_page_has_the_colors_of_the_program(void **state)
{
    (void)state;
    for (int dark = 0; dark < 2; dark++) {
        const plot_style style = plot_style_of(dark);
        for (int i = 0; i < PLOT_LOOKS; i++) {
            const ui_color color = style.look[i].color;
            char entry[32];
            snprintf(entry, sizeof entry, "--look%d: #%02x%02x%02x;", i, color.r, color.g, color.b);
            if (!strstr(page_css, entry))
                fail_msg("the page lacks %s", entry);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_end_of_a_name_says_the_form),
        cmocka_unit_test(options_are_for_the_forms_that_take_them),
        cmocka_unit_test(every_form_has_a_line_in_the_help),
        test_in_folder(what_cannot_be_told_is_refused),
        cmocka_unit_test(text_from_outside_stays_text_in_html),
        cmocka_unit_test(text_from_outside_stays_text_in_a_script),
        cmocka_unit_test(python_reads_a_text_back),
        cmocka_unit_test(python_has_floats_where_whole_numbers_would_differ),
        cmocka_unit_test(lines_of_numbers_are_not_too_long),
        cmocka_unit_test(a_notebook_has_lines_each_but_the_last_with_its_end),
        cmocka_unit_test(an_attribute_ends_where_it_should),
        test_in_folder(plain_files_are_told_from_others),
        test_in_folder(a_file_that_is_not_plain_stays_in_the_script_unless_it_is_long),
        cmocka_unit_test(every_optimizer_has_its_lines),
        cmocka_unit_test(a_script_is_short),
        cmocka_unit_test(names_end_no_comment_of_a_script),
        cmocka_unit_test(a_page_has_the_colors_of_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
