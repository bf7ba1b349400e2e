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

# Their libraries may fall over.
try_all export_file svg 83
try_all export_file pdf 83
try_all export_file gif 53
report
