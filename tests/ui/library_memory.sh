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

export_file() { # export_file FILE: the same
    status=0
    LD_PRELOAD=$failing "$program" --export "$work/$1" --size 480x360 --steps 3 >"$work/out" \
        2>"$work/err" || status=$?
}

same() { # same A B: but for the time of day that a PDF has in it
    sed /CreationDate/d "$1" >"$work/one" && sed /CreationDate/d "$2" | cmp -s - "$work/one"
}

FAIL_COUNT=$work/none LD_PRELOAD=$failing "$program" --version >"$work/out"
before=$(cat "$work/none") # by then the program has begun: what comes before is not its own

try_all() { # try_all COMMAND ENDING STRIDE
    FAIL_COUNT=$work/count "$1" "right.$2"
    last=$(cat "$work/count")
    check "a picture takes memory" [ "$last" -gt "$((before + 500))" ]
    ended=0
    at=$before
    while [ "$at" -le "$last" ]; do
        FAIL_AT=$at "$1" "a.$2"
        if [ "$status" -eq 0 ]; then
            check "$2, allocation $at: the picture is right" same "$work/right.$2" "$work/a.$2"
        elif [ "$status" -eq 1 ]; then
            check "$2, allocation $at: a line says why there is none" \
                [ "$(wc -l <"$work/err")" -eq 1 ]
            check "$2, allocation $at: there is none" [ ! -e "$work/a.$2" ]
        else # a library that falls over, which no program can prevent
            check "$2, allocation $at: there is none" [ ! -e "$work/a.$2" ]
            ended=$((ended + 1))
        fi
        rm -f "$work/a.$2"
        at=$((at + $3))
    done
    check "$2: libraries seldom fall over" [ "$ended" -le 3 ]
}

try_all screenshot png 53
try_all export_file svg 83
try_all export_file pdf 83
try_all export_file gif 53
report
