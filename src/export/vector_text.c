#include "export/vector_text.h"

#include "ui/faces.h"
#include "ui/run.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H
#include <hb.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FONTS_MAX = 32, LINE_GLYPHS = 1024 };

static const double SHAPED = 65536.0; /* units of an em while shaping */
static const double PI = 3.14159265358979323846;

typedef struct vector_font {
    ui_source source;
    cairo_font_face_t *face;
    hb_font_t *shaper;
} vector_font;

struct vector_text {
    ui_text *text;
    FT_Library library;
    vector_font font[FONTS_MAX];
    int count;
    hb_buffer_t *buffer;
    cairo_font_options_t *options;
    bool failed;
};

vector_text *vector_text_create(ui_text *text)
{
    vector_text *made = calloc(1, sizeof *made);
    if (!made)
        return NULL;
    made->text = text;
    made->buffer = hb_buffer_create();
    made->options = cairo_font_options_create();
    cairo_font_options_set_hint_style(made->options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(made->options, CAIRO_HINT_METRICS_OFF);
    if (FT_Init_FreeType(&made->library) == 0 && hb_buffer_allocation_successful(made->buffer))
        return made;
    vector_text_destroy(made);
    return NULL;
}

void vector_text_destroy(vector_text *text)
{
    if (!text)
        return;
    for (int i = 0; i < text->count; i++) {
        cairo_font_face_destroy(text->font[i].face);
        hb_font_destroy(text->font[i].shaper);
    }
    hb_buffer_destroy(text->buffer);
    cairo_font_options_destroy(text->options);
    FT_Done_Library(text->library); /* each face still has it */
    free(text);
}

/* cairo keeps a face as long as it likes. */
static void close_face(void *opened)
{
    FT_Face face = opened;
    FT_Library library = face->glyph->library;
    FT_Done_Face(face);
    FT_Done_Library(library);
}

/* What cairo draws with, of an open face. */
static cairo_font_face_t *face_of(FT_Face opened)
{
    static const cairo_user_data_key_t key;
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING);
    FT_Reference_Library(opened->glyph->library);
    if (cairo_font_face_set_user_data(face, &key, opened, close_face) != CAIRO_STATUS_SUCCESS)
        close_face(opened);
    return face;
}

static hb_font_t *shaper_of(hb_blob_t *blob, int index)
{
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, (int)SHAPED, (int)SHAPED);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

static bool open_built_in(vector_text *text, vector_font *font)
{
    size_t bytes;
    FT_Face opened;
    const unsigned char *file = ui_face_file((ui_face)font->source, &bytes);
    if (FT_New_Memory_Face(text->library, file, (FT_Long)bytes, 0, &opened) != 0)
        return false;
    font->face = face_of(opened);
    font->shaper = shaper_of(
        hb_blob_create((const char *)file, (unsigned)bytes, HB_MEMORY_MODE_READONLY, NULL, NULL),
        0);
    return true;
}

static bool open_of_system(vector_text *text, vector_font *font)
{
    const char *file;
    int index;
    FT_Face opened;
    if (!ui_system_font_file(&ui_text_faces(text->text)->system, font->source - UI_FACE_COUNT,
                             &file, &index) ||
        FT_New_Face(text->library, file, index, &opened) != 0)
        return false;
    font->face = face_of(opened);
    font->shaper = shaper_of(hb_blob_create_from_file(file), index);
    return true;
}

static const vector_font *font_of(vector_text *text, ui_source source)
{
    for (int i = 0; i < text->count; i++)
        if (text->font[i].source == source)
            return &text->font[i];
    if (text->count == FONTS_MAX)
        return NULL;
    vector_font *font = &text->font[text->count];
    font->source = source;
    if (!(source < UI_FACE_COUNT ? open_built_in(text, font) : open_of_system(text, font)))
        return NULL;
    text->count++;
    return font;
}

/* Glyphs of one font, and which bytes each stands for. */
typedef struct glyph_line {
    cairo_glyph_t glyph[LINE_GLYPHS];
    cairo_text_cluster_t cluster[LINE_GLYPHS];
    int glyphs, clusters;
} glyph_line;

/* Shapes a span. Numbers are set sign by sign: nothing of theirs melts together. */
static void shape(vector_text *text, const vector_font *font, const ui_span *span, const char *utf8)
{
    static const hb_feature_t apart[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    hb_buffer_t *buffer = text->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, utf8 + span->first, (int)span->length, 0, (int)span->length);
    hb_buffer_set_direction(buffer, span->leftward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (span->script)
        hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(span->script));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, apart, span->source == UI_MONO ? 2 : 0);
}

/* The bytes from a cluster's first to the next one's, in the order of the text. */
static size_t cluster_end(const hb_glyph_info_t *info, unsigned count, unsigned at,
                          const ui_span *span)
{
    size_t end = span->length;
    for (unsigned i = 0; i < count; i++)
        if (info[i].cluster > info[at].cluster && info[i].cluster < end)
            end = info[i].cluster;
    return end;
}

/* Takes the shaped glyphs into a line from `x` on; returns where they end. */
static double place(vector_text *text, glyph_line *line, const ui_span *span, double x, double size)
{
    unsigned count, positions;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(text->buffer, &count);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(text->buffer, &positions);
    line->glyphs = line->clusters = 0;
    for (unsigned i = 0; i < count && i < LINE_GLYPHS; i++) {
        line->glyph[line->glyphs++] = (cairo_glyph_t){.index = info[i].codepoint,
                                                      .x = x + size * at[i].x_offset / SHAPED,
                                                      .y = -size * at[i].y_offset / SHAPED};
        x += size * at[i].x_advance / SHAPED;
        if (i > 0 && info[i].cluster == info[i - 1].cluster) {
            line->cluster[line->clusters - 1].num_glyphs++;
            continue;
        }
        line->cluster[line->clusters++] = (cairo_text_cluster_t){
            .num_bytes = (int)(cluster_end(info, count, i, span) - info[i].cluster),
            .num_glyphs = 1};
    }
    if (span->leftward) /* cairo has clusters in the order of the text */
        for (int i = 0; i < line->clusters / 2; i++) {
            const cairo_text_cluster_t first = line->cluster[i];
            line->cluster[i] = line->cluster[line->clusters - 1 - i];
            line->cluster[line->clusters - 1 - i] = first;
        }
    return x;
}

/* Shows a piece of a text from `x` on: as much as the painter has one mask for. */
static void show_piece(vector_text *text, cairo_t *cr, const ui_shape *words, const char *utf8,
                       size_t length, double x)
{
    const ui_run run =
        ui_first_run(ui_text_faces(text->text), words->face, words->size_px, utf8, length);
    glyph_line line;
    for (int i = 0; i < run.count; i++) {
        const ui_span *span = &run.span[i];
        const vector_font *font = font_of(text, span->source);
        if (!font) {
            text->failed = true;
            continue;
        }
        shape(text, font, span, utf8);
        x = place(text, &line, span, x, words->size_px);
        cairo_set_font_face(cr, font->face);
        cairo_set_font_size(cr, words->size_px);
        cairo_set_font_options(cr, text->options);
        cairo_show_text_glyphs(cr, utf8 + span->first, (int)span->length, line.glyph, line.glyphs,
                               line.cluster, line.clusters,
                               span->leftward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    }
}

void vector_text_show(vector_text *text, cairo_t *cr, const ui_canvas *canvas,
                      const ui_shape *words)
{
    const char *utf8 = canvas->bytes + words->first;
    int along = 0;
    cairo_save(cr);
    if (words->upright) {
        cairo_translate(cr, words->baseline, words->left);
        cairo_rotate(cr, -0.5 * PI);
    } else {
        cairo_translate(cr, words->left, words->baseline);
    }
    for (size_t at = 0; at < words->count;) {
        const ui_mask mask =
            ui_text_mask(text->text, words->face, words->size_px, utf8 + at, words->count - at);
        show_piece(text, cr, words, utf8 + at, mask.length, along);
        along += mask.advance;
        at += mask.length;
    }
    cairo_restore(cr);
    text->failed |= !hb_buffer_allocation_successful(text->buffer);
}

bool vector_text_failed(const vector_text *text)
{
    return text->failed;
}
