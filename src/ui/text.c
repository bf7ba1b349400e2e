#include "ui/text.h"

#include "ui/cluster.h"
#include "ui/run.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    STORE_WIDTH = 2048,
    STORE_HEIGHT = 2048,
    ENTRIES = 8192,      /* twice the masks that are held at most, a power of two */
    KEY_BYTES = 120,     /* of the longest piece, and a zero */
    SENTENCE_BYTES = 24, /* of what is drawn word by word, or more */
};

typedef struct entry {
    char key[KEY_BYTES];
    uint8_t key_length; /* 0: free */
    uint8_t piece; /* bytes of the key that its mask is to show: fewer than all when they are more
                      than a run, or too wide for the store, and then there is no mask */
    uint8_t face;
    int16_t size_px;
    int16_t x, y, width, height, ascent, advance;
} entry;

struct ui_text {
    uint8_t coverage[STORE_WIDTH * STORE_HEIGHT];
    int shelf_x, shelf_y, shelf_height; /* the row of masks being filled */
    entry entries[ENTRIES];
    int entry_count;
    ui_faces faces;
    bool failed;
    bool told; /* that a character is missing */
};

ui_text *ui_text_create(void)
{
    SDL_ClearError(); /* takes the memory for errors while there is some: SDL cannot do without */
    if (TTF_Init() != 0)
        return NULL;
    ui_text *text = calloc(1, sizeof *text);
    if (!text) {
        SDL_OutOfMemory();
        TTF_Quit();
    }
    return text;
}

void ui_text_destroy(ui_text *text)
{
    if (!text)
        return;
    ui_faces_close(&text->faces);
    free(text);
    TTF_Quit();
}

static void forget_masks(ui_text *text)
{
    memset(text->entries, 0, sizeof text->entries);
    text->entry_count = 0;
    text->shelf_x = text->shelf_y = text->shelf_height = 0;
}

/* Finds room for a mask, emptying the store when it has none. False when it is larger than the
 * store. */
static bool place(ui_text *text, int width, int height, int16_t *x, int16_t *y)
{
    if (width > STORE_WIDTH || height > STORE_HEIGHT)
        return false;
    if (text->shelf_x + width > STORE_WIDTH) {
        text->shelf_y += text->shelf_height;
        text->shelf_x = text->shelf_height = 0;
    }
    if (text->shelf_y + height > STORE_HEIGHT)
        forget_masks(text);
    *x = (int16_t)text->shelf_x;
    *y = (int16_t)text->shelf_y;
    text->shelf_x += width;
    if (height > text->shelf_height)
        text->shelf_height = height;
    return true;
}

/* Opens the font of a span and sets it to the span's script, of which `words` are a copy. */
static const ui_open_font *use(ui_text *text, const ui_span *span, int size_px, const char *utf8,
                               char words[static KEY_BYTES])
{
    const ui_open_font *opened = ui_faces_open(&text->faces, span->source, size_px);
    memcpy(words, utf8 + span->first, span->length);
    words[span->length] = '\0';
    if (!opened)
        return NULL;
    if (span->source >= UI_FACE_COUNT) {
        const uint32_t script = span->script;
        const char tag[] = {(char)(script >> 24), (char)(script >> 16), (char)(script >> 8),
                            (char)script, '\0'};
        TTF_SetFontScriptName(opened->font, script ? tag : "Zyyy");
    }
    TTF_SetFontDirection(opened->font, span->leftward ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return opened;
}

/* Advance of all characters of a text, each for itself. */
static int unshaped_advance(TTF_Font *font, const char *words)
{
    int sum = 0;
    for (size_t bytes; *words; words += bytes) {
        const uint32_t code = ui_code_point(words, &bytes);
        int advance = 0;
        if (!ui_is_ignorable(code) && !ui_is_mark(code))
            TTF_GlyphMetrics32(font, code, NULL, NULL, NULL, NULL, &advance);
        sum += advance;
    }
    return sum;
}

/* A shaper without memory loses characters, or sets all on one place, and does not say so. Words
 * that it has shaped are a little narrower than their letters alone; where letters melt into one
 * another, that may be much. */
static bool is_shaped(const ui_open_font *opened, const char *words, int width)
{
    const int letters = unshaped_advance(opened->font, words);
    return opened->source < UI_FACE_COUNT ? 2 * width >= letters : width > 0 || letters == 0;
}

/* The font of a span, set to it, its words, and its advance to the next. NULL when it cannot be
 * measured. */
static const ui_open_font *measure(ui_text *text, const ui_span *span, const entry *e,
                                   char words[static KEY_BYTES], int *advance)
{
    const ui_open_font *opened = use(text, span, e->size_px, e->key, words);
    if (!opened || TTF_SizeUTF8(opened->font, words, advance, NULL) != 0 ||
        !is_shaped(opened, words, *advance))
        return NULL;
    if (opened->source == UI_MONO)
        *advance = opened->digit_px;
    return opened;
}

/* Width of a run. False when it cannot be measured. */
static bool measure_run(ui_text *text, const entry *e, const ui_run *run, int *width)
{
    char words[KEY_BYTES];
    *width = 0;
    for (int i = 0; i < run->count; i++) {
        int advance = 0;
        if (!measure(text, &run->span[i], e, words, &advance))
            return false;
        *width += advance;
    }
    return true;
}

/* The spans of a run, drawn. */
typedef struct drawn_run {
    SDL_Surface *surface[UI_RUN_SPANS]; /* NULL where there is nothing to see */
    int x[UI_RUN_SPANS], ascent[UI_RUN_SPANS];
    int width, ascent_most, descent_most, advance; /* of all */
} drawn_run;

static bool draw_run(ui_text *text, const entry *e, const ui_run *run, drawn_run *drawn)
{
    const SDL_Color white = {255, 255, 255, 255};
    char words[KEY_BYTES];
    for (int i = 0; i < run->count; i++) {
        int advance = 0;
        const ui_open_font *opened = measure(text, &run->span[i], e, words, &advance);
        if (!opened)
            return false;
        SDL_Surface *surface = TTF_RenderUTF8_Blended(opened->font, words, white);
        if (!surface && advance > 0)
            return false;
        const int ascent = TTF_FontAscent(opened->font);
        const int width = surface ? surface->w : 0, height = surface ? surface->h : 0;
        drawn->surface[i] = surface;
        drawn->x[i] = drawn->advance;
        drawn->ascent[i] = ascent;
        drawn->width = SDL_max(drawn->width, drawn->advance + width);
        drawn->ascent_most = SDL_max(drawn->ascent_most, ascent);
        drawn->descent_most = SDL_max(drawn->descent_most, height - ascent);
        drawn->advance += advance;
    }
    return true;
}

/* Lays a drawn span onto a part of the store. */
static void copy_coverage(const SDL_Surface *surface, uint8_t *to)
{
    for (int y = 0; y < surface->h; y++, to += STORE_WIDTH) {
        const uint32_t *from = (const uint32_t *)(const void *)((const uint8_t *)surface->pixels +
                                                                (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++)
            to[x] = SDL_max(to[x], (uint8_t)(from[x] >> 24));
    }
}

static void keep_run(ui_text *text, entry *e, const ui_run *run, const drawn_run *drawn)
{
    const int height = drawn->ascent_most + drawn->descent_most;
    e->ascent = (int16_t)drawn->ascent_most;
    e->advance = (int16_t)drawn->advance;
    if (drawn->width == 0 || !place(text, drawn->width, height, &e->x, &e->y))
        return;
    e->width = (int16_t)drawn->width;
    e->height = (int16_t)height;
    uint8_t *corner = text->coverage + (ptrdiff_t)e->y * STORE_WIDTH + e->x;
    for (int y = 0; y < height; y++)
        memset(corner + (ptrdiff_t)y * STORE_WIDTH, 0, (size_t)drawn->width);
    for (int i = 0; i < run->count; i++)
        if (drawn->surface[i])
            copy_coverage(drawn->surface[i],
                          corner +
                              (ptrdiff_t)(drawn->ascent_most - drawn->ascent[i]) * STORE_WIDTH +
                              drawn->x[i]);
}

/* Renders the key of e, which is complete but for the mask, into the store. */
static bool render(ui_text *text, entry *e, const ui_run *run)
{
    drawn_run drawn = {.width = 0};
    const bool done = draw_run(text, e, run, &drawn);
    if (done)
        keep_run(text, e, run, &drawn);
    for (int i = 0; i < run->count; i++)
        SDL_FreeSurface(drawn.surface[i]);
    return done;
}

static uint32_t hash_of(ui_face face, int size_px, const char *utf8, size_t length)
{
    uint32_t hash = 2166136261u ^ ((uint32_t)face << 16) ^ (uint32_t)size_px;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)utf8[i]) * 16777619u;
    return hash ^ (hash >> 15);
}

/* The longest beginning of a text within `limit` bytes that ends with a space, or else with a whole
 * character: one at least. */
static size_t beginning(const char *utf8, size_t limit)
{
    size_t length = ui_text_char(utf8), after_space = 0;
    for (size_t next = length; next > 0 && length + next <= limit;) {
        length += next;
        if (utf8[length - 1] == ' ')
            after_space = length;
        next = ui_text_char(utf8 + length);
    }
    return after_space > 0 ? after_space : length;
}

/* Finds out how much of the key of e one mask shows, and makes it if that is all. */
static bool try_to_make(ui_text *text, entry *e)
{
    const size_t length = e->key_length;
    const ui_run run = ui_first_run(&text->faces, (ui_face)e->face, e->size_px, e->key, length);
    int width = 0;
    e->piece = (uint8_t)run.length;
    if (run.length < length)
        return true;
    if (!measure_run(text, e, &run, &width))
        return false;
    if (width > STORE_WIDTH && length > ui_text_char(e->key)) {
        e->piece = (uint8_t)beginning(e->key, length / 2);
        return true;
    }
    return render(text, e, &run);
}

/* The same, and notices when memory ran out inside a library that goes on without: HarfBuzz and
 * FreeType leave out what they have no room for, be it the kerning or the word. */
static bool make(ui_text *text, entry *e)
{
    errno = 0;
    return try_to_make(text, e) && errno != ENOMEM;
}

static const entry *find(const ui_text *text, const entry *like, uint32_t hash)
{
    for (uint32_t slot = hash & (ENTRIES - 1); text->entries[slot].key_length;
         slot = (slot + 1) & (ENTRIES - 1)) {
        const entry *e = &text->entries[slot];
        if (e->key_length == like->key_length && e->face == like->face &&
            e->size_px == like->size_px && memcmp(e->key, like->key, like->key_length) == 0)
            return e;
    }
    return NULL;
}

static const entry *add(ui_text *text, const entry *made, uint32_t hash)
{
    uint32_t slot = hash & (ENTRIES - 1);
    while (text->entries[slot].key_length)
        slot = (slot + 1) & (ENTRIES - 1);
    text->entries[slot] = *made;
    text->entry_count++;
    return &text->entries[slot];
}

/* The entry of less than KEY_BYTES; NULL when it cannot be drawn. */
static const entry *entry_of(ui_text *text, ui_face face, int size_px, const char *utf8,
                             size_t length)
{
    entry made = {
        .key_length = (uint8_t)length, .face = (uint8_t)face, .size_px = (int16_t)size_px};
    memcpy(made.key, utf8, length);
    const uint32_t hash = hash_of(face, size_px, utf8, length);
    const entry *found = find(text, &made, hash);
    if (found)
        return found;
    if (text->entry_count >= ENTRIES / 2)
        forget_masks(text);
    if (!make(text, &made)) {
        text->failed = true;
        return NULL;
    }
    return add(text, &made, hash);
}

/* The first word of a text in which no letter depends on another word, with the space after it. */
static size_t first_word(const char *utf8, size_t length)
{
    size_t end = 0;
    while (end < length && utf8[end] != ' ' && !ui_run_needs_context(utf8 + end))
        end += ui_text_char(utf8 + end);
    return end < length && utf8[end] == ' ' ? end + 1 : length;
}

static const entry *first_piece(ui_text *text, ui_face face, int size_px, const char *utf8,
                                size_t length)
{
    if (face == UI_MONO && !ui_run_needs_context(utf8))
        length = SDL_min(length, ui_text_char(utf8));
    else if (length > SENTENCE_BYTES) /* its words come again in other sentences */
        length = first_word(utf8, length);
    if (length >= KEY_BYTES)
        length = beginning(utf8, KEY_BYTES - 1);
    const entry *e = entry_of(text, face, size_px, utf8, length);
    while (e && e->piece < e->key_length)
        e = entry_of(text, face, size_px, utf8, e->piece);
    return e;
}

ui_mask ui_text_mask(ui_text *text, ui_face face, int size_px, const char *utf8, size_t length)
{
    assert(face < UI_FACE_COUNT && size_px > 0 && size_px <= UI_TEXT_PX_MAX);
    assert(length > 0 && utf8[0] != '\0');
    const entry *e = first_piece(text, face, size_px, utf8, length);
    if (!e)
        return (ui_mask){.length = length};
    return (ui_mask){
        .length = e->piece,
        .coverage = e->width ? text->coverage + (ptrdiff_t)e->y * STORE_WIDTH + e->x : NULL,
        .stride = STORE_WIDTH,
        .width = e->width,
        .height = e->height,
        .ascent = e->ascent,
        .advance = e->advance,
    };
}

int ui_text_width_px(ui_text *text, ui_face face, int size_px, const char *utf8, size_t length)
{
    int width = 0;
    for (size_t i = 0; i < length;) {
        const ui_mask mask = ui_text_mask(text, face, size_px, utf8 + i, length - i);
        width += mask.advance;
        i += mask.length;
    }
    return width;
}

int ui_text_cap_px(ui_text *text, ui_face face, int size_px)
{
    errno = 0;
    const ui_open_font *opened = ui_faces_open(&text->faces, (ui_source)face, size_px);
    return opened ? opened->cap_px : 0;
}

ui_faces *ui_text_faces(ui_text *text)
{
    return &text->faces;
}

bool ui_text_take_failure(ui_text *text)
{
    const bool failed = text->failed || text->faces.failed;
    text->failed = text->faces.failed = false;
    if (failed) { /* what the libraries have kept may be incomplete */
        ui_faces_close_fonts(&text->faces);
        forget_masks(text);
    }
    return failed;
}

bool ui_text_take_missing(ui_text *text, uint32_t *code)
{
    *code = text->faces.missing;
    const bool tells = *code != 0 && !text->told;
    text->told |= tells;
    return tells;
}

size_t ui_text_char(const char *utf8)
{
    return ui_cluster_length(utf8);
}
