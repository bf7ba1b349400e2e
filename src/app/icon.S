/* The icon that CMake names (ICON), byte for byte. */
    .section .rodata
    .global app_icon
    .global app_icon_end
app_icon:
    .incbin ICON
app_icon_end:

    .section .note.GNU-stack, "", %progbits
