#include "app/wayland.h"

#ifdef HAVE_WAYLAND
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

#else

bool wayland_has_title_bars(void)
{
    return false;
}

#endif
