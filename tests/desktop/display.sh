# Sourced by the tests that open a real window, with $program set: a display of their own, the
# program on it, and what there is to see of it from outside. They are skipped (77) where a tool is
# missing.
. "$(dirname "$0")/../check.sh"
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET XDG_RUNTIME_DIR SDL_VIDEODRIVER
work=$(mktemp -d)
servers=
pid=

cleanup() {
    [ -n "$pid" ] && kill -KILL "$pid" 2>/dev/null
    for process in $servers; do
        kill "$process" 2>/dev/null
    done
    wait 2>/dev/null
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

open_x11() { # open_x11 WIDTHxHEIGHT XVFB-ARGUMENT...
    # Without -noreset the server begins anew whenever its last client has left, and one that comes
    # at that moment finds no display.
    size=$1
    shift
    : >"$work/display"
    Xvfb -displayfd 3 -noreset -screen 0 "${size}x24" -nolisten tcp "$@" 3>"$work/display" \
        2>"$work/xvfb" &
    servers="$! $servers"
    until_true test -s "$work/display" || { echo "FAILED: Xvfb"; cat "$work/xvfb"; exit 1; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    until_true answers || { echo "FAILED: Xvfb does not answer"; exit 1; }
}

answers() {
    xdotool getmouselocation >/dev/null
}

# A Wayland session whose screen is a window on the X11 display, so that xdotool is mouse and
# keyboard there, too. kiosk-shell gives all of the screen to the program.
open_wayland() { # open_wayland WIDTH HEIGHT SHELL
    XDG_RUNTIME_DIR=$work/run
    export XDG_RUNTIME_DIR
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    xdotool mousemove 9999 9999 # weston knows where the mouse is when it comes in from outside
    weston --backend=x11-backend.so --use-pixman --shell="$3-shell.so" --socket=downhill-test \
        --width="$1" --height="$2" --idle-time=0 --no-config >"$work/weston" 2>&1 &
    servers="$! $servers"
    until_true test -S "$XDG_RUNTIME_DIR/downhill-test" ||
        { cat "$work/weston"; skip "weston does not start here"; }
    WAYLAND_DISPLAY=downhill-test
    # SDL, libdecor and Mesa leave much behind there; what is downhill's own is seen on X11.
    ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
    export WAYLAND_DISPLAY ASAN_OPTIONS
    screen=
    until_true found_screen || { cat "$work/weston"; skip "weston shows no screen here"; }
}

found_screen() {
    screen=$(sed -n 's/.* output .*, window id \([0-9]*\)$/\1/p' "$work/weston")
    [ -n "$screen" ] && xdotool getwindowgeometry "$screen" >/dev/null
}

# Starts the program as a terminal does, where Ctrl+C counts.
launch() { # launch ARGUMENT...
    env --default-signal=INT "$program" "$@" >"${out:-$work/out}" 2>"${err:-$work/err}" &
    pid=$!
}

start() { # start ARGUMENT...: and waits for its window, which has the keyboard then
    launch "$@"
    until_true found_window || { echo "FAILED: no window"; cat "$work/err"; exit 1; }
    xdotool windowfocus "$window"
}

found_window() { # by its first line on Wayland, where no window can be looked for
    window=
    if [ "${SDL_VIDEODRIVER:-x11}" = wayland ]; then
        [ -s "$work/out" ] && window=$screen
    else
        window=$(xdotool search --onlyvisible --pid "$pid" --name '^downhill$' | head -n 1)
    fi
    [ -n "$window" ]
}

ended() {
    [ ! -d "/proc/$pid" ] || grep -q '^State:.Z' "/proc/$pid/status"
}

has_ended_with() { # has_ended_with STATUS: soon, and without a word on stderr
    until_true ended || { echo "it still runs"; return 1; }
    wait "$pid"
    status=$?
    pid=
    [ "$status" -eq "$1" ] || { echo "status $status"; cat "$work/err"; return 1; }
    [ ! -s "$work/err" ] || { cat "$work/err"; return 1; }
}

printed() { # printed N: that many lines on the terminal, exactly
    [ "$(wc -l <"$work/out")" -eq "$1" ]
}

printed_at_least() {
    [ "$(wc -l <"$work/out")" -ge "$1" ]
}

rest() { # long enough for the program to have done what it was told, on a busy machine, too
    sleep 0.6
    for _ in 1 2 3 4 5 6 7 8; do
        before=$(processor_time)
        sleep 0.3
        [ "$(processor_time)" = "$before" ] && return
    done
}

processor_time() { # so far, in hundredths of a second
    awk '{print $14 + $15}' "/proc/$pid/stat" 2>/dev/null || echo 0
}

works() { # whether the program does anything within a second and a half
    before=$(processor_time)
    sleep 1.5
    [ "$(processor_time)" -gt "$before" ]
}

idles() {
    ! works
}
