/* What must hold of optimizers, schedules and mini-batches whatever the numbers; PyTorch's numbers
 * are in tests/reference. */
#include "cmocka_includes.h"
#include "run_fixture.h"

#include <string.h>

static void assert_same_run(const dh_run *a, const dh_run *b)
{
    assert_int_equal(a->known, b->known);
    assert_memory_equal(a->row, b->row, a->known * sizeof *a->row);
}

static void compare(run_config a, run_config b)
{
    run_fixture first = {0}, second = {0};
    fixture_run(&first, a);
    fixture_run(&second, b);
    assert_same_run(&first.run, &second.run);
    fixture_end(&first);
    fixture_end(&second);
}

/* Whether a rule's setting, if it has one, is one of the optimizer's. */
static bool has_setting(const dh_optimizer *o, const char *symbol)
{
    for (int i = 0; symbol && i < o->settings; i++)
        if (strcmp(o->setting[i].symbol, symbol) == 0)
            return true;
    return !symbol;
}

static void definitions_are_whole(void **state)
{
    (void)state;
    assert_true(dh_optimizer_count() >= 6);
    for (int i = 0; i < dh_optimizer_count(); i++) {
        const dh_optimizer *o = dh_optimizer_at(i);
        assert_int_equal(dh_optimizer_find(o->name), i);
        assert_true(o->settings <= DH_SETTINGS_MAX && o->terms <= DH_TERMS_MAX);
        assert_true(o->kept <= o->terms);
        assert_true(has_setting(o, o->gradient.unless_0) && has_setting(o, o->base.unless_0));
        for (int s = 0; s < o->settings; s++) {
            const dh_setting *setting = &o->setting[s];
            assert_int_equal(dh_setting_find(o, setting->name), s);
            assert_true(dh_setting_allows(setting, setting->preset));
            assert_false(dh_setting_allows(setting, -1.0));
            assert_false(dh_setting_allows(setting, setting->below));
            assert_true(setting->low < setting->high);
            assert_true(setting->scale != DH_LOGARITHMIC || setting->low > 0.0);
        }
    }
    assert_string_equal(dh_optimizer_at(DH_GRADIENT_DESCENT)->name, "gd");
    assert_int_equal(dh_optimizer_find("sgd2"), -1);
}

static void momentum_0_is_gradient_descent_bit_for_bit(void **state)
{
    (void)state;
    for (size_t batch = 0; batch <= 10; batch += 10)
        for (int i = 0; i < 2; i++) {
            run_config config = run_config_with(i ? "nesterov" : "momentum", 0.3, batch);
            config.recipe.value[0] = 0.0;
            compare(config, run_config_with("gd", 0.3, batch));
        }
}

static void set(run_config *config, const char *setting, double value)
{
    const int at = dh_setting_find(dh_optimizer_at(config->recipe.optimizer), setting);
    assert_true(at >= 0);
    config->recipe.value[at] = value;
}

/* The same weights and losses but for rounding. */
static void compare_nearly(run_config a, run_config b)
{
    run_fixture first = {0}, second = {0};
    fixture_run(&first, a);
    fixture_run(&second, b);
    assert_int_equal(first.run.known, second.run.known);
    for (size_t t = 0; t < first.run.known; t++) {
        assert_close(first.run.row[t].weights.slope, second.run.row[t].weights.slope, 1e-9);
        assert_close(first.run.row[t].loss, second.run.row[t].loss, 1e-9);
    }
    fixture_end(&first);
    fixture_end(&second);
}

static void qhm_without_its_average_is_gradient_descent_bit_for_bit(void **state)
{
    (void)state;
    for (size_t batch = 0; batch <= 10; batch += 10) {
        run_config config = run_config_with("qhm", 0.3, batch);
        set(&config, "nu", 0.0);
        compare(config, run_config_with("gd", 0.3, batch));
    }
}

/* PyTorch's SGD with momentum and dampening alike. */
static void qhm_of_its_average_alone_is_damped_momentum(void **state)
{
    (void)state;
    for (size_t batch = 0; batch <= 10; batch += 10) {
        run_config config = run_config_with("qhm", 0.3, batch);
        run_config momentum = run_config_with("momentum", 0.3 * (1.0 - 0.8), batch);
        set(&config, "nu", 1.0);
        set(&config, "beta", 0.8);
        set(&momentum, "momentum", 0.8);
        compare_nearly(config, momentum);
    }
}

static void qhadam_of_its_moments_alone_is_adam_bit_for_bit(void **state)
{
    (void)state;
    for (size_t batch = 0; batch <= 10; batch += 10) {
        run_config config = run_config_with("qhadam", 0.1, batch);
        set(&config, "nu1", 1.0);
        set(&config, "nu2", 1.0);
        set(&config, "beta1", 0.9);
        compare(config, run_config_with("adam", 0.1, batch));
    }
}

static void without_weight_decay_adamw_is_adam_bit_for_bit(void **state)
{
    (void)state;
    run_config config = run_config_with("adamw", 0.1, 10);
    set(&config, "weight-decay", 0.0);
    compare(config, run_config_with("adam", 0.1, 10));
}

static void one_batch_of_all_points_is_the_full_batch(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_fixture full = {0}, batch = {0};
        fixture_run(&full, run_config_with(dh_optimizer_at(i)->name, 0.05, 0));
        fixture_run(&batch, run_config_with(dh_optimizer_at(i)->name, 0.05, 100));
        assert_int_equal(full.run.known, batch.run.known);
        for (size_t t = 0; t < full.run.known; t++) {
            assert_true(batch.run.row[t].weights.slope == full.run.row[t].weights.slope);
            assert_true(batch.run.row[t].loss == full.run.row[t].loss);
        }
        assert_null(batch.run.seen);
        fixture_end(&full);
        fixture_end(&batch);
    }
}

static void a_schedule_of_one_rate_is_no_schedule(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_config config = run_config_with(dh_optimizer_at(i)->name, 0.1, 10);
        run_config scheduled = config;
        const dh_rate_change changes[] = {{7, 0.1}, {50, 0.1}};
        assert_true(dh_schedule_make(&scheduled.recipe.rate, 0.1, changes, 2, NULL));
        compare(config, scheduled);
        dh_schedule_drop(&scheduled.recipe.rate);
    }
}

static void equal_configs_give_equal_runs(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++)
        for (size_t batch = 0; batch < 40; batch += 13)
            compare(run_config_with(dh_optimizer_at(i)->name, 0.1, batch),
                    run_config_with(dh_optimizer_at(i)->name, 0.1, batch));
}

/* Changes a schedule in place. */
static void set_from(dh_schedule *schedule, size_t step, double rate)
{
    const dh_schedule before = *schedule;
    assert_true(dh_schedule_set_from(&before, step, rate, schedule, NULL));
    dh_schedule_drop(&before);
}

/* However little is done at a time, also within a batch and its drawing. */
static void work_in_parts_gives_the_run_computed_at_once(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++)
        for (size_t batch = 0; batch <= 700; batch += 700)
            for (size_t work = 1; work <= 50; work += 49) {
                run_fixture whole = {0}, parts = {0};
                run_config config = run_config_with(dh_optimizer_at(i)->name, 0.05, batch);
                config.problem.source.generated.points = 1000;
                config.steps = 20;
                fixture_run(&whole, config);
                fixture_start(&parts, config);
                int calls = 0;
                for (; !dh_run_settled(&parts.run); calls++)
                    dh_run_spend(&parts.run, work);
                assert_true(calls > (work > 1 ? 0 : batch ? 1000 : 15));
                assert_same_run(&whole.run, &parts.run);
                const dh_update of_whole = dh_run_update(&whole.run, 20);
                assert_exactly(dh_run_update(&parts.run, 20).next.slope, of_whole.next.slope);
                fixture_end(&whole);
                fixture_end(&parts);
            }
}

/* Another schedule in the middle of a batch begins the batch anew. */
static void a_change_within_a_batch_forgets_its_part(void **state)
{
    (void)state;
    run_fixture fresh = {0}, changed = {0};
    run_config config = run_config_with("gd", 0.05, 700);
    config.problem.source.generated.points = 1000;
    config.steps = 20;
    fixture_start(&changed, config);
    while (changed.run.known < 10 || changed.run.sums.points == 0)
        dh_run_spend(&changed.run, 1);
    assert_false(dh_run_update_known(&changed.run, changed.run.known - 1));
    set_from(&config.recipe.rate, 5, 0.01);
    dh_run_reschedule(&changed.run, &config.recipe.rate);
    assert_int_equal(changed.run.known, 6);
    assert_true(dh_run_update_known(&changed.run, 5));
    assert_true(dh_run_advance(&changed.run, 20));
    fixture_run(&fresh, config);
    assert_same_run(&fresh.run, &changed.run);
    dh_schedule_drop(&config.recipe.rate);
    fixture_end(&fresh);
    fixture_end(&changed);
}

static void slices_and_looking_back_change_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_fixture whole = {0}, sliced = {0};
        fixture_run(&whole, run_config_with(dh_optimizer_at(i)->name, 0.05, 32));
        fixture_run(&sliced, run_config_with(dh_optimizer_at(i)->name, 0.05, 32));
        const dh_run_def def = run_def_of(&sliced.config);
        assert_true(dh_run_start(&sliced.run, &def, &sliced.problem, NULL));
        while (!dh_run_advance(&sliced.run, 7))
            dh_run_update(&sliced.run, sliced.run.known / 2);
        assert_same_run(&whole.run, &sliced.run);
        fixture_end(&whole);
        fixture_end(&sliced);
    }
}

static void every_optimizer_stops_cleanly_when_it_diverges(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++)
        for (size_t batch = 0; batch <= 10; batch += 10) {
            run_fixture f = {0};
            run_config config = run_config_with(dh_optimizer_at(i)->name, 1e300, batch);
            fixture_run(&f, config);
            assert_true(f.run.diverged);
            assert_true(f.run.known >= 1 && f.run.known <= config.steps);
            const dh_row last = f.run.row[f.run.known - 1];
            assert_true(isfinite(last.loss) && isfinite(last.weights.slope) &&
                        isfinite(last.weights.intercept));
            const dh_update refused = dh_run_update(&f.run, f.run.known - 1);
            assert_false(isfinite(refused.next.slope) && isfinite(refused.next.intercept) &&
                         isfinite(dh_objective_loss(&f.problem.objective, refused.next)));
            fixture_end(&f);
        }
}

static void an_update_leads_from_its_row_to_the_next(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_fixture f = {0};
        run_config config = run_config_with(dh_optimizer_at(i)->name, 0.05, 10);
        set_from(&config.recipe.rate, 40, 0.01);
        fixture_run(&f, config);
        for (size_t t = 0; t < 100; t += 3) {
            const dh_update u = dh_run_update(&f.run, t);
            assert_exactly(u.rate, t < 40 ? 0.05 : 0.01);
            assert_exactly(u.next.slope, f.run.row[t + 1].weights.slope);
            assert_exactly(u.next.intercept, f.run.row[t + 1].weights.intercept);
            assert_exactly(u.batch_loss, f.run.seen[t].loss);
            assert_exactly(
                u.full.slope,
                dh_objective_at(&f.problem.objective, f.run.row[t].weights).gradient.slope);
        }
        dh_schedule_drop(&config.recipe.rate);
        fixture_end(&f);
    }
}

/* Another schedule gives the run that it would have given from the start, and keeps its past. */
static void a_new_schedule_computes_only_what_differs(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_fixture gone_on = {0}, fresh = {0};
        run_config config = run_config_with(dh_optimizer_at(i)->name, 0.05, 10);
        fixture_run(&gone_on, config);
        set_from(&config.recipe.rate, 60, 0.01);
        dh_run_reschedule(&gone_on.run, &config.recipe.rate);
        assert_int_equal(gone_on.run.known, 61);
        set_from(&config.recipe.rate, 40, 0.02);
        dh_run_reschedule(&gone_on.run, &config.recipe.rate);
        assert_int_equal(gone_on.run.known, 41);
        dh_run_advance(&gone_on.run, 100);
        fixture_run(&fresh, config);
        assert_same_run(&gone_on.run, &fresh.run);
        assert_exactly(gone_on.run.batch_losses.high, fresh.run.batch_losses.high);
        assert_exactly(gone_on.run.loss.low, fresh.run.loss.low);
        assert_true(gone_on.run.near_from == fresh.run.near_from);
        dh_schedule much_too_fast = config.recipe.rate;
        much_too_fast.first = 1e300;
        dh_run_reschedule(&gone_on.run, &much_too_fast);
        assert_true(dh_run_advance(&gone_on.run, 100));
        assert_true(gone_on.run.diverged);
        dh_run_reschedule(&gone_on.run, &config.recipe.rate);
        assert_false(gone_on.run.diverged);
        dh_run_advance(&gone_on.run, 100);
        assert_same_run(&gone_on.run, &fresh.run);
        dh_schedule_drop(&config.recipe.rate);
        fixture_end(&gone_on);
        fixture_end(&fresh);
    }
}

/* A run that has been of other lengths is bit for bit the one that never was. */
static void another_length_computes_only_what_is_new(void **state)
{
    (void)state;
    static const size_t lengths[] = {100, 40, 41, 250, 100, 7};
    for (int i = 0; i < dh_optimizer_count(); i++) {
        run_fixture resized = {0}, fresh = {0};
        run_config config = run_config_with(dh_optimizer_at(i)->name, 0.05, 7);
        config.steps = 60;
        fixture_run(&resized, config);
        size_t known = 61;
        for (size_t j = 0; j < sizeof lengths / sizeof *lengths; j++) {
            config.steps = lengths[j];
            assert_true(dh_run_resize(&resized.run, config.steps, NULL));
            known = known < config.steps + 1 ? known : config.steps + 1;
            assert_int_equal(resized.run.known, known);
            dh_run_advance(&resized.run, config.steps);
            fixture_run(&fresh, config);
            assert_same_run(&resized.run, &fresh.run);
            assert_exactly(resized.run.loss.low, fresh.run.loss.low);
            assert_exactly(resized.run.batch_losses.high, fresh.run.batch_losses.high);
            assert_true(resized.run.near_from == fresh.run.near_from);
            assert_true(resized.run.first_rise == fresh.run.first_rise);
            known = resized.run.known;
        }
        fixture_end(&resized);
        fixture_end(&fresh);
    }
}

static void a_run_cut_before_it_diverges_has_not_diverged(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_run(&f, run_config_with("gd", 1e6, 0));
    const size_t known = f.run.known;
    assert_true(f.run.diverged && known < 101);
    assert_true(dh_run_resize(&f.run, 200, NULL));
    assert_true(f.run.diverged && dh_run_complete(&f.run));
    assert_true(dh_run_resize(&f.run, known - 1, NULL));
    assert_int_equal(f.run.known, known);
    assert_false(f.run.diverged);
    assert_true(dh_run_complete(&f.run));
    assert_true(dh_run_resize(&f.run, 100, NULL));
    assert_false(dh_run_complete(&f.run));
    dh_run_advance(&f.run, 100);
    assert_true(f.run.diverged);
    assert_int_equal(f.run.known, known);
    fixture_end(&f);
}

static void the_first_row_near_the_lowest_loss_is_known(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_run(&f, run_config_with("gd", 0.1, 0));
    const double near = 1.01 * f.problem.objective.quadratic.lowest;
    assert_true(f.run.near_from > 0 && f.run.near_from < 100);
    assert_true(f.run.row[f.run.near_from].loss <= near);
    assert_true(f.run.row[f.run.near_from - 1].loss > near);
    fixture_run(&f, run_config_with("gd", 0.001, 0));
    assert_true(f.run.near_from == DH_NEVER);
    fixture_end(&f);
}

static void the_first_row_above_the_one_before_is_known(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_run(&f, run_config_with("gd", 1.01, 0)); /* it falls before it rises */
    const size_t rise = f.run.first_rise;
    assert_true(rise > 1 && rise < 100);
    for (size_t t = 1; t < rise; t++)
        assert_true(f.run.row[t].loss <= f.run.row[t - 1].loss);
    assert_true(f.run.row[rise].loss > f.run.row[rise - 1].loss);
    fixture_run(&f, run_config_with("gd", 0.1, 0));
    assert_true(f.run.first_rise == DH_NEVER);
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(definitions_are_whole),
        cmocka_unit_test(momentum_0_is_gradient_descent_bit_for_bit),
        cmocka_unit_test(qhm_without_its_average_is_gradient_descent_bit_for_bit),
        cmocka_unit_test(qhm_of_its_average_alone_is_damped_momentum),
        cmocka_unit_test(qhadam_of_its_moments_alone_is_adam_bit_for_bit),
        cmocka_unit_test(without_weight_decay_adamw_is_adam_bit_for_bit),
        cmocka_unit_test(one_batch_of_all_points_is_the_full_batch),
        cmocka_unit_test(a_schedule_of_one_rate_is_no_schedule),
        cmocka_unit_test(equal_configs_give_equal_runs),
        cmocka_unit_test(work_in_parts_gives_the_run_computed_at_once),
        cmocka_unit_test(a_change_within_a_batch_forgets_its_part),
        cmocka_unit_test(slices_and_looking_back_change_nothing),
        cmocka_unit_test(every_optimizer_stops_cleanly_when_it_diverges),
        cmocka_unit_test(an_update_leads_from_its_row_to_the_next),
        cmocka_unit_test(a_new_schedule_computes_only_what_differs),
        cmocka_unit_test(another_length_computes_only_what_is_new),
        cmocka_unit_test(a_run_cut_before_it_diverges_has_not_diverged),
        cmocka_unit_test(the_first_row_near_the_lowest_loss_is_known),
        cmocka_unit_test(the_first_row_above_the_one_before_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
