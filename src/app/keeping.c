#define _POSIX_C_SOURCE 200809L
#include "app/keeping.h"

#include "cli/command_line.h"
#include "file/facts.h"
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

/* The points that are shown, as a set that is in a file. */
static dh_points *in_file(const dh_problem *problem, const char *path, dh_error *error)
{
    dh_points_def def = {.x = problem->x,
                         .y = problem->y,
                         .n = problem->n,
                         .x_name = problem->x_name,
                         .y_name = problem->y_name,
                         .origin = file_name(path),
                         .place = {.kind = DH_POINTS_FILE, .path = path}};
    file_modified(path, &def.place.modified_ns);
    return dh_points_create(&def, error);
}

/* Whether no command line could have the points again: they are a person's own. Those that were
 * drawn stay so; as given ones their mini-batches would be others. */
static bool is_only_here(const dh_source *source)
{
    return source->kind == DH_SOURCE_GIVEN && source->given->place.kind != DH_POINTS_SAMPLE;
}

/* Goes on with the same points, now a file's, from where it was. */
static void go_on_with(model_session *session, dh_points *points)
{
    const model_player before = *session_player(session);
    session_give(session, points);
    session_seek(session, player_place(&before));
    if (!before.playing)
        session_pause(session);
}

void keeping_save(model_session *session, screen_copied *copied)
{
    char path[FILE_PATH_BYTES];
    dh_error error = {.text = "there is no name left for a file of points"};
    const dh_problem *problem = &session_runs(session)->problem;
    dh_points *points = NULL;
    char *said = NULL;
    if (file_new_document("points", ".csv", path) &&
        (points = in_file(problem, path, &error)) != NULL && table_write(path, points, &error)) {
        dh_points_drop(points); /* whose file is there only now */
        points = in_file(problem, path, &error);
        said = points ? strdup(path) : NULL;
    }
    if (said) {
        if (is_only_here(&session_scene(session)->problem.source))
            go_on_with(session, points);
        copied_say(copied, "Saved the points", said, session_player(session)->now_ms);
    } else {
        session_refuse(session, &error);
    }
    dh_points_drop(points);
}
