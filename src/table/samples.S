/* The samples' files, byte for byte; they are sought in the include folders. Each ends in a zero. */
    .section .rodata

    .macro sample name
    .global sample_\name
sample_\name:
    .incbin "\name\().csv"
    .byte 0
    .endm

    sample anscombe1
    sample anscombe2
    sample anscombe3
    sample anscombe4
    sample cars
    sample faithful
    sample forbes
    sample hubble

    .section .note.GNU-stack, "", %progbits
