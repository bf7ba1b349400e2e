#!/bin/bash
# Figures in files as a script gets them: what other programs make of them, and what is left when
# writing goes wrong.
# Usage: figure_files.sh PROGRAM COMPARE_PICTURES
set -u
program=$1
compare=$2
. "$(dirname "$0")/program.sh"

has() { # has PROGRAM...: whether they are installed; says what is skipped without them
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        echo "skipped: what $tool would look at; it is not installed"
        return 1
    done
}

alike() { # alike LEAST MOST ARGUMENT...: of 10000 pixels so many are, and the mean distance is less
    local least=$1 most=$2 pixels distance
    shift 2
    read -r pixels distance <<<"$("$compare" "$@")"
    [ "$pixels" -ge "$least" ] && [ "$distance" -le "$most" ] && return 0
    echo "of 10000 pixels $pixels are alike, the mean distance is $distance hundredths"
    return 1
}

ends_with() { # ends_with STATUS ARGUMENT...
    local expected=$1
    shift
    run "$@"
    [ "$status" -eq "$expected" ] && return 0
    cat "$work/err"
    return 1
}

cd "$work" || exit 1
figures=("--size 1280x800" "--size 960x600 --scale 2 --theme dark --vs optimizer=adam"
    "--size 960x600 --scale 2 --show data,words --points 1000000" "--size 960x600 --scale 2 --lr 1.2"
    "--size 960x600 --scale 4 --show card,slices,loss,residuals,data --at 12")
for figure in "${figures[@]}"; do
    for ending in png svg pdf; do
        # shellcheck disable=SC2086
        check "$figure: a $ending is written" ends_with 0 --export a.$ending $figure
        check "$figure: without a word" [ ! -s err ]
    done
    scale=$(sed -nE 's/.*--scale ([0-9]).*/\1/p' <<<"$figure")
    scale=${scale:-1}
    finer=$((scale < 4 ? 4 : 2))
    if has rsvg-convert; then
        check "the SVG can be read" rsvg-convert -z $scale a.svg -o svg.png
        check "$figure: the SVG is the PNG" alike 9900 60 a.png svg.png
    fi
    if has pdftoppm; then # which smooths edges in a way of its own: it is given more of them
        check "the PDF can be read" pdftoppm -r $((finer * 96 * scale)) -png -singlefile a.pdf pdf
        check "$figure: the PDF is the PNG" alike 9900 60 a.png pdf.png $finer
    fi
done

run --export a.pdf --at 12 --show data,weights,loss,words,card --vs "lr=0.3 name=我的运行"
if has pdftotext pdffonts pdfinfo; then
    pdftotext a.pdf text
    for word in Data Weights "Loss over the weights" "100 points" "best fit" "slope a₀" "Next: 12 → 13" \
        "The line" "Gradient descent"; do
        check "'$word' is found in the PDF" sh -c 'tr "\n" " " <text | grep -qF -- "$1" || {
            [ "$1" = Weights ] && grep -qF "Loss over" text; }' - "$word"
    done
    if has fc-list && [ -n "$(fc-list ':lang=zh')" ]; then
        check "and a name in Chinese" grep -qF 我的运行 text
    fi
    check "its fonts are embedded" sh -c "pdffonts a.pdf | tail -n +3 | awk '{print \$(NF-4)}' |
        grep -vq no"
    run --export a.pdf --size 318x240
    check "a column is 84 mm wide" grep -q '238.5 x 180 pts' <(pdfinfo a.pdf)
fi
check "an SVG needs no fonts" sh -c "! grep -q '<text\|font-family' a.svg"
check "an SVG has its size" grep -q 'width="960px" height="600px"' a.svg
run --export b.svg --size 640x480 --points 1000000
check "a million points are an image in it" [ "$(stat -c %s b.svg)" -lt 2000000 ]

run --export a.png --at 99
cp a.png old
run --export a.png --at 100
check "--at says the step" sh -c "! cmp -s a.png old"
run --export b.png
check "and is the last" cmp -s a.png b.png
run --screenshot b.svg
check "--screenshot of another ending exits with 2" [ "$status" -eq 2 ]
check "and says what is possible" one_line_with --screenshot b.svg .png
run --export b.bmp
check "an ending that there is not exits with 2" [ "$status" -eq 2 ]
check "and says which there are" one_line_with b.bmp .png .svg .pdf .gif .mp4 .webm
for option in from to; do
    run --export b.png --$option 3
    check "--$option of a still picture exits with 2" [ "$status" -eq 2 ]
    check "and says what it is for" one_line_with --$option .gif .mp4 .webm
    run --$option 3
    check "--$option of no file exits with 2" [ "$status" -eq 2 ]
    run --export b.gif --$option 101
    check "--$option beyond the run exits with 2" [ "$status" -eq 2 ]
done
run --show data,loss --print
check "two pictures in the window exit with 2" [ "$status" -eq 2 ]
check "and are said to be for files" one_line_with --show --export

small="--size 318x240 --show loss --steps 20"
if has ffmpeg ffprobe; then
    for film in mp4 webm; do
        check "a $film is written" ends_with 0 --export a.$film --size 641x481
        check "without a word" [ ! -s err ]
        ffprobe -v error -count_frames -show_entries \
            stream=width,height,pix_fmt,r_frame_rate,nb_read_frames -of default=nk=1:nw=1 a.$film >probe
        check "$film: its sides are even, its colors usual, its frames counted" \
            [ "$(tr '\n' ' ' <probe)" = "642 482 yuv420p 50/1 101 " ]
        ffmpeg -v error -y -i a.$film -vf "select='eq(n,0)+eq(n,12)+eq(n,100)'" -vsync 0 f%d.png
        number=1
        for step in 0 12 100; do
            run --export p.png --size 642x482 --at $step
            check "$film: step $step is its picture, but for color at edges" \
                alike 9300 120 p.png f$number.png
            number=$((number + 1))
        done
    done
    # shellcheck disable=SC2086
    run --export a.mp4 $small --interval 1000 --steps 3
    check "slow films have frames enough" [ "$(ffprobe -v error -show_entries \
        stream=r_frame_rate,nb_frames,duration -of csv=p=0 a.mp4)" = "10/1,4.000000,40" ]
    # shellcheck disable=SC2086
    run --export a.mp4 $small --interval 5 --repeat reflect
    check "fast ones are as fast" [ "$(ffprobe -v error -show_entries \
        stream=r_frame_rate,nb_frames -of csv=p=0 a.mp4)" = "50/1,10" ]
    check "and say how" one_line_with "a frame lasts 20 ms and stands for 4 steps of 5 ms"
    ln -sf /dev/stdout pipe.mp4
    # shellcheck disable=SC2086
    "$program" --export pipe.mp4 $small | cat >piped.mp4
    # shellcheck disable=SC2086
    run --export whole.mp4 $small
    check "a film may go to a pipe" cmp -s piped.mp4 whole.mp4
    forms="png svg pdf gif mp4 webm"
else
    forms="png svg pdf gif"
fi

# The old file is there, and nothing else.
untouched() { # untouched FILE
    cmp -s "$1" old && [ "$(ls -A . | grep -c '^\.downhill')" -eq 0 ]
}
refuses() { # refuses FILE WORD...: a failure, told with these words, that leaves the old file
    local file=$1
    shift
    [ "$status" -eq 1 ] && one_line_with "$file cannot be written: " "$@" && untouched "$file" &&
        return 0
    cat err
    return 1
}
echo old >old
for form in $forms; do
    cp old a.$form
    for blocks in 0 1 2 8; do
        # shellcheck disable=SC2086
        (ulimit -f $blocks && exec "$program" --export a.$form $small) 2>&1 >/dev/null | cat >err
        status=${PIPESTATUS[0]}
        [ "$status" -eq 0 ] && break # it has become large enough
        check "$form: a disk with room for $blocks blocks" refuses a.$form
    done
    # shellcheck disable=SC2086
    run --export no/such.$form $small
    check "$form: a folder that there is not" one_line_with "no/such.$form cannot be written: No such"
    mkdir folder.$form
    # shellcheck disable=SC2086
    run --export folder.$form $small
    check "$form: a name that is a folder" one_line_with "folder.$form cannot be written: Is a dir"
    check "$form: and exits with 1" [ "$status" -eq 1 ]
    if [ -w /dev/full ]; then
        ln -sf /dev/full full.$form
        # shellcheck disable=SC2086
        run --export full.$form $small
        check "$form: a full device exits with 1" [ "$status" -eq 1 ]
        check "$form: and is told" one_line_with "full.$form cannot be written: No space left"
    fi
    cp old a.$form
    # shellcheck disable=SC2086
    "$program" --export a.$form $small --steps 30 2>err1 &
    # shellcheck disable=SC2086
    "$program" --export a.$form $small --steps 30 2>err2
    wait $!
    # shellcheck disable=SC2086
    run --export b.$form $small --steps 30
    [ $form = pdf ] && sed -i /CreationDate/d a.pdf b.pdf # the time of day is in it
    check "$form: of two at once one whole file is left" cmp -s a.$form b.$form
    check "$form: and no rest" [ "$(ls -A . | grep -c '^\.downhill')" -eq 0 ]
done
# Nobody in particular has no rights in a folder of whoever runs this.
mkdir shut
as_nobody=
[ "$(id -u)" -eq 0 ] && as_nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
chmod a-w shut
chmod a+rx "$work"
if [ -z "$as_nobody" ] || $as_nobody "$program" --version >/dev/null 2>&1; then
    for form in $forms; do
        status=0
        # shellcheck disable=SC2086
        $as_nobody "$program" --export shut/a.$form $small >out 2>err || status=$?
        check "$form: a folder without rights exits with 1" [ "$status" -eq 1 ]
        check "$form: and is told" one_line_with "shut/a.$form cannot be written: Permission denied"
    done
else
    echo "skipped: a folder without rights; whoever runs this has them all"
fi
# A disk that fills up, not only a limit: where there may be one.
mkdir disk
if mount -t tmpfs -o size=24k tmpfs disk 2>/dev/null; then
    for form in $forms; do
        rm -f disk/*
        cp old disk/a.$form
        run --export disk/a.$form --size 960x600 --scale 2
        check "$form: a full disk exits with 1" [ "$status" -eq 1 ]
        check "$form: leaves the old file" cmp -s disk/a.$form old
        check "$form: and nothing else" [ "$(ls -A disk | wc -l)" -eq 1 ]
    done
    umount disk
else
    echo "skipped: a full disk; it cannot be mounted here"
fi

# Programs that are called ffmpeg.
mkdir bin
pretend() { # pretend COMMAND: ffmpeg is this
    printf '#!/bin/sh\n%s\n' "$1" >bin/ffmpeg
    chmod +x bin/ffmpeg
}
film() { # film: with that ffmpeg, over the old file
    cp old a.mp4
    status=0
    PATH=$work/bin:$PATH timeout 20 "$program" --export a.mp4 --size 640x480 >out 2>err || status=$?
}
cp old a.mp4
status=0
PATH=$work/none "$program" --export a.mp4 >out 2>err || status=$?
check "without ffmpeg it is told how to get it" refuses a.mp4 "apt-get install ffmpeg"
pretend 'head -c 2000000 >/dev/null; kill -9 $$'
film
check "ffmpeg killed in the middle" refuses a.mp4 "ended in the middle" Killed
pretend 'head -c 2000000 >/dev/null; echo "no such codec" >&2; exit 1'
film
check "ffmpeg that gives up" refuses a.mp4 "ffmpeg says: no such codec"
pretend 'cat >/dev/null; exit 3'
film
check "ffmpeg that fails and says nothing" refuses a.mp4 "status 3"
pretend 'exit 0'
film
check "ffmpeg that takes nothing" refuses a.mp4 "took no more"
pretend 'printf "%b" "\033]0;x\007 evil" >&2; exit 1'
film
check "what it says commands no terminal" sh -c "! LC_ALL=C grep -q '[[:cntrl:]]' err"
pretend 'exec sleep 60'
cp old a.mp4
PATH=$work/bin:$PATH "$program" --export a.mp4 --size 640x480 >out 2>err &
exporting=$!
sleep 0.5
sleeping=$(ps -o pid= --ppid $exporting)
kill -TERM $exporting
wait $exporting
check "an export that is to end does" [ $? -eq 143 ]
check "and leaves the old file" untouched a.mp4
check "and no ffmpeg" sh -c '[ -n "$1" ] && ! kill -0 $1 2>/dev/null' - "$sleeping"

report
