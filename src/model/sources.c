#include "model/sources.h"

#include "table/samples.h"

#include <string.h>

enum { GENERATED = 0, FIRST_SAMPLE = 1 };

static const dh_source *source_of(const model_session *session)
{
    return &session_scene(session)->problem.source;
}

/* The sample that the points are, or -1. */
static int sample_of(const dh_points *points)
{
    return points && points->place.kind == DH_POINTS_SAMPLE ? sample_find(points->place.path) : -1;
}

int sources_count(const model_session *session)
{
    return FIRST_SAMPLE + sample_count() + (session_own_points(session) ? 1 : 0);
}

const char *sources_label(const model_session *session, int index)
{
    if (index == GENERATED)
        return "Line with noise";
    if (index < FIRST_SAMPLE + sample_count())
        return sample_at(index - FIRST_SAMPLE)->label;
    return session_own_points(session)->origin;
}

int sources_chosen(const model_session *session)
{
    const dh_source *source = source_of(session);
    if (source->kind == DH_SOURCE_GENERATED)
        return GENERATED;
    const int sample = sample_of(source->given);
    return FIRST_SAMPLE + (sample >= 0 ? sample : sample_count());
}

const char *sources_words(const model_session *session)
{
    const dh_source *source = source_of(session);
    const int sample = sample_of(source->given);
    return source->kind == DH_SOURCE_GIVEN && sample >= 0 ? sample_at(sample)->see : NULL;
}

static void show_sample(model_session *session, int sample)
{
    dh_error error = {.text = ""};
    dh_points *points = sample_points(sample, &error);
    if (points)
        session_give(session, points);
    else
        session_refuse(session, &error);
    dh_points_drop(points);
}

void sources_choose(model_session *session, int index)
{
    if (index == sources_chosen(session))
        return;
    if (index == GENERATED)
        session_draw(session);
    else if (index < FIRST_SAMPLE + sample_count())
        show_sample(session, index - FIRST_SAMPLE);
    else
        session_give(session, session_own_points(session));
}
