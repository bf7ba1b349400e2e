/* The window, with a driver of SDL's that has no display but all else: what it shows is what was
 * painted. */
#include "app/window.h"
#include "cli/options.h"
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

/* A window onto the program of the harness. */
typedef struct shown_program {
    ui_harness h;
    app_window window;
} shown_program;

static void open_window(shown_program *p, const char *line)
{
    dh_error error = {.text = ""};
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    memset(p, 0, sizeof *p);
    harness_start(&p->h, line);
    if (!window_open(&p->window, p->h.app.width_px, p->h.app.height_px, 1.0, &error))
        fail_msg("%s", error.text);
}

static void close_window(shown_program *p)
{
    window_close(&p->window);
    harness_end(&p->h);
}

/* Shows what has changed, as the program's loop does. */
static void show(shown_program *p)
{
    dh_error error = {.text = ""};
    assert_true(app_draw(&p->h.app));
    if (!window_show(&p->window, &p->h.app.painter, &error))
        fail_msg("%s", error.text);
}

/* How many pixels of the window are not those of the picture. */
static int wrong_pixels(shown_program *p)
{
    const ui_image *image = &p->h.app.painter.image;
    const size_t count = (size_t)image->width * (size_t)image->height;
    uint32_t *seen = malloc(count * sizeof *seen);
    int wrong = 0;
    assert_non_null(seen);
    assert_int_equal(SDL_RenderReadPixels(p->window.renderer, NULL, SDL_PIXELFORMAT_ARGB8888, seen,
                                          image->width * 4),
                     0);
    for (size_t i = 0; i < count; i++)
        wrong += (seen[i] & 0xffffff) != (image->pixels[i] & 0xffffff);
    free(seen);
    return wrong;
}

/* Of a frame only what has changed is taken over. */
static void every_frame_is_in_the_window_as_it_was_painted(void **state)
{
    (void)state;
    shown_program p;
    open_window(&p, "--at 5 --size 800x560");
    show(&p);
    assert_int_equal(wrong_pixels(&p), 0);
    static const SDL_Keycode keys[] = {SDLK_RIGHT, SDLK_END, SDLK_t,      SDLK_k, SDLK_RIGHTBRACKET,
                                       SDLK_HOME,  SDLK_F1,  SDLK_ESCAPE, SDLK_w, SDLK_e};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const SDL_Keysym keysym = {.sym = keys[i]};
        SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = keysym}};
        app_event(&p.h.app, &event);
        show(&p);
        if (wrong_pixels(&p) > 0)
            fail_msg("%d pixels are wrong after key %d", wrong_pixels(&p), (int)i);
    }
    close_window(&p);
}

static void a_window_of_another_size_shows_all_of_it(void **state)
{
    (void)state;
    shown_program p;
    open_window(&p, "--at 5 --size 800x560");
    show(&p);
    static const int sizes[][2] = {{1000, 600}, {801, 561}, {900, 700}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        SDL_SetWindowSize(p.window.window, sizes[i][0], sizes[i][1]);
        SDL_PumpEvents();
        const window_size size = window_measure(&p.window);
        assert_int_equal(size.width, sizes[i][0]);
        assert_int_equal(size.width_px, sizes[i][0]);
        assert_int_equal(size.height_px, sizes[i][1]);
        assert_exactly(size.scale, 1.0);
        app_resize(&p.h.app, size.width_px, size.height_px, size.scale, size.width);
        show(&p);
        assert_int_equal(wrong_pixels(&p), 0);
    }
    close_window(&p);
}

static void what_the_screen_has_lost_is_shown_again(void **state)
{
    (void)state;
    static const SDL_Event losses[] = {
        {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_EXPOSED}},
        {.type = SDL_RENDER_TARGETS_RESET},
        {.type = SDL_RENDER_DEVICE_RESET},
    };
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        shown_program p;
        open_window(&p, "--at 5 --size 800x560");
        show(&p);
        SDL_SetRenderDrawColor(p.window.renderer, 1, 2, 3, 255);
        SDL_RenderClear(p.window.renderer);
        uint32_t gray[100];
        memset(gray, 0x55, sizeof gray);
        const SDL_Rect part = {5, 5, 10, 10};
        assert_int_equal(SDL_UpdateTexture(p.window.texture, &part, gray, 40), 0);
        assert_false(p.window.exposed);
        window_event(&p.window, &losses[i]);
        assert_true(p.window.exposed);
        show(&p); /* nothing has been painted anew */
        assert_int_equal(wrong_pixels(&p), 0);
        assert_false(p.window.exposed);
        close_window(&p);
    }
    shown_program p;
    open_window(&p, "--at 5 --size 800x560");
    show(&p);
    const SDL_Event other = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_MOVED}};
    window_event(&p.window, &other);
    window_event(&p.window, &(SDL_Event){.type = SDL_MOUSEMOTION});
    assert_false(p.window.exposed);
    close_window(&p);
}

static void nobody_sees_a_hidden_window(void **state)
{
    (void)state;
    shown_program p;
    open_window(&p, "--at 5 --size 800x560");
    assert_true(window_is_seen(&p.window));
    SDL_HideWindow(p.window.window);
    assert_false(window_is_seen(&p.window));
    SDL_ShowWindow(p.window.window);
    assert_true(window_is_seen(&p.window));
    p.window.covered = true;
    assert_false(window_is_seen(&p.window));
    close_window(&p);
}

static void a_window_has_a_least_size_that_grows_with_the_scale(void **state)
{
    (void)state;
    for (int scale = 1; scale <= 2; scale++) {
        dh_error error = {.text = ""};
        app_window window = {.window = NULL};
        int width = 0, height = 0;
        SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
        assert_true(window_open(&window, 400, 300, scale, &error));
        SDL_Rect room = {0};
        SDL_GetDisplayUsableBounds(0, &room);
        SDL_GetWindowMinimumSize(window.window, &width, &height);
        assert_int_equal(width,
                         scale * OPTIONS_WIDTH_MIN < room.w ? scale * OPTIONS_WIDTH_MIN : room.w);
        assert_int_equal(height,
                         scale * OPTIONS_HEIGHT_MIN < room.h ? scale * OPTIONS_HEIGHT_MIN : room.h);
        assert_exactly(window_measure(&window).scale, scale);
        assert_true((SDL_GetWindowFlags(window.window) & SDL_WINDOW_RESIZABLE) != 0);
        assert_string_equal(SDL_GetWindowTitle(window.window), "downhill");
        window_close(&window);
    }
}

static void the_window_fills_the_screen_and_leaves_it(void **state)
{
    (void)state;
    shown_program p;
    open_window(&p, "--at 5 --size 800x560");
    for (int i = 0; i < 4; i++) {
        const bool full = i % 2 == 0;
        window_set_full_screen(&p.window, full);
        window_set_full_screen(&p.window, full);
        const uint32_t flags = SDL_GetWindowFlags(p.window.window);
        assert_int_equal((flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0, full);
    }
    assert_true(window_refresh_ms(&p.window) > 0);
    close_window(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_frame_is_in_the_window_as_it_was_painted),
        cmocka_unit_test(a_window_of_another_size_shows_all_of_it),
        cmocka_unit_test(what_the_screen_has_lost_is_shown_again),
        cmocka_unit_test(nobody_sees_a_hidden_window),
        cmocka_unit_test(a_window_has_a_least_size_that_grows_with_the_scale),
        cmocka_unit_test(the_window_fills_the_screen_and_leaves_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
