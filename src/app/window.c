#include "app/window.h"

#include "app/cursor_theme.h"
#include "app/drivers.h"
#include "app/icon.h"
#include "app/scale.h"
#include "app/wayland.h"
#include "app/x11.h"
#include "cli/options.h"
#include "ui/png.h"

#include <string.h>

static void set_icon(SDL_Window *window)
{
    ui_image icon = {0};
    if (ui_png_read(&icon, app_icon, (size_t)(app_icon_end - app_icon))) {
        SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
            icon.pixels, icon.width, icon.height, 32, icon.width * 4, SDL_PIXELFORMAT_ARGB8888);
        if (surface)
            SDL_SetWindowIcon(window, surface);
        SDL_FreeSurface(surface);
    }
    ui_image_free(&icon);
}

static bool open_display(app_window *window, dh_error *error)
{
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    x11_prepare(&window->covered);
    drivers_choose_video();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return dh_fail(error, "there is no display to open a window on: %s", SDL_GetError());
    SDL_EnableScreenSaver();
    const bool on_x11 = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
    window->desktop_scale = on_x11 ? x11_scale() : 1.0;
    return true;
}

window_size window_measure(const app_window *window)
{
    window_size size = {.width = 1};
    int height = 1;
    SDL_GetWindowSize(window->window, &size.width, &height);
    if (SDL_GetRendererOutputSize(window->renderer, &size.width_px, &size.height_px) != 0 ||
        size.width_px < 1 || size.height_px < 1) {
        size.width_px = size.width;
        size.height_px = height;
    }
    size.scale = window->wanted_scale > 0.0
                     ? window->wanted_scale
                     : scale_rounded(window->desktop_scale * size.width_px / size.width);
    return size;
}

/* Gives the open window a least size and, where its units turned out not to be pixels, another
 * size. The screen has room for both. */
static void fit_to_screen(const app_window *window, int width, int height)
{
    SDL_Rect room = {0};
    const window_size now = window_measure(window);
    const double scale = now.scale, unit = (double)now.width_px / now.width;
    SDL_GetDisplayUsableBounds(0, &room);
    SDL_SetWindowMinimumSize(window->window, scale_side(OPTIONS_WIDTH_MIN, scale, unit, room.w),
                             scale_side(OPTIONS_HEIGHT_MIN, scale, unit, room.h));
    if (unit != 1.0)
        SDL_SetWindowSize(window->window, scale_side(width, scale, unit, room.w),
                          scale_side(height, scale, unit, room.h));
}

bool window_open(app_window *window, int width, int height, double scale, dh_error *error)
{
    SDL_Rect room = {0};
    window->wanted_scale = scale;
    if (!open_display(window, error))
        return false;
    const double expected = scale > 0.0 ? scale : window->desktop_scale;
    SDL_GetDisplayUsableBounds(0, &room);
    window->window = SDL_CreateWindow("downhill", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      scale_side(width, expected, 1.0, room.w),
                                      scale_side(height, expected, 1.0, room.h),
                                      SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!window->window)
        return dh_fail(error, "the window cannot be opened: %s", SDL_GetError());
    set_icon(window->window);
    window->renderer = drivers_create_renderer(window->window);
    if (!window->renderer)
        return dh_fail(error, "the window cannot be drawn in: %s", SDL_GetError());
    fit_to_screen(window, width, height);
    x11_watch(window->window);
    window->arrow_alone =
        strcmp(SDL_GetCurrentVideoDriver(), "wayland") == 0 && !cursor_theme_is_there();
    return true;
}

void window_close(app_window *window)
{
    for (int i = 0; i < UI_POINTER_COUNT; i++)
        if (window->cursors[i])
            SDL_FreeCursor(window->cursors[i]);
    wayland_forget_next_frame(&window->frame);
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    if (window->window)
        SDL_DestroyWindow(window->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

bool window_is_seen(const app_window *window)
{
    const uint32_t unseen = SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED;
    return (SDL_GetWindowFlags(window->window) & unseen) == 0 && !window->covered &&
           (!window->frame || window->exposed);
}

static bool fit_texture(app_window *window, const ui_image *image)
{
    if (window->texture && window->width_px == image->width && window->height_px == image->height)
        return true;
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    window->texture = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_ARGB8888,
                                        SDL_TEXTUREACCESS_STREAMING, image->width, image->height);
    window->width_px = image->width;
    window->height_px = image->height;
    if (window->texture)
        SDL_SetTextureBlendMode(window->texture, SDL_BLENDMODE_NONE);
    return window->texture != NULL;
}

static bool upload(app_window *window, const ui_image *image, ui_px_rect part)
{
    const SDL_Rect rect = {part.left, part.top, part.right - part.left, part.bottom - part.top};
    const uint32_t *first = image->pixels + (ptrdiff_t)part.top * image->width + part.left;
    return SDL_UpdateTexture(window->texture, &rect, first, image->width * 4) == 0;
}

void window_event(app_window *window, const SDL_Event *event)
{
    const bool lost = event->type == SDL_RENDER_DEVICE_RESET;
    if (lost && window->texture) {
        SDL_DestroyTexture(window->texture);
        window->texture = NULL;
    }
    if (lost || event->type == SDL_RENDER_TARGETS_RESET ||
        (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_EXPOSED))
        window->exposed = true;
}

bool window_show(app_window *window, const ui_painter *painter, dh_error *error)
{
    const ui_image *image = &painter->image;
    const bool whole = !window->texture || window->exposed || window->width_px != image->width ||
                       window->height_px != image->height;
    bool shown = fit_texture(window, image);
    if (whole)
        shown = shown && upload(window, image, (ui_px_rect){0, 0, image->width, image->height});
    for (size_t i = 0; shown && !whole && i < painter->changed_count; i++)
        shown = upload(window, image, painter->changed[i]);
    shown = shown && SDL_RenderCopy(window->renderer, window->texture, NULL, NULL) == 0;
    if (!shown)
        return dh_fail(error, "the window cannot be drawn in: %s", SDL_GetError());
    wayland_ask_for_next_frame(window->window, &window->frame);
    SDL_RenderPresent(window->renderer);
    window->exposed = false;
    return true;
}

void window_set_full_screen(app_window *window, bool full_screen)
{
    const bool is_full = (SDL_GetWindowFlags(window->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    if (is_full != full_screen)
        SDL_SetWindowFullscreen(window->window, full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

void window_set_pointer(app_window *window, ui_pointer pointer)
{
    static const SDL_SystemCursor shapes[UI_POINTER_COUNT] = {
        [UI_POINTER_ARROW] = SDL_SYSTEM_CURSOR_ARROW,
        [UI_POINTER_HAND] = SDL_SYSTEM_CURSOR_HAND,
        [UI_POINTER_TEXT] = SDL_SYSTEM_CURSOR_IBEAM,
        [UI_POINTER_SIDES] = SDL_SYSTEM_CURSOR_SIZEWE,
        [UI_POINTER_CROSS] = SDL_SYSTEM_CURSOR_CROSSHAIR,
    };
    if (window->arrow_alone || window->pointer == pointer)
        return;
    window->pointer = pointer;
    if (!window->cursors[pointer])
        window->cursors[pointer] = SDL_CreateSystemCursor(shapes[pointer]);
    if (window->cursors[pointer])
        SDL_SetCursor(window->cursors[pointer]);
}

uint32_t window_refresh_ms(const app_window *window)
{
    const uint32_t usual = 16;
    SDL_DisplayMode mode;
    const int display = SDL_GetWindowDisplayIndex(window->window);
    if (display < 0 || SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.refresh_rate < 1)
        return usual;
    return mode.refresh_rate < 1000 ? (uint32_t)(1000 / mode.refresh_rate) : 1;
}
