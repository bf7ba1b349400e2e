#include "ui/system_fonts.h"

#include "ui/cluster.h"

#include <assert.h>

static FcPattern *wish_for(FcConfig *config, bool bold)
{
    FcPattern *wish = FcPatternCreate();
    if (!wish)
        return NULL;
    const bool made =
        FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"sans-serif") &&
        FcPatternAddInteger(wish, FC_WEIGHT, bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR) &&
        FcPatternAddBool(wish, FC_OUTLINE, FcTrue) && FcPatternAddBool(wish, FC_COLOR, FcFalse) &&
        FcConfigSubstitute(config, wish, FcMatchPattern);
    if (made) {
        FcDefaultSubstitute(wish); /* the language of the user's locale is a wish, too */
        return wish;
    }
    FcPatternDestroy(wish);
    return NULL;
}

static FcFontSet *list(FcConfig *config, bool bold)
{
    FcPattern *wish = wish_for(config, bold);
    if (!wish)
        return NULL;
    FcResult result = FcResultMatch;
    FcFontSet *set = FcFontSort(config, wish, FcFalse, NULL, &result);
    FcPatternDestroy(wish);
    if (!set && result == FcResultNoMatch)
        set = FcFontSetCreate(); /* a system without fonts */
    return set;
}

static const FcFontSet *listed(ui_system_fonts *fonts, bool bold)
{
    if (!fonts->config)
        fonts->config = FcInitLoadConfigAndFonts();
    if (fonts->config && !fonts->listed[bold])
        fonts->listed[bold] = list(fonts->config, bold);
    return fonts->listed[bold];
}

/* Fonts of bitmaps come in sizes of their own, those in color in their own colors, and one that
 * varies in weight begins with its thinnest. */
static bool is_usable(FcPattern *font)
{
    FcBool outline = FcFalse, color = FcFalse, variable = FcFalse;
    FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    FcPatternGetBool(font, FC_COLOR, 0, &color);
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    return outline && !color && !variable;
}

static bool has(FcPattern *font, const char *utf8, size_t length)
{
    FcCharSet *characters;
    if (FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) != FcResultMatch)
        return false;
    for (size_t at = 0, bytes; at < length; at += bytes) {
        const uint32_t code = ui_code_point(utf8 + at, &bytes);
        if (!ui_is_ignorable(code) && !FcCharSetHasChar(characters, code))
            return false;
    }
    return true;
}

int ui_system_font_for(ui_system_fonts *fonts, bool bold, const char *utf8, size_t length)
{
    const FcFontSet *set = listed(fonts, bold);
    if (!set)
        return UI_FONTS_FAILED;
    for (int i = 0; i < set->nfont; i++)
        if (has(set->fonts[i], utf8, length) && is_usable(set->fonts[i]))
            return 2 * i + bold;
    return UI_NO_FONT;
}

static FcPattern *numbered(const ui_system_fonts *fonts, int font)
{
    assert(font >= 0 && fonts->listed[font % 2] && font / 2 < fonts->listed[font % 2]->nfont);
    return fonts->listed[font % 2]->fonts[font / 2];
}

bool ui_system_font_has(const ui_system_fonts *fonts, int font, const char *utf8, size_t length)
{
    return has(numbered(fonts, font), utf8, length);
}

bool ui_system_font_file(const ui_system_fonts *fonts, int font, const char **file, int *index)
{
    FcPattern *pattern = numbered(fonts, font);
    FcChar8 *name;
    *index = 0;
    if (FcPatternGetString(pattern, FC_FILE, 0, &name) != FcResultMatch)
        return false;
    FcPatternGetInteger(pattern, FC_INDEX, 0, index);
    *file = (const char *)name;
    return true;
}

TTF_Font *ui_system_font_open(const ui_system_fonts *fonts, int font, int size_px)
{
    const char *file;
    int index;
    return ui_system_font_file(fonts, font, &file, &index) ? TTF_OpenFontIndex(file, size_px, index)
                                                           : NULL;
}

void ui_system_fonts_free(ui_system_fonts *fonts)
{
    for (int i = 0; i < 2; i++)
        if (fonts->listed[i])
            FcFontSetDestroy(fonts->listed[i]);
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    *fonts = (ui_system_fonts){0};
}
