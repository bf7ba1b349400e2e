#include "model/checked.h"

#include "model/check_here.h"
#include "text/append.h"
#include "text/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { SHOWN_DIGITS = 6 };

void checked_free(model_checked *checked)
{
    dh_batches_free(&checked->batches);
}

void checked_follow(model_checked *checked, const model_runs *runs)
{
    const model_trace *trace = scene_trace(&runs->scene);
    if (checked->version == runs->version)
        return;
    *checked = (model_checked){
        .version = runs->version, .there = trace != NULL, .batches = checked->batches};
    if (!trace)
        return;
    dh_check_def def = trace_check_def(runs, trace);
    def.batches = &checked->batches;
    checked->rows = def.trace.rows;
    checked->judged = dh_check(&def, &checked->verdict, &checked->error);
}

size_t checked_departure(const model_checked *checked)
{
    const dh_departure *departure = &checked->verdict.departure;
    return checked->judged && departure->departs ? departure->step : DH_NEVER;
}

static bool is(const dh_verdict *verdict, const char *name)
{
    return strcmp(verdict->name, name) == 0;
}

static void add_number(char *text, size_t size, double value)
{
    char number[NUMBER_BYTES];
    number_shortest(number_rounded(value, SHOWN_DIGITS), number);
    text_append(text, size, "%s", number);
}

static void tell_agreement(const model_checked *checked, const model_trace *trace, char *text,
                           size_t size)
{
    const dh_verdict *verdict = &checked->verdict;
    if (!verdict->decided) {
        text_append(text, size, "agrees, but no step of it is large enough to tell");
        return;
    }
    if (verdict->steps + 1 == trace->rows.rows)
        text_append(text, size, "agrees in all %zu steps, ", verdict->steps);
    else if (verdict->steps + 1 == checked->rows)
        text_append(text, size, "agrees in the first %zu steps, ", verdict->steps);
    else
        text_append(text, size, "agrees in the %zu steps before it overflows, ", verdict->steps);
    if (verdict->single)
        text_append(text, size, "within float32 arithmetic");
    else if (verdict->digits < DH_WHOLE_DIGITS)
        text_append(text, size, "within the %d digit%s of the file", verdict->digits,
                    verdict->digits > 1 ? "s" : "");
    else
        text_append(text, size, "within double arithmetic");
}

/* What a run after the rule that is meant is. */
static void tell_meant(const dh_problem *problem, const dh_verdict *verdict, char *text,
                       size_t size)
{
    check_loss loss;
    if (check_loss_find(problem, verdict->factor, &loss)) {
        text_append(text, size, "it is the gradient of %s", loss.in_brief);
    } else if (verdict->factor != 1.0) {
        text_append(text, size, "its learning rate is ");
        add_number(text, size, verdict->rate);
    } else if (verdict->start == DH_START_OTHER) {
        text_append(text, size, "it is the same from another start");
    } else {
        text_append(text, size, "it is the same, a row %s",
                    verdict->start == DH_START_EARLY ? "early: the start is missing"
                                                     : "late: the start is there twice");
    }
}

static void tell_rule(const dh_verdict *verdict, char *text, size_t size)
{
    text_append(text, size, "it %s", verdict->says);
    if (verdict->detail[0])
        text_append(text, size, " (%s)", verdict->detail);
    if (verdict->factor != 1.0) {
        text_append(text, size, ", with learning rate ");
        add_number(text, size, verdict->rate);
    }
}

static void tell_also(const dh_verdict *verdict, char *text, size_t size)
{
    for (int i = 0; i < verdict->also_count; i++)
        text_append(text, size, "%s%s", i > 0 ? ", " : "; here it cannot be told from ",
                    verdict->also[i]);
}

void checked_words(const model_checked *checked, const model_runs *runs, char *text, size_t size)
{
    const dh_verdict *verdict = &checked->verdict;
    const size_t departure = checked_departure(checked);
    text[0] = '\0';
    if (!checked->judged) {
        text_append(text, size, "%s", checked->error.text);
        return;
    }
    if (is(verdict, "agree")) {
        tell_agreement(checked, scene_trace(&runs->scene), text, size);
        return;
    }
    if (departure != DH_NEVER)
        text_append(text, size, "departs at step %zu: ", departure);
    if (verdict->says) {
        tell_rule(verdict, text, size);
    } else if (verdict->explained) {
        tell_meant(&runs->problem, verdict, text, size);
    } else {
        text_append(text, size, "no rule that is known here explains it%s",
                    verdict->implied.known ? "; the points may be others" : "");
    }
    tell_also(verdict, text, size);
}

/* Whether a weight's update is another one than it should be, as far as the trace's digits tell. */
static bool differs(const dh_verdict *verdict, double now, double made, double due)
{
    const double size = fabs(now) + fabs(made) + fabs(due);
    const double unit = verdict->single ? (double)FLT_EPSILON : DBL_EPSILON;
    const double digits = verdict->digits < DH_WHOLE_DIGITS ? pow(10.0, 1 - verdict->digits) : 0.0;
    return !(fabs(made - due) <= size * fmax(1e4 * unit, digits));
}

checked_update checked_update_at(const model_checked *checked, const model_runs *runs, size_t step)
{
    const dh_run *run = &runs->run[SCENE_TRACE];
    const dh_weights now = run->row[step].weights, next = run->row[step + 1].weights;
    const dh_weights should = dh_run_update(run, step).next;
    const dh_departure *first = &checked->verdict.departure;
    checked_update update = {.made = {next.slope - now.slope, next.intercept - now.intercept},
                             .due = {should.slope - now.slope, should.intercept - now.intercept}};
    if (checked_departure(checked) == DH_NEVER || step + 1 < first->step)
        return update;
    const bool is_first = step + 1 == first->step;
    update.slope_departs =
        (is_first && !first->intercept) ||
        differs(&checked->verdict, now.slope, update.made.slope, update.due.slope);
    update.intercept_departs =
        (is_first && first->intercept) ||
        differs(&checked->verdict, now.intercept, update.made.intercept, update.due.intercept);
    return update;
}
