/* Frames of the program, from an event to pixels in a window that SDL's software renderer fills. */
#ifndef BENCH_FRAMES_H
#define BENCH_FRAMES_H

#include "app/app.h"

#include <SDL.h>
#include <stdbool.h>

typedef struct bench_screen {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    SDL_Texture *texture;
} bench_screen;

bench_screen bench_open_screen(int width, int height);
void bench_close_screen(bench_screen *screen);

/* What the window does with a picture. */
void bench_present(bench_screen *screen, const ui_painter *painter);

/* Prints the times of the frames of every case. */
void bench_frames(void);

/* Draws `count` frames of the case of that name, and does nothing else but start the program for
 * it. Returns whether there is such a case. */
bool bench_frames_of(const char *name, int count);

/* Seconds since some moment. */
double bench_seconds(void);

/* Ends the program when what was needed could not be had. */
void bench_need(bool done);

#endif
