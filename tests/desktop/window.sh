#!/bin/bash
# The real window on a display of its own: real mouse, real keys, a clean end.
# Usage: window.sh PROGRAM x11|wayland. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
system=$2
. "$(dirname "$0")/display.sh"
need Xvfb xdotool
open_x11 1400x900
if [ "$system" = wayland ]; then
    need weston
    open_wayland 1280 800 kiosk
fi
export SDL_VIDEODRIVER=$system

tenth_loss() { # of the last training
    grep '^step  10 ' "$work/out" | tail -n 1
}

start
check "the run plays to its end and prints ten losses" until_true printed 10
check "they begin with the loss at the start" grep -q '^step   0  loss 8.1036$' "$work/out"

rest # the line of step 90 is the last; ten more steps follow
check "a finished run uses no processor time" idles

xdotool key r
check "R plays again" until_true printed 20
rest
xdotool key space
check "Space plays again from the end" until_true printed 30
rest
xdotool mousemove --window "$window" 146 82 mousedown 1 mousemove --window "$window" 180 82 \
    sleep 0.1 mouseup 1
check "a drag of the learning rate plays a new run" until_true printed_at_least 40
check "with a lower loss at step 10" until_true grep -qE '^step  10  loss 0\.[0-9]{4}$' "$work/out"
sleep 2
rest
lines=$(wc -l <"$work/out")
xdotool mousemove --window "$window" 174 764 click 1
check "the play button plays" until_true printed $((lines + 10))
rest
if [ "$system" = x11 ]; then # weston's screen cannot change
    xdotool windowsize --sync "$window" 820 600
    xdotool mousemove --window "$window" 174 564 click 1
    check "and where it is after a resize" until_true printed $((lines + 20))
    xdotool windowsize --sync "$window" 1280 800
    rest
fi
lines=$(wc -l <"$work/out")
xdotool mousemove --window "$window" 969 243 mousedown 1 mousemove --window "$window" 1000 260 \
    mousemove --window "$window" 1040 280 sleep 0.1 mouseup 1
check "a drag of the start in the weights picture plays a new run" \
    until_true printed_at_least $((lines + 10))
rest
xdotool mousemove --window "$window" 1096 560 click 1 mousemove --window "$window" 640 400 key b
rest
check "scrubbing and playing backwards do no harm" kill -0 "$pid"
xdotool key t e w l g 1 1 m ctrl+equal ctrl+0 ctrl+z ctrl+shift+z ctrl+c
rest
check "every view comes and goes" kill -0 "$pid"
xdotool key Escape Escape r
rest
lines=$(wc -l <"$work/out")
before=$(tenth_loss)
xdotool key ctrl+1 sleep 0.2 mousemove --window "$window" 180 293 click 1 sleep 0.2 \
    mousemove --window "$window" 180 487 click 1 # Adam, in the list of the section unfolded
check "an optimizer chosen from the list trains anew" until_true printed_at_least $((lines + 10))
rest
check "to another loss at step 10" [ "$before" != "$(tenth_loss)" ]
lines=$(wc -l <"$work/out")
xdotool key k o comma comma h a
check "runs kept and raced play on" until_true printed_at_least $((lines + 10))
rest
xdotool key ctrl+c ctrl+z ctrl+z ctrl+z
rest
check "and are undone" kill -0 "$pid"
if [ "$system" = x11 ]; then
    xdotool windowsize "$window" 300 200
    sleep 0.3
    check "the window survives being made tiny" kill -0 "$pid"
fi
xdotool key F1
xdotool key Escape
xdotool key F11
sleep 0.3
xdotool key Escape
check "help and full screen come and go" kill -0 "$pid"
xdotool key q
check "Q ends it with status 0 and nothing on stderr" has_ended_with 0

start --at 30
sleep 0.3
check "--at opens paused at that step" printed 1
check "and prints the step that it shows" grep -q '^step  30  loss 0.1619$' "$work/out"
xdotool key ctrl+q
check "Ctrl+Q ends it alike" has_ended_with 0

report
