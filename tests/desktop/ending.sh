#!/bin/bash
# However the window is ended, it ends with status 0 and without a word.
# Usage: ending.sh PROGRAM [LATE_WAKEUP]. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
late_wakeup=${2-}
. "$(dirname "$0")/display.sh"
need Xvfb xdotool
open_x11 1400x900
export SDL_VIDEODRIVER=x11

for signal in HUP INT TERM; do
    start --repeat loop
    kill "-$signal" "$pid"
    check "SIG$signal ends a window that plays" has_ended_with 0
    start --at 5
    rest
    kill "-$signal" "$pid"
    check "SIG$signal ends one that is paused" has_ended_with 0
    start --repeat loop
    xdotool windowunmap "$window"
    rest
    kill "-$signal" "$pid"
    check "SIG$signal ends one that is hidden" has_ended_with 0
done

env --ignore-signal=HUP "$program" --at 5 >"$work/out" 2>"$work/err" &
pid=$!
until_true found_window
kill -HUP "$pid"
rest
check "under nohup SIGHUP ends nothing" kill -0 "$pid"
kill "$pid"
check "and SIGTERM does" has_ended_with 0

if [ -n "$late_wakeup" ]; then
    export LATE_WAKEUP_SENT=$work/late
    export LD_PRELOAD=$late_wakeup ASAN_OPTIONS=verify_asan_link_order=0
    start --at 5
    unset LD_PRELOAD
    rest
    xdotool key Escape sleep 0.2 key Escape sleep 0.2 key q
    check "it ends in peace though a message of SDL's comes too late" has_ended_with 0
    check "which has happened" [ -e "$work/late" ]
fi

report
