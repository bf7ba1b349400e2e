#!/bin/bash
# A window that nobody sees costs nothing, and time stands still for its run.
# Usage: resting.sh PROGRAM x11|wayland. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
system=$2
. "$(dirname "$0")/display.sh"
need Xvfb xdotool
open_x11 1400x900
export SDL_VIDEODRIVER=$system

on_x11() {
    start --repeat loop
    check "a looping run that is seen works" works
    xdotool windowunmap "$window"
    rest
    check "hidden it uses no processor time" idles
    xdotool windowmap "$window"
    rest
    check "shown again it works" works

    covered=$pid
    "$program" --at 5 >"$work/out2" 2>&1 & # opens in the same place
    cover=$!
    until_true test -s "$work/out2"
    rest
    check "covered by another window it uses no processor time" idles
    kill "$cover"
    wait "$cover"
    rest
    pid=$covered
    check "uncovered it works" works
    xdotool windowfocus "$window" key q
    check "and ends in peace" has_ended_with 0

    start --steps 2000 # ten seconds by the default interval would be over by far
    until_true printed_at_least 10
    xdotool windowunmap "$window"
    rest
    lines=$(wc -l <"$work/out")
    sleep 2
    check "hidden a run does not go on" printed "$lines"
    xdotool windowmap "$window"
    sleep 0.5
    check "and shown it goes on where it was" [ "$(wc -l <"$work/out")" -le $((lines + 6)) ]
    check "at once" until_true printed_at_least $((lines + 1))
    kill "$pid"
    check "and ends in peace again" has_ended_with 0
}

# Maximised, the title bar is below weston's panel, and its first button minimises.
on_wayland() {
    need weston
    open_wayland 1280 800 desktop
    start --repeat loop
    rest
    check "a looping run that is seen works" works
    xdotool key super+shift+m
    rest
    xdotool mousemove --window "$screen" 1200 44 sleep 0.2 click 1
    rest
    check "minimised it uses no processor time" idles
    xdotool key super+Tab
    rest
    check "shown again it works" works
    kill "$pid"
    check "and ends in peace" has_ended_with 0
}

"on_$system"
report
