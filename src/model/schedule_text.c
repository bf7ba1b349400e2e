#include "model/schedule_text.h"

#include "downhill/run.h"
#include "text/append.h"
#include "text/number.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static bool read_rate(const char *text, size_t length, double *rate)
{
    char copy[512];
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return number_parse(copy, rate) && *rate >= 0.0;
}

static bool read_change(const char *text, size_t length, dh_rate_change *change)
{
    char step_text[NUMBER_BYTES];
    uint64_t step;
    const char *colon = memchr(text, ':', length);
    const size_t step_length = colon ? (size_t)(colon - text) : 0;
    if (!colon || step_length >= sizeof step_text)
        return false;
    memcpy(step_text, text, step_length);
    step_text[step_length] = '\0';
    if (!number_parse_whole(step_text, 1, DH_STEPS_MAX, &step) ||
        !read_rate(colon + 1, length - step_length - 1, &change->rate))
        return false;
    change->step = (size_t)step;
    return true;
}

/* A schedule before it has memory of its own. */
typedef struct read_schedule {
    double first;
    dh_rate_change change[DH_RATE_CHANGES_MAX];
    size_t count;
} read_schedule;

static bool read_all(const char *text, read_schedule *read)
{
    size_t length = strcspn(text, ","), before = 0;
    read->count = 0;
    if (!read_rate(text, length, &read->first))
        return false;
    for (text += length; *text == ','; text += length) {
        text++;
        length = strcspn(text, ",");
        if (read->count == DH_RATE_CHANGES_MAX ||
            !read_change(text, length, &read->change[read->count]) ||
            read->change[read->count].step <= before)
            return false;
        before = read->change[read->count++].step;
    }
    return true;
}

bool schedule_read(const char *text, dh_schedule *schedule)
{
    read_schedule read;
    return read_all(text, &read) &&
           dh_schedule_make(schedule, read.first, read.change, read.count, NULL);
}

bool schedule_is_valid(const char *text)
{
    read_schedule read;
    return read_all(text, &read);
}

void schedule_write(const dh_schedule *schedule, char *text, size_t size)
{
    static const char rest[] = ",…";
    char number[NUMBER_BYTES];
    const size_t count = dh_schedule_changes(schedule);
    number_shortest(schedule->first, number);
    size_t used = (size_t)snprintf(text, size, "%s", number);
    for (size_t i = 0; i < count && used < size; i++) {
        char change[2 * NUMBER_BYTES];
        const dh_rate_change at = dh_schedule_change(schedule, i);
        number_shortest(at.rate, number);
        const size_t length = (size_t)snprintf(change, sizeof change, ",%zu:%s", at.step, number);
        const bool last = i + 1 == count;
        if (used + length + (last ? 0 : sizeof rest - 1) >= size) {
            text_append(text, size, "%s", rest);
            return;
        }
        memcpy(text + used, change, length + 1);
        used += length;
    }
}
