#!/bin/sh
# One allocation fails, in the program or in a library: the picture is right, or there is none and a
# line that says so. Once it lacked a word, without a word.
# Usage: library_memory.sh PROGRAM FAILING_MALLOC
set -u
unset DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR SDL_VIDEODRIVER
program=$1
failing=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/../check.sh"

screenshot() { # screenshot FILE: leaves status and err
    status=0
    LD_PRELOAD=$failing "$program" --screenshot "$work/$1" --size 800x560 >"$work/out" \
        2>"$work/err" || status=$?
}

FAIL_COUNT=$work/none LD_PRELOAD=$failing "$program" --version >"$work/out"
FAIL_COUNT=$work/count screenshot right.png
before=$(cat "$work/none") # by then the program has begun: what comes before is not its own
last=$(cat "$work/count")
check "a picture takes memory" [ "$last" -gt "$((before + 500))" ]

ended=0
at=$before
while [ "$at" -le "$last" ]; do
    FAIL_AT=$at screenshot a.png
    if [ "$status" -eq 0 ]; then
        check "allocation $at: the picture is right" cmp -s "$work/right.png" "$work/a.png"
    elif [ "$status" -eq 1 ]; then
        check "allocation $at: a line says why there is none" [ "$(wc -l <"$work/err")" -eq 1 ]
        check "allocation $at: there is none" [ ! -e "$work/a.png" ]
    else # a library that falls over, which no program can prevent
        check "allocation $at: there is none" [ ! -e "$work/a.png" ]
        ended=$((ended + 1))
    fi
    rm -f "$work/a.png"
    at=$((at + 53))
done
check "libraries seldom fall over" [ "$ended" -le 3 ]
report
