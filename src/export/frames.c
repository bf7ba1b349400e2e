#include "export/frames.h"

#include "file/save.h"

#include <stdio.h>

static size_t distance(size_t a, size_t b)
{
    return a < b ? b - a : a - b;
}

static export_frames frames_of(const export_drawing *drawing, const export_request *request,
                               uint64_t least_ms)
{
    const model_pace pace = request->setup->pace;
    const size_t last = drawing->last;
    const size_t from = request->has_from ? request->from : 0;
    const size_t to = request->has_to ? request->to : last;
    const size_t stride = (size_t)((least_ms + pace.interval_ms - 1) / pace.interval_ms);
    export_frames frames = {.from = from < last ? from : last,
                            .to = to < last ? to : last,
                            .stride = stride,
                            .frame_ms = stride * pace.interval_ms,
                            .loops = pace.repeat != REPEAT_ONCE};
    const size_t steps = distance(frames.from, frames.to);
    frames.one_way = (steps + stride - 1) / stride + 1;
    const bool reflects = pace.repeat == REPEAT_REFLECT && frames.one_way > 2;
    frames.count = reflects ? 2 * frames.one_way - 2 : frames.one_way;
    return frames;
}

bool frames_make(export_frames *frames, const export_drawing *drawing,
                 const export_request *request, uint64_t least_ms, dh_error *error)
{
    *frames = frames_of(drawing, request, least_ms);
    return frames->count <= FRAMES_MAX ||
           dh_fail(error, "%zu frames are too many, of %d at most: --from and --to say which steps",
                   frames->count, FRAMES_MAX);
}

size_t frames_step(const export_frames *frames, size_t frame)
{
    const size_t there = frame < frames->one_way ? frame : 2 * frames->one_way - 2 - frame;
    const size_t steps = distance(frames->from, frames->to);
    const size_t way = there * frames->stride < steps ? there * frames->stride : steps;
    return frames->from <= frames->to ? frames->from + way : frames->from - way;
}

bool frames_go_on(const export_frames *frames, size_t done, const export_request *request,
                  dh_error *error)
{
    const export_watch *watch = request->watch;
    if (file_end_is_asked() ||
        (watch && watch->goes_on && !watch->goes_on(watch->who, done, frames->count)))
        return dh_fail(error, "stopped");
    return true;
}

void frames_tell(const export_frames *frames, const export_request *request)
{
    if (request->watch && frames->stride > 1)
        snprintf(request->watch->remark, sizeof request->watch->remark,
                 "a frame lasts %u ms and stands for %zu steps of %u ms",
                 (unsigned)frames->frame_ms, frames->stride,
                 (unsigned)request->setup->pace.interval_ms);
}
