/* The fonts that text is drawn in, opened in the sizes that are asked for: the faces compiled into
 * the program, and for what they lack the fonts of the system. */
#ifndef UI_FACES_H
#define UI_FACES_H

#include "ui/system_fonts.h"

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ui_face { UI_SANS, UI_SANS_BOLD, UI_MONO, UI_FACE_COUNT } ui_face;

/* A face, or UI_FACE_COUNT and the number of a font of the system. */
typedef int ui_source;

typedef struct ui_open_font {
    TTF_Font *font;
    ui_source source;
    int size_px;
    int cap_px;
    int digit_px; /* advance of a digit: of every character of the number face */
} ui_open_font;

enum { UI_OPEN_FONTS = 48 };

/* Zeroed before first use. */
typedef struct ui_faces {
    ui_open_font opened[UI_OPEN_FONTS];
    int count;
    ui_system_fonts system;
    uint32_t missing; /* the first character that no font has; 0 for none */
    bool failed;      /* a font could not be opened, or the system's not be listed */
} ui_faces;

/* The file of a face, as it is compiled in. */
const unsigned char *ui_face_file(ui_face face, size_t *bytes);

/* A font in a size, valid until another one is opened. NULL, and `failed`, when it cannot be, which
 * also errno may tell: it is 0 before. */
const ui_open_font *ui_faces_open(ui_faces *faces, ui_source source, int size_px);

/* Where a character is to come from that is meant to be in this face. Where no font has it, the
 * face itself, which shows a box. */
ui_source ui_faces_source(ui_faces *faces, ui_face face, int size_px, const char *utf8,
                          size_t length);

/* A font of the system that has all of a text, none of which the face has; negative for none. */
ui_source ui_faces_source_of_all(ui_faces *faces, ui_face face, const char *utf8, size_t length);

/* Whether every character of a text is in that font. */
bool ui_faces_have(ui_faces *faces, ui_source source, int size_px, const char *utf8, size_t length);

/* Closes all open fonts; they are opened anew when they are asked for. */
void ui_faces_close_fonts(ui_faces *faces);

void ui_faces_close(ui_faces *faces);

#endif
