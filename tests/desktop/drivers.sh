#!/bin/bash
# In a Wayland session the window is a Wayland one where it gets a title bar, and an X11 one
# elsewhere; and on Wayland it opens without a graphics device.
# Usage: drivers.sh PROGRAM. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
. "$(dirname "$0")/display.sh"
need Xvfb xdotool weston
open_x11 1400x900
open_wayland 1280 800 kiosk # which has no title bars of its own

ends_when_told() {
    kill "$pid"
    has_ended_with 0
}

mkdir "$work/plugins"
LIBDECOR_PLUGIN_DIR=$work/plugins start
check "without title bars it opens on X11" [ "$window" != "$screen" ]
check "and ends" ends_when_told

launch
until_true test -s "$work/out" # the first frame is shown
if ls /usr/lib/*/libdecor/plugins-1/*.so >/dev/null 2>&1; then
    check "with title bars it does not open on X11" eval ! found_window
    check "but on Wayland, and ends" ends_when_told
fi

DISPLAY= SDL_VIDEODRIVER=wayland launch
check "on Wayland alone it plays" until_true printed 10
check "and ends" ends_when_told

for theme in "" /nowhere; do # SDL crashed when it was asked for pointers that there are not
    DISPLAY= SDL_VIDEODRIVER=wayland XCURSOR_PATH=${theme:-${XCURSOR_PATH-/usr/share/icons}} launch --at 5
    until_true test -s "$work/out"
    xdotool mousemove --window "$screen" 1096 200 mousemove --window "$screen" 150 82
    rest
    check "pointers of other shapes do no harm (${theme:-a theme})" kill -0 "$pid"
    check "and it ends" ends_when_told
done

DISPLAY= WAYLAND_DISPLAY=none launch
until_true ended
wait "$pid"
check "without any display it fails" [ $? -eq 1 ]
check "and says so" grep -q "there is no display to open a window on" "$work/err"
pid=

report
