#include "model/session.h"

#include "model/player.h"

#include <stdlib.h>
#include <string.h>

static bool draw_data(model_session *session, const dh_data_def *def, dh_error *error)
{
    if (!dh_data_draw(&session->data, def, error))
        return false;
    session->quadratic = dh_quadratic_of(session->data.x, session->data.y, session->data.n);
    session->data_version++;
    return true;
}

static bool start_run(model_session *session, const model_scene *scene, int run, dh_error *error)
{
    dh_config config = {
        .data = scene->config.data, .init = scene->config.init, .steps = scene->config.steps};
    dh_recipe_copy(&config.recipe, scene_recipe(scene, run));
    return dh_run_start(&session->run[run], &config, &session->data, &session->quadratic, error);
}

/* Where the runs of a scene come from. */
typedef struct arrangement {
    int from[SCENE_RUNS]; /* the place that the run in each place had before */
    bool has[SCENE_RUNS]; /* it is the one that the scene wants there */
} arrangement;

/* Nothing is moved. */
static arrangement as_they_are(void)
{
    arrangement same = {.has = {false}};
    for (int i = 0; i < SCENE_RUNS; i++)
        same.from[i] = i;
    return same;
}

/* Which of the runs that the session has another scene of the same data and start can take over, so
 * that they are not computed again. Of the other places each keeps the run it had, if no other has
 * it now. */
static arrangement arrangement_for(const model_session *session, const model_scene *scene)
{
    arrangement found = {.has = {false}};
    bool taken[SCENE_RUNS] = {false};
    for (int i = 0; i < scene_runs(scene); i++)
        for (int j = 0; j < scene_runs(&session->scene) && !found.has[i]; j++)
            if (!taken[j] && dh_recipe_equal(scene_recipe(scene, i), &session->run[j].recipe)) {
                found.from[i] = j;
                found.has[i] = taken[j] = true;
            }
    for (int i = 0; i < SCENE_RUNS; i++) {
        int j = i;
        while (!found.has[i] && taken[j])
            j = (j + 1) % SCENE_RUNS;
        if (!found.has[i])
            found.from[i] = j;
        taken[found.from[i]] = true;
    }
    return found;
}

/* Moves the runs to their places, or back to those they had. */
static void arrange(model_session *session, const arrangement *at, bool back)
{
    dh_run old[SCENE_RUNS];
    memcpy(old, session->run, sizeof old);
    for (int i = 0; i < SCENE_RUNS; i++) {
        const int from = at->from[i];
        session->run[back ? from : i] = old[back ? i : from];
    }
}

/* Starts the runs of a scene over the data that are there: those that are not in their places
 * already, and of one that differs in the learning rate alone only what comes after the
 * difference. */
static bool start_runs(model_session *session, const model_scene *scene, const arrangement *at,
                       dh_error *error)
{
    const bool same = scene_same_problem(scene, &session->scene);
    for (int i = 0; i < scene_runs(scene); i++) {
        dh_run *run = &session->run[i];
        const dh_recipe *recipe = scene_recipe(scene, i);
        const bool is_present = same && at->from[i] < scene_runs(&session->scene);
        if (at->has[i])
            continue;
        if (is_present && run->row && dh_recipe_same_but_rate(recipe, &run->recipe))
            dh_run_reschedule(run, &recipe->rate);
        else if (!start_run(session, scene, i, error))
            return false;
    }
    return true;
}

/* Whether the current run of another scene may be shown from where it is now: it is a run that is
 * shown already, or only what its learning rate changes to on the way is different. */
static bool keeps_place(const model_session *session, const model_scene *scene)
{
    const dh_recipe *recipe = &scene->config.recipe, *now = &session->scene.config.recipe;
    if (!scene_same_problem(scene, &session->scene))
        return false;
    for (int i = 0; i < scene_runs(&session->scene); i++)
        if (dh_recipe_equal(recipe, scene_recipe(&session->scene, i)))
            return true;
    return dh_recipe_same_but_rate(recipe, now) && recipe->rate.first == now->rate.first;
}

/* Starts the runs of the present scene again, each in its own place: there is room for them there.
 */
static void restore(model_session *session, const arrangement *at, bool draws)
{
    arrange(session, at, true);
    if (draws)
        draw_data(session, &session->scene.config.data, NULL);
    for (int i = 0; i < scene_runs(&session->scene); i++)
        start_run(session, &session->scene, i, NULL);
}

/* Draws the scene's data if they are to be drawn and starts its runs. Fails leaving the data and
 * runs of the present scene. */
static bool take_scene(model_session *session, const model_scene *scene, dh_error *error)
{
    const bool first = session->data.n == 0;
    const bool draws = first || !scene_same_data(scene, &session->scene);
    const bool same = !first && scene_same_problem(scene, &session->scene);
    const arrangement at = same ? arrangement_for(session, scene) : as_they_are();
    if (draws && !draw_data(session, &scene->config.data, error))
        return false;
    arrange(session, &at, false);
    if (start_runs(session, scene, &at, error))
        return true;
    if (!first)
        restore(session, &at, draws);
    return false;
}

static bool adopt(model_session *session, const model_scene *scene, dh_error *error)
{
    const bool first = session->data.n == 0;
    const bool keeps = !first && keeps_place(session, scene);
    const size_t place = session_place(session);
    const bool taken = take_scene(session, scene, error);
    if (!taken && first)
        return false;
    if (taken)
        scene_copy(&session->scene, scene);
    session->run_version += taken && !keeps;
    session->scene_version++;
    session->seeking = false;
    session_advance(session, PLAYER_SLICE);
    player_seek(session, keeps || !taken ? place : 0);
    return taken;
}

bool session_init(model_session *session, const model_scene *scene, uint32_t interval_ms,
                  dh_error *error)
{
    const uint32_t sixty_hertz_ms = 16;
    session->view = view_default();
    session->interval_ms = interval_ms;
    session->frame_ms = sixty_hertz_ms;
    session->history = calloc(SESSION_HISTORY, sizeof *session->history);
    if (!session->history)
        return dh_fail(error, "not enough memory for what can be undone");
    if (!adopt(session, scene, error))
        return false;
    scene_copy(&session->history[0], &session->scene);
    return true;
}

void session_free(model_session *session)
{
    dh_data_free(&session->data);
    for (int i = 0; i < SCENE_RUNS; i++)
        dh_run_free(&session->run[i]);
    free(session->history);
    session->history = NULL;
}

/* Notes the present scene as the newest. The changes of one gesture are one, and none when it ends
 * where it began. */
static void remember(model_session *session)
{
    const size_t before = (session->history_at + SESSION_HISTORY - 1) % SESSION_HISTORY;
    session->redo_count = 0;
    if (session->gesture && session->undo_count > 0 &&
        scene_equal(&session->history[before], &session->scene)) {
        session->history_at = before;
        session->undo_count--;
        session->gesture = false;
        return;
    }
    if (!session->gesture) {
        session->history_at = (session->history_at + 1) % SESSION_HISTORY;
        if (session->undo_count < SESSION_HISTORY - 1)
            session->undo_count++;
    }
    scene_copy(&session->history[session->history_at], &session->scene);
    session->gesture = true;
}

/* Takes another scene and notes it. Returns whether it did. */
static bool change(model_session *session, const model_scene *scene)
{
    session->error.text[0] = '\0';
    if (scene_equal(scene, &session->scene) || !adopt(session, scene, &session->error))
        return false;
    remember(session);
    return true;
}

static void play_anew(model_session *session)
{
    session->backwards = false;
    player_play(session);
}

void session_change(model_session *session, const model_scene *scene)
{
    const uint64_t before = session->run_version;
    if (change(session, scene) && session->run_version != before)
        play_anew(session);
}

void session_configure(model_session *session, const dh_config *config)
{
    model_scene next;
    scene_copy(&next, &session->scene);
    next.config = *config;
    session_change(session, &next);
}

void session_reschedule(model_session *session, const dh_schedule *schedule)
{
    dh_config config = session->scene.config;
    config.recipe.rate = *schedule;
    session_configure(session, &config);
}

size_t session_place(const model_session *session)
{
    return session->seeking ? session->sought : session->playhead;
}

/* The step from which on the controls change the learning rate. */
static size_t changed_from(const model_session *session)
{
    const dh_run *run = &session->run[0];
    const size_t last = dh_run_complete(run) ? run->known - 1 : run->steps;
    const size_t place = session_place(session);
    if (!session->view.from_here)
        return 0;
    return place < last ? place : last;
}

dh_config session_controls(const model_session *session)
{
    dh_config config = session->scene.config;
    config.recipe.rate.first = dh_rate_at(&config.recipe.rate, changed_from(session));
    return config;
}

void session_control(model_session *session, const dh_config *config)
{
    const size_t from = changed_from(session);
    const double rate = config->recipe.rate.first;
    dh_config next = *config;
    next.recipe.rate = session->scene.config.recipe.rate;
    if (from == 0) {
        next.recipe.rate.first = rate;
        session_configure(session, &next);
    } else if (rate == dh_rate_at(&next.recipe.rate, from)) {
        session_configure(session, &next);
    } else if (from >= next.steps ||
               (session->run[0].diverged && from + 1 >= session->run[0].known)) {
        dh_fail(&session->error, "step %zu is the last: nothing comes after it", from);
    } else if (dh_rate_set_from(&next.recipe.rate, from, rate)) {
        session_reschedule(session, &next.recipe.rate);
    } else {
        dh_fail(&session->error, "the learning rate can change %d times at most",
                DH_RATE_CHANGES_MAX);
    }
}

static void travel(model_session *session, size_t *from, size_t *to, size_t step)
{
    const size_t at = (session->history_at + step) % SESSION_HISTORY;
    const uint64_t before = session->run_version;
    session->error.text[0] = '\0';
    session->gesture = false;
    if (*from == 0 || !adopt(session, &session->history[at], &session->error))
        return;
    session->history_at = at;
    --*from;
    ++*to;
    if (session->run_version != before)
        play_anew(session);
}

void session_undo(model_session *session)
{
    travel(session, &session->undo_count, &session->redo_count, SESSION_HISTORY - 1);
}

void session_redo(model_session *session)
{
    travel(session, &session->redo_count, &session->undo_count, 1);
}

/* What an update costs, in units of about 30 ns. */
static size_t cost_of_update(const dh_run *run)
{
    const size_t points_a_unit = 8;
    const int terms = dh_optimizer_at(run->recipe.optimizer)->terms;
    const size_t points = run->recipe.batch > 0 ? dh_recipe_batch(&run->recipe, run->data->n) : 0;
    return 1 + (size_t)terms + points / points_a_unit;
}

/* Whether there is something to compute of the runs that are hidden, or that are not. */
static int growing_runs(const model_session *session, bool hidden)
{
    int count = 0;
    for (int i = 0; i < scene_runs(&session->scene); i++)
        count += scene_hidden(&session->scene, i) == hidden && !dh_run_complete(&session->run[i]);
    return count;
}

/* What is hidden waits for what is not. Where an update costs more than a run's share, only the run
 * that is least known makes one. */
void session_advance(model_session *session, size_t work)
{
    const bool hidden = session_complete(session);
    const int growing = growing_runs(session, hidden);
    dh_run *least = NULL;
    bool advanced = false;
    for (int i = 0; i < scene_runs(&session->scene); i++) {
        dh_run *run = &session->run[i];
        if (scene_hidden(&session->scene, i) != hidden || dh_run_complete(run))
            continue;
        const size_t updates = work / (size_t)growing / cost_of_update(run);
        dh_run_advance(run, updates);
        advanced |= updates > 0;
        if (!least || run->known < least->known)
            least = run;
    }
    if (!advanced && least)
        dh_run_advance(least, 1);
}

size_t session_known(const model_session *session)
{
    size_t longest = 0, sure = DH_NEVER;
    for (int i = 0; i < scene_runs(&session->scene); i++) {
        const dh_run *run = &session->run[i];
        if (scene_hidden(&session->scene, i))
            continue;
        if (!dh_run_complete(run) && run->known < sure)
            sure = run->known;
        if (run->known > longest)
            longest = run->known;
    }
    return sure < longest ? sure : longest;
}

bool session_complete(const model_session *session)
{
    return growing_runs(session, false) == 0;
}

bool session_busy(const model_session *session)
{
    return growing_runs(session, false) + growing_runs(session, true) > 0;
}

size_t session_last(model_session *session)
{
    while (session_busy(session))
        session_advance(session, SIZE_MAX);
    return session_known(session) - 1;
}

bool session_has_batches(const model_session *session)
{
    return dh_run_has_batches(&session->run[0]);
}

bool session_rates(const model_session *session, int run, dh_rates *rates)
{
    const dh_recipe *recipe = scene_recipe(&session->scene, run);
    return dh_recipe_batch(recipe, session->data.n) == session->data.n &&
           dh_rates_of(dh_optimizer_at(recipe->optimizer), recipe->value, &session->quadratic,
                       rates);
}

size_t session_step(const model_session *session, int run)
{
    const size_t last = session->run[run].known - 1;
    return session->playhead < last ? session->playhead : last;
}

dh_step session_now(const model_session *session)
{
    return session->run[0].row[session_step(session, 0)];
}

/* A large mini-batch is gone through once, however often what comes of it is asked for. */
const dh_update *session_update(model_session *session)
{
    const size_t step = session_step(session, 0);
    if (session->update_of_scene != session->scene_version || session->update_of_step != step)
        session->update = dh_run_update(&session->run[0], step);
    session->update_of_scene = session->scene_version;
    session->update_of_step = step;
    return &session->update;
}
