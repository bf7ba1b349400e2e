/* The frames of an animation: which step each shows, and how long.
 *
 * A step lasts the interval. Where that is shorter than the shortest frame of a form, a frame
 * stands for as many steps as make it long enough, as in the window. */
#ifndef EXPORT_FRAMES_H
#define EXPORT_FRAMES_H

#include "export/drawing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct export_frames {
    size_t from, to; /* steps; backwards where `to` is before `from` */
    size_t stride;   /* steps from a frame to the next; the last frame may stand for fewer */
    size_t one_way;  /* frames from `from` to `to` */
    size_t count;    /* and in all: of a reflected animation without a step shown twice */
    uint64_t frame_ms;
    bool loops;
} export_frames;

enum { FRAMES_MAX = 20000 };

/* The frames of a request, each of which lasts at least `least_ms`. Fails when they are too many.
 */
bool frames_make(export_frames *frames, const export_drawing *drawing,
                 const export_request *request, uint64_t least_ms, dh_error *error);

/* The step that a frame shows. */
size_t frames_step(const export_frames *frames, size_t frame);

/* After a frame: tells whoever waits. False, with an error that says so, when it is to end here. */
bool frames_go_on(const export_frames *frames, size_t done, const export_request *request,
                  dh_error *error);

/* Remarks that frames stand for several steps, where they do. */
void frames_tell(const export_frames *frames, const export_request *request);

#endif
