/* The files that fonts.S compiles into the program. */
#ifndef UI_FONTS_H
#define UI_FONTS_H

extern const unsigned char ui_font_sans[], ui_font_sans_end[];
extern const unsigned char ui_font_sans_bold[], ui_font_sans_bold_end[];
extern const unsigned char ui_font_mono[], ui_font_mono_end[];

#endif
