#!/bin/sh
# Points on the command line: from a file, a pipe, a sample, or typed; and what is no points.
# Usage: points_line.sh PROGRAM CSV_DIR
set -u
program=$1
csv=$2
. "$(dirname "$0")/program.sh"

has_points() { # has_points "X,Y"...: exactly these, and nothing is said
    [ "$status" -eq 0 ] && [ "$(cat "$work/out")" = "$(printf '%s\n' x,y "$@")" ] &&
        [ ! -s "$work/err" ]
}

is_refused() { # is_refused WORD...: status 2, nothing printed, one line with every word
    [ "$status" -eq 2 ] && [ ! -s "$work/out" ] && one_line_with "$@"
}

printf 'a,b,c\n1,0.1,5\n2,1e-300,6\n' >"$work/points.csv"
run --data "$work/points.csv" --print-data
check "the first two columns are the points" has_points "1,0.10000000000000001" \
    2,1e-300
run "$work/points.csv" --columns c,a --print-data
check "columns are chosen by name, and the file needs no option" has_points 5,1 6,2
run "$work/points.csv" --columns 3,1 --print-data
check "or by number" has_points 5,1 6,2
status=0
"$program" - --print-data <"$work/points.csv" --columns a,c >"$work/out" 2>"$work/err" || status=$?
check "points come from a pipe" has_points 1,5 2,6

run --xy "1,2 -3.5,4e2" --print-data
check "points are typed" has_points 1,2 -3.5,400
run --sample anscombe4 --print-data
check "a sample has its points" [ "$(wc -l <"$work/out")" -eq 12 ]
"$program" --sample hubble --print-data >"$work/again.csv"
run "$work/again.csv" --print-data
check "what is printed is read back to the digit" cmp -s "$work/out" "$work/again.csv"

run --xy "1,2 2,4" --print --steps 1 --init 0,0 --loss sum --lr 0.01
check "the sum of the squares is trained on" grep -q '^0,0,0,20$' "$work/out"
run --xy "1,2 3,6" --standardize --print --steps 1 --init 0,0
check "standardized x is trained on" grep -q '^1,0.4[0-9]*,0.8' "$work/out"

run "$csv/missing.csv" --print-data
check "rows that are skipped are told" grep -qF "3 rows skipped" "$work/err"
check "and the others printed" [ "$(wc -l <"$work/out")" -eq 5 ]

run --sample car --print-data
check "an unknown sample: the samples are named" is_refused "'car'" "cars" "hubble"
run --xy "1,2 3" --print-data
check "a point of one number" is_refused "--xy '3'" "X,Y"
run --xy "1,2 3,x" --print-data
check "a point of words" is_refused "'3,x'"
run --xy "" --print-data
check "no points" is_refused "no points"
run --xy "1,1e300" --print-data
check "a point too far away" is_refused "1e+70"
run --sample cars --xy 1,2
check "two sources" is_refused "only one"
run "$work/points.csv" "$csv/plain.csv"
check "two files" is_refused "only one file"
run --columns 1,2
check "columns of no file" is_refused "--data"
run --sample cars --points 5
check "how given points are drawn" is_refused "--points" "given"
run "$work"
check "a folder" is_refused "cannot be read"
run "$work/none.csv"
check "no such file" is_refused "none.csv" "No such file"
run "$csv/empty.csv"
check "an empty file" is_refused "empty.csv" "empty"
run "$csv/word.csv"
check "a word for a number" is_refused "word.csv" "line 3" "abc"
run "$csv/unknown_column.csv" --columns x,z
check "a column that there is not" is_refused '"z"' "x, y"
run --loss squares
check "an unknown loss" is_refused "mean, half or sum"
run --standardize=1
check "a switch takes no value" is_refused "takes no value"

report
