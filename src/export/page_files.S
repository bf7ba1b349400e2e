/* The files that a page is made of, byte for byte; they are sought in the include folders. Each
 * text ends in a zero; the script is several files, one after another. */
    .section .rodata

    .macro text name
    .global page_\name
page_\name:
    .endm

    text html
    .incbin "page.html"
    .byte 0

    text css
    .incbin "page.css"
    .byte 0

    text js
    .incbin "axes.js"
    .incbin "pictures.js"
    .incbin "player.js"
    .byte 0

    .section .note.GNU-stack, "", %progbits
