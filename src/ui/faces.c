#include "ui/faces.h"

#include "ui/cluster.h"
#include "ui/fonts.h"

#include <errno.h>

const unsigned char *ui_face_file(ui_face face, size_t *bytes)
{
    const struct {
        const unsigned char *begin, *end;
    } files[UI_FACE_COUNT] = {
        [UI_SANS] = {ui_font_sans, ui_font_sans_end},
        [UI_SANS_BOLD] = {ui_font_sans_bold, ui_font_sans_bold_end},
        [UI_MONO] = {ui_font_mono, ui_font_mono_end},
    };
    *bytes = (size_t)(files[face].end - files[face].begin);
    return files[face].begin;
}

static TTF_Font *open_built_in(ui_face face, int size_px)
{
    size_t bytes;
    const unsigned char *file = ui_face_file(face, &bytes);
    SDL_RWops *stream = SDL_RWFromConstMem(file, (int)bytes);
    return stream ? TTF_OpenFontRW(stream, 1, size_px) : NULL;
}

void ui_faces_close_fonts(ui_faces *faces)
{
    for (int i = 0; i < faces->count; i++)
        TTF_CloseFont(faces->opened[i].font);
    faces->count = 0;
}

/* Completes what is known of an open font. False when memory ran out, of which only errno tells:
 * the font may lack some of its tables. */
static bool look_at(ui_open_font *opened)
{
    if (errno == ENOMEM)
        return false;
    TTF_SetFontHinting(opened->font,
                       opened->source == UI_MONO ? TTF_HINTING_LIGHT : TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_GlyphMetrics32(opened->font, 'H', NULL, NULL, NULL, &opened->cap_px, NULL);
    TTF_GlyphMetrics32(opened->font, '0', NULL, NULL, NULL, NULL, &opened->digit_px);
    return errno != ENOMEM;
}

const ui_open_font *ui_faces_open(ui_faces *faces, ui_source source, int size_px)
{
    for (int i = 0; i < faces->count; i++)
        if (faces->opened[i].source == source && faces->opened[i].size_px == size_px)
            return &faces->opened[i];
    if (faces->count == UI_OPEN_FONTS)
        ui_faces_close_fonts(faces);
    ui_open_font *opened = &faces->opened[faces->count];
    *opened = (ui_open_font){.source = source, .size_px = size_px};
    opened->font = source < UI_FACE_COUNT
                       ? open_built_in((ui_face)source, size_px)
                       : ui_system_font_open(&faces->system, source - UI_FACE_COUNT, size_px);
    if (opened->font && look_at(opened)) {
        faces->count++;
        return opened;
    }
    if (opened->font)
        TTF_CloseFont(opened->font);
    faces->failed = true;
    return NULL;
}

bool ui_faces_have(ui_faces *faces, ui_source source, int size_px, const char *utf8, size_t length)
{
    const uint32_t malformed = 0xfffd;
    if (source >= UI_FACE_COUNT)
        return ui_system_font_has(&faces->system, source - UI_FACE_COUNT, utf8, length);
    const ui_open_font *opened = ui_faces_open(faces, source, size_px);
    for (size_t at = 0, bytes; opened && at < length; at += bytes) {
        const uint32_t code = ui_code_point(utf8 + at, &bytes);
        if (code != malformed && !ui_is_ignorable(code) &&
            !TTF_GlyphIsProvided32(opened->font, code))
            return false;
    }
    return true;
}

/* The words' face serves for signs that the number face lacks or has unlike the other's: exponents
 * that stand close, a minus as long as a plus is wide. */
static bool is_borrowed(uint32_t code)
{
    return code == 0x2212 || code == 0xb2 || code == 0xb3 || code == 0xb9 ||
           (code >= 0x2070 && code <= 0x207e);
}

ui_source ui_faces_source_of_all(ui_faces *faces, ui_face face, const char *utf8, size_t length)
{
    const int font = ui_system_font_for(&faces->system, face == UI_SANS_BOLD, utf8, length);
    faces->failed |= font == UI_FONTS_FAILED;
    return font < 0 ? font : UI_FACE_COUNT + font;
}

ui_source ui_faces_source(ui_faces *faces, ui_face face, int size_px, const char *utf8,
                          size_t length)
{
    size_t bytes;
    const ui_source own = (ui_source)face;
    const uint32_t code = ui_code_point(utf8, &bytes);
    if (face == UI_MONO && is_borrowed(code))
        return UI_SANS;
    if (ui_faces_have(faces, own, size_px, utf8, length))
        return own;
    if (ui_faces_have(faces, UI_SANS, size_px, utf8, length))
        return UI_SANS;
    const ui_source source = ui_faces_source_of_all(faces, face, utf8, length);
    if (source >= 0)
        return source;
    if (source == UI_NO_FONT && faces->missing == 0)
        faces->missing = code;
    return own;
}

void ui_faces_close(ui_faces *faces)
{
    ui_faces_close_fonts(faces);
    ui_system_fonts_free(&faces->system);
}
