/* The font files that CMake found (FONT_...), byte for byte, so that the program needs none at run
 * time. */
    .section .rodata

    .macro file symbol, path
    .global \symbol
    .global \symbol\()_end
\symbol:
    .incbin "\path"
\symbol\()_end:
    .endm

    file ui_font_sans, FONT_SANS
    file ui_font_sans_bold, FONT_SANS_BOLD
    file ui_font_mono, FONT_MONO

    .section .note.GNU-stack, "", %progbits
