#!/bin/sh
# The program as a script uses it: exit statuses, what goes to which stream, files written.
# Usage: command_line.sh PROGRAM REFERENCE_DIR
set -u
program=$1
reference=$2
. "$(dirname "$0")/program.sh"

run --print
check "--print exits with 0" [ "$status" -eq 0 ]
check "--print has the header" [ "$(head -n 1 "$work/out")" = "step,slope,intercept,loss" ]
check "--print has rows 0 to 100" [ "$(wc -l <"$work/out")" -eq 102 ]
check "--print is silent on stderr" [ ! -s "$work/err" ]
check "--print starts at the start" grep -q '^0,-1,1,8\.10358695523208' "$work/out"

cp "$work/out" "$work/first"
for locale in de_DE.UTF-8 tr_TR.UTF-8; do
    LC_ALL=$locale run --print --lr 0.1
    check "--print is the same in $locale" cmp -s "$work/first" "$work/out"
done

run --print --lr 0.3 --vs "optimizer=adam batch=10" --vs lr=1e9
check "--print with several runs exits with 0" [ "$status" -eq 0 ]
check "and has a first column run" [ "$(head -n 1 "$work/out")" = "run,step,slope,intercept,loss" ]
check "the first run has all its rows" [ "$(grep -c '^1,' "$work/out")" -eq 101 ]
check "and so has the second" [ "$(grep -c '^2,' "$work/out")" -eq 101 ]
check "a run that diverges is named" one_line_with "run 3 diverged at step"
cut -d, -f2- "$work/out" | sed -n 2,102p >"$work/run1"
run --print --lr 0.3
check "each run is what it is alone" sh -c "tail -n +2 '$work/out' | cmp -s - '$work/run1'"
run --print --optimizer momentum --lr 0.05 --seed 42 --steps 200
tail -n 1 "$work/out" | cut -c 1-16 >"$work/ours"
tail -n 1 "$reference/momentum_seed42.csv" | cut -c 1-16 >"$work/pytorchs"
check "--optimizer prints PyTorch's run" cmp -s "$work/ours" "$work/pytorchs"
run --beta1 0.5
check "a setting that the optimizer lacks exits with 2" [ "$status" -eq 2 ]
check "and says which optimizer has it" one_line_with --beta1 "gd has no such setting" adam

run --print-data --seed 18446744073709551615
cp "$work/out" "$work/largest"
run --print-data --seed -1
check "a negative seed counts from 2^64" cmp -s "$work/largest" "$work/out"
run --print-data
check "--print-data has PyTorch's points" cmp -s "$work/out" "$reference/data_seed4261750215_n100.csv"

run --print --lr 1e9
check "a diverging --print exits with 0" [ "$status" -eq 0 ]
check "a diverging --print says at which step" one_line_with "diverged at step"
check "a diverging --print has finite numbers only" sh -c "! grep -qiE 'nan|inf' '$work/out'"

run --lr 0.1x
check "wrong input exits with 2" [ "$status" -eq 2 ]
check "wrong input is one line that says what" one_line_with --lr 0.1x "0 or more"
check "wrong input prints nothing else" [ ! -s "$work/out" ]

run --help
check "--help exits with 0" [ "$status" -eq 0 ]
check "--help says that a file can be given" \
    [ "$(head -n 1 "$work/out")" = "Usage: downhill [options] [FILE]" ]
for word in --optimizer --batch --momentum --alpha --beta1 --beta2 --beta --nu --nu1 --nu2 --eps \
    --weight-decay --vs \
    --name nesterov adagrad rmsprop adam adamw qhm qhadam --lr --init --steps --interval --points --seed --true --noise --data --columns --sample \
    --xy --standardize --loss --print --print-data \
    --screenshot --at --size --scale --help --version Space F11 Escape; do
    check "--help names $word" grep -qF -- "$word" "$work/out"
done
check "--help keeps to 80 columns" sh -c "! grep -qE '.{81}' '$work/out'"

run --version
check "--version" grep -qE '^downhill [0-9]+\.[0-9]+\.[0-9]+$' "$work/out"

run --screenshot "$work/a.png" --size 900x600 --scale 1.5
check "--screenshot exits with 0 without a display" [ "$status" -eq 0 ]
check "--screenshot writes a PNG of size times scale" \
    [ "$(od -An -tu1 -j16 -N8 "$work/a.png" | tr -s ' ')" = " 0 0 5 70 0 0 3 132" ]
run --screenshot "$work/b.png" --size 900x600 --scale 1.5 --at 100
check "the last step is --at's default" cmp -s "$work/a.png" "$work/b.png"
run --screenshot "$work/b.png" --size 900x600 --scale 1.5 --at 99
check "--at shows another step" sh -c "! cmp -s '$work/a.png' '$work/b.png'"

run --screenshot "$work/no/such/folder.png"
check "a file that cannot be written exits with 1" [ "$status" -eq 1 ]
check "and says which and why" one_line_with "no/such/folder.png" "No such file"

run --screenshot "$work/a.jpg"
check "a picture that is to be no PNG exits with 2" [ "$status" -eq 2 ]
check "and says what is possible" one_line_with --screenshot a.jpg .png
check "and writes nothing" [ ! -e "$work/a.jpg" ]
run --screenshot "$work/UPPER.PNG"
check ".PNG is .png" [ "$status" -eq 0 ]
"$program" --screenshot /dev/stdout --size 900x600 --scale 1.5 | cmp -s - "$work/a.png"
check "a picture may go to a pipe" [ "$?" -eq 0 ]

cp "$work/a.png" "$work/old.png"
files=$(ls -A "$work" | wc -l)
status=0
(ulimit -f 4 && exec "$program" --screenshot "$work/old.png" --at 3) 2>"$work/err" || status=$?
check "a picture that the disk has no room for exits with 1" [ "$status" -eq 1 ]
check "and says why" one_line_with "old.png cannot be written: File too large"
check "and leaves the old one" cmp -s "$work/a.png" "$work/old.png"
check "and no rest" [ "$(ls -A "$work" | wc -l)" -eq "$files" ]
ln -s old.png "$work/link.png"
run --screenshot "$work/link.png" --at 3
check "a link to a picture stays one" [ -L "$work/link.png" ]
check "and what it leads to is new" sh -c "! cmp -s '$work/a.png' '$work/old.png'"
plain() { # no control character has reached stderr, nor one that turns the direction of writing
    ! LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' \
        "$work/err" && iconv -f UTF-8 -t UTF-8 "$work/err" >/dev/null 2>&1
}
evil=$(printf '\033]0;x\007\302\233\342\200\256\342\201\246\177\377\b')
for line in "--screenshot $work/no/$evil.png" "--lr $evil" "--$evil" "-$evil" "$evil" "--vs lr=$evil" \
    "--vs $evil" "--size=$evil" "--print=$evil" "--show $evil"; do
    # shellcheck disable=SC2086
    run $line
    check "nothing that was typed commands the terminal: $line" plain
    check "and there is a line that says what is wrong: $line" one_line_with downhill:
done
long=$(printf 'ö%.0s' $(seq 200))
run --screenshot "$work/no/$long.png"
check "a long name of a file is cut after a whole letter" plain
check "and says so" one_line_with "ö… cannot be written"

run
check "no display exits with 1" [ "$status" -eq 1 ]
check "no display is said in one line" one_line_with "display"

if [ -w /dev/full ]; then
    for arguments in --print "--print --steps 5000" --print-data "--print-data --points 5000" --help \
        --version "--screenshot /dev/stdout" "--screenshot /dev/full"; do
        status=0
        # shellcheck disable=SC2086
        "$program" $arguments >/dev/full 2>"$work/err" || status=$?
        check "$arguments: a full disk exits with 1" [ "$status" -eq 1 ]
        check "$arguments: a full disk is said in one line" \
            one_line_with "cannot be written: No space left on device"
    done
fi

report
