#define _POSIX_C_SOURCE 200809L
#include "app/keeping.h"

#include "cli/command_line.h"
#include "file/facts.h"
#include "model/point_edits.h"
#include "table/write.h"

#include <stdlib.h>
#include <string.h>

void keeping_copy(model_session *session, screen_copied *copied, char *line)
{
    dh_error why = {.text = "not enough memory for the command line"};
    if (line && command_line_can_tell(session_scene(session), &why)) {
        copied_take(copied, line, session_player(session)->now_ms);
        return;
    }
    free(line);
    session_refuse(session, &why);
}

/* Whether the points are a person's own and in no file, or no longer in theirs. Those that were
 * drawn stay so; as given ones their mini-batches would be others. */
static bool are_only_here(const dh_source *source)
{
    if (source->kind == DH_SOURCE_GENERATED)
        return false;
    const dh_points_place *place = &source->given->place;
    return place->kind == DH_POINTS_TYPED ||
           (place->kind == DH_POINTS_FILE && !file_is_as_it_was(place->path, place->modified_ns));
}

/* Goes on with the same points, now a file's. */
static bool go_on_with(model_session *session, const dh_points *saved, const char *path,
                       dh_error *error)
{
    dh_points_def def = {.x = saved->x,
                         .y = saved->y,
                         .n = saved->n,
                         .x_name = saved->x_name,
                         .y_name = saved->y_name,
                         .origin = file_name(path),
                         .place = {.kind = DH_POINTS_FILE, .path = path}};
    file_modified(path, &def.place.modified_ns);
    dh_points *points = dh_points_create(&def, error);
    if (!points)
        return false;
    session_place_points(session, points);
    dh_points_drop(points);
    return true;
}

void keeping_save(model_session *session, screen_copied *copied)
{
    char path[FILE_PATH_BYTES];
    dh_error error = {.text = "there is no name left for a file of points"};
    dh_points *points = edits_base(session);
    if (!points)
        return;
    const bool moves = are_only_here(&session_scene(session)->problem.source);
    const bool saved = file_new_document("points", ".csv", path) &&
                       table_write(path, points, &error) &&
                       (!moves || go_on_with(session, points, path, &error));
    char *said = saved ? strdup(path) : NULL;
    if (said)
        copied_say(copied, "Saved the points", said, session_player(session)->now_ms);
    else
        session_refuse(session, &error);
    dh_points_drop(points);
}
