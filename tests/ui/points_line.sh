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

for option in --data -d; do
    run $option "$work/points.csv" --print-data
    check "$option: so is with its option" has_points "1,0.10000000000000001" 2,1e-300
done
run "--data=$work/points.csv" --print-data
check "--data=FILE is the same" has_points "1,0.10000000000000001" 2,1e-300
cp "$work/points.csv" "$work/it's my file.csv"
run "$work/it's my file.csv" --print-data
check "a name may have spaces and quotes" has_points "1,0.10000000000000001" 2,1e-300
(printf 'a,b\n1,2\n' && sleep 0.2 && printf '3,4\n') | "$program" --data - --print-data \
    >"$work/out" 2>"$work/err"
status=$?
check "a pipe may be slow" has_points 1,2 3,4

# The same four points, as people have them.
for file in plain.csv no_header.csv bom_crlf.csv tabs.tsv spaces.txt semicolon_decimal_comma.csv \
    pandas_index.csv r_row_names.csv quoted.csv; do
    run "$csv/$file" --print-data
    check "$file" has_points 0.5,1 1.25,2.5 2,4.75 -3.5,-6
done
run "$csv/named_columns.csv" --columns height,weight --print-data
check "named_columns.csv" has_points 0.5,1 1.25,2.5 2,4.75 -3.5,-6
run "$csv/numbered_columns.csv" --columns 3,4 --print-data
check "numbered_columns.csv" has_points 0.5,1 1.25,2.5 2,4.75 -3.5,-6

# What 17 digits tell of a double, and that they tell all of it.
printf '%s\n' 0.1,0.30000000000000004 9007199254740993,-2.2250738585072014e-308 \
    1e70,-1.2345678901234567e69 3.0000000000000004,5e-324 >"$work/bits.csv"
run "$work/bits.csv" --print-data
check "17 digits are printed" has_points 0.10000000000000001,0.30000000000000004 \
    9007199254740992,-2.2250738585072014e-308 1.0000000000000001e+70,-1.2345678901234567e+69 \
    3.0000000000000004,4.9406564584124654e-324
cp "$work/out" "$work/bits again.csv"
run "$work/bits again.csv" --print-data
check "and read back to the bit" cmp -s "$work/out" "$work/bits again.csv"

run --xy "1,2 -3.5,4e2" --print-data
check "points are typed" has_points 1,2 -3.5,400
run --xy "  1,2   -3.5,4e2 " --print-data
check "with spaces around them" has_points 1,2 -3.5,400
run --sample anscombe4 --print-data
check "a sample has its points" [ "$(wc -l <"$work/out")" -eq 12 ]
"$program" --sample hubble --print-data >"$work/again.csv"
run "$work/again.csv" --print-data
check "what is printed is read back to the digit" cmp -s "$work/out" "$work/again.csv"

run --xy "1,2 3,4" --columns 'dose,"effect, %"' --called trial --print-data
check "typed points have names" has_points 1,2 3,4
run --xy "1,2 3,4" --columns dose --print-data
check "one name of two columns" is_refused "--columns" "two names"
run --sample cars --called trial
check "a name of no typed points" is_refused "--called" "--xy"

run --xy "1,2 2,4" --print --steps 1 --init 0,0 --loss sum --lr 0.01
check "the sum of the squares is trained on" grep -q '^0,0,0,20$' "$work/out"
run --xy "1,2 3,6" --standardize --print --steps 1 --init 0,0
check "standardized x is trained on" grep -q '^1,0.4[0-9]*,0.8' "$work/out"

run "$csv/missing.csv" --print-data
check "rows that are skipped are told, and which" \
    grep -qF "missing.csv: 3 rows skipped, no number in both columns (lines 3, 5, 7)" "$work/err"
: >"$work/err"
check "and the others printed" has_points 0.5,1 1.25,2.5 2,4.75 -3.5,-6

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
check "two sources" is_refused "only one" --data --sample --xy
run --data "$csv/plain.csv" --sample cars
check "a file and a sample" is_refused "only one"
run "$csv/plain.csv" --xy 1,2
check "a file and typed points" is_refused "only one"
run "$work/points.csv" "$csv/plain.csv"
check "two files" is_refused "only one file"
for option in "" "--data=" "-d"; do
    run ${option:+"$option"} ""
    check "a file without a name: $option" is_refused "''" "must be" "name of a file"
done
run --columns 1,2
check "columns of no file" is_refused "--data"
run --sample cars --columns 1,2
check "columns of a sample" is_refused "--columns" "--data"
run --sample cars --points 5
check "how given points are drawn" is_refused "--points" "given"
for option in "--points 5" "--true 1,2" "--noise 0.5"; do
    # shellcheck disable=SC2086
    run --data "$csv/plain.csv" $option
    check "how the points of a file are drawn: $option" is_refused "${option%% *}" "given"
done
run "$work"
check "a folder" is_refused "cannot be read: Is a directory"
run --data "$work"
check "a folder with an option" is_refused "cannot be read: Is a directory"
run "$work/none.csv"
check "no such file" is_refused "none.csv cannot be read: No such file"
run --data "$work/none.csv"
check "no such file with an option" is_refused "none.csv cannot be read: No such file"
run --data -
check "standard input of nothing" is_refused "standard input" "empty"
printf 'name,town\nAda,London\nEmmy,Erlangen\n' >"$work/words.csv"
run "$work/words.csv"
check "a file without numbers" is_refused "words.csv" "two columns"
run "$csv/one_column.csv"
check "a file with one column" is_refused "one_column.csv" "two columns"
run "$csv/infinite.csv"
check "a number that is not finite" is_refused "line 3" "1e999"
run "$csv/binary.csv"
check "a file that is no text" is_refused "binary.csv"
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
