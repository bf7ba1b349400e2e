/* The program ffmpeg, at work on a film. */
#ifndef EXPORT_FFMPEG_H
#define EXPORT_FFMPEG_H

#include "downhill/error.h"
#include "ui/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A film to be made. */
typedef struct ffmpeg_def {
    const char *const *codec; /* ffmpeg's options of it, and NULL */
    const char *container;    /* "mp4" */
    int width, height;        /* both even */
    uint64_t frame_ms;        /* a frame lasts so long */
    int file;                 /* descriptor of a file, which the film is written over */
} ffmpeg_def;

typedef struct ffmpeg_work {
    pid_t child;
    int frames; /* socket to it */
    int words;  /* descriptor of a file with what it complains of */
} ffmpeg_work;

/* Whether there is such a program in PATH. */
bool ffmpeg_is_there(void);

bool ffmpeg_start(ffmpeg_work *work, const ffmpeg_def *def, dh_error *error);

/* Gives it the next picture. False when it takes no more: ffmpeg_finish says why. */
bool ffmpeg_take(const ffmpeg_work *work, const ui_image *image);

/* Lets it finish the film, and waits. */
bool ffmpeg_finish(ffmpeg_work *work, dh_error *error);

/* Ends it. */
void ffmpeg_stop(ffmpeg_work *work);

#endif
