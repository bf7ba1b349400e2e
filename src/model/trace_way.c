#include "model/trace_way.h"

#include "model/check_here.h"
#include "text/append.h"
#include "text/number.h"

#include <stdio.h>
#include <string.h>

/* Whether a run with the mistake can be had beside the others. */
static bool can_show_mistake(const model_scene *scene, const dh_verdict *verdict)
{
    return verdict->mistake > 0 && scene->count < SCENE_RUNS &&
           scene_find_mistake(scene, verdict->mistake) == 0;
}

static trace_way_kind kind_of(const model_runs *runs, const model_checked *checked)
{
    const dh_verdict *verdict = &checked->verdict;
    if (!checked->judged || !verdict->explained || !verdict->decided)
        return TRACE_WAY_NONE;
    check_loss loss;
    if (!verdict->says && check_loss_find(&runs->problem, verdict->factor, &loss) && loss.option)
        return TRACE_WAY_LOSS;
    if (!verdict->says && verdict->factor != 1.0)
        return TRACE_WAY_RATE;
    if (!verdict->says)
        return verdict->start == DH_START_OTHER || verdict->start == DH_START_EARLY
                   ? TRACE_WAY_START
                   : TRACE_WAY_NONE;
    if (!dh_recipe_same_but_rate(&verdict->recipe, &runs->scene.run[0].recipe))
        return verdict->as_here ? TRACE_WAY_RECIPE : TRACE_WAY_NONE;
    if (check_standardizes(&runs->problem, verdict))
        return TRACE_WAY_STANDARDIZE;
    return can_show_mistake(&runs->scene, verdict) ? TRACE_WAY_MISTAKE : TRACE_WAY_NONE;
}

static void tell_recipe(const dh_recipe *now, const dh_verdict *verdict, trace_way *way)
{
    const dh_optimizer *optimizer = dh_optimizer_at(verdict->recipe.optimizer);
    if (dh_recipe_same_optimizer(now, &verdict->recipe) && verdict->recipe.batch > 0)
        snprintf(way->words, sizeof way->words, "show with batch %zu", verdict->recipe.batch);
    else
        snprintf(way->words, sizeof way->words, "show with %s", optimizer->label);
}

static void tell_rate(double rate, trace_way *way)
{
    char number[NUMBER_BYTES];
    number_shortest(number_rounded(rate, 6), number);
    snprintf(way->words, sizeof way->words, "show with rate %s", number);
}

trace_way trace_way_of(const model_session *session)
{
    static const char *const words[] = {[TRACE_WAY_NONE] = "",
                                        [TRACE_WAY_STANDARDIZE] = "show on standardized x",
                                        [TRACE_WAY_START] = "start where it does",
                                        [TRACE_WAY_MISTAKE] = "show this mistake"};
    const model_runs *runs = session_runs(session);
    const model_checked *checked = session_checked(session);
    const dh_verdict *verdict = &checked->verdict;
    trace_way way = {.kind = kind_of(runs, checked)};
    check_loss loss;
    if (way.kind == TRACE_WAY_LOSS && check_loss_find(&runs->problem, verdict->factor, &loss))
        snprintf(way.words, sizeof way.words, "show with %s", loss.short_words);
    else if (way.kind == TRACE_WAY_RATE)
        tell_rate(verdict->rate, &way);
    else if (way.kind == TRACE_WAY_RECIPE)
        tell_recipe(&runs->scene.run[0].recipe, verdict, &way);
    else
        snprintf(way.words, sizeof way.words, "%s", words[way.kind]);
    return way;
}

/* Takes the kind's own part of the way into the scene. */
static void take(model_scene *next, const dh_problem *problem, trace_way_kind kind,
                 const dh_verdict *verdict)
{
    check_loss loss;
    if (kind == TRACE_WAY_LOSS && check_loss_find(problem, verdict->factor, &loss))
        next->problem.loss = loss.kind;
    if (kind == TRACE_WAY_STANDARDIZE)
        next->problem.standardize = true;
    if (kind == TRACE_WAY_RECIPE) {
        const dh_schedule rate = next->run[0].recipe.rate;
        next->run[0].recipe = verdict->recipe;
        next->run[0].recipe.rate = rate;
    }
    if (verdict->start == DH_START_OTHER || verdict->start == DH_START_EARLY)
        next->init = dh_trace_row(&scene_trace(next)->rows, 0);
}

void trace_way_go(model_session *session)
{
    const model_runs *runs = session_runs(session);
    const dh_verdict verdict = session_checked(session)->verdict;
    const trace_way_kind kind = kind_of(runs, session_checked(session));
    model_scene next = runs->scene;
    model_view view = *session_view(session);
    dh_schedule made = {.later = NULL};
    dh_error error = {.text = ""};
    if (kind == TRACE_WAY_NONE)
        return;
    take(&next, &runs->problem, kind, &verdict);
    if (kind != TRACE_WAY_LOSS && verdict.factor != 1.0) {
        if (!dh_schedule_scale(&next.run[0].recipe.rate, verdict.rate, &made, &error)) {
            session_refuse(session, &error);
            return;
        }
        next.run[0].recipe.rate = made;
    }
    if (kind == TRACE_WAY_MISTAKE)
        scene_add_mistake(&next, verdict.mistake);
    session_change(session, &next);
    dh_schedule_drop(&made);
    view.zoom.on &= kind != TRACE_WAY_STANDARDIZE;
    session_set_view(session, &view);
}
