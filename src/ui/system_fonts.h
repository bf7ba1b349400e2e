/* The fonts of the system, for characters that those compiled in lack. Nothing is asked before the
 * first such character; then all fonts are listed once, those that suit best first, and whether one
 * has a character is looked up in that list. */
#ifndef UI_SYSTEM_FONTS_H
#define UI_SYSTEM_FONTS_H

#include <SDL_ttf.h>
#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <stddef.h>

enum { UI_NO_FONT = -1, UI_FONTS_FAILED = -2 };

/* Zeroed before first use. */
typedef struct ui_system_fonts {
    FcConfig *config;
    FcFontSet *listed[2]; /* regular ones first, bold ones first */
} ui_system_fonts;

/* A font that has every character of a text: a number from 0; UI_NO_FONT when none has them, and
 * UI_FONTS_FAILED when the fonts cannot be listed. */
int ui_system_font_for(ui_system_fonts *fonts, bool bold, const char *utf8, size_t length);

/* Whether the font of that number has them. */
bool ui_system_font_has(const ui_system_fonts *fonts, int font, const char *utf8, size_t length);

/* The file that it is in, and its number there. False when it is in none. */
bool ui_system_font_file(const ui_system_fonts *fonts, int font, const char **file, int *index);

/* Opens it; NULL on failure. */
TTF_Font *ui_system_font_open(const ui_system_fonts *fonts, int font, int size_px);

void ui_system_fonts_free(ui_system_fonts *fonts);

#endif
