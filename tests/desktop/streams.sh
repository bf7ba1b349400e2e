#!/bin/bash
# What the window prints is a courtesy: nothing that becomes of its standard output and error may
# end it or keep it waiting.
# Usage: streams.sh PROGRAM. Exits with 77 (skipped) where a tool is missing.
set -u
program=$1
. "$(dirname "$0")/display.sh"
need Xvfb xdotool
open_x11 1400x900
export SDL_VIDEODRIVER=x11

clogged() { # clogged NAME: makes a pipe that is full and that nobody reads until now
    mkfifo "$work/$1"
    exec 8<>"$work/$1"
    dd if=/dev/zero of="/dev/fd/8" bs=4096 oflag=nonblock 2>/dev/null
}

lines_read() { # lines_read N FILE
    [ "$(tr -d '\0' <"$2" | grep -c '^step ')" -eq "$1" ]
}

quits() { # by the keyboard, which shows that it is alive
    xdotool windowfocus "$window" key q
    has_ended_with 0
}

: >"$work/err"
launch_closed() { # launch_closed FILE...: without these files of the process
    case "$*" in
    1) env --default-signal=INT "$program" 2>"$work/err" >&- & ;;
    *) env --default-signal=INT "$program" <&- >&- 2>&- & ;;
    esac
    pid=$!
    until_true found_window
}
check "the window opens without standard output" launch_closed 1
sleep 1
xdotool windowfocus "$window"
check "and quits" quits
check "the window opens without any standard file" launch_closed 0 1 2
sleep 1
kill "$pid"
check "and ends when it is told to" has_ended_with 0

mkfifo "$work/pipe"
head -n 3 <"$work/pipe" >"$work/head" &
head=$!
out=$work/pipe start
wait "$head"
check "a reader that leaves has its lines" [ "$(wc -l <"$work/head")" -eq 3 ]
sleep 2
check "and the window stays and quits" quits

clogged full
out=$work/full start --steps 200
sleep 1
check "a reader that stops keeps no window waiting" works
sleep 3
cat <&8 >"$work/late" &
reader=$!
servers="$reader $servers"
check "and has the lines when it goes on" until_true lines_read 20 "$work/late"
check "and the window quits" quits
kill "$reader"

clogged full_err
out=$work/full_err err=$work/full_err start
sleep 1
check "nor does one of both streams" quits
err=$work/full_err DISPLAY=:9999 launch
check "a window that cannot open ends, though nobody reads why" until_true ended
wait "$pid"
check "with status 1" [ $? -eq 1 ]
exec 8<&-
pid=

status_before_head() { # of a command whose reader leaves
    bash -c '"$@" | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}' - "$@" 2>"$work/err"
    status=$?
    [ "$status" -eq 141 ] && [ ! -s "$work/err" ]
}
check "--print | head ends quietly, as other commands do" \
    status_before_head "$program" --print --steps 10000
"$program" --print >&- 2>"$work/err"
check "--print without standard output fails" [ $? -eq 1 ]
check "and says so" grep -q "cannot be written" "$work/err"

report
