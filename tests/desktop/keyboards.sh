#!/bin/bash
# Keyboards of other countries, each on a display of its own whose usual layout is theirs: what the
# window system and SDL make of their keys.
# Usage: keyboards.sh PROGRAM. Exits with 77 (skipped) where a tool or the layouts are missing.
set -u
program=$1
layouts=/usr/share/X11/xkb
. "$(dirname "$0")/display.sh"
need Xvfb xdotool xkbcomp
[ -f "$layouts/symbols/us" ] || skip "there are no layouts in $layouts"

copied() { # copied WORDS: the command line on the clipboard has them
    xclip -o -selection clipboard | grep -qF -- "$1"
}

# The layouts are a copy in which the usual one is another; the US one is there as "american".
sit_down() { # sit_down LAYOUT: a display with that keyboard, and the program on it, played to its end
    rm -rf "$work/xkb"
    cp -r "$layouts" "$work/xkb"
    find "$work/xkb/symbols" -type f -exec sed -i 's/"us\([("]\)/"american\1/' {} +
    mv "$work/xkb/symbols/us" "$work/xkb/symbols/american"
    printf 'default xkb_symbols "basic" { include "%s" };\n' "$1" >"$work/xkb/symbols/us"
    open_x11 1400x900 -xkbdir "$work/xkb"
    start
    until_true printed 10
    sleep 0.6 # the line of step 90 is the last; ten more steps follow
}

stand_up() {
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    kill $servers
    wait $servers 2>/dev/null
    pid=
    servers=
}

# Keys are named by their places, as the window system numbers them.
control=37 shift=50
place() {
    case $1 in q) echo 24 ;; r) echo 27 ;; x) echo 53 ;; c) echo 54 ;; o) echo 32 ;; \
        1) echo 10 ;; 6) echo 15 ;; 0) echo 19 ;; minus) echo 20 ;; esac
}

press() { # press PLACE
    xdotool key "$(place "$1")"
}

hold_and_press() { # hold_and_press MODIFIER PLACE
    xdotool keydown "$1" key "$(place "$2")" keyup "$1"
    sleep 0.2
}

for layout in ru gr il ara; do
    sit_down "$layout"
    press r
    check "$layout: R plays again" until_true printed 20
    if command -v xclip >/dev/null; then
        press 1
        hold_and_press $control minus
        hold_and_press $control c
        check "$layout: Ctrl+C copies, 1 shows the data alone" until_true copied "--show data"
        check "$layout: Ctrl and minus make everything smaller" copied "--scale 0.9"
    fi
    hold_and_press $control q
    check "$layout: Ctrl+Q ends it" until_true ended
    stand_up
done

sit_down fr # where q is in the place of a, the digits take Shift, and 6 types a minus without
if command -v xclip >/dev/null; then
    hold_and_press $control 6
    hold_and_press $control c
    check "fr: Ctrl and minus make everything smaller" until_true copied "--scale 0.9"
    xdotool keydown $control
    hold_and_press $shift 0
    xdotool keyup $control
    press 1
    hold_and_press $control c
    check "fr: 1 without Shift shows the data alone" until_true copied "--show data"
    check "fr: Ctrl and 0 with Shift make everything as usual" sh -c "! xclip -o -selection \
        clipboard | grep -q scale"
fi
press q
sleep 0.3
check "fr: what is in the place of Q is an A" kill -0 "$pid"
xdotool key 38
check "fr: and Q is in the place of A" until_true ended
stand_up

sit_down "american(dvorak)" # where an apostrophe is in the place of q
press q
sleep 0.3
check "dvorak: what is in the place of Q is none" kill -0 "$pid"
press o
check "dvorak: R is in the place of O" until_true printed 20
press x
check "dvorak: Q is in the place of X" until_true ended
stand_up

report
