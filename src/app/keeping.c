#define _POSIX_C_SOURCE 200809L
#include "app/keeping.h"

#include "cli/command_line.h"
#include "file/facts.h"
#include "table/write.h"

#include <stdlib.h>
#include <string.h>

static uint64_t now_ms(const app_program *app)
{
    return session_player(app->session)->now_ms;
}

void keeping_copy(app_program *app)
{
    dh_error why = {"not enough memory for the command line"};
    const model_scene *scene = session_scene(app->session);
    char *line = command_line_can_tell(scene, &why) ? app_command_line(app) : NULL;
    if (line)
        copied_take(&app->copied, line, now_ms(app));
    else
        session_refuse(app->session, &why);
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

/* Goes on with the same points, now a file's, from where it was. */
static void go_on_with(model_session *session, dh_points *points)
{
    const model_player before = *session_player(session);
    session_give(session, points);
    session_seek(session, player_place(&before));
    if (!before.playing)
        session_pause(session);
}

void keeping_save(app_program *app)
{
    char path[FILE_PATH_BYTES];
    dh_error error = {"there is no name left for a file of points"};
    const dh_problem *problem = &session_runs(app->session)->problem;
    dh_points *points = NULL;
    char *said = NULL;
    if (file_new_document("points", ".csv", path) &&
        (points = in_file(problem, path, &error)) != NULL && table_write(path, points, &error)) {
        dh_points_drop(points); /* whose file is there only now */
        points = in_file(problem, path, &error);
        said = points ? strdup(path) : NULL;
    }
    if (said) {
        go_on_with(app->session, points);
        copied_say(&app->copied, "Saved the points", said, now_ms(app));
    } else {
        session_refuse(app->session, &error);
    }
    dh_points_drop(points);
}
