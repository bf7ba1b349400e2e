# Sourced by the tests that run the program as a script does, with $program set and no display.
unset DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR SDL_VIDEODRIVER
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/../check.sh"

run() { # run ARGUMENT...: leaves status, out and err
    status=0
    timeout 20 "$program" "$@" >"$work/out" 2>"$work/err" || status=$?
}

one_line_with() { # one_line_with WORD...: stderr is one line that has every word
    [ "$(wc -l <"$work/err")" -eq 1 ] || return 1
    for word in "$@"; do
        grep -qF -- "$word" "$work/err" || return 1
    done
}
