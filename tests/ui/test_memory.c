/* What happens when memory runs out: the linker sends every malloc of ours through this file. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdlib.h>
#include <string.h>

static int allowed = -1; /* allocations until they fail; negative: no end */

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *__wrap_malloc(size_t size)
{
    if (allowed == 0)
        return NULL;
    allowed -= allowed > 0;
    return __real_malloc(size);
}

/* What must hold of a session that could not make a change: it is as it was. */
static void check_unchanged(ui_harness *h, const model_scene *before, size_t step, double loss)
{
    model_session *session = &h->app.session;
    assert_true(scene_equal(&session->scene, before));
    assert_true(session->error.text[0] != '\0');
    assert_int_equal(session->data.n, before->config.data.points);
    for (int i = 0; i < scene_runs(before); i++)
        assert_true(dh_recipe_equal(&session->run[i].recipe, scene_recipe(before, i)));
    while (session_busy(session))
        harness_wait(h, 1);
    assert_int_equal(session->playhead, step);
    assert_true(session->playhead < session_known(session));
    assert_exactly(session->run[0].row[session->run[0].known - 1].loss, loss);
}

/* Every way in which a change can run out of memory, from the first allocation on. */
static void check_change(const char *line, const model_scene *wanted)
{
    static model_scene before;
    for (int after = 0;; after++) {
        ui_harness h;
        harness_start(&h, line);
        model_session *session = &h.app.session;
        while (session_busy(session))
            harness_wait(&h, 1);
        scene_copy(&before, &session->scene);
        const size_t step = session->playhead;
        const double loss = session->run[0].row[session->run[0].known - 1].loss;
        allowed = after;
        session_change(session, wanted);
        allowed = -1;
        const bool changed = scene_equal(&session->scene, wanted);
        if (!changed)
            check_unchanged(&h, &before, step, loss);
        harness_end(&h);
        if (changed) {
            assert_true(after > 0); /* it takes memory, and has failed without it */
            return;
        }
    }
}

static void a_change_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    static model_scene wanted;
    wanted = (model_scene){.config = dh_config_default()};
    wanted.config.data.points = 5000;
    wanted.config.steps = 20000;
    wanted.config.recipe.batch = 100;
    dh_recipe adam = wanted.config.recipe;
    dh_recipe_set_optimizer(&adam, dh_optimizer_find("adam"));
    assert_true(scene_keep(&wanted, &adam, ""));
    assert_true(scene_keep(&wanted, &adam, ""));
    check_change("--at 60 --vs lr=0.3", &wanted);
}

static void keeping_without_memory_keeps_the_place(void **state)
{
    (void)state;
    static model_scene wanted;
    wanted = (model_scene){.config = dh_config_default()};
    wanted.config.steps = 50000;
    assert_true(scene_keep(&wanted, &wanted.config.recipe, ""));
    check_change("--steps 50000 --at 30000", &wanted);
}

/* A removed run is brought back while there is no memory; then the rest is as it was. */
static void undoing_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --steps 100000 --vs 'optimizer=momentum lr=0.01' --vs "
                      "'optimizer=adam lr=0.1'");
    harness_click_on(&h, "run 2/remove");
    allowed = 0;
    session_undo(&h.app.session);
    allowed = -1;
    assert_int_equal(scene_runs(&h.app.session.scene), 2);
    assert_non_null(strstr(h.app.session.error.text, "not enough memory"));
    while (session_busy(&h.app.session))
        harness_wait(&h, 1);
    assert_int_equal(h.app.session.playhead, 20);
    assert_int_equal(h.app.session.run[1].known, 100001);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(keeping_without_memory_keeps_the_place),
        cmocka_unit_test(undoing_without_memory_leaves_everything_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
