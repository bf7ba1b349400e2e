#include "app/drivers.h"

#include "app/wayland.h"

#include <string.h>
#ifdef __linux__
#include <unistd.h>
#endif

/* Left to itself SDL falls back on drivers that show nothing, and the program would play to nobody.
 * Wayland goes first where the session is one, because X11 is blurred there when the scale is no
 * whole number, but not without a title bar to move and close the window by. Where the session is
 * not said to be one it goes last: it may be another session of the same person, at another screen;
 * and where it cannot be one its library complains. */
void drivers_choose_video(void)
{
#ifdef __linux__
    const char *drivers = "x11,KMSDRM";
    if (SDL_getenv("SDL_VIDEODRIVER"))
        return;
    if (SDL_getenv("WAYLAND_DISPLAY") && wayland_has_title_bars())
        drivers = "wayland,x11,KMSDRM";
    else if (SDL_getenv("WAYLAND_DISPLAY") || SDL_getenv("XDG_RUNTIME_DIR"))
        drivers = "x11,wayland,KMSDRM";
    SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers);
#endif
}

/* Without graphics hardware OpenGL is emulated: slower than SDL's own software renderer, and with
 * ten times the memory. Asking the emulation for its name costs most of that, so that first the
 * devices are looked for. */
static bool has_graphics_device(void)
{
#ifdef __linux__
    return access("/dev/dri", F_OK) == 0 || access("/dev/nvidiactl", F_OK) == 0 ||
           access("/dev/dxg", F_OK) == 0;
#else
    return true;
#endif
}

static bool is_emulated_hardware(void)
{
    typedef const unsigned char *(*get_string)(unsigned int);
    enum { GL_RENDERER_NAME = 0x1F01 };
    get_string get = NULL;
    void *address = SDL_GL_GetProcAddress("glGetString");
    memcpy(&get, &address, sizeof get);
    const char *name = get ? (const char *)get(GL_RENDERER_NAME) : NULL;
    return name && (strstr(name, "llvmpipe") || strstr(name, "softpipe") || strstr(name, "swrast"));
}

static SDL_Renderer *create_for_hardware(SDL_Window *window)
{
    /* Wayland never tears, and says itself when it wants a frame. */
    const bool waits = strcmp(SDL_GetCurrentVideoDriver(), "wayland") != 0;
    if (!has_graphics_device())
        return NULL;
    SDL_Renderer *renderer = SDL_CreateRenderer(
        window, -1, SDL_RENDERER_ACCELERATED | (waits ? SDL_RENDERER_PRESENTVSYNC : 0u));
    if (renderer && is_emulated_hardware()) {
        SDL_DestroyRenderer(renderer);
        renderer = NULL;
    }
    return renderer;
}

SDL_Renderer *drivers_create_renderer(SDL_Window *window)
{
    SDL_Renderer *renderer = create_for_hardware(window);
    if (renderer)
        return renderer;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* or software would use OpenGL again */
    renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    if (renderer)
        return renderer;
    /* On Wayland SDL can only show what OpenGL draws. Emulated, this one takes the least memory. */
    SDL_SetHintWithPriority(SDL_HINT_RENDER_DRIVER, "opengles2", SDL_HINT_DEFAULT);
    return SDL_CreateRenderer(window, -1, 0);
}
