/* What a person reads from elsewhere: points and a trace, from files or pasted, each a part at a
 * time. */
#ifndef MODEL_FILES_H
#define MODEL_FILES_H

#include "model/loading.h"
#include "model/scene.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct model_files { /* zeroed while nothing is read */
    model_loading one;       /* what was named or pasted, or the points once more, */
    model_loading trace;     /* and the trace once more */
} model_files;

/* Begins to read a file, points or a trace; the files again that a scene's points and trace are
 * from; points in a text. False, and the error is the line to say, when there is nothing to read.
 */
bool files_open(model_files *files, const char *path, dh_error *error);
bool files_read_again(model_files *files, const model_scene *scene, dh_error *error);
bool files_paste(model_files *files, const char *text, dh_error *error);

/* Whether something is being read; what to say of it; milliseconds until it is worth to read on. */
bool files_busy(const model_files *files);
void files_tell(const model_files *files, char *text, size_t size);
int files_pause(const model_files *files);

/* Reads on. Once something is done, *result is what there was, and notice what was left out of it;
 * what fails ends all reading. */
loading_state files_advance(model_files *files, loading_result *result, dh_error *notice,
                            dh_error *error);
void files_stop(model_files *files);

/* Says so in the remark when a file of the scene has changed on the disk. */
void files_look(const model_scene *scene, dh_error *remark);

#endif
