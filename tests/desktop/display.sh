# Sourced by the tests that open a real window, with $program set: a display of their own and what
# there is to see of the program on it from outside. They are skipped (77) where a tool is missing.
. "$(dirname "$0")/../check.sh"
unset WAYLAND_DISPLAY SDL_VIDEODRIVER
work=$(mktemp -d)
xvfb=
pid=

cleanup() {
    [ -n "$pid" ] && kill "$pid" 2>/dev/null
    [ -n "$xvfb" ] && kill "$xvfb" 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

skip() {
    echo "skipped: $1"
    exit 77
}

need() { # need TOOL...
    for tool in "$@"; do
        command -v "$tool" >/dev/null || skip "$tool is not installed"
    done
}

until_true() { # until_true COMMAND...: within ten seconds
    for _ in $(seq 200); do
        "$@" 2>/dev/null && return 0
        sleep 0.05
    done
    return 1
}

answers() {
    xdotool getmouselocation >/dev/null
}

# Without -noreset the server begins anew when its last client leaves, and who comes then finds none.
open_x11() { # open_x11 XVFB-ARGUMENT...
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset "$@" 3>"$work/display" 2>/dev/null &
    xvfb=$!
    until_true test -s "$work/display" || { echo "FAILED: Xvfb did not start"; exit 1; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    until_true answers || { echo "FAILED: Xvfb does not answer"; exit 1; }
}

start() { # start ARGUMENT...: and waits for the window, which has the keyboard then
    "$program" "$@" >"$work/out" 2>"$work/err" &
    pid=$!
    window=
    until_true found_window || { echo "FAILED: no window"; cat "$work/err"; exit 1; }
    xdotool windowfocus "$window"
}

found_window() {
    window=$(xdotool search --onlyvisible --pid "$pid" --name '^downhill$' | head -n 1)
    [ -n "$window" ]
}

ended() {
    ! kill -0 "$pid" 2>/dev/null
}

printed() { # printed N: that many lines on the terminal, exactly
    [ "$(wc -l <"$work/out")" -eq "$1" ]
}
