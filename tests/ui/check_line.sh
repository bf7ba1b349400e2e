#!/bin/sh
# --check: what is said of runs that were written elsewhere, and of what is no run.
# Usage: check_line.sh PROGRAM REFERENCE_DIR
set -u
program=$1
reference=$2
traces=$reference/traces
. "$(dirname "$0")/program.sh"

says() { # says VERDICT STATUS WORD...: the first line, the status, and every word in the output
    [ "$(head -n 1 "$work/out")" = "verdict: $1" ] && [ "$status" -eq "$2" ] &&
        [ ! -s "$work/err" ] || return 1
    shift 2
    for word in "$@"; do
        grep -qF -- "$word" "$work/out" || return 1
    done
}

is_refused() { # is_refused WORD...: status 2, nothing printed, one line with every word
    [ "$status" -eq 2 ] && [ ! -s "$work/out" ] && one_line_with "$@"
}

judge() { # judge FILE OPTION...: over the points that the traces were made on
    file=$1
    shift
    run --data "$reference/data_seed42_n100.csv" --check "$file" "$@"
}

# Each trace, the learning rate that it should have, and its verdict.
while read -r trace rate verdict; do
    case $verdict in agree) expected=0 ;; *) expected=3 ;; esac
    judge "$traces/$trace.csv" --lr "$rate" --init -1,1
    check "$trace" says "$verdict" "$expected"
done <<END
agree 0.1 agree
agree2 0.1 agree
float32 0.1 agree
half 0.1 half
sum 0.001 sum
learning-rate 0.1 learning-rate
uphill 0.1 uphill
no-x 0.1 no-x
one-x 0.1 one-x
swapped 0.1 swapped
sequential 0.1 sequential
sequential-intercept 0.1 sequential-intercept
accumulated 0.1 accumulated
one-weight-slope 0.1 one-weight-slope
per-point 0.01 per-point
l1 0.1 l1
scaled-x 0.1 scaled-x
shifted 0.1 shifted
other-start 0.1 other-start
momentum 0.1 momentum
adam 0.1 adam
END

# What is said.
judge "$traces/half.csv" --lr 0.1 --init -1,1
check "half: both numbers of the first step that departs" [ "$(sed -n 2p "$work/out")" = \
    "first departure: step 1, slope -0.85568493310722082 here -0.71136986621444165" ]
check "half: what it is, and the same run here" says half 3 "in all 40 steps" \
    "half the mean of the squares" "--loss half, or --lr 0.05"
judge "$traces/half.csv" --lr 0.1 --init -1,1 --loss half
check "with half the mean it is the same run" says agree 0 "first departure: none"
judge "$traces/half.csv" --lr 0.05 --init -1,1
check "and with half the rate" says agree 0
judge "$traces/sequential.csv" --lr 0.1
check "the weight that departs is the intercept" says sequential 3 \
    "first departure: step 1, intercept 1.3149927401914983 here 1.3168203177838"
judge "$traces/agree2.csv" --lr 0.1
check "how many digits there are" says agree 0 "the 4 digits of the file"
judge "$traces/float32.csv" --lr 0.1
check "float32 is told" says agree 0 "float32"
judge "$traces/learning-rate.csv"
check "a rate that is not given is found" says agree 0 "--lr 0.03"
judge "$traces/other-start.csv" --lr 0.1
check "a start that is not given is that of the trace" says agree 0
judge "$traces/other-start.csv" --lr 0.1 --init -1,1
check "another start: where it is" says other-start 3 "step 0, slope 0 here -1" "--init 0,0"
judge "$traces/scaled-x.csv" --lr 0.1
check "scaled x: the option" says scaled-x 3 "--standardize"
judge "$traces/scaled-x.csv" --lr 0.1 --standardize
check "and with it the same run" says agree 0
judge "$traces/momentum.csv" --lr 0.1 --optimizer momentum
check "momentum, where it is meant" says agree 0
judge "$traces/agree.csv" --lr 0.1 --optimizer momentum
check "plain gradient descent, where momentum is meant" says gd 3
run --sample cars --check "$traces/agree.csv" --lr 0.1
check "other points: their means" says other 3 "may not be the same" "mean of x is 0.0" "15.4"

# What is said of runs that this program makes otherwise.
print_own() { # print_own OPTION...
    "$program" --print --steps 60 "$@" >"$work/own.csv" 2>/dev/null
}

print_own --loss sum --lr 0.001
run --check "$work/own.csv" --lr 0.001
check "the sum" says sum 3 "n times what it should be" "not divided by" "--loss sum, or --lr 0.1."
run --check "$work/own.csv" --lr 0.001 --loss half
check "the sum, where half the mean is meant" says learning-rate 3 "Your gradient is 2n times" \
    "the sum of the squares" "--loss sum, or --lr 0.2."
run --check "$work/own.csv" --lr 0.1 --loss sum
check "a hundredth where n is a hundred" says learning-rate 3 "1/n of what it should be"
print_own --optimizer momentum --momentum 0.87
run --check "$work/own.csv" --lr 0.1
check "settings are told" says momentum 3 "is momentum (momentum 0.87)" \
    "The same run here: --optimizer momentum --momentum 0.87."
print_own --optimizer adam --beta1 0.8
run --check "$work/own.csv" --lr 0.1
check "all of them" says adam 3 "(beta1 0.8, beta2 0.999, eps 1e-08)"
print_own --lr 0.1,20:0.01
run --check "$work/own.csv" --lr 0.1
check "a rate that changes" says other 3 "first departure: step 21" "Up to step 20" \
    "between 0.01 and 0.1"
run --check "$work/own.csv" --lr 0.1,20:0.01
check "it may be meant" says agree 0
print_own --lr 0.03
run --check "$work/own.csv" --lr 0.1
check "no reason for three tenths" says learning-rate 3 "Your learning rate is 0.3 times" "--lr 0.03."
"$program" --print --xy "-1,0 1,3" --steps 9 >"$work/own.csv"
run --xy "-1,0 1,3" --check "$work/own.csv"
check "where the mean of x is 0" says agree 0 "cannot be told from: sequential, sequential-intercept"
print_own
(cat "$work/own.csv" && echo "61,nan,nan,nan") >"$work/nan.csv"
run --check "$work/nan.csv"
check "a number at the end that is not finite" says agree 0 \
    "in the 60 steps before the first number that is not finite"

# A velocity that is a running average, and a loss that is not that of its row.
awk 'BEGIN { print "w,b"; for (t = 0; t < 40; t++) { printf "%.17g,%.17g\n", w, b
    gw = 2 * ((b - 1) * 0 + (w + b - 2) * 1 + (2 * w + b - 2) * 2) / 3
    gb = 2 * ((b - 1) + (w + b - 2) + (2 * w + b - 2)) / 3
    vw = 0.9 * vw + 0.1 * gw; vb = 0.9 * vb + 0.1 * gb; w -= 0.2 * vw; b -= 0.2 * vb } }' >"$work/average.csv"
run --xy "0,1 1,2 2,2" --check "$work/average.csv" --lr 0.2
check "a running average" says momentum 3 "0.1 times the learning rate" "running average" "--lr 0.02"
losses() { # losses EXPRESSION WORD...: of the fourth column, in awk
    awk -F, -v OFS=, "NR > 1 { \$4 = $1 } 1" "$work/own.csv" >"$work/losses.csv"
    shift
    run --check "$work/losses.csv"
    says agree 0 "$@"
}
check "right losses" losses '$4' "within double arithmetic."
check "half of them" losses '$4 / 2' "Your losses are half the mean of the squares."
check "their root" losses 'sqrt($4)' "Your losses are the root of the mean"
check "others" losses '$4 + 1' "not those of your weights: in row 0"
awk -F, 'NR > 2 { print s "," i "," $4 } { s = $2; i = $3 } NR == 1 { print "w,b,Loss" }' \
    "$work/own.csv" >"$work/losses.csv"
run --check "$work/losses.csv"
check "losses after the update" says agree 0 "at the weights after the update"
run --check "$work/losses.csv" --columns w,b
check "they are found where columns are given" says agree 0 "at the weights after the update"

# Right runs: this program's own, and PyTorch's.
for options in "" "--optimizer adam --lr 0.3" "--batch 10" "--lr 1.2" "--loss sum --lr 0.001" \
    "--standardize --optimizer rmsprop" "--lr 0.1,50:0.01" "--optimizer adamw --batch 32"; do
    # shellcheck disable=SC2086
    "$program" --print $options >"$work/own.csv" 2>/dev/null
    # shellcheck disable=SC2086
    run --check "$work/own.csv" $options
    check "what --print has written: $options" says agree 0
done
# Mistakes, run forward: each is told by its name.
for mistake in uphill no-x one-x swapped one-weight-slope one-weight-intercept sequential \
    sequential-intercept accumulated per-point l1 scaled-x; do
    "$program" --print --lr 0.02 --steps 30 --vs "mistake=$mistake" >"$work/both.csv" 2>/dev/null
    awk -F, 'NR == 1 || $1 == 2' "$work/both.csv" | cut -d, -f2- >"$work/own.csv"
    run --check "$work/own.csv" --lr 0.02
    check "the mistake $mistake" says "$mistake" 3
done
run --print --vs mistake=none-such
check "a mistake that there is not" is_refused "mistake=none-such" "accumulated"
run --print --vs "mistake=l1 batch=5"
check "a mistake with mini-batches" is_refused "all points" "batch=0"
run --print --batch 5 --vs mistake=l1 --steps 3
check "mini-batches beside a mistake" [ "$status" -eq 0 ]
run --mistake l1
check "the current run makes none" is_refused "--mistake" "not an option"

# A trace beside the run: its rows are printed, and its rate, start and steps are taken.
run --data "$reference/data_seed42_n100.csv" --trace "$traces/half.csv" --print
check "a trace is printed as a run" grep -q '^2,40,' "$work/out"
check "the rate is the trace's" grep -q '^1,1,-0.85568493310722082,' "$work/out"
check "no row more" [ "$(wc -l <"$work/out")" -eq 83 ]
run --trace "$traces/half.csv" --steps 3 --print
check "steps that are given" [ "$(wc -l <"$work/out")" -eq 9 ]
run --trace "$traces/half.csv" --at 41 --print
check "a step that the trace has not" is_refused "--at 41" "0 to 40"
run --trace "$work/no.csv" --print
check "a trace that is not there" is_refused "no.csv cannot be read"
run --trace "$traces/half.csv" --check "$traces/half.csv"
check "a trace and a check" is_refused "--check" "not with --trace"
run --trace "$traces/half.csv" --vs lr=1 --vs lr=1 --vs lr=1 --vs lr=1 --vs lr=1 --vs lr=1 \
    --vs lr=1 --print
check "nine runs" is_refused "--trace" "8 runs"

while read -r trace options; do
    # shellcheck disable=SC2086
    run --check "$reference/$trace.csv" $options
    check "PyTorch's $trace" says agree 0
done <<END
gd_seed42_lr0.1 --seed 42 --lr 0.1 --init -1,1
gd_seed0_lr0.9 --seed 0 --lr 0.9 --init -1,1
gd_seed0_lr1.05_diverges --seed 0 --lr 1.05 --init -1,1
gd_seed1234_n1000 --seed 1234 --points 1000 --lr 0.3 --init 5,-5
minibatch10_seed42 --seed 42 --batch 10
minibatch32_ragged_seed7 --seed 7 --batch 32
momentum_seed42 --seed 42 --optimizer momentum
nesterov_seed42 --seed 42 --optimizer nesterov
adagrad_seed42 --seed 42 --optimizer adagrad
rmsprop_seed42 --seed 42 --optimizer rmsprop
adam_seed42 --seed 42 --optimizer adam
adamw_seed42 --seed 42 --optimizer adamw
qhm_seed42 --seed 42 --optimizer qhm
qhadam_seed42 --seed 42 --optimizer qhadam
END
run --check "$reference/minibatch10_seed42.csv" --seed 42
check "batches that nobody spoke of" says mini-batch 3 "--batch 10"

# Columns.
"$program" --print --steps 9 >"$work/own.csv"
cut -d, -f3,2 "$work/own.csv" | sed '1s/.*/up,across/' >"$work/named.csv"
run --check "$work/named.csv" --columns up,across --init -1,1
check "columns by name" says agree 0
run --sample cars --check "$work/named.csv" --columns up,across --lr 0.1
check "they are those of the file before them" says other 3
run --check "$work/named.csv"
check "other names" is_refused "named.csv" "no column slope" "up, across"
awk -F, 'NR > 1 { print $3 ";" $2 }' "$work/own.csv" | sed '1iB;W' >"$work/swapped.csv"
run --check "$work/swapped.csv"
check "letter case and order do not matter" says agree 0
for header in 'theta_1,theta_0' 'w1,w0' 'beta1,beta0' 'coef_,intercept_' 'b1,b0'; do
    awk -F, -v OFS=, 'NR > 1 { print $2, $3 }' "$work/own.csv" | sed "1i$header" >"$work/names.csv"
    run --check "$work/names.csv"
    check "columns $header" says agree 0
done
awk -F, 'NR > 1 { print $2, $3 }' "$work/own.csv" | sed '1i# w b' >"$work/savetxt.txt"
run --check "$work/savetxt.txt"
check "names in a comment, as numpy writes them" says agree 0
awk -F, -v OFS=, 'NR > 1 { print $1, $2, $3 }' "$work/own.csv" | sed '1i,w,b' >"$work/pandas.csv"
run --check "$work/pandas.csv"
check "rows counted, as pandas does" says agree 0
awk -F, -v OFS=, 'NR > 1 { print int($1 / 5), $2, $3 }' "$work/own.csv" | sed '1iepoch,w,b' >"$work/epochs.csv"
run --check "$work/epochs.csv"
check "an epoch has many updates" says agree 0
awk -F, -v OFS=, 'NR > 1 { print $1 % 5, $2, $3 }' "$work/own.csv" | sed '1iiter,w,b' >"$work/anew.csv"
run --check "$work/anew.csv"
check "which are counted anew" says agree 0
run --check "$traces/agree.csv" "$reference/data_seed42_n100.csv" --columns x,y
check "columns of points that come after it" says agree 0
"$program" --print --steps 9 | "$program" --check - >"$work/out" 2>"$work/err"
status=$?
check "a run comes from a pipe" says agree 0

# What is no run.
printf 'slope,intercept\n' >"$work/none.csv"
run --check "$work/none.csv"
check "no rows" is_refused "none.csv" "no rows"
printf 'slope,intercept\n1,2\n' >"$work/one.csv"
run --check "$work/one.csv"
check "one row" is_refused "one.csv" "one row"
printf 'slope,intercept\n1,2\nabc,3\n' >"$work/words.csv"
run --check "$work/words.csv"
check "a word" is_refused "words.csv: line 3" "abc"
printf 'slope,intercept\nnan,2\n1,3\n' >"$work/nan.csv"
run --check "$work/nan.csv"
check "NaN in the first row" is_refused "nan.csv" "first row"
printf 'step,slope,intercept\n0,1,2\n10,2,3\n' >"$work/tenth.csv"
run --check "$work/tenth.csv"
check "rows that are ten steps apart" is_refused "tenth.csv" "every step"
printf '1\n2\n' >"$work/column.csv"
run --check "$work/column.csv"
check "one column" is_refused "column.csv" "two columns"
run --check "$work/no.csv"
check "no file" is_refused "no.csv cannot be read"
run --check ""
check "no name" is_refused "--check" "name of a file"
run --check "$work/one.csv" --print
check "two things at once" is_refused "only one of"
printf 'slope,intercept\n-1,1\n-1,1\n-1,1\n' >"$work/still.csv"
run --check "$work/still.csv" --lr 0.1
check "a run that stands still" says other 3 "stand still in step 1"

report
