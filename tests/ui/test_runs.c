/* Runs side by side: keeping, the legend, the race. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "text/number_text.h"

#include <stdio.h>
#include <string.h>

/* How many strokes of a run's look are in the pictures. */
static int strokes_of(ui_harness *h, int look)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const plot_look shown = h->app.style.look[look];
    int count = 0;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        count += s->kind == UI_SHAPE_POLYLINE && s->dash > 0.0 &&
                 memcmp(&s->color, &shown.color, sizeof shown.color) == 0;
    }
    return count;
}

static void keeping_a_run_leaves_it_as_it_is(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    assert_null(ui_find_control(&h.app.ui, "run 1/name")); /* one run needs no legend */
    harness_key(&h, SDLK_k, 0);
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_int_equal(harness_player(&h)->playhead, 12); /* nothing has begun again */
    assert_non_null(ui_find_control(&h.app.ui, "run 2/name"));
    const double kept = harness_runs(&h)->run[1].row[100].loss;
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_o, 0);
    assert_exactly(harness_runs(&h)->run[1].row[100].loss, kept);
    assert_true(harness_runs(&h)->run[0].row[100].loss != kept);
    harness_key(&h, SDLK_END, 0);
    assert_int_equal(strokes_of(&h, 1), 4); /* in the legend, the line, the path, the curve */
    harness_end(&h);
}

static void the_start_and_the_data_are_all_runs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--vs optimizer=adam --vs lr=0.4");
    const ui_point slope = harness_center(&h, "Start slope a₀/slider");
    harness_click(&h, slope.x + 40.0, slope.y);
    const double start = harness_scene(&h)->init.slope;
    assert_true(start != -1.0);
    for (int i = 0; i < 3; i++)
        assert_exactly(harness_runs(&h)->run[i].row[0].weights.slope, start);
    const double best = harness_runs(&h)->run[2].problem->objective.minimum.at.slope;
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_n, 0);
    for (int i = 0; i < 3; i++)
        assert_true(harness_runs(&h)->run[i].problem->objective.minimum.at.slope != best);
    assert_exactly(harness_runs(&h)->run[2].row[0].loss,
                   dh_objective_loss(harness_objective(&h), harness_scene(&h)->init));
    harness_end(&h);
}

static void no_more_than_eight_runs_are_kept(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    for (int i = 0; i < 7; i++)
        harness_key(&h, SDLK_k, 0);
    assert_int_equal(harness_scene(&h)->count, 8);
    assert_true(harness_error(&h)[0] == '\0');
    harness_key(&h, SDLK_k, 0);
    assert_int_equal(harness_scene(&h)->count, 8);
    assert_true(harness_shows(&h, "8 runs are shown already: remove one to keep another"));
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < i; j++)
            assert_int_not_equal(harness_scene(&h)->run[i].look, harness_scene(&h)->run[j].look);
    harness_end(&h);
}

static void the_legend_tells_where_every_run_stands(void **state)
{
    (void)state;
    ui_harness h;
    char text[48];
    harness_start(&h, "--at 12 --vs 'optimizer=adam lr=0.3' --vs lr=0.5 --vs lr=1e-6");
    assert_true(harness_shows(&h, "Adam"));
    assert_true(harness_shows(&h, "lr 0.3"));
    for (int i = 0; i < 4; i++)
        assert_true(harness_shows(&h, text_fixed(harness_runs(&h)->run[i].row[12].loss, 4).text));
    snprintf(text, sizeof text, "%zu", harness_runs(&h)->run[2].near_from);
    assert_true(harness_shows(&h, text));
    assert_true(harness_shows(&h, "–")); /* the last does not come near in its 100 steps */
    harness_end(&h);
}

static void a_run_is_hidden_and_shown_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs optimizer=adam");
    assert_true(strokes_of(&h, 1) > 3);
    harness_click_on(&h, "run 2/hide");
    assert_int_equal(strokes_of(&h, 1), 0);
    assert_true(harness_shows(&h, "Adam"));
    harness_click_on(&h, "run 2/hide");
    assert_true(strokes_of(&h, 1) > 3);
    harness_end(&h);
}

static void a_kept_run_is_made_current_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs 'optimizer=adam lr=0.3'");
    const double adams = harness_runs(&h)->run[1].row[100].loss;
    const double gds = harness_runs(&h)->run[0].row[100].loss;
    harness_click_on(&h, "run 2/use");
    assert_string_equal(scene_title(harness_scene(&h), 0), "Adam");
    assert_string_equal(scene_title(harness_scene(&h), 1), "Gradient descent");
    assert_exactly(harness_runs(&h)->run[0].row[100].loss, adams);
    assert_exactly(harness_runs(&h)->run[1].row[100].loss, gds);
    assert_true(harness_shows(&h, "0.3000")); /* and the controls are its own */
    harness_end(&h);
}

static void a_run_is_removed_and_brought_back(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs optimizer=adam --vs lr=0.5");
    harness_click_on(&h, "run 2/remove");
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_exactly(harness_scene(&h)->run[1].recipe.rate.first, 0.5);
    assert_int_equal(harness_scene(&h)->run[1].look, 2); /* it keeps its color */
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(harness_scene(&h)->count, 3);
    assert_string_equal(scene_title(harness_scene(&h), 1), "Adam");
    harness_click_on(&h, "run 1/remove"); /* the current one: the next takes its place */
    assert_string_equal(scene_title(harness_scene(&h), 0), "Adam");
    harness_click_on(&h, "run 2/remove");
    assert_null(ui_find_control(&h.app.ui, "run 1/remove")); /* the last one stays */
    harness_end(&h);
}

static void rename_run(ui_harness *h, const char *field, const char *name)
{
    harness_click_on(h, field);
    harness_key(h, SDLK_a, KMOD_LCTRL);
    harness_key(h, SDLK_DELETE, 0);
    harness_type(h, name);
    harness_key(h, SDLK_RETURN, 0);
}

static void a_run_is_renamed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs optimizer=adam");
    rename_run(&h, "run 2/name", "the winner");
    assert_true(harness_shows(&h, "the winner"));
    assert_true(harness_shows(&h, "adam, lr 0.1")); /* the name no longer tells the optimizer */
    rename_run(&h, "run 1/name", "me");
    assert_true(harness_shows(&h, "me"));
    harness_click_on(&h, "run 2/name");
    for (int i = 0; i < 40; i++) /* more than there is room for, which is 63 bytes */
        harness_type(&h, "ü");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(strlen(scene_title(harness_scene(&h), 1)), 62); /* and no half of a letter */
    rename_run(&h, "run 2/name", "");
    assert_true(harness_shows(&h, "Adam")); /* without a name it has its optimizer's */
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_end(&h);
}

/* How many optimizers race: as many as there is room for. */
static int raced(void)
{
    return dh_optimizer_count() < SCENE_RUNS ? dh_optimizer_count() : SCENE_RUNS;
}

static void a_race_has_every_optimizer_at_a_rate_that_suits_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e-5 --vs lr=0.7");
    harness_key(&h, SDLK_a, 0);
    assert_int_equal(harness_scene(&h)->count, raced());
    bool seen[16] = {false};
    for (int i = 0; i < raced(); i++) {
        const dh_run *run = &harness_runs(&h)->run[i];
        seen[run->recipe.optimizer] = true;
        assert_true(run->row[100].loss < run->row[0].loss);
        assert_exactly(run->loss.high, run->row[0].loss); /* none rises above its start */
    }
    for (int i = 0; i < raced(); i++)
        assert_true(seen[i]);
    assert_true(harness_player(&h)->playing);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 1e-5);
    harness_click_on(&h, "Race all");
    assert_int_equal(harness_scene(&h)->count, raced());
    harness_end(&h);
}

static void the_current_optimizer_is_in_the_race_wherever_it_stands(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        ui_harness h;
        char line[64];
        snprintf(line, sizeof line, "--at 3 --optimizer %s", dh_optimizer_at(i)->name);
        harness_start(&h, line);
        harness_key(&h, SDLK_a, 0);
        assert_int_equal(harness_scene(&h)->count, raced());
        assert_int_equal(harness_runs(&h)->run[0].recipe.optimizer, i);
        for (int other = 1; other < raced(); other++) /* the others are the first of the list */
            assert_int_equal(harness_runs(&h)->run[other].recipe.optimizer, other - (other <= i));
        harness_end(&h);
    }
}

static void one_playhead_goes_on_to_the_end_of_the_longest_run(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e9 --vs lr=0.1");
    assert_true(harness_runs(&h)->run[0].diverged);
    harness_key(&h, SDLK_END, 0);
    assert_int_equal(harness_player(&h)->playhead, 100);
    assert_int_equal(session_step(h.app.session, 0), harness_runs(&h)->run[0].known - 1);
    assert_int_equal(session_step(h.app.session, 1), 100);
    assert_true(harness_shows(&h, "diverged"));
    harness_click_on(&h, "run 2/hide"); /* what is hidden does not count */
    assert_int_equal(harness_player(&h)->playhead, harness_runs(&h)->run[0].known - 1);
    harness_end(&h);
}

static void a_change_of_one_run_computes_no_other(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 100000 --vs 'optimizer=adam batch=10' --vs 'lr=0.01 batch=7'");
    while (!runs_complete(harness_runs(&h)))
        harness_wait(&h, 1);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_true(dh_run_complete(&harness_runs(&h)->run[1]));
    assert_true(dh_run_complete(&harness_runs(&h)->run[2]));
    harness_end(&h);
}

static void a_hidden_run_holds_nothing_up(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 3000 --vs 'batch=50000 hidden' --points 100000");
    harness_key(&h, SDLK_END, 0);
    assert_int_equal(harness_player(&h)->playhead, 3000);
    assert_true(runs_complete(harness_runs(&h)));
    assert_true(runs_busy(harness_runs(&h))); /* it is still being computed */
    const size_t known = harness_runs(&h)->run[1].known;
    harness_wait(&h, 2);
    assert_true(harness_runs(&h)->run[1].known > known);
    harness_end(&h);
}

static void compute_all(ui_harness *h)
{
    while (runs_busy(harness_runs(h)))
        harness_wait(h, 1);
}

/* Runs that are there already are brought to their places and not computed again. */
static void removing_using_and_keeping_leave_the_place(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 300000 --vs optimizer=adam --vs 'optimizer=nesterov batch=10' "
                      "--at 200000");
    compute_all(&h);
    assert_int_equal(harness_player(&h)->playhead, 200000);
    const dh_row *adams = harness_runs(&h)->run[1].row, *nesterovs = harness_runs(&h)->run[2].row;
    harness_click_on(&h, "run 3/use");
    assert_ptr_equal(harness_runs(&h)->run[0].row, nesterovs);
    assert_int_equal(harness_player(&h)->playhead, 200000);
    harness_click_on(&h, "run 3/remove");
    harness_click_on(&h, "run 2/use");
    assert_ptr_equal(harness_runs(&h)->run[0].row, adams);
    assert_ptr_equal(harness_runs(&h)->run[1].row, nesterovs);
    assert_true(runs_complete(harness_runs(&h)));
    assert_int_equal(harness_player(&h)->playhead, 200000);
    harness_key(&h, SDLK_k, 0);
    harness_key(&h, SDLK_k, 0); /* while the first is still being computed */
    assert_int_equal(player_place(harness_player(&h)), 200000);
    compute_all(&h);
    assert_int_equal(harness_player(&h)->playhead, 200000);
    harness_end(&h);
}

static void assert_fresh(ui_harness *h)
{
    for (int i = 0; i < harness_scene(h)->count; i++) {
        dh_run fresh = {0};
        const dh_run_def def = scene_run_def(harness_scene(h), i);
        assert_true(dh_run_start(&fresh, &def, &harness_runs(h)->problem, NULL));
        dh_run_advance(&fresh, def.steps);
        assert_int_equal(fresh.known, harness_runs(h)->run[i].known);
        assert_memory_equal(fresh.row, harness_runs(h)->run[i].row,
                            fresh.known * sizeof *fresh.row);
        dh_run_free(&fresh);
    }
}

/* A removed run leaves its rows behind: they are of the start and the data of then. */
static void what_is_brought_back_is_computed_for_the_present_start(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --lr 0.1 --vs lr=0.2 --vs lr=0.3 --vs lr=0.4 --batch 10");
    harness_click_on(&h, "run 4/remove");
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_click(&h, area.x + 0.8 * area.w, area.y + 0.2 * area.h);
    assert_true(harness_scene(&h)->init.slope != -1.0);
    assert_fresh(&h);
    harness_click_on(&h, "run 1/remove");
    assert_fresh(&h);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_fresh(&h);
    harness_key(&h, SDLK_n, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(harness_scene(&h)->count, 4);
    assert_fresh(&h);
    harness_end(&h);
}

static void a_run_that_diverges_does_not_flatten_the_others(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50 --vs lr=1e6");
    const dh_run *run = &harness_runs(&h)->run[0];
    assert_true(h.app.pictures.frames.loss.y.high <= 20.0 * run->row[0].loss);
    assert_true(h.app.pictures.frames.loss.y.low >= 0.1 * run->problem->objective.minimum.loss);
    harness_end(&h);
}

static void the_pictures_hold_what_kept_runs_do(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.01 --at 100 --vs 'optimizer=momentum lr=0.05'");
    const plot_frame weights = h.app.pictures.frames.weights;
    double farthest = 0.0;
    for (size_t t = 0; t < 100; t++)
        farthest = fmax(farthest, harness_runs(&h)->run[1].row[t].weights.slope);
    assert_true(weights.x.high > farthest);
    assert_true(farthest > harness_objective(&h)->minimum.at.slope + 1.0);
    harness_end(&h);
    harness_start(&h, "--at 50 --lr 0.9 --vs lr=1.008"); /* it rises, the current one does not */
    assert_true(h.app.pictures.frames.loss.y.high > harness_runs(&h)->run[1].loss.high);
    harness_end(&h);
}

static void a_race_of_small_batches_has_no_rate_that_diverges(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--batch 1 --at 30");
    harness_key(&h, SDLK_a, 0);
    for (int i = 0; i < raced(); i++) {
        const dh_run *run = &harness_runs(&h)->run[i];
        assert_false(run->diverged);
        assert_int_equal(run->recipe.batch, 1);
        assert_true(run->row[100].loss < 0.1 * run->row[0].loss);
    }
    assert_true(harness_player(&h)->playing);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_end(&h);
}

/* The step from which on a run stays within 1 % of the lowest loss. */
static size_t settled(const dh_run *run)
{
    size_t step = run->known;
    while (step > 0 && run->row[step - 1].loss <= 1.01 * run->problem->objective.minimum.loss)
        step--;
    return step;
}

static void no_round_rate_settles_sooner_than_the_races(void **state)
{
    (void)state;
    static const double rates[] = {0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0};
    ui_harness h;
    harness_start(&h, "--steps 200 --at 0");
    harness_key(&h, SDLK_a, 0);
    for (int i = 0; i < raced(); i++) {
        const dh_run *winner = &harness_runs(&h)->run[i];
        assert_true(i > 0 || settled(winner) <= 200);
        for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
            dh_run run = {0};
            dh_run_def def = scene_run_def(harness_scene(&h), i);
            def.recipe.rate.first = rates[r];
            assert_true(dh_run_start(&run, &def, &harness_runs(&h)->problem, NULL));
            dh_run_advance(&run, 200);
            if (run.loss.high <= run.row[0].loss)
                assert_true(settled(&run) >= settled(winner));
            dh_run_free(&run);
        }
    }
    harness_end(&h);
}

/* Whichever is controlled: it is drawn the strongest, not in another color. */
static void a_run_keeps_its_color_when_another_is_controlled(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs lr=0.3 --vs optimizer=adam");
    const ui_color first = h.app.style.look[0].color, second = h.app.style.look[1].color;
    assert_int_equal(ui_solid(h.app.style.line), ui_solid(first));
    harness_click_on(&h, "run 2/use");
    assert_exactly(harness_recipe(&h)->rate.first, 0.3);
    assert_int_equal(ui_solid(h.app.style.line), ui_solid(second));
    assert_int_equal(harness_scene(&h)->run[0].look, 1);
    assert_int_equal(harness_scene(&h)->run[1].look, 0);
    const dh_weights now = harness_now(&h).weights;
    const plot_frame frame = harness_data_frame(&h);
    const ui_point on_line = plot_at(&frame, -0.3, now.slope * -0.3 + now.intercept);
    assert_int_equal(harness_pixel(&h, on_line.x, on_line.y), ui_solid(second) & 0xffffff);
    char *line = app_command_line(&h.app);
    assert_non_null(strstr(line, "--color 1"));
    assert_non_null(strstr(line, "--vs lr=0.1"));
    assert_null(strstr(line, "color=")); /* the others have what they would have anyhow */
    free(line);
    harness_click_on(&h, "run 2/use"); /* and back */
    assert_int_equal(ui_solid(h.app.style.line), ui_solid(first));
    harness_end(&h);
}

static void using_a_hidden_run_shows_both(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --vs 'optimizer=adam hidden'");
    harness_click_on(&h, "run 2/use");
    assert_false(harness_scene(&h)->run[1].hidden);
    assert_true(strokes_of(&h, harness_scene(&h)->run[1].look) > 3);
    harness_end(&h);
}

static void what_could_not_be_done_is_told_until_the_next_action(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    for (int i = 0; i < 8; i++)
        harness_key(&h, SDLK_k, 0);
    assert_true(harness_shows(&h, "8 runs are shown already: remove one to keep another"));
    harness_move(&h, 300.0, 300.0);
    assert_true(harness_shows(&h, "8 runs are shown already: remove one to keep another"));
    harness_key(&h, SDLK_RIGHT, 0);
    assert_false(harness_shows(&h, "8 runs are shown already: remove one to keep another"));
    harness_end(&h);
}

static void a_picture_alone_keeps_its_legend(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show loss --vs optimizer=adam");
    assert_true(harness_shows(&h, "Adam"));
    const ui_rect name = harness_rect(&h, "run 2/name");
    assert_true(name.y > h.app.pictures.frames.loss.area.y + h.app.pictures.frames.loss.area.h);
    harness_end(&h);
}

/* At this scale the hint is wider than the store of masks. */
static void the_hint_of_a_long_row_shows_at_every_scale(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 3 --scale 4 --size 800x560 --vs 'lr=0.123456,10:0.0234567,20:0.0345678,"
                      "30:0.0456789,40:0.0567891,50:0.0678912,60:0.0789123,70:0.0891234 batch=7'");
    const ui_rect row = harness_rect(&h, "run 2/settings");
    harness_move(&h, row.x + 5.0, row.y + 0.5 * row.h);
    harness_wait(&h, 700);
    assert_true(h.app.ui.hint_shown);
    const size_t length = strlen(h.app.ui.hint);
    assert_string_equal(h.app.ui.hint + length - strlen("…"), "…");
    const ui_canvas *canvas = &h.app.ui.canvas;
    const ui_shape *hint = &canvas->shapes[canvas->shape_count - 1];
    assert_string_equal(canvas->bytes + hint->first, h.app.ui.hint);
    assert_true(hint->bounds.right - hint->bounds.left > 2048);
    int seen = 0;
    const uint32_t paper = harness_pixel(&h, hint->bounds.left / 4.0 - 1.0, hint->baseline / 4.0);
    for (int y = hint->bounds.top; y < hint->bounds.bottom; y++)
        for (int x = hint->bounds.right - 200; x < hint->bounds.right; x++)
            seen +=
                (h.app.painter.image.pixels[y * h.app.painter.image.width + x] & 0xffffff) != paper;
    assert_true(seen > 500);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeping_a_run_leaves_it_as_it_is),
        cmocka_unit_test(the_start_and_the_data_are_all_runs),
        cmocka_unit_test(no_more_than_eight_runs_are_kept),
        cmocka_unit_test(the_legend_tells_where_every_run_stands),
        cmocka_unit_test(a_run_is_hidden_and_shown_again),
        cmocka_unit_test(a_kept_run_is_made_current_again),
        cmocka_unit_test(a_run_is_removed_and_brought_back),
        cmocka_unit_test(a_run_is_renamed),
        cmocka_unit_test(a_race_has_every_optimizer_at_a_rate_that_suits_it),
        cmocka_unit_test(the_current_optimizer_is_in_the_race_wherever_it_stands),
        cmocka_unit_test(one_playhead_goes_on_to_the_end_of_the_longest_run),
        cmocka_unit_test(a_change_of_one_run_computes_no_other),
        cmocka_unit_test(a_picture_alone_keeps_its_legend),
        cmocka_unit_test(the_hint_of_a_long_row_shows_at_every_scale),
        cmocka_unit_test(a_hidden_run_holds_nothing_up),
        cmocka_unit_test(removing_using_and_keeping_leave_the_place),
        cmocka_unit_test(what_is_brought_back_is_computed_for_the_present_start),
        cmocka_unit_test(a_run_that_diverges_does_not_flatten_the_others),
        cmocka_unit_test(the_pictures_hold_what_kept_runs_do),
        cmocka_unit_test(a_race_of_small_batches_has_no_rate_that_diverges),
        cmocka_unit_test(no_round_rate_settles_sooner_than_the_races),
        cmocka_unit_test(a_run_keeps_its_color_when_another_is_controlled),
        cmocka_unit_test(using_a_hidden_run_shows_both),
        cmocka_unit_test(what_could_not_be_done_is_told_until_the_next_action),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
