/* Which events a window acts on before it shows a frame. */
#include "app/inbox.h"
#include "cmocka_includes.h"

#include <SDL.h>

enum { TAKEN_MAX = 16 };

typedef struct desk {
    SDL_Event taken[TAKEN_MAX];
    int count;
} desk;

static uint64_t clock_ms;
static uint64_t work_ms; /* that an event takes */

static uint64_t now_ms(void)
{
    return clock_ms;
}

static void take(void *context, const SDL_Event *event)
{
    desk *d = context;
    assert_in_range(d->count, 0, TAKEN_MAX - 1);
    d->taken[d->count++] = *event;
    clock_ms += work_ms;
}

static SDL_Event key(SDL_Keycode code, int repeat)
{
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.sym = code;
    event.key.repeat = (Uint8)repeat;
    return event;
}

static SDL_Event motion(int x, Uint32 buttons)
{
    SDL_Event event = {.type = SDL_MOUSEMOTION};
    event.motion.x = x;
    event.motion.state = buttons;
    return event;
}

/* Reads the first of the events, with the others waiting. */
static desk read_events(uint64_t each_takes_ms, const SDL_Event *events, int count)
{
    desk d = {.count = 0};
    const inbox_reader reader = {take, now_ms, &d, 8};
    work_ms = each_takes_ms;
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    for (int i = 1; i < count; i++) {
        SDL_Event event = events[i];
        assert_int_equal(SDL_PushEvent(&event), 1);
    }
    inbox_read(&reader, &events[0]);
    return d;
}

static int waiting(void)
{
    SDL_Event left[TAKEN_MAX];
    return SDL_PeepEvents(left, TAKEN_MAX, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
}

static void of_a_row_of_movements_the_last_counts(void **state)
{
    (void)state;
    const SDL_Event events[] = {motion(1, 0), motion(2, 0), motion(3, 0)};
    const desk d = read_events(0, events, 3);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.taken[0].motion.x, 3);
}

static void a_movement_with_another_button_is_another_one(void **state)
{
    (void)state;
    const SDL_Event events[] = {motion(1, SDL_BUTTON_LMASK), motion(2, 0)};
    assert_int_equal(read_events(0, events, 2).count, 2);
}

static void a_key_that_is_held_is_taken_once_a_frame(void **state)
{
    (void)state;
    const SDL_Event events[] = {key(SDLK_s, 0), key(SDLK_s, 1), key(SDLK_s, 1), key(SDLK_s, 1)};
    const desk d = read_events(0, events, 4);
    assert_int_equal(d.count, 2);
    assert_int_equal(d.taken[0].key.repeat, 0);
    assert_int_equal(d.taken[1].key.repeat, 1);
}

static void keys_pressed_and_other_keys_are_all_taken(void **state)
{
    (void)state;
    const SDL_Event presses[] = {key(SDLK_s, 0), key(SDLK_s, 0), key(SDLK_s, 1), key(SDLK_a, 1)};
    assert_int_equal(read_events(0, presses, 4).count, 4);
    SDL_Event with_shift = key(SDLK_s, 1);
    with_shift.key.keysym.mod = KMOD_SHIFT;
    const SDL_Event shifted[] = {key(SDLK_s, 1), with_shift};
    assert_int_equal(read_events(0, shifted, 2).count, 2);
}

/* Once the queue was emptied first, however long that took, and nothing was shown meanwhile. */
static void a_frame_comes_when_its_events_have_had_their_time(void **state)
{
    (void)state;
    const SDL_Event events[] = {key(SDLK_a, 0), key(SDLK_b, 0), key(SDLK_c, 0), key(SDLK_d, 0)};
    desk d = read_events(5, events, 4);
    assert_int_equal(d.count, 2);
    assert_int_equal(waiting(), 2);
    d = read_events(500, events, 4);
    assert_int_equal(d.count, 1);
    assert_int_equal(waiting(), 3);
}

static void what_is_left_out_late_is_not_lost(void **state)
{
    (void)state;
    const SDL_Event events[] = {key(SDLK_a, 0), motion(1, 0), motion(2, 0)};
    assert_int_equal(read_events(8, events, 3).count, 1);
    assert_int_equal(waiting(), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_row_of_movements_the_last_counts),
        cmocka_unit_test(a_movement_with_another_button_is_another_one),
        cmocka_unit_test(a_key_that_is_held_is_taken_once_a_frame),
        cmocka_unit_test(keys_pressed_and_other_keys_are_all_taken),
        cmocka_unit_test(a_frame_comes_when_its_events_have_had_their_time),
        cmocka_unit_test(what_is_left_out_late_is_not_lost),
    };
    SDL_SetMainReady();
    assert_int_equal(SDL_Init(SDL_INIT_EVENTS), 0);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    SDL_Quit();
    return failed;
}
