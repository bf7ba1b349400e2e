#!/bin/sh
# --export on the command line: what is written, what is refused, and that nothing is lost.
# Usage: export_line.sh PROGRAM
set -u
program=$1
. "$(dirname "$0")/program.sh"

is_refused() { # is_refused WORD...: status 2, nothing printed, one line with every word
    [ "$status" -eq 2 ] && [ ! -s "$work/out" ] && one_line_with "$@"
}

for runs in "" "--vs lr=0.3" "--lr 1e9" "--batch 10 --optimizer adam"; do
    # shellcheck disable=SC2086
    run --print $runs
    cp "$work/out" "$work/printed"
    # shellcheck disable=SC2086
    run --export "$work/run.csv" $runs
    check "--export of a .csv exits with 0: $runs" [ "$status" -eq 0 ]
    check "and is silent: $runs" [ ! -s "$work/out" ]
    check "and has what --print prints: $runs" cmp -s "$work/printed" "$work/run.csv"
done
run --print-data
run -x "$work/points.csv" --points-only
"$program" --print-data | cmp -s - "$work/points.csv"
check "--points-only is what --print-data prints" [ "$?" -eq 0 ]
run --sample cars -x "$work/cars.csv" --points-only
check "with the columns' names" [ "$(head -n 1 "$work/cars.csv")" = '"speed (mph)","stopping distance (ft)"' ]
"$program" --print --sample cars --lr 0.001 >"$work/printed"
"$program" --print "$work/cars.csv" --lr 0.001 | cmp -s - "$work/printed"
check "and is read back to the bit" [ "$?" -eq 0 ]

for ending in html py ipynb CSV; do
    run -x "$work/run.$ending"
    check "--export of a .$ending exits with 0 without a display" [ "$status" -eq 0 ]
    check "and writes it" [ -s "$work/run.$ending" ]
    check "with no byte that is no UTF-8" sh -c "iconv -f UTF-8 -t UTF-8 '$work/run.$ending' >/dev/null 2>&1"
done
check "a page asks for nothing of the network" sh -c "! grep -qE '(https?:)?//[a-z]' '$work/run.html'"
check "a page of 100 steps is below 60 KB" [ "$(wc -c <"$work/run.html")" -lt 60000 ]

evil=$(printf '</script><!--&"\342\200\250\342\200\256\377')
run -x "$work/evil.html" --xy 1,2 --called "$evil" --vs "lr=0.2 name=$evil"
check "names do not end a script" [ "$(grep -c '</script>' "$work/evil.html")" -eq 2 ]
check "nor begin a comment" sh -c "! grep -q '<!--' '$work/evil.html'"
check "and are UTF-8" sh -c "iconv -f UTF-8 -t UTF-8 '$work/evil.html' >/dev/null 2>&1"
check "without what breaks lines" sh -c "! LC_ALL=C grep -qP '\xe2\x80[\xa8\xae]' '$work/evil.html'"

run -x "$work/run.txt"
check "another ending is refused" is_refused "run.txt" "must end in" .csv .html .ipynb .py
check "and nothing is written" [ ! -e "$work/run.txt" ]
run -x
check "a name is needed" is_refused --export "a value is missing"
run -x ""
check "and not an empty one" is_refused --export "the name of a file"
run -x "$work/a.py" --print
check "only one thing is done" is_refused "only one of" --export
run --framework numpy
check "a framework needs a file" is_refused --framework "no --export"
run -x "$work/a.py" --framework tensorflow
check "there are two of them" is_refused tensorflow "pytorch or numpy"
run -x "$work/a.html" --framework numpy
check "a page has none" is_refused --framework ".ipynb or .py"
run --points-only
check "--points-only needs a file" is_refused --points-only "no --export"
run -x "$work/a.py" --points-only
check "and it is a table" is_refused --points-only .csv
run -x "$work/a.py" --vs mistake=uphill
check "a script makes no mistake" is_refused mistake=uphill
run -x "$work/a.py" --lr 0.1 --trace "$work/run.csv"
check "and trains what it tells" is_refused --trace
run -x "$work/a.html" --steps 1000000
check "a page is not too long" is_refused 200000 --steps
check "and nothing was written" [ ! -e "$work/a.py" ]

run -x "$work/no/such/folder.py"
check "a file that cannot be written exits with 1" [ "$status" -eq 1 ]
check "and it is said which and why" one_line_with "no/such/folder.py" "No such file"
mkdir "$work/folder.html"
run -x "$work/folder.html"
check "a folder is no file" [ "$status" -eq 1 ]
check "and that is said" one_line_with "folder.html" "Is a directory"
check "and it stays" [ -d "$work/folder.html" ]
mkdir "$work/closed"
chmod 500 "$work/closed"
if ! touch "$work/closed/try" 2>/dev/null; then # root may write everywhere
    run -x "$work/closed/run.html"
    check "a folder without rights exits with 1" [ "$status" -eq 1 ]
    check "and that is said" one_line_with "run.html" "Permission denied"
fi
chmod 700 "$work/closed"

for ending in csv html ipynb py; do
    echo "what was there" >"$work/old.$ending"
    files=$(ls -A "$work" | wc -l)
    status=0
    (ulimit -f 1 && exec "$program" -x "$work/old.$ending" --steps 20000 --xy "$(seq -s ' ' -f '%g,1' 1 200)") \
        2>"$work/err" || status=$?
    check "a .$ending that the disk has no room for exits with 1" [ "$status" -eq 1 ]
    check "and says why" one_line_with "old.$ending cannot be written: File too large"
    check "and leaves the old one" [ "$(cat "$work/old.$ending")" = "what was there" ]
    check "and no rest" [ "$(ls -A "$work" | wc -l)" -eq "$files" ]
    if [ -w /dev/full ]; then
        ln -s /dev/full "$work/full.$ending"
        run -x "$work/full.$ending"
        check "a .$ending on a full disk exits with 1" [ "$status" -eq 1 ]
        check "and that is said" one_line_with "cannot be written: No space left on device"
    fi
done

"$program" -x "$work/two.html" --lr 0.1 &
"$program" -x "$work/two.html" --lr 0.2
wait
run -x "$work/first.html" --lr 0.1
run -x "$work/second.html" --lr 0.2
check "of two at once one is there, whole" sh -c \
    "cmp -s '$work/two.html' '$work/first.html' || cmp -s '$work/two.html' '$work/second.html'"

report
