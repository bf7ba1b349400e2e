#include "app/wayland.h"

#ifdef HAVE_WAYLAND
#include <SDL_syswm.h>
#include <dirent.h>
#include <string.h>
#include <wayland-client.h>

static void note_global(void *decorates, struct wl_registry *registry, uint32_t name,
                        const char *interface, uint32_t version)
{
    (void)registry;
    (void)name;
    (void)version;
    if (strcmp(interface, "zxdg_decoration_manager_v1") == 0)
        *(bool *)decorates = true;
}

static void ignore_removal(void *decorates, struct wl_registry *registry, uint32_t name)
{
    (void)decorates;
    (void)registry;
    (void)name;
}

static bool compositor_decorates(struct wl_display *display)
{
    static const struct wl_registry_listener listener = {.global = note_global,
                                                         .global_remove = ignore_removal};
    bool decorates = false;
    struct wl_registry *registry = wl_display_get_registry(display);
    wl_registry_add_listener(registry, &listener, &decorates);
    wl_display_roundtrip(display);
    wl_registry_destroy(registry);
    return decorates;
}

/* libdecor without a plugin draws nothing, and does not say so. */
static bool libdecor_decorates(void)
{
    const char *folder = SDL_getenv("LIBDECOR_PLUGIN_DIR");
    DIR *plugins = opendir(folder ? folder : LIBDECOR_PLUGINS);
    bool found = false;
    for (const struct dirent *file; plugins && (file = readdir(plugins));)
        found |= strstr(file->d_name, ".so") != NULL;
    if (plugins)
        closedir(plugins);
    return found;
}

bool wayland_has_title_bars(void)
{
    struct wl_display *display = wl_display_connect(NULL);
    if (!display)
        return false;
    const bool decorated = compositor_decorates(display) || libdecor_decorates();
    wl_display_disconnect(display);
    return decorated;
}

static void end_wait(void *awaited, struct wl_callback *callback, uint32_t time_ms)
{
    SDL_Event event = {.type = SDL_USEREVENT};
    (void)callback;
    (void)time_ms;
    wayland_forget_next_frame(awaited);
    SDL_PushEvent(&event);
}

void wayland_ask_for_next_frame(SDL_Window *window, struct wl_callback **awaited)
{
    static const struct wl_callback_listener listener = {.done = end_wait};
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_WAYLAND)
        return;
    wayland_forget_next_frame(awaited);
    *awaited = wl_surface_frame(info.info.wl.surface);
    if (*awaited)
        wl_callback_add_listener(*awaited, &listener, awaited);
}

void wayland_forget_next_frame(struct wl_callback **awaited)
{
    if (*awaited)
        wl_callback_destroy(*awaited);
    *awaited = NULL;
}

#else

bool wayland_has_title_bars(void)
{
    return false;
}

void wayland_ask_for_next_frame(SDL_Window *window, struct wl_callback **awaited)
{
    (void)window;
    (void)awaited;
}

void wayland_forget_next_frame(struct wl_callback **awaited)
{
    (void)awaited;
}

#endif
