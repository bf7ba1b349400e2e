#!/bin/bash
# Which folder may include which, and that no files include one another in a circle.
# arrows.sh SOURCE_DIRECTORY
set -euo pipefail
cd "$1"

# A folder, and the folders that it may include besides itself. An arrow always points down.
declare -A below=(
    [downhill]=""
    [engine]="downhill"
    [text]=""
    [file]="downhill text"
    [ui]="text"
    [table]="downhill text file"
    [model]="downhill text file table"
    [plots]="downhill text ui"
    [screen]="downhill text file table ui model plots"
    [cli]="downhill text file table model"
    [export]="downhill text file table ui model plots screen"
    [app]="downhill text ui model plots screen cli file table export"
)

status=0
# Every include of a file of ours, a line each: FILE INCLUDED, without the leading folders.
includes=$(grep -roE '^#include "[^"]+"' include/downhill src --include='*.[ch]' |
           sed -E 's#^(include|src)/([^:]+):.include "([^"]+)"#\2 \3#')

while read -r file included; do
    from=${file%%/*} to=${included%%/*}
    case " $from ${below[$from]-none} " in
    *" $to "*) ;;
    *) echo "src/$file must not include $included" && status=1 ;;
    esac
done <<<"$includes"

# A header and its source are one thing; the engine's headers are in another folder.
things=$(sed -E 's#^downhill/#engine/#; s# downhill/# engine/#; s#\.[ch]( |$)#\1#g' <<<"$includes" |
         awk '$1 != $2' | sort -u)
if ! circle=$(tsort <<<"$things" 2>&1 >/dev/null); then
    echo "files that include one another in a circle:"
    grep -v 'input contains a loop' <<<"$circle" || true
    status=1
fi

[ "$status" -eq 0 ] && echo "$(wc -l <<<"$includes") includes, all of them downwards, no circle"
exit "$status"
