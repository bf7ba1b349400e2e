#include "export/film.h"

#include "export/ffmpeg.h"
#include "export/frames.h"
#include "file/save.h"

#include <errno.h>
#include <sys/stat.h>

enum {
    SHORTEST_MS = 16, /* players show about 60 frames a second */
    LONGEST_MS = 100, /* and stumble over very few: what lasts longer is several frames */
    EVEN = 2,
};

static const char *const MP4_CODEC[] = {"-c:v", "libx264",   "-preset",    "veryfast", "-crf",
                                        "15",   "-movflags", "+faststart", NULL};
static const char *const WEBM_CODEC[] = {"-c:v",    "libvpx-vp9", "-crf",     "20",        "-b:v",
                                         "0",       "-deadline",  "realtime", "-cpu-used", "6",
                                         "-row-mt", "1",          NULL};

static bool find_ffmpeg(dh_error *error)
{
    return ffmpeg_is_there() ||
           dh_fail(error, "films are made by the program ffmpeg, which is not there; "
                          "apt-get install ffmpeg brings it");
}

/* Gives every frame to ffmpeg, as often as it is to last. False without an error when ffmpeg takes
 * no more. */
static bool give_frames(const ffmpeg_work *work, export_drawing *drawing,
                        const export_frames *frames, uint64_t repeats,
                        const export_request *request, dh_error *error)
{
    for (size_t i = 0; i < frames->count; i++) {
        if (!drawing_paint(drawing, frames_step(frames, i), error))
            return false;
        for (uint64_t r = 0; r < repeats; r++)
            if (!ffmpeg_take(work, &drawing->painter.image))
                return false;
        if (!frames_go_on(frames, i + 1, request, error))
            return false;
    }
    return true;
}

static bool film(export_drawing *drawing, const export_request *request, ffmpeg_def def,
                 dh_error *error)
{
    export_frames frames;
    if (!frames_make(&frames, drawing, request, SHORTEST_MS, error))
        return false;
    uint64_t repeats = (frames.frame_ms + LONGEST_MS - 1) / LONGEST_MS;
    while (frames.frame_ms % repeats != 0) /* frames last whole milliseconds */
        repeats++;
    ffmpeg_work work;
    dh_error stopped = {.text = ""};
    def.width = drawing->width_px;
    def.height = drawing->height_px;
    def.frame_ms = frames.frame_ms / repeats;
    if (!ffmpeg_start(&work, &def, error))
        return false;
    const bool given = give_frames(&work, drawing, &frames, repeats, request, &stopped);
    if (stopped.text[0]) { /* by a person, or for want of memory */
        ffmpeg_stop(&work);
        *error = stopped;
        return false;
    }
    const bool finished = ffmpeg_finish(&work, error);
    frames_tell(&frames, request);
    drawing_tell(drawing, request);
    return finished && (given || dh_fail(error, "ffmpeg took no more pictures"));
}

/* A pipe or device gets the film when it is complete: while it is made there is going to and fro in
 * it. */
static bool copy(FILE *from, FILE *to, dh_error *error)
{
    char bytes[1 << 16];
    size_t length;
    rewind(from);
    while ((length = fread(bytes, 1, sizeof bytes, from)) > 0)
        if (fwrite(bytes, 1, length, to) != length)
            return true; /* that the stream takes no more is noticed by its owner */
    return !ferror(from) || dh_fail(error, "the film cannot be read again");
}

static bool write_film(FILE *stream, const export_request *request, ffmpeg_def def, dh_error *error)
{
    struct stat status;
    export_drawing drawing = {.last = 0};
    const bool direct = fstat(fileno(stream), &status) == 0 && S_ISREG(status.st_mode);
    FILE *file = direct ? stream : tmpfile();
    bool done = find_ffmpeg(error);
    done = done && (file || dh_fail(error, "there is no place for the film while it is made"));
    def.file = done ? fileno(file) : -1;
    done = done && drawing_begin(&drawing, request, EVEN, error) &&
           film(&drawing, request, def, error) && (direct || copy(file, stream, error));
    if (file && !direct)
        fclose(file);
    drawing_free(&drawing);
    return done;
}

bool film_write_mp4(FILE *stream, const void *request, dh_error *error)
{
    return write_film(stream, request, (ffmpeg_def){.codec = MP4_CODEC, .container = "mp4"}, error);
}

bool film_write_webm(FILE *stream, const void *request, dh_error *error)
{
    return write_film(stream, request, (ffmpeg_def){.codec = WEBM_CODEC, .container = "webm"},
                      error);
}
