#include "ui/text.h"

#include "ui/fonts.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    STORE_WIDTH = 2048,
    STORE_HEIGHT = 1024,
    ENTRIES = 2048,  /* masks the store can hold, a power of two */
    KEY_BYTES = 120, /* of the longest piece, and a zero */
    OPEN_FONTS = 32,
};

typedef struct entry {
    char key[KEY_BYTES];
    uint8_t key_length; /* 0: free */
    uint8_t piece; /* bytes of the key that its mask is to show: fewer than all when all are too
                      wide for the store, and then there is no mask */
    uint8_t face;
    int16_t size_px;
    int16_t x, y, width, height, ascent, advance;
} entry;

typedef struct open_font {
    TTF_Font *font;
    ui_face face;
    int size_px;
    int cap_px;
    int digit_px; /* advance of a digit: of every character of the number face */
} open_font;

struct ui_text {
    uint8_t coverage[STORE_WIDTH * STORE_HEIGHT];
    int shelf_x, shelf_y, shelf_height; /* the row of masks being filled */
    entry entries[ENTRIES];
    int entry_count;
    open_font fonts[OPEN_FONTS];
    int font_count;
};

ui_text *ui_text_create(void)
{
    if (TTF_Init() != 0)
        return NULL;
    ui_text *text = calloc(1, sizeof *text);
    if (!text) {
        SDL_OutOfMemory();
        TTF_Quit();
    }
    return text;
}

static void close_fonts(ui_text *text)
{
    for (int i = 0; i < text->font_count; i++)
        TTF_CloseFont(text->fonts[i].font);
    text->font_count = 0;
}

void ui_text_destroy(ui_text *text)
{
    if (!text)
        return;
    close_fonts(text);
    free(text);
    TTF_Quit();
}

static TTF_Font *open_face(ui_face face, int size_px)
{
    const struct {
        const unsigned char *begin, *end;
    } files[UI_FACE_COUNT] = {
        [UI_SANS] = {ui_font_sans, ui_font_sans_end},
        [UI_SANS_BOLD] = {ui_font_sans_bold, ui_font_sans_bold_end},
        [UI_MONO] = {ui_font_mono, ui_font_mono_end},
    };
    const int bytes = (int)(files[face].end - files[face].begin);
    SDL_RWops *stream = SDL_RWFromConstMem(files[face].begin, bytes);
    TTF_Font *font = stream ? TTF_OpenFontRW(stream, 1, size_px) : NULL;
    if (font)
        TTF_SetFontHinting(font, face == UI_MONO ? TTF_HINTING_LIGHT : TTF_HINTING_LIGHT_SUBPIXEL);
    return font;
}

static const open_font *font_of(ui_text *text, ui_face face, int size_px)
{
    for (int i = 0; i < text->font_count; i++)
        if (text->fonts[i].face == face && text->fonts[i].size_px == size_px)
            return &text->fonts[i];
    if (text->font_count == OPEN_FONTS)
        close_fonts(text);
    TTF_Font *font = open_face(face, size_px);
    if (!font)
        return NULL;
    int top = 0, digit = 0;
    TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL);
    TTF_GlyphMetrics32(font, '0', NULL, NULL, NULL, NULL, &digit);
    open_font *opened = &text->fonts[text->font_count++];
    *opened = (open_font){
        .font = font, .face = face, .size_px = size_px, .cap_px = top, .digit_px = digit};
    return opened;
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

static int advance_of(const open_font *opened, const char *key, int surface_width)
{
    int advance = surface_width;
    if (opened->face == UI_MONO)
        return opened->digit_px;
    return TTF_SizeUTF8(opened->font, key, &advance, NULL) == 0 ? advance : surface_width;
}

static uint32_t code_point(const char *utf8)
{
    static const uint8_t lead_bits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    const size_t length = ui_text_char(utf8);
    uint32_t code = (uint8_t)utf8[0] & lead_bits[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((uint8_t)utf8[i] & 0x3f);
    return code;
}

/* The words' face serves for signs that the number face lacks or has unlike the other's: exponents
 * that stand close, a minus as long as a plus is wide. */
static bool is_borrowed(uint32_t code)
{
    return code == 0x2212 || code == 0xb2 || code == 0xb3 || code == 0xb9 ||
           (code >= 0x2070 && code <= 0x207e);
}

static const open_font *font_for(ui_text *text, ui_face face, int size_px, const char *utf8)
{
    const open_font *opened = font_of(text, face, size_px);
    if (opened && face == UI_MONO && is_borrowed(code_point(utf8)))
        return font_of(text, UI_SANS, size_px);
    return opened;
}

/* Renders the key of e, which is complete but for the mask, into the store. */
static void render(ui_text *text, entry *e, const open_font *opened)
{
    const SDL_Color white = {255, 255, 255, 255};
    SDL_Surface *surface = TTF_RenderUTF8_Blended(opened->font, e->key, white);
    if (!surface)
        return;
    if (place(text, surface->w, surface->h, &e->x, &e->y)) {
        e->width = (int16_t)surface->w;
        e->height = (int16_t)surface->h;
        for (int y = 0; y < surface->h; y++) {
            const uint32_t *from =
                (const uint32_t *)(const void *)((const uint8_t *)surface->pixels +
                                                 (ptrdiff_t)y * surface->pitch);
            uint8_t *to = text->coverage + (ptrdiff_t)(e->y + y) * STORE_WIDTH + e->x;
            for (int x = 0; x < surface->w; x++)
                to[x] = (uint8_t)(from[x] >> 24);
        }
    }
    e->ascent = (int16_t)TTF_FontAscent(opened->font);
    e->advance = (int16_t)advance_of(opened, e->key, surface->w);
    SDL_FreeSurface(surface);
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

/* How much of a key the store has room for. */
static size_t piece_of(const open_font *opened, const char *key, size_t length)
{
    int width = 0;
    const bool fits = TTF_SizeUTF8(opened->font, key, &width, NULL) != 0 || width <= STORE_WIDTH;
    return fits || length == ui_text_char(key) ? length : beginning(key, length / 2);
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

/* The entry of less than KEY_BYTES; NULL when there is no font. */
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
    const open_font *opened = font_for(text, face, size_px, utf8);
    if (!opened)
        return NULL;
    if (text->entry_count >= ENTRIES / 2)
        forget_masks(text);
    made.piece = (uint8_t)piece_of(opened, made.key, length);
    if (made.piece == length)
        render(text, &made, opened);
    return add(text, &made, hash);
}

static const entry *first_piece(ui_text *text, ui_face face, int size_px, const char *utf8,
                                size_t length)
{
    if (face == UI_MONO)
        length = ui_text_char(utf8);
    else if (length >= KEY_BYTES)
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
    const open_font *opened = font_of(text, face, size_px);
    return opened ? opened->cap_px : 0;
}

size_t ui_text_char(const char *utf8)
{
    const unsigned char lead = (unsigned char)utf8[0];
    if (lead == 0)
        return 0;
    const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    for (size_t i = 1; i < length; i++)
        if (((unsigned char)utf8[i] & 0xc0) != 0x80)
            return 1;
    return length;
}
