#include "export/gif.h"

#include "export/frames.h"
#include "export/palette.h"

#include <cgif.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORTEST_MS = 20,
    UNCHANGED = PALETTE_COLORS, /* stands for what the frame before has there */
    UNNOTICED = 8,              /* of 255, in each channel */
    SAMPLES = 5,                /* frames that the palette is fitted to */
};

/* What is being written. */
typedef struct gif_writing {
    export_drawing drawing;
    export_frames frames;
    gif_palette *palette;
    uint8_t *shown; /* a color's number for each pixel, */
    uint8_t *frame; /* and the same of those that change with the frame; the others UNCHANGED */
    bool begun;     /* there is a frame before it */
    CGIF *gif;
} gif_writing;

static int write_bytes(void *stream, const uint8_t *bytes, const size_t length)
{
    return fwrite(bytes, 1, length, stream) == length ? 0 : -1;
}

static bool fit_palette(gif_writing *w, dh_error *error)
{
    w->palette = palette_create();
    if (!w->palette)
        return dh_fail_memory(error, "not enough memory to draw the picture");
    for (size_t i = 0; i < SAMPLES; i++) {
        const size_t frame = (w->frames.one_way - 1) * i / (SAMPLES - 1);
        if (!drawing_paint(&w->drawing, frames_step(&w->frames, frame), error))
            return false;
        palette_count(w->palette, &w->drawing.painter.image);
    }
    palette_choose(w->palette);
    ui_painter_forget(&w->drawing.painter); /* the first frame is to be new in all its parts */
    return true;
}

static bool open_gif(gif_writing *w, FILE *stream, dh_error *error)
{
    const export_drawing *drawing = &w->drawing;
    CGIF_Config config = {.pGlobalPalette = (uint8_t *)palette_colors(w->palette),
                          .numGlobalPaletteEntries = (uint16_t)palette_size(w->palette),
                          .attrFlags =
                              CGIF_ATTR_IS_ANIMATED | (w->frames.loops ? 0 : CGIF_ATTR_NO_LOOP),
                          .width = (uint16_t)drawing->width_px,
                          .height = (uint16_t)drawing->height_px,
                          .numLoops = CGIF_INFINITE_LOOP,
                          .pWriteFn = write_bytes,
                          .pContext = stream};
    const size_t pixels = (size_t)drawing->width_px * (size_t)drawing->height_px;
    w->shown = malloc(pixels);
    w->frame = malloc(pixels);
    w->gif = w->shown && w->frame ? cgif_newgif(&config) : NULL;
    return w->gif || dh_fail_memory(error, "not enough memory to write the GIF");
}

/* Whether a pixel may keep a color of the palette: the less changes, the smaller is the file. */
static bool does_for(const gif_writing *w, uint8_t index, uint32_t pixel)
{
    const uint8_t *rgb = palette_colors(w->palette) + 3 * index;
    return abs(rgb[0] - (int)(pixel >> 16 & 0xff)) <= UNNOTICED &&
           abs(rgb[1] - (int)(pixel >> 8 & 0xff)) <= UNNOTICED &&
           abs(rgb[2] - (int)(pixel & 0xff)) <= UNNOTICED;
}

/* Takes a row of what was painted into the frame. */
static void index_row(gif_writing *w, const uint32_t *pixels, ptrdiff_t first, int count)
{
    uint32_t last = pixels[0];
    uint8_t index = palette_nearest(w->palette, last);
    for (int x = 0; x < count; x++) {
        if (pixels[x] != last) {
            last = pixels[x];
            index = palette_nearest(w->palette, last);
        }
        const uint8_t before = w->shown[first + x];
        if (w->begun && (before == index || does_for(w, before, last)))
            continue;
        w->shown[first + x] = w->frame[first + x] = index;
    }
}

/* Makes the frame of what was painted. */
static void index_changes(gif_writing *w)
{
    const ui_painter *painter = &w->drawing.painter;
    const ui_image *image = &painter->image;
    memset(w->frame, UNCHANGED, (size_t)image->width * (size_t)image->height);
    for (size_t i = 0; i < painter->changed_count; i++) {
        const ui_px_rect part = painter->changed[i];
        for (int y = part.top; y < part.bottom; y++) {
            const ptrdiff_t first = (ptrdiff_t)y * image->width + part.left;
            index_row(w, image->pixels + first, first, part.right - part.left);
        }
    }
}

/* Hundredths of a second that a frame lasts. */
static uint16_t delay_of(const export_frames *frames, size_t frame)
{
    const uint64_t half = 5, hundredth = 10;
    const uint64_t from = (frame * frames->frame_ms + half) / hundredth;
    return (uint16_t)(((frame + 1) * frames->frame_ms + half) / hundredth - from);
}

static bool add_frame(gif_writing *w, size_t frame, dh_error *error)
{
    if (!drawing_paint(&w->drawing, frames_step(&w->frames, frame), error))
        return false;
    index_changes(w);
    CGIF_FrameConfig config = {.pImageData = w->frame,
                               .attrFlags = w->begun ? CGIF_FRAME_ATTR_HAS_SET_TRANS : 0,
                               .transIndex = UNCHANGED,
                               .genFlags = CGIF_FRAME_GEN_USE_DIFF_WINDOW,
                               .delay = delay_of(&w->frames, frame)};
    w->begun = true;
    return cgif_addframe(w->gif, &config) == CGIF_OK ||
           dh_fail(error, "the GIF cannot be made: memory or room ran out");
}

static bool write_frames(gif_writing *w, const export_request *request, dh_error *error)
{
    for (size_t i = 0; i < w->frames.count; i++)
        if (!add_frame(w, i, error) || !frames_go_on(&w->frames, i + 1, request, error))
            return false;
    return true;
}

/* Closing writes the last frame. */
static bool close_gif(gif_writing *w, bool done, dh_error *error)
{
    const bool closed = !w->gif || cgif_close(w->gif) == CGIF_OK;
    return done && (closed || dh_fail(error, "the GIF cannot be made: memory or room ran out"));
}

bool gif_write(FILE *stream, const void *request, dh_error *error)
{
    gif_writing w = {.gif = NULL};
    bool done = drawing_begin(&w.drawing, request, 1, error);
    if (done) {
        done = frames_make(&w.frames, &w.drawing, request, SHORTEST_MS, error) &&
               fit_palette(&w, error) && open_gif(&w, stream, error) &&
               write_frames(&w, request, error);
    }
    done = close_gif(&w, done, error);
    if (done) {
        drawing_tell(&w.drawing, request);
        frames_tell(&w.frames, request);
    }
    palette_free(w.palette);
    free(w.shown);
    free(w.frame);
    drawing_free(&w.drawing);
    return done;
}
