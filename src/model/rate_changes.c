#include "model/rate_changes.h"

#include <math.h>

/* Takes the present scene with another schedule, which was made for it and is dropped; or, where
 * none could be made, says why. */
static void reschedule(model_session *session, const dh_schedule *made, const dh_error *error)
{
    if (!made) {
        session_refuse(session, error);
        return;
    }
    model_scene next = *session_scene(session);
    next.run[0].recipe.rate = *made;
    session_change(session, &next);
    dh_schedule_drop(made);
}

size_t rate_changes_from(const model_session *session)
{
    const dh_run *run = &session_runs(session)->run[0];
    const size_t last = dh_run_complete(run) ? run->known - 1 : run->steps;
    const size_t place = player_place(session_player(session));
    if (!session_view(session)->from_here)
        return 0;
    return place < last ? place : last;
}

model_scene rate_changes_shown(const model_session *session)
{
    model_scene scene = *session_scene(session);
    dh_schedule *rate = &scene.run[0].recipe.rate;
    rate->first = dh_rate_at(rate, rate_changes_from(session));
    return scene;
}

/* Another learning rate from a step on that is not the first. */
static void set_rate_from(model_session *session, const model_scene *scene, size_t step,
                          double rate)
{
    const dh_run *run = &session_runs(session)->run[0];
    dh_schedule made;
    dh_error error = {.text = ""};
    bool set = false;
    if (step >= scene->steps || (run->diverged && step + 1 >= run->known))
        dh_fail(&error, "step %zu is the last: nothing comes after it", step);
    else
        set = dh_schedule_set_from(&scene->run[0].recipe.rate, step, rate, &made, &error);
    reschedule(session, set ? &made : NULL, &error);
}

void rate_changes_take(model_session *session, const model_scene *scene)
{
    const size_t from = rate_changes_from(session);
    const double rate = scene->run[0].recipe.rate.first;
    model_scene next = *scene;
    dh_schedule *schedule = &next.run[0].recipe.rate;
    *schedule = session_scene(session)->run[0].recipe.rate;
    if (from == 0)
        schedule->first = rate;
    if (from == 0 || rate == dh_rate_at(schedule, from))
        session_change(session, &next);
    else
        set_rate_from(session, &next, from, rate);
}

void rate_changes_move(model_session *session, size_t index, double step)
{
    const dh_schedule *rate = &session_scene(session)->run[0].recipe.rate;
    const size_t count = dh_schedule_changes(rate);
    dh_schedule made;
    dh_error error;
    if (index >= count)
        return;
    const double last = (double)session_scene(session)->steps - 1.0;
    const double low = index > 0 ? (double)dh_schedule_change(rate, index - 1).step + 1.0 : 1.0;
    const double next =
        index + 1 < count ? (double)dh_schedule_change(rate, index + 1).step - 1.0 : last;
    const double kept = fmax(fmin(fmax(round(step), low), fmin(next, last)), low);
    const bool moved = dh_schedule_move(rate, index, (size_t)kept, &made, &error);
    reschedule(session, moved ? &made : NULL, &error);
}

void rate_changes_remove(model_session *session, size_t index)
{
    const dh_schedule *rate = &session_scene(session)->run[0].recipe.rate;
    dh_schedule made;
    dh_error error;
    if (index >= dh_schedule_changes(rate))
        return;
    const bool removed = dh_schedule_remove(rate, index, &made, &error);
    reschedule(session, removed ? &made : NULL, &error);
}

void rate_changes_lower(model_session *session, double limit, double better)
{
    dh_schedule made;
    dh_error error;
    const bool lowered = dh_schedule_lower(&session_scene(session)->run[0].recipe.rate, limit,
                                           better, &made, &error);
    reschedule(session, lowered ? &made : NULL, &error);
}

void rate_changes_scale(model_session *session, double rate)
{
    dh_schedule made;
    dh_error error;
    const bool scaled =
        dh_schedule_scale(&session_scene(session)->run[0].recipe.rate, rate, &made, &error);
    reschedule(session, scaled ? &made : NULL, &error);
}
