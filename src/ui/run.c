#include "ui/run.h"

#include "ui/cluster.h"

/* The cluster at a place of a text that ends at `length`. */
static size_t cluster_at(const char *utf8, size_t at, size_t length)
{
    const size_t bytes = ui_cluster_length(utf8 + at);
    return at + bytes < length ? bytes : length - at;
}

static uint32_t script_at(const char *utf8)
{
    size_t bytes;
    return ui_script_of(ui_code_point(utf8, &bytes));
}

static bool is_digit_at(const char *utf8)
{
    size_t bytes;
    return ui_is_digit(ui_code_point(utf8, &bytes));
}

bool ui_run_needs_context(const char *utf8)
{
    const uint32_t hebrew = 0x590, punctuation = 0x2000, after_symbols = 0x2e00;
    size_t bytes;
    const uint32_t code = ui_code_point(utf8, &bytes);
    return code >= hebrew && (code < punctuation || code >= after_symbols);
}

/* How far a text goes on that the face lacks. */
static size_t lacking(ui_faces *faces, ui_face face, int size_px, const char *utf8, size_t length)
{
    size_t at = cluster_at(utf8, 0, length);
    while (at < length) {
        const size_t bytes = cluster_at(utf8, at, length);
        if (ui_script_is_leftward(script_at(utf8 + at)) ||
            ui_faces_have(faces, (ui_source)face, size_px, utf8 + at, bytes))
            break;
        at += bytes;
    }
    return at;
}

/* A run to the right: as far as the font of its first character serves, and in a font of the
 * system as far as its script goes. */
static ui_run rightward(ui_faces *faces, ui_face face, int size_px, const char *utf8, size_t length)
{
    ui_run run = {.count = 1};
    ui_span *span = &run.span[0];
    size_t at = cluster_at(utf8, 0, length);
    span->source = ui_faces_source(faces, face, size_px, utf8, at);
    span->script = script_at(utf8);
    if (span->source >= UI_FACE_COUNT) { /* rather one font for all than one for each character */
        const ui_source all =
            ui_faces_source_of_all(faces, face, utf8, lacking(faces, face, size_px, utf8, length));
        span->source = all >= 0 ? all : span->source;
    }
    while (at < length) {
        const size_t bytes = cluster_at(utf8, at, length);
        const uint32_t script = script_at(utf8 + at);
        if (ui_script_is_leftward(script))
            break;
        if (span->source < UI_FACE_COUNT) {
            if (ui_faces_source(faces, face, size_px, utf8 + at, bytes) != span->source)
                break;
        } else {
            if ((script != 0 && script != span->script) ||
                ui_faces_have(faces, (ui_source)face, size_px, utf8 + at, bytes) ||
                !ui_faces_have(faces, span->source, size_px, utf8 + at, bytes))
                break;
        }
        at += bytes;
    }
    run.length = span->length = at;
    return run;
}

/* How far a run to the left goes: to its last character of such a script, or number. */
static size_t leftward_length(const char *utf8, size_t length)
{
    size_t end = 0;
    for (size_t at = 0; at < length;) {
        const size_t bytes = cluster_at(utf8, at, length);
        const uint32_t script = script_at(utf8 + at);
        if (script != 0 && !ui_script_is_leftward(script))
            break;
        at += bytes;
        if (script != 0 || is_digit_at(utf8 + at - bytes))
            end = at;
    }
    return end;
}

/* Whether a sign that is no digit stands between two. */
static bool is_within_number(const char *utf8, size_t at, size_t bytes, size_t end)
{
    return at > 0 && bytes == 1 && (utf8[at] == '.' || utf8[at] == ',' || utf8[at] == ':') &&
           at + 1 < end && is_digit_at(utf8 + at - 1) && is_digit_at(utf8 + at + 1);
}

static ui_run leftward(ui_faces *faces, ui_face face, int size_px, const char *utf8, size_t length)
{
    ui_run run = {.length = leftward_length(utf8, length)};
    ui_span now = {.source = UI_NO_FONT, .script = script_at(utf8), .leftward = true};
    for (size_t at = 0, bytes; at < run.length; at += bytes) {
        bytes = cluster_at(utf8, at, run.length);
        const uint32_t script = script_at(utf8 + at);
        ui_span next = {.first = at,
                        .source = now.source,
                        .script = script ? script : now.script,
                        .leftward = !is_digit_at(utf8 + at) &&
                                    !is_within_number(utf8, at, bytes, run.length)};
        if (now.source == UI_NO_FONT ||
            !ui_faces_have(faces, now.source, size_px, utf8 + at, bytes))
            next.source = ui_faces_source(faces, face, size_px, utf8 + at, bytes);
        const bool goes_on =
            next.source == now.source && next.script == now.script && next.leftward == now.leftward;
        if (run.count == 0 || (!goes_on && run.count < UI_RUN_SPANS))
            run.span[run.count++] = next;
        run.span[run.count - 1].length += bytes;
        now = run.span[run.count - 1];
    }
    for (int i = 0; i < run.count / 2; i++) {
        const ui_span first = run.span[i];
        run.span[i] = run.span[run.count - 1 - i];
        run.span[run.count - 1 - i] = first;
    }
    return run;
}

ui_run ui_first_run(ui_faces *faces, ui_face face, int size_px, const char *utf8, size_t length)
{
    return ui_script_is_leftward(script_at(utf8)) ? leftward(faces, face, size_px, utf8, length)
                                                  : rightward(faces, face, size_px, utf8, length);
}
