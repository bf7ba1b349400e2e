#include "screen/figure.h"

#include "plots/slices_plot.h"
#include "screen/rate_finder.h"

#include <stdio.h>

enum { NOTE_BYTES = 80 };

_Static_assert((int)PLOT_TRACE_LOOK == (int)SCENE_TRACE_LOOK && PLOT_TRACE_LOOK == (int)SCENE_RUNS,
               "every run has a look of its own");

/* The runs that are not hidden. */
static plot_shown_runs runs_of(const model_shown *shown)
{
    const model_scene *scene = &shown->runs->scene;
    plot_shown_runs runs = {.count = 0};
    for (int i = 0; i < scene->count; i++)
        if (!scene->run[i].hidden)
            runs.run[runs.count++] = (plot_shown_run){
                .run = &shown->runs->run[i],
                .step = shown->step[i],
                .mark = scene->run[i].trace ? checked_departure(shown->checked) : DH_NEVER,
                .look = scene->run[i].look};
    return runs;
}

/* "epoch 2, batch 3 of 10": what the update about to be made sees. */
static void write_batch(const model_shown *shown, char text[static NOTE_BYTES],
                        char shorter[static NOTE_BYTES])
{
    const size_t t = shown->step[0];
    const dh_run *run = &shown->runs->run[0];
    const size_t per_epoch = dh_batches_per_epoch(run->problem->n, run->recipe.batch);
    snprintf(text, NOTE_BYTES, "epoch %zu, batch %zu of %zu", t / per_epoch + 1, t % per_epoch + 1,
             per_epoch);
    snprintf(shorter, NOTE_BYTES, "batch %zu of %zu", t % per_epoch + 1, per_epoch);
}

/* What the mouse does to points. */
static void write_how_to_edit(const figure_touch *touch, char text[static NOTE_BYTES],
                              char shorter[static NOTE_BYTES])
{
    if (touch->chosen > 0) {
        snprintf(text, NOTE_BYTES, "%zu selected: drag to move, Delete to remove", touch->chosen);
        snprintf(shorter, NOTE_BYTES, "%zu selected", touch->chosen);
    } else {
        snprintf(text, NOTE_BYTES, "drag, click to add, right click or Delete to remove");
        snprintf(shorter, NOTE_BYTES, "drag; click to add");
    }
}

/* The pictures, while they are drawn. */
typedef struct drawing {
    ui_canvas *canvas;
    const plot_style *style;
    const model_shown *shown;
    const figure_touch *touch;
    plot_shown_runs runs;
    plot_shown_run ghost; /* without a run: there is none */
} drawing;

static const plot_shown_run *ghost_of(const drawing *d)
{
    return d->ghost.run ? &d->ghost : NULL;
}

static plot_frame draw_data(const drawing *d, ui_rect rect, plot_scatter *scatter)
{
    const dh_run *run = &d->shown->runs->run[0];
    const bool has_batches = dh_run_has_batches(run);
    const bool has_gradient = d->shown->has_update;
    char note[NOTE_BYTES] = "", short_note[NOTE_BYTES] = "";
    if (has_batches)
        write_batch(d->shown, note, short_note);
    if (d->shown->view.edit && (!has_batches || d->touch->chosen > 0))
        write_how_to_edit(d->touch, note, short_note);
    const plot_data_def data = {
        .rect = rect,
        .problem = run->problem,
        .runs = &d->runs,
        .batch = has_batches ? &d->shown->batch : NULL,
        .note = note[0] ? note : NULL,
        .short_note = short_note[0] ? short_note : NULL,
        .kept = d->touch->kept,
        .ghost = ghost_of(d),
        .pointed = d->touch->pointed      ? &run->row[d->touch->step].weights
                   : d->touch->on_weights ? &d->touch->place
                                          : NULL,
        .residuals = d->shown->view.residuals,
        .predictions = d->shown->view.predictions,
        .pulls = d->shown->view.pulls && has_gradient ? &d->shown->update.gradient : NULL,
        .covered = d->touch->covered,
    };
    return plot_draw_data(d->canvas, d->style, &data, scatter);
}

static void draw_weights(const drawing *d, ui_rect rect, figure_frames *frames)
{
    const model_view *view = &d->shown->view;
    const dh_weights_range *range = view->zoom.on           ? &view->zoom.range
                                    : d->touch->holds_range ? &d->touch->range
                                                            : NULL;
    const plot_weights_def weights = {
        .rect = rect,
        .runs = &d->runs,
        .ghost = ghost_of(d),
        .update = d->shown->at_last || !d->shown->has_update ? NULL : &d->shown->update,
        .arrow = {[PLOT_ARROW_VELOCITY] = !view->hide_velocity_arrow,
                  [PLOT_ARROW_FULL_GRADIENT] = !view->hide_gradient_arrow,
                  [PLOT_ARROW_GRADIENT] = !view->hide_gradient_arrow,
                  [PLOT_ARROW_STEP] = !view->hide_step_arrow},
        .own_units = view->own_units && d->shown->runs->problem.def.standardize,
        .range = range,
        .before = d->touch->steady ? &d->touch->before : NULL,
        .handle_hovered = d->touch->on_start};
    frames->units = plot_weights_units(&weights);
    if (view->slices)
        plot_draw_slices(d->canvas, d->style, &weights);
    else
        frames->weights = plot_draw_weights(d->canvas, d->style, &weights, &frames->arrows);
}

static plot_frame draw_rates(const drawing *d, ui_rect rect)
{
    const double now = d->shown->runs->scene.run[0].recipe.rate.first;
    const double pointed = d->ghost.run ? d->ghost.run->recipe.rate.first : 0.0;
    const plot_rates rates = rate_finder_rates(d->shown->finder, now, pointed);
    return plot_draw_rates(d->canvas, d->style, rect, &rates);
}

static plot_frame draw_loss(const drawing *d, ui_rect rect)
{
    const model_view *view = &d->shown->view;
    const plot_loss_def loss = {.rect = rect,
                                .runs = &d->runs,
                                .ghost = ghost_of(d),
                                .linear = view->linear_loss,
                                .batch_loss = view->batch_loss &&
                                              dh_run_has_batches(&d->shown->runs->run[0])};
    return plot_draw_loss(d->canvas, d->style, &loss);
}

figure_frames figure_draw(ui_canvas *canvas, const plot_style *style, const model_shown *shown,
                          const figure_places *places, const figure_touch *touch,
                          plot_scatter *scatter)
{
    const drawing d = {.canvas = canvas,
                       .style = style,
                       .shown = shown,
                       .touch = touch,
                       .runs = runs_of(shown),
                       .ghost = {.run = shown->ghost, .step = shown->ghost_step, .mark = DH_NEVER}};
    figure_frames frames = {.units = dh_scaling_none()};
    if (places->data.w > 0.0)
        frames.data = draw_data(&d, places->data, scatter);
    if (places->weights.w > 0.0 && shown->view.finder && shown->finder->count > 0)
        frames.rates = draw_rates(&d, places->weights);
    else if (places->weights.w > 0.0)
        draw_weights(&d, places->weights, &frames);
    if (places->loss.w > 0.0)
        frames.loss = draw_loss(&d, places->loss);
    return frames;
}
