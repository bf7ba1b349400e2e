/* The forms in which what is shown can be taken away: one for each ending of a file's name. */
#ifndef EXPORT_FORM_H
#define EXPORT_FORM_H

#include "downhill/error.h"
#include "export/request.h"
#include "file/save.h"

#include <stdbool.h>
#include <stdio.h>

/* Options that only some forms take. */
enum {
    FORM_TAKES_FRAMEWORK = 1,
    FORM_TAKES_POINTS_ONLY = 2,
    FORM_TAKES_STEPS = 4, /* from one to another */
};

/* A form is one row of the table in form.c. */
typedef struct export_form {
    const char *ending; /* of the file's name, ".py" */
    const char *what;   /* what such a file is, for the help; a line of 72 characters at most */
    unsigned takes;     /* of the options above */
    bool (*can)(const export_request *request, dh_error *error); /* whether it can tell what is
                                                                    shown; NULL: always */
    file_writer *write;                                          /* writes an export_request */
} export_form;

/* A form; NULL after the last. */
const export_form *form_at(int index);

/* Whether a request can be granted. The error says what is wrong with it: an ending that there is
 * not, an option that its form does not take. */
bool form_check(const export_request *request, dh_error *error);

/* Writes the file of a request that form_check has let pass; as file_save, whole or not at all. */
bool form_save(const export_request *request, dh_error *error);

/* Writes a line for every form. */
void form_describe(FILE *stream);

#endif
