/* The files that a page is made of, byte for byte; they are sought in the include folders. Each
 * ends in a zero. */
    .section .rodata

    .macro file name ending
    .global page_\ending
page_\ending:
    .incbin "\name\().\ending"
    .byte 0
    .endm

    file page html
    file page css
    file page js

    .section .note.GNU-stack, "", %progbits
