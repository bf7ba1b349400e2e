#include "downhill/schedule.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_rate(double rate)
{
    return rate >= 0.0 && isfinite(rate);
}

static bool check(double first, const dh_rate_change *change, size_t count, dh_error *error)
{
    if (!is_rate(first))
        return dh_fail(error, "the learning rate must be 0 or more");
    if (count > DH_RATE_CHANGES_MAX)
        return dh_fail(error, "the learning rate can change %d times at most", DH_RATE_CHANGES_MAX);
    size_t before = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_rate(change[i].rate))
            return dh_fail(error, "the learning rate must be 0 or more");
        if (change[i].step <= before)
            return dh_fail(error, "the steps at which the learning rate changes must grow");
        before = change[i].step;
    }
    return true;
}

bool dh_schedule_make(dh_schedule *schedule, double first, const dh_rate_change *change,
                      size_t count, dh_error *error)
{
    if (!check(first, change, count, error))
        return false;
    dh_rate_changes *later = NULL;
    if (count > 0) {
        later = malloc(sizeof *later + count * sizeof *change);
        if (!later)
            return dh_fail_memory(error, "not enough memory for %zu changes of the learning rate",
                                  count);
        later->holders = 1;
        later->count = count;
        memcpy(later->change, change, count * sizeof *change);
    }
    *schedule = (dh_schedule){.first = first, .later = later};
    return true;
}

void dh_schedule_hold(const dh_schedule *schedule)
{
    if (schedule->later)
        schedule->later->holders++;
}

void dh_schedule_drop(const dh_schedule *schedule)
{
    assert(!schedule->later || schedule->later->holders > 0);
    if (schedule->later && --schedule->later->holders == 0)
        free(schedule->later);
}

size_t dh_schedule_changes(const dh_schedule *schedule)
{
    return schedule->later ? schedule->later->count : 0;
}

dh_rate_change dh_schedule_change(const dh_schedule *schedule, size_t index)
{
    assert(index < dh_schedule_changes(schedule));
    return schedule->later->change[index];
}

static const dh_rate_change *changes_of(const dh_schedule *schedule)
{
    return schedule->later ? schedule->later->change : NULL;
}

bool dh_schedule_check(const dh_schedule *schedule, dh_error *error)
{
    return check(schedule->first, changes_of(schedule), dh_schedule_changes(schedule), error);
}

bool dh_schedule_equal(const dh_schedule *a, const dh_schedule *b)
{
    const size_t count = dh_schedule_changes(a);
    if (a->first != b->first || count != dh_schedule_changes(b))
        return false;
    for (size_t i = 0; a->later != b->later && i < count; i++)
        if (a->later->change[i].step != b->later->change[i].step ||
            a->later->change[i].rate != b->later->change[i].rate)
            return false;
    return true;
}

/* How many of the changes are at or before a step. */
static size_t changes_until(const dh_schedule *schedule, size_t step)
{
    size_t from = 0, to = dh_schedule_changes(schedule);
    while (from < to) {
        const size_t middle = (from + to) / 2;
        if (schedule->later->change[middle].step <= step)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

double dh_rate_at(const dh_schedule *schedule, size_t step)
{
    const size_t passed = changes_until(schedule, step);
    return passed > 0 ? schedule->later->change[passed - 1].rate : schedule->first;
}

/* A later rate where the first is another; a rate like the first stays like it, in every bit. */
static double scaled(const dh_schedule *schedule, double first, double rate)
{
    const double before = schedule->first;
    return before == 0.0 || before == first ? rate
           : rate == before                 ? first
                                            : rate * (first / before);
}

double dh_rate_scaled_at(const dh_schedule *schedule, double first, size_t step)
{
    const size_t passed = changes_until(schedule, step);
    return passed > 0 ? scaled(schedule, first, schedule->later->change[passed - 1].rate) : first;
}

/* The first change of a at whose step b has another rate. */
static size_t first_difference(const dh_schedule *a, const dh_schedule *b)
{
    for (size_t i = 0; i < dh_schedule_changes(a); i++) {
        const dh_rate_change change = a->later->change[i];
        if (dh_rate_at(b, change.step) != change.rate)
            return change.step;
    }
    return SIZE_MAX;
}

size_t dh_rate_difference(const dh_schedule *a, const dh_schedule *b)
{
    if (a->first != b->first)
        return 0;
    const size_t of_a = first_difference(a, b), of_b = first_difference(b, a);
    return of_a < of_b ? of_a : of_b;
}

/* Room for a list that is being changed, with one more than is allowed. */
typedef struct draft {
    dh_rate_change change[DH_RATE_CHANGES_MAX + 1];
    size_t count;
} draft;

static void begin(draft *next, const dh_schedule *schedule)
{
    next->count = dh_schedule_changes(schedule);
    if (next->count > 0)
        memcpy(next->change, schedule->later->change, next->count * sizeof *next->change);
}

bool dh_schedule_set_from(const dh_schedule *schedule, size_t step, double rate, dh_schedule *made,
                          dh_error *error)
{
    const size_t at = changes_until(schedule, step);
    draft next;
    begin(&next, schedule);
    if (step == 0)
        return dh_schedule_make(made, rate, next.change, next.count, error);
    if (at > 0 && next.change[at - 1].step == step) {
        next.change[at - 1].rate = rate;
    } else {
        memmove(&next.change[at + 1], &next.change[at], (next.count - at) * sizeof *next.change);
        next.change[at] = (dh_rate_change){step, rate};
        next.count++;
    }
    return dh_schedule_make(made, schedule->first, next.change, next.count, error);
}

bool dh_schedule_move(const dh_schedule *schedule, size_t index, size_t step, dh_schedule *made,
                      dh_error *error)
{
    draft next;
    assert(index < dh_schedule_changes(schedule));
    begin(&next, schedule);
    next.change[index].step = step;
    return dh_schedule_make(made, schedule->first, next.change, next.count, error);
}

bool dh_schedule_remove(const dh_schedule *schedule, size_t index, dh_schedule *made,
                        dh_error *error)
{
    draft next;
    assert(index < dh_schedule_changes(schedule));
    begin(&next, schedule);
    next.count--;
    memmove(&next.change[index], &next.change[index + 1],
            (next.count - index) * sizeof *next.change);
    return dh_schedule_make(made, schedule->first, next.change, next.count, error);
}

bool dh_schedule_scale(const dh_schedule *schedule, double first, dh_schedule *made,
                       dh_error *error)
{
    draft next;
    begin(&next, schedule);
    for (size_t i = 0; i < next.count; i++)
        next.change[i].rate = scaled(schedule, first, next.change[i].rate);
    return dh_schedule_make(made, first, next.change, next.count, error);
}

bool dh_schedule_lower(const dh_schedule *schedule, double limit, double better, dh_schedule *made,
                       dh_error *error)
{
    draft next;
    begin(&next, schedule);
    for (size_t i = 0; i < next.count; i++)
        if (next.change[i].rate >= limit)
            next.change[i].rate = better;
    return dh_schedule_make(made, schedule->first >= limit ? better : schedule->first, next.change,
                            next.count, error);
}
