#!/bin/bash
# The window opens in the desktop's scale, and never larger than the screen.
# Usage: scale.sh PROGRAM. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
. "$(dirname "$0")/display.sh"
need Xvfb xdotool xprop
export SDL_VIDEODRIVER=x11

opens_at() { # opens_at WIDTHxHEIGHT ARGUMENT...
    wanted=$1
    shift
    start --at 5 "$@"
    rest
    size=$(xdotool getwindowgeometry "$window" | sed -n 's/ *Geometry: //p')
    least=$(xprop -id "$window" WM_NORMAL_HINTS | sed -n 's/.*minimum size: \(.*\) by \(.*\)/\1x\2/p')
    kill "$pid"
    has_ended_with 0 || return 1
    [ "$size" = "$wanted" ] || { echo "$size instead of $wanted"; return 1; }
    [ "${least%x*}" -le "${size%x*}" ] && [ "${least#*x}" -le "${size#*x}" ] ||
        { echo "at least $least, which is more than $size"; return 1; }
}

tell_dpi() { # as xrdb does
    xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi:	$1
"
}

open_x11 3840x2160
check "without a word from the desktop the scale is 1" opens_at 1280x800
tell_dpi 192
check "192 dots per inch are a scale of 2" opens_at 2560x1600
check "--scale goes above it" opens_at 1280x800 --scale 1
check "--size counts in the desktop's scale" opens_at 1800x1200 --size 900x600
tell_dpi 120
check "120 dots per inch are a scale of 1.25" opens_at 1600x1000
tell_dpi 97
check "97 are nearly 96" opens_at 1280x800
tell_dpi many
check "what is no number tells nothing" opens_at 1280x800

open_x11 1400x900
tell_dpi 192
check "a screen with too little room is filled" opens_at 1400x900
check "with --scale, too" opens_at 1400x900 --scale 4

report
