#include "model/files.h"

/* The points of a scene where they are a file's, else NULL. */
static const dh_points *points_of_file(const model_scene *scene)
{
    const dh_source *source = &scene->problem.source;
    const bool given = source->kind == DH_SOURCE_GIVEN;
    return given && source->given->place.kind == DH_POINTS_FILE ? source->given : NULL;
}

static const model_trace *trace_of_file(const model_scene *scene)
{
    const model_trace *trace = scene_trace(scene);
    return trace && trace->path[0] ? trace : NULL;
}

bool files_open(model_files *files, const char *path, dh_error *error)
{
    return loading_open(&files->one, LOADING_EITHER, path, NULL, error);
}

static const char *asked_for(const char *columns)
{
    return columns[0] ? columns : NULL;
}

bool files_read_again(model_files *files, const model_scene *scene, dh_error *error)
{
    const dh_points *points = points_of_file(scene);
    const model_trace *trace = trace_of_file(scene);
    if (!points && !trace)
        return dh_fail(error, "these points are in no file that could be read again");
    if (trace &&
        !loading_open(&files->trace, LOADING_TRACE, trace->path, asked_for(trace->columns), error))
        return false;
    return !points || loading_open(&files->one, LOADING_POINTS, points->place.path,
                                   asked_for(points->place.columns), error);
}

bool files_paste(model_files *files, const char *text, dh_error *error)
{
    return loading_paste(&files->one, text, error);
}

/* What is being read first. */
static const model_loading *busy_one(const model_files *files)
{
    return loading_busy(&files->one) ? &files->one : &files->trace;
}

bool files_busy(const model_files *files)
{
    return loading_busy(busy_one(files));
}

void files_tell(const model_files *files, char *text, size_t size)
{
    loading_tell(busy_one(files), text, size);
}

int files_pause(const model_files *files)
{
    return loading_pause(busy_one(files));
}

loading_state files_advance(model_files *files, loading_result *result, dh_error *notice,
                            dh_error *error)
{
    model_loading *loading = loading_busy(&files->one) ? &files->one : &files->trace;
    const loading_state state = loading_advance(loading, result, error);
    if (state == LOADING_FAILED)
        files_stop(files);
    else if (state == LOADING_DONE && loading->notice[0])
        dh_fail(notice, "%s", loading->notice);
    return state;
}

void files_stop(model_files *files)
{
    loading_stop(&files->one);
    loading_stop(&files->trace);
}

static void look_at(const char *path, int64_t was_ns, const char *origin, dh_error *remark)
{
    int64_t modified_ns;
    if (file_modified(path, &modified_ns) && modified_ns != was_ns)
        dh_fail(remark, "%s has changed on the disk: F5 reads it again", origin);
}

void files_look(const model_scene *scene, dh_error *remark)
{
    const dh_points *points = points_of_file(scene);
    const model_trace *trace = trace_of_file(scene);
    if (points)
        look_at(points->place.path, points->place.modified_ns, points->origin, remark);
    if (trace)
        look_at(trace->path, trace->modified_ns, trace->origin, remark);
}
