#!/bin/sh
# One allocation fails, in the program or in a library: the picture, or what is exported, is right, or
# there is none and a line that says so. Once a picture lacked a word, without a word.
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

export_to() { # export_to FILE: leaves status and err
    status=0
    LD_PRELOAD=$failing "$program" --export "$work/$1" --batch 10 --vs lr=0.2 >"$work/out" \
        2>"$work/err" || status=$?
}

for ending in csv html ipynb py; do
    FAIL_COUNT=$work/count export_to "right.$ending"
    last=$(cat "$work/count")
    check ".$ending takes memory" [ "$last" -gt "$((before + 3))" ]
    at=$before
    while [ "$at" -le "$last" ]; do
        FAIL_AT=$at export_to "a.$ending"
        if [ "$status" -eq 0 ]; then
            check ".$ending, allocation $at: it is right" cmp -s "$work/right.$ending" "$work/a.$ending"
        else
            check ".$ending, allocation $at: a line says why" [ "$(wc -l <"$work/err")" -eq 1 ]
            check ".$ending, allocation $at: it is a failure" [ "$status" -eq 1 ]
            check ".$ending, allocation $at: there is none" [ ! -e "$work/a.$ending" ]
        fi
        rm -f "$work/a.$ending"
        at=$((at + 1))
    done
done
check "nothing else is left" [ "$(ls -A "$work" | grep -c downhill)" -eq 0 ]
report
