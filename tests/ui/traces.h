/* A trace of the reference's beside the run, in the window. */
#ifndef UI_TRACES_H
#define UI_TRACES_H

#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>

static const char POINTS[] = REFERENCE_DIR "/data_seed42_n100.csv";

/* Starts with the points of the reference's traces and one of these. */
static inline void start_with(ui_harness *h, const char *trace, const char *options)
{
    char line[1024];
    snprintf(line, sizeof line, "%s --trace " REFERENCE_DIR "/traces/%s.csv --at 3 %s", POINTS,
             trace, options);
    harness_start_folded(h, line);
}

static inline const model_checked *checked(const ui_harness *h)
{
    return session_checked(h->app.session);
}

static inline const char *verdict(const ui_harness *h)
{
    assert_true(checked(h)->judged);
    return checked(h)->verdict.name;
}

#endif
