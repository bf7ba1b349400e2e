/* What only a mistake in the program can ask for ends it where it is asked, and not somewhere
 * later. Every such call is made in a process of its own. */
#define _POSIX_C_SOURCE 200809L
#include "app/scale.h"
#include "cli/courtesy.h"
#include "cmocka_includes.h"
#include "downhill/run.h"
#include "model/field_control.h"
#include "model/fields.h"
#include "model/runs.h"
#include "model/step_facts.h"
#include "model/undo.h"
#include "screen/commands.h"
#include "table/table.h"
#include "text/append.h"
#include "text/line.h"
#include "text/number.h"
#include "ui/button.h"
#include "ui/choice.h"
#include "ui/edit.h"
#include "ui/field.h"
#include "ui/icon.h"
#include "ui/png.h"
#include "ui/raster.h"
#include "ui/slider.h"
#include "ui/text.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether this process is the one to make the call in. */
static bool begins(pid_t *child)
{
    fflush(NULL);
    *child = fork();
    if (*child == 0 && dup2(open("/dev/null", O_WRONLY), STDERR_FILENO) < 0)
        _exit(1);
    return *child == 0;
}

static bool was_aborted(pid_t child)
{
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
           WTERMSIG(status) == SIGABRT;
}

#define assert_ends(call)                                                                          \
    do {                                                                                           \
        pid_t child;                                                                               \
        if (begins(&child)) {                                                                      \
            (void)(call);                                                                          \
            _exit(0);                                                                              \
        }                                                                                          \
        if (!was_aborted(child))                                                                   \
            fail_msg("%s", #call);                                                                 \
    } while (0)

/* For calls that return nothing. */
#define assert_does_not(call) assert_ends(((call), 0))

static void points_and_schedules_are_asked_for_what_they_have(void **state)
{
    (void)state;
    const double x[] = {1.0, 2.0}, y[] = {3.0, 4.0};
    const bool chosen[] = {true, false};
    const dh_rate_change change = {5, 0.1};
    dh_schedule schedule, made;
    dh_points *points = dh_points_create(&(dh_points_def){.x = x, .y = y, .n = 2}, NULL);
    assert_non_null(points);
    assert_true(dh_schedule_make(&schedule, 0.2, &change, 1, NULL));
    assert_ends(dh_points_placed(points, 2, 1.0, 1.0, NULL));
    assert_ends(dh_points_placed(points, 0, (double)NAN, 1.0, NULL));
    assert_ends(dh_points_moved(points, chosen, (double)NAN, 1.0, NULL));
    assert_ends(dh_schedule_change(&schedule, 1).step);
    assert_ends(dh_schedule_move(&schedule, 1, 7, &made, NULL));
    assert_ends(dh_schedule_remove(&schedule, 1, &made, NULL));
    points->holders = 0;
    assert_does_not(dh_points_drop(points));
    points->holders = 1;
    schedule.later->holders = 0;
    assert_does_not(dh_schedule_drop(&schedule));
    schedule.later->holders = 1;
    dh_points_drop(points);
    dh_schedule_drop(&schedule);
}

static void a_run_is_asked_for_steps_that_it_knows(void **state)
{
    (void)state;
    dh_problem problem = {.version = 0};
    dh_problem_def wrong = dh_problem_default(), given = dh_problem_default();
    dh_run_def def = dh_run_default();
    dh_run run = {.known = 0};
    dh_batches batches = {.checkpoint = NULL};
    wrong.loss = DH_LOSS_COUNT;
    given.source.kind = DH_SOURCE_GIVEN;
    assert_ends(dh_run_start(&run, &def, &problem, NULL)); /* before there are any points */
    assert_ends(dh_problem_pose(&problem, &wrong, NULL));
    assert_true(
        dh_problem_pose(&problem, &(dh_problem_def){.source = dh_problem_default().source}, NULL));
    assert_ends(dh_run_resize(&run, 5, NULL));
    assert_ends(dh_run_advance(&run, 5));
    def.steps = 10;
    assert_true(dh_run_start(&run, &def, &problem, NULL));
    assert_ends(dh_run_resize(&run, 0, NULL));
    assert_ends(dh_run_resize(&run, DH_STEPS_MAX + 1, NULL));
    assert_ends(dh_run_state(&run, run.known));
    assert_ends(dh_run_update(&run, run.known).next.slope);
    assert_ends(step_facts_of(&run, run.known).step);
    assert_ends(dh_batches_begin(&batches, 0, 1, &problem.after));
    assert_ends(dh_batches_begin(&batches, 1, 0, &problem.after));
    assert_ends(dh_batches_per_epoch(0, 1));
    assert_ends(dh_batches_per_epoch(1, 0));
    assert_ends(dh_optimizer_at(-1));
    assert_ends(dh_optimizer_at(dh_optimizer_count()));
    assert_does_not(dh_source_generate(&given.source, NULL, NULL));
    dh_run_free(&run);
    dh_problem_free(&problem);
}

static void a_scene_is_asked_for_runs_that_it_has(void **state)
{
    (void)state;
    model_scene scene = scene_default();
    model_runs runs = {.version = 0};
    model_undo undo;
    assert_true(scene_add(&scene, &scene.run[0].recipe, ""));
    assert_true(runs_take(&runs, &scene, NULL));
    memset(&undo, 0, sizeof undo);
    assert_true(undo_init(&undo, &scene));
    for (int run = -1; run <= 2; run += 3) { /* beside both ends */
        dh_rates rates;
        assert_ends(scene_run_def(&scene, run).steps);
        assert_ends(scene_title(&scene, run));
        assert_does_not(scene_make_current(&scene, run));
        assert_does_not(scene_remove(&scene, run));
        assert_ends(runs_step(&runs, run, 0));
        assert_ends(runs_rates(&runs, run, &rates));
    }
    assert_ends(undo_peek(&undo, 0));
    assert_ends(undo_peek(&undo, 2));
    assert_does_not(undo_go(&undo, -1)); /* nothing has been done */
    assert_does_not(undo_go(&undo, 1));
    undo_free(&undo);
    runs_free(&runs);
}

static void fields_are_of_the_kind_that_is_meant(void **state)
{
    (void)state;
    model_setup setup = {.scene = scene_default(), .view = view_default()};
    const dh_optimizer *gd = dh_optimizer_at(0);
    const model_field *words = field_of(FIELD_REPEAT), *number = field_of(FIELD_NOISE);
    assert_ends(field_of((field_id)-1));
    assert_ends(field_of(FIELD_COUNT));
    assert_ends(field_of_setting(gd, -1).name);
    assert_ends(field_of_setting(gd, gd->settings).name);
    assert_ends(field_is_on(number, &setup.scene));
    assert_does_not(field_next(number, &setup.scene));
    assert_ends(field_number(words, &setup));
    assert_does_not(field_set_number(words, &setup, 1.0));
    assert_ends(command_of(COMMAND_COUNT));
}

static void texts_have_the_room_that_is_told(void **state)
{
    (void)state;
    char text[8] = "short";
    double values[NUMBER_LIST_MAX + 1];
    assert_does_not(text_copy(text, 3, "longer"));
    assert_does_not(text_end_cut(text, 3));
    assert_does_not(text_end_cut(text, sizeof text));
    assert_does_not(text_append(text, 5, "x"));
    assert_ends(number_parse_list("1,2", values, NUMBER_LIST_MAX + 1));
    assert_ends(scale_side(800, 0.0, 1.0, 0));
    assert_ends(scale_side(800, 1.0, 0.0, 0));
    assert_ends(courtesy_open(&(cli_courtesy){.fd = 0}, -1));
}

static void tables_have_the_columns_that_are_asked_for(void **state)
{
    (void)state;
    static double x[1], y[1];
    table_data table = {.count = 1, .n = 1, .column = {x, y}};
    assert_ends(table_points(&table, NULL, NULL));
    table.count = 2;
    table.column[1] = NULL;
    assert_ends(table_points(&table, NULL, NULL));
    table.column[0] = NULL;
    table.column[1] = y;
    assert_ends(table_points(&table, NULL, NULL));
}

static void pictures_have_a_size_and_a_scale(void **state)
{
    (void)state;
    ui_canvas canvas = {.text = NULL};
    ui_image image = {.pixels = NULL}, other = {.width = 1, .height = 1};
    static ui_raster raster;
    char reason[8];
    const ui_px_rect wide = {0, 0, UI_RASTER_PX + 1, 1}, high = {0, 0, 1, UI_RASTER_PX + 1};
    const ui_font font = {.size = 12.0};
    assert_does_not(ui_canvas_begin(&canvas, -1, 1, 1.0));
    assert_does_not(ui_canvas_begin(&canvas, 1, -1, 1.0));
    assert_does_not(ui_canvas_begin(&canvas, 1, 1, 0.0));
    assert_ends(ui_image_resize(&image, -1, 1));
    assert_ends(ui_image_resize(&image, 1, -1));
    assert_does_not(ui_image_copy(&image, &other, (ui_px_rect){0, 0, 0, 0}));
    assert_does_not(ui_raster_set_band(&raster, wide));
    assert_does_not(ui_raster_set_band(&raster, high));
    assert_ends(ui_png_write(&image, stdout, reason, sizeof reason));
    image.pixels = malloc(sizeof *image.pixels);
    image.width = image.height = 1;
    assert_non_null(image.pixels);
    other.height = 2;
    assert_does_not(ui_image_copy(&image, &other, (ui_px_rect){0, 0, 0, 0}));
    other = (ui_image){.width = 2, .height = 1};
    assert_does_not(ui_image_copy(&image, &other, (ui_px_rect){0, 0, 0, 0}));
    assert_ends(ui_png_write(&image, NULL, reason, sizeof reason));
    assert_ends(ui_png_write(&image, stdout, NULL, sizeof reason));
    assert_ends(ui_png_write(&image, stdout, reason, 0));
    ui_canvas_begin(&canvas, 10, 10, 1.0);
    assert_does_not(ui_draw_image(&canvas, (ui_point){0.0, 0.0}, NULL, 1));
    assert_does_not(ui_draw_image(&canvas, (ui_point){0.0, 0.0}, &other, 1));
    assert_does_not(
        ui_label(&canvas, (ui_point){0.0, 0.0}, UI_LEFT, font, (ui_color){0, 0, 0, 255}, "a"));
    assert_does_not(
        ui_draw_icon(&canvas, UI_ICON_COUNT, (ui_point){0.0, 0.0}, 9.0, (ui_color){0, 0, 0, 255}));
    free(image.pixels);
    ui_canvas_free(&canvas);
}

static void letters_have_a_size_that_there_is(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    assert_ends(ui_text_mask(text, UI_FACE_COUNT, 12, "a", 1).width);
    assert_ends(ui_text_mask(text, UI_SANS, 0, "a", 1).width);
    assert_ends(ui_text_mask(text, UI_SANS, UI_TEXT_PX_MAX + 1, "a", 1).width);
    assert_ends(ui_text_mask(text, UI_SANS, 12, "a", 0).width);
    assert_ends(ui_text_mask(text, UI_SANS, 12, "", 1).width);
    ui_text_destroy(text);
}

static void controls_have_names_of_their_own(void **state)
{
    (void)state;
    static ui_context ui;
    const ui_rect rect = {0.0, 0.0, 10.0, 10.0};
    ui_begin(&ui, 100, 100, 1.0);
    ui_touch(&ui, "a", rect, true);
    assert_ends(ui_touch(&ui, "a", rect, true).id); /* twice */
    assert_ends(ui_touch(&ui, "", rect, true).id);
    assert_ends(ui_touch(&ui, NULL, rect, true).id);
    assert_ends(ui_id_of(""));
    assert_ends(ui_id_of(NULL));
    assert_does_not(ui_push(&ui, ""));
    assert_does_not(ui_push(&ui, NULL));
    assert_does_not(ui_push_index(&ui, "", 1));
    assert_does_not(ui_push_index(&ui, NULL, 1));
    assert_does_not(ui_pop(&ui));
    for (int i = 0; i < UI_SCOPES_MAX; i++)
        ui_push(&ui, "scope");
    assert_does_not(ui_push(&ui, "scope"));
    assert_does_not(ui_end(&ui)); /* with scopes that are open */
    const ui_touch_result hovered = {.id = 5, .hovered = true};
    assert_does_not(ui_hint(&ui, &hovered, rect, NULL));
    ui_canvas_free(&ui.canvas);
}

static const char *label_of(const void *context, int index)
{
    (void)context;
    return index == 0 ? "one" : "two";
}

static void controls_are_defined_whole(void **state)
{
    (void)state;
    static ui_context ui;
    const ui_rect rect = {0.0, 0.0, 10.0, 10.0};
    double value = 1.0;
    int below = -1, above = 2, first = 0;
    ui_slider_def slider = {
        .name = "slider", .rect = rect, .low = 1.0, .high = 1.0, .step = 1.0, .aim = UI_NO_VALUE};
    ui_choice_def choice = {.name = "choice", .rect = rect, .count = 2, .label = label_of};
    ui_begin(&ui, 100, 100, 1.0);
    assert_ends(ui_slider(&ui, &slider, &value));
    slider.high = 2.0;
    slider.step = 0.0;
    assert_ends(ui_slider(&ui, &slider, &value));
    slider.logarithmic = true;
    slider.low = 0.0;
    assert_ends(ui_slider(&ui, &slider, &value));
    assert_ends(ui_slider_nudged(&slider, 1.0, 0, false));
    assert_ends(ui_slider_nudged(&slider, 1.0, 2, false));
    assert_ends(ui_choice(&ui, &choice, &below));
    assert_ends(ui_choice(&ui, &choice, &above));
    choice.label = NULL;
    assert_ends(ui_choice(&ui, &choice, &first));
    assert_ends(ui_button(&ui, &(ui_button_def){.name = "button", .rect = rect}));
    assert_ends(ui_button(
        &ui, &(ui_button_def){
                 .name = "button", .rect = rect, .look = UI_BUTTON_CHECK, .icon = UI_ICON_PLAY}));
    assert_ends(ui_button(
        &ui,
        &(ui_button_def){.name = "button", .rect = rect, .look = UI_BUTTON_FOLD, .label = "fold"}));
    assert_ends(ui_field(&ui, &(ui_field_def){.name = "field", .rect = rect, .shown = "1"}));
    assert_ends(ui_field(&ui, &(ui_field_def){.name = "field", .rect = rect, .editable = "1"}));
    ui_canvas_free(&ui.canvas);
}

static void a_text_is_edited_within_its_bounds(void **state)
{
    (void)state;
    static ui_context ui;
    assert_does_not(ui_edit_begin(&ui.edit, 0, "1", UI_SHORT_BYTES));
    assert_does_not(ui_edit_begin(&ui.edit, 1, "1", UI_EDIT_BYTES + 1));
    assert_does_not(ui_edit_begin(&ui.edit, 1, "12", 2));
    assert_ends(ui_edit_keys(&ui));
    assert_does_not(ui_edit_accept(&ui));
    assert_does_not(ui_edit_refuse(&ui, "why"));
    ui_edit_begin(&ui.edit, 1, "12", UI_SHORT_BYTES);
    assert_does_not(ui_edit_move(&ui.edit, -1, false));
    assert_does_not(ui_edit_move(&ui.edit, 3, false));
    assert_does_not(ui_edit_refuse(&ui, NULL));
    const SDL_Event event = {.type = SDL_MOUSEMOTION};
    assert_ends(ui_input_event(&ui.input, &event, 0.0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_and_schedules_are_asked_for_what_they_have),
        cmocka_unit_test(a_run_is_asked_for_steps_that_it_knows),
        cmocka_unit_test(a_scene_is_asked_for_runs_that_it_has),
        cmocka_unit_test(fields_are_of_the_kind_that_is_meant),
        cmocka_unit_test(texts_have_the_room_that_is_told),
        cmocka_unit_test(tables_have_the_columns_that_are_asked_for),
        cmocka_unit_test(pictures_have_a_size_and_a_scale),
        cmocka_unit_test(letters_have_a_size_that_there_is),
        cmocka_unit_test(controls_have_names_of_their_own),
        cmocka_unit_test(controls_are_defined_whole),
        cmocka_unit_test(a_text_is_edited_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
