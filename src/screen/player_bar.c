#include "screen/player_bar.h"

#include "screen/command_button.h"
#include "screen/setting_slider.h"
#include "text/line.h"
#include "text/number.h"
#include "ui/field.h"
#include "ui/slider.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

static const double BUTTON = 34.0, MAIN_BUTTON = 40.0, SMALL_BUTTON = 26.0;
static const double BUTTON_GAP = 2.0;
static const double SLIDER_HEIGHT = 24.0;
static const double SEGMENT_WIDTH = 58.0, SEGMENT_HEIGHT = 30.0;
static const double SPEED_WIDTH = 46.0, UNIT_WIDTH = 50.0;
#define SPEED_CONTROLS_WIDTH (2.0 * SMALL_BUTTON + SPEED_WIDTH + UNIT_WIDTH)
static const double NARROW = 1000.0; /* in a narrower bar the choices of repeat are one button */

static const char STEP[] = "step number", STEPS[] = "steps number"; /* of the fields */

static const char *const REPEAT_NAMES[REPEAT_COUNT] = {"Once", "Loop", "Reflect"};

typedef struct player_button {
    const char *name;
    ui_icon icon;
    command_id command;
    bool on;
} player_button;

static double buttons(ui_context *ui, ui_rect rect, model_session *session)
{
    const model_player *player = session_player(session);
    const bool forwards = player->playing && !player->backwards;
    const bool backwards = player->playing && player->backwards;
    const player_button table[] = {
        {"reset", UI_ICON_RESET, COMMAND_RESET, false},
        {"first", UI_ICON_FIRST, COMMAND_FIRST, false},
        {"step back", UI_ICON_PREVIOUS, COMMAND_STEP_BACK, false},
        {"play backwards", backwards ? UI_ICON_PAUSE : UI_ICON_BACKWARDS, COMMAND_PLAY_BACKWARDS,
         false},
        {"play", forwards ? UI_ICON_PAUSE : UI_ICON_PLAY, COMMAND_PLAY_PAUSE, false},
        {"step", UI_ICON_NEXT, COMMAND_STEP, false},
        {"last", UI_ICON_LAST, COMMAND_LAST, false},
        {"pin", UI_ICON_PIN, COMMAND_PIN, session_view(session)->pin},
    };
    double x = rect.x + ui->theme.margin - 0.5 * (BUTTON - ui->theme.icon_size);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const bool is_main = table[i].command == COMMAND_PLAY_PAUSE;
        const double size = is_main ? MAIN_BUTTON : BUTTON;
        const ui_button_def button = {
            .name = table[i].name,
            .rect = {x, rect.y + 0.5 * (rect.h - size), size, size},
            .look = is_main ? UI_BUTTON_ROUND : UI_BUTTON_BARE,
            .icon = table[i].icon,
            .on = table[i].on,
        };
        command_button(ui, button, table[i].command, session);
        x += size + (is_main ? 2.0 : 1.0) * BUTTON_GAP;
    }
    return x;
}

static double repeat_width(ui_rect rect)
{
    return SEGMENT_WIDTH * (rect.w < NARROW ? 1 : REPEAT_COUNT);
}

/* The choices of repeat end at `end`. */
static void repeat_choices(ui_context *ui, ui_rect rect, double end, model_session *session)
{
    const double y = rect.y + 0.5 * (rect.h - SEGMENT_HEIGHT);
    model_pace pace = session_player(session)->pace;
    if (rect.w < NARROW) {
        const ui_button_def button = {
            .name = "repeat",
            .rect = {end - SEGMENT_WIDTH, y, SEGMENT_WIDTH, SEGMENT_HEIGHT},
            .label = REPEAT_NAMES[pace.repeat]};
        command_button(ui, button, COMMAND_REPEAT, session);
        return;
    }
    const command_hint hint = command_hint_of(COMMAND_REPEAT);
    const ui_theme *theme = &ui->theme;
    const double begin = end - repeat_width(rect);
    const ui_rect frame = {begin, y, end - begin, SEGMENT_HEIGHT};
    ui_box(&ui->canvas, frame, theme->corner, theme->paper);
    for (int i = 0; i < REPEAT_COUNT; i++) {
        const ui_button_def segment = {
            .name = REPEAT_NAMES[i],
            .look = UI_BUTTON_SEGMENT,
            .rect = {begin + i * SEGMENT_WIDTH, y, SEGMENT_WIDTH, SEGMENT_HEIGHT},
            .label = REPEAT_NAMES[i],
            .hint = hint.text,
            .on = pace.repeat == (pace_repeat)i,
        };
        if (ui_button(ui, &segment)) {
            pace.repeat = (pace_repeat)i;
            session_set_pace(session, pace);
        }
    }
    ui_outline(&ui->canvas, frame, theme->corner, theme->border_width, theme->border);
}

/* A small button of the row around y = middle, from x on. */
static void small_button(ui_context *ui, const player_button *button, double x, double middle,
                         model_session *session)
{
    const ui_button_def def = {
        .name = button->name,
        .rect = {x, middle - 0.5 * SMALL_BUTTON, SMALL_BUTTON, SMALL_BUTTON},
        .look = UI_BUTTON_BARE,
        .icon = button->icon,
    };
    command_button(ui, def, button->command, session);
}

/* Slower, the speed, faster; they begin at `begin`. */
static void speed_controls(ui_context *ui, ui_rect rect, double begin, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const double middle = rect.y + 0.5 * rect.h;
    const double end = begin + SPEED_CONTROLS_WIDTH;
    const player_button slower = {"slower", UI_ICON_SLOWER, COMMAND_SLOWER, false};
    const player_button faster = {"faster", UI_ICON_FASTER, COMMAND_FASTER, false};
    model_setup setup = session_setup(session);
    const text_number number = field_shown(field_of(FIELD_INTERVAL), &setup);
    char below[48];
    small_button(ui, &slower, begin, middle, session);
    const ui_field_def field = {
        .name = "interval number",
        .rect = {begin + SMALL_BUTTON, middle - 0.5 * theme->field_height, SPEED_WIDTH,
                 theme->field_height},
        .shown = number.text,
        .editable = number.text,
        .color = theme->ink,
        .hint = field_of(FIELD_INTERVAL)->about,
    };
    if (ui_field(ui, &field) && setting_type(ui, field_of(FIELD_INTERVAL), &setup))
        session_set_pace(session, setup.pace);
    ui_label(&ui->canvas, (ui_point){begin + SMALL_BUTTON + SPEED_WIDTH, middle}, UI_LEFT,
             theme->small, theme->muted, "ms/step");
    small_button(ui, &faster, end - SMALL_BUTTON, middle, session);
    const uint64_t together = player_steps_per_frame(session_player(session));
    const char *message = ui_field_message(ui, field.name);
    snprintf(below, sizeof below, "%" PRIu64 " steps a frame", together);
    if (message || together > 1)
        ui_label(&ui->canvas, (ui_point){0.5 * (begin + end), middle + theme->field_height},
                 UI_CENTER, theme->small, message ? theme->bad : theme->muted,
                 message ? message : below);
}

/* Where the step that is shown and the length of the run are, "12 / 100", for steps of so many
 * digits: no number that is shown moves another. */
typedef struct count_places {
    ui_rect step, steps;
    ui_point slash;
} count_places;

/* They end at `end`, around y = middle. While the length is typed there is room for the longest. */
static count_places places_of_count(ui_context *ui, ui_point end, size_t steps)
{
    const ui_theme *theme = &ui->theme;
    const double inset = theme->label_gap; /* of a field, around its number */
    const bool typed = ui->edit.id == ui_id_here(ui, STEPS);
    char shown[24], longest[24];
    snprintf(shown, sizeof shown, "%zu", steps);
    snprintf(longest, sizeof longest, "%d", DH_STEPS_MAX);
    const double width = ui_label_width(&ui->canvas, theme->number, shown) + 2.0 * inset;
    const double most = ui_label_width(&ui->canvas, theme->number, longest) + 2.0 * inset;
    const double slash = ui_label_width(&ui->canvas, theme->number, "/");
    const double top = end.y - 0.5 * theme->field_height;
    count_places at = {.steps = {.w = typed ? most : width}, .step = {.w = width}};
    at.steps.x = end.x + inset - at.steps.w;
    at.step.x = at.steps.x - slash - width;
    at.steps.y = at.step.y = top;
    at.steps.h = at.step.h = theme->field_height;
    at.slash = (ui_point){at.steps.x - 0.5 * slash, end.y};
    return at;
}

/* Takes the step that was typed. */
static void type_step(ui_context *ui, model_session *session)
{
    const size_t steps = session_scene(session)->steps;
    char word[UI_EDIT_BYTES], advice[UI_MESSAGE_BYTES];
    uint64_t step;
    text_as_line(ui->edit.text, word, sizeof word);
    if (number_parse_whole(word, 0, steps, &step)) {
        ui_edit_accept(ui);
        session_show(session, (size_t)step);
        return;
    }
    snprintf(advice, sizeof advice, "Type 0 to %zu", steps);
    ui_edit_refuse(ui, advice);
}

/* The step that is shown and the length of the run, both to be typed over; they end at `end`. */
static void count_fields(ui_context *ui, const count_places *at, ui_point end,
                         model_session *session)
{
    const ui_theme *theme = &ui->theme;
    model_setup setup = session_setup(session);
    const text_number steps = field_shown(field_of(FIELD_STEPS), &setup);
    char step[24];
    snprintf(step, sizeof step, "%zu", session_player(session)->playhead);
    const ui_field_def field[] = {{.name = STEP,
                                   .rect = at->step,
                                   .shown = step,
                                   .editable = step,
                                   .color = theme->ink,
                                   .hint = "The step that is shown"},
                                  {.name = STEPS,
                                   .rect = at->steps,
                                   .shown = steps.text,
                                   .editable = steps.text,
                                   .color = theme->ink,
                                   .hint = field_of(FIELD_STEPS)->about}};
    if (ui_field(ui, &field[0]))
        type_step(ui, session);
    ui_label(&ui->canvas, at->slash, UI_CENTER, theme->number, theme->ink, "/");
    if (ui_field(ui, &field[1]) && setting_type(ui, field_of(FIELD_STEPS), &setup))
        session_change(session, &setup.scene);
    const char *of_step = ui_field_message(ui, STEP), *of_steps = ui_field_message(ui, STEPS);
    if (of_step || of_steps)
        ui_label(&ui->canvas, (ui_point){end.x, end.y + theme->field_height}, UI_RIGHT,
                 theme->small, theme->bad, of_step ? of_step : of_steps);
}

static void frame_slider(ui_context *ui, ui_rect rect, model_session *session)
{
    const ui_slider_def slider = {.name = "step slider",
                                  .rect = rect,
                                  .low = 0.0,
                                  .high = (double)session_scene(session)->steps,
                                  .step = 10.0, /* dragging keeps to tenths of it: whole steps */
                                  .preset = 0.0,
                                  .hint = "The step that is shown",
                                  .aim = UI_NO_VALUE,
                                  .bad_from = UI_NO_VALUE};
    double step = (double)session_player(session)->playhead;
    if (ui_slider(ui, &slider, &step))
        session_seek(session, (size_t)fmax(step, 0.0));
}

void player_bar_pass(ui_context *ui, ui_rect rect, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, rect, 0.0, theme->chrome);
    ui_box(&ui->canvas, (ui_rect){rect.x, rect.y, rect.w, theme->border_width}, 0.0,
           theme->hairline);
    const double from = buttons(ui, rect, session) + theme->margin;
    const double middle = rect.y + 0.5 * rect.h;
    const double end = rect.x + rect.w - theme->margin;
    const double speed = end - repeat_width(rect) - theme->margin - SPEED_CONTROLS_WIDTH;
    const ui_point count_end = {speed - theme->margin, middle};
    const count_places count = places_of_count(ui, count_end, session_scene(session)->steps);
    const double to = count.step.x + theme->label_gap - theme->margin;
    frame_slider(ui, (ui_rect){from, middle - 0.5 * SLIDER_HEIGHT, to - from, SLIDER_HEIGHT},
                 session);
    count_fields(ui, &count, count_end, session);
    speed_controls(ui, rect, speed, session);
    repeat_choices(ui, rect, end, session);
}
