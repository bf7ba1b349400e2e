/* A GIF read back, by a reader of its own: frame after frame, as a viewer shows it. */
#ifndef TESTS_UI_READ_GIF_H
#define TESTS_UI_READ_GIF_H

#include "ui/image.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct gif_file {
    uint8_t *bytes;
    size_t size, at;
    const uint8_t *colors; /* of all frames */
    ui_image shown;        /* what the frames up to the last one read add up to */
    bool loops;
    int frames;      /* read so far */
    int delay;       /* of the last one, in hundredths of a second */
    int changed;     /* pixels that it had */
    bool broken;     /* what was read is no GIF */
    int transparent; /* color of the next frame that leaves what is there; -1: none */
} gif_file;

static uint8_t gif_byte(gif_file *gif)
{
    if (gif->at < gif->size)
        return gif->bytes[gif->at++];
    gif->broken = true;
    return 0;
}

static int gif_word(gif_file *gif)
{
    const int low = gif_byte(gif);
    return low | gif_byte(gif) << 8;
}

/* Opens a file and reads what comes before the frames. */
static bool gif_open(gif_file *gif, const char *path)
{
    FILE *file = fopen(path, "rb");
    *gif = (gif_file){.transparent = -1};
    if (!file)
        return false;
    fseek(file, 0, SEEK_END);
    gif->size = (size_t)ftell(file);
    rewind(file);
    gif->bytes = malloc(gif->size + 1);
    const bool read = fread(gif->bytes, 1, gif->size, file) == gif->size;
    fclose(file);
    if (!read || gif->size < 13 || memcmp(gif->bytes, "GIF89a", 6) != 0)
        return false;
    gif->at = 6;
    const int width = gif_word(gif), height = gif_word(gif), flags = gif_byte(gif);
    gif->at += 2;
    if (!(flags & 0x80) || !ui_image_resize(&gif->shown, width, height))
        return false;
    gif->colors = gif->bytes + gif->at;
    gif->at += 3u << ((flags & 7) + 1);
    return true;
}

static void gif_close(gif_file *gif)
{
    free(gif->bytes);
    ui_image_free(&gif->shown);
}

/* Codes of a frame, across its blocks. */
typedef struct gif_codes {
    gif_file *gif;
    uint32_t bits;
    int held, left; /* bits at hand, bytes left in the block */
} gif_codes;

static int gif_code(gif_codes *codes, int size)
{
    while (codes->held < size) {
        if (codes->left == 0)
            codes->left = gif_byte(codes->gif);
        codes->bits |= (uint32_t)gif_byte(codes->gif) << codes->held;
        codes->held += 8;
        codes->left--;
        if (codes->gif->broken)
            return -1;
    }
    const int code = (int)(codes->bits & ((1u << size) - 1));
    codes->bits >>= size;
    codes->held -= size;
    return code;
}

/* The part of the picture that a frame has. */
typedef struct gif_part {
    int left, top, width, height;
    int drawn; /* pixels so far */
} gif_part;

static void gif_pixel(gif_file *gif, gif_part *part, uint8_t color)
{
    if (part->drawn >= part->width * part->height) {
        gif->broken = true;
        return;
    }
    const int x = part->left + part->drawn % part->width;
    const int y = part->top + part->drawn / part->width;
    part->drawn++;
    if (color == gif->transparent)
        return;
    const uint8_t *rgb = gif->colors + 3 * color;
    gif->changed++;
    gif->shown.pixels[(ptrdiff_t)y * gif->shown.width + x] =
        0xff000000u | (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
}

/* A string of colors of the code table, its last color first. */
static void gif_string(gif_file *gif, gif_part *part, const int16_t *before, const uint8_t *color,
                       int code)
{
    uint8_t string[4097];
    int length = 0;
    for (; code >= 0 && length < 4097; code = before[code])
        string[length++] = color[code];
    while (length > 0)
        gif_pixel(gif, part, string[--length]);
}

static void gif_pixels(gif_file *gif, gif_part *part)
{
    static int16_t before[4096];
    static uint8_t color[4096], first[4096];
    const int bits = gif_byte(gif), clear = 1 << bits, end = clear + 1;
    int size = bits + 1, count = end + 1, last = -1;
    gif_codes codes = {.gif = gif};
    for (int i = 0; i < clear; i++) {
        before[i] = -1;
        color[i] = first[i] = (uint8_t)i;
    }
    for (int code; !gif->broken && (code = gif_code(&codes, size)) != end;) {
        if (code == clear) {
            size = bits + 1;
            count = end + 1;
            last = -1;
            continue;
        }
        if (code < 0 || code > count || (last < 0 && code >= clear)) {
            gif->broken = true;
            return;
        }
        if (last >= 0 && count < 4096) {
            before[count] = (int16_t)last;
            first[count] = first[last];
            color[count] = code == count ? first[last] : first[code];
            count++;
        }
        gif_string(gif, part, before, color, code);
        if (count == 1 << size && size < 12)
            size++;
        last = code;
    }
    gif->at += (size_t)codes.left;
    gif->broken |= gif_byte(gif) != 0 || part->drawn != part->width * part->height;
}

/* What stands before a frame: how long it lasts, whether all repeats. */
static void gif_extension(gif_file *gif)
{
    const int kind = gif_byte(gif);
    for (int length = gif_byte(gif); length > 0 && !gif->broken; length = gif_byte(gif)) {
        const size_t next = gif->at + (size_t)length;
        if (kind == 0xf9 && length == 4) {
            const int flags = gif_byte(gif);
            gif->delay = gif_word(gif);
            gif->transparent = flags & 1 ? gif_byte(gif) : -1;
        } else if (kind == 0xff && length == 11 && memcmp(gif->bytes + gif->at, "NETSCAPE", 8) == 0)
            gif->loops = true;
        gif->at = next;
    }
}

/* Reads the next frame; false after the last. */
static bool gif_next(gif_file *gif)
{
    for (;;) {
        const int kind = gif_byte(gif);
        if (kind == 0x21) {
            gif_extension(gif);
        } else if (kind == 0x2c) {
            gif_part part = {.left = gif_word(gif)};
            part.top = gif_word(gif);
            part.width = gif_word(gif);
            part.height = gif_word(gif);
            gif->changed = 0;
            if (gif_byte(gif) != 0 || part.left + part.width > gif->shown.width ||
                part.top + part.height > gif->shown.height)
                gif->broken = true;
            else
                gif_pixels(gif, &part);
            gif->frames++;
            return !gif->broken;
        } else {
            gif->broken |= kind != 0x3b;
            return false;
        }
        if (gif->broken)
            return false;
    }
}

#endif
