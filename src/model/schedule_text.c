#include "model/schedule_text.h"

#include "downhill/run.h"
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

bool schedule_read(const char *text, dh_schedule *schedule)
{
    dh_rate_change change[DH_RATE_CHANGES_MAX];
    size_t length = strcspn(text, ","), count = 0;
    double first;
    if (!read_rate(text, length, &first))
        return false;
    for (text += length; *text == ','; text += length) {
        text++;
        length = strcspn(text, ",");
        if (count == DH_RATE_CHANGES_MAX || !read_change(text, length, &change[count]))
            return false;
        count++;
    }
    return dh_schedule_make(schedule, first, change, count, NULL);
}

void schedule_write(const dh_schedule *schedule, char *text, size_t size)
{
    char number[NUMBER_BYTES];
    number_shortest(schedule->first, number);
    size_t used = (size_t)snprintf(text, size, "%s", number);
    for (size_t i = 0; i < dh_schedule_changes(schedule) && used < size; i++) {
        const dh_rate_change change = dh_schedule_change(schedule, i);
        number_shortest(change.rate, number);
        used += (size_t)snprintf(text + used, size - used, ",%zu:%s", change.step, number);
    }
}
