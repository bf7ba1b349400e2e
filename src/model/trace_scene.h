/* A trace beside the runs: what comes with it. */
#ifndef MODEL_TRACE_SCENE_H
#define MODEL_TRACE_SCENE_H

#include "downhill/check.h"
#include "model/runs.h"

#include <stdbool.h>

/* What a trace is held against in the window: the current run, over so many of its rows as are
 * judged while nobody has to wait. */
dh_check_def trace_check_def(const model_runs *runs, const model_trace *trace);

/* The scene with a trace, in place of the one there is. The runs become as long as the trace, and
 * begin where it does, unless its rows are but early or late; in place of another, they do so where
 * they did it of that. Fails when there is no room. */
bool trace_scene(const model_runs *runs, model_trace *trace, model_scene *next, dh_error *error);

/* Steps that runs beside a trace have. */
size_t trace_steps(const model_trace *trace);

#endif
