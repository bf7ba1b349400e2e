/* Which shapes of a canvas are drawn into which square tile of the picture.
 *
 * Every tile has a list of what may show in it, in the order of drawing. An entry's hash is that of
 * all there is in the tile up to and with it, so that two lists begin alike as far as their hashes
 * do. Of a polyline only the segments count that reach into the tile: where a curve grows,
 * the tiles behind its end stay what they were. */
#ifndef UI_TILES_H
#define UI_TILES_H

#include "ui/canvas.h"
#include "ui/geometry.h"
#include "ui/outline.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UI_TILE_PX = 64 }; /* the side of a tile */

/* A shape in a tile. */
typedef struct ui_tile_entry {
    uint64_t hash;
    uint32_t shape; /* its place in the canvas */
    uint32_t next;  /* place of the tile's next entry, UI_NO_ENTRY after the last */
    ui_piece piece; /* what of the shape reaches here */
} ui_tile_entry;

#define UI_NO_ENTRY UINT32_MAX

typedef struct ui_tile {
    uint64_t hash; /* of its last entry, 0 when what is in it is unknown */
    uint32_t first, last;
} ui_tile;

typedef struct ui_tiles {
    int columns, rows;
    ui_tile *tile; /* row by row, owned */
    size_t tile_capacity;
    ui_tile_entry *entry; /* of all tiles, owned */
    size_t entry_count, entry_capacity;
} ui_tiles;

/* Lists the shapes of the canvas. False when memory runs out: the lists are then empty. */
bool ui_tiles_list(ui_tiles *tiles, const ui_canvas *canvas);

/* Empty lists for a picture of this size. False when memory runs out. */
bool ui_tiles_resize(ui_tiles *tiles, int width_px, int height_px);

/* Empties the lists: what is in the tiles is unknown. */
void ui_tiles_forget(ui_tiles *tiles);

/* The pixels of a tile of a picture of this size. */
ui_px_rect ui_tile_rect(int column, int row, int width_px, int height_px);

void ui_tiles_free(ui_tiles *tiles);

#endif
