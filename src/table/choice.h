/* Which columns of a table are the wanted ones. */
#ifndef TABLE_CHOICE_H
#define TABLE_CHOICE_H

#include "downhill/error.h"
#include "table/request.h"
#include "table/survey.h"

#include <stdint.h>

#define CHOICE_NONE SIZE_MAX

/* Whether enough has been seen for a choice: of a column before the last one chosen it must be
 * known what it holds. */
bool choice_is_sure(const table_survey *survey, const table_request *request);

/* Whether the header has a name for every wish that is not optional. False, too, when memory runs
 * out. */
bool choice_has_names(table_survey *survey, const table_request *request);

/* Writes the column of every wish, CHOICE_NONE for an optional one that is not there. A name that a
 * person gave may make a header of the first row. False, and the reason alone, when a column is
 * missing or memory runs out. */
bool choice_make(table_survey *survey, const table_request *request, size_t column[TABLE_COLUMNS],
                 dh_error *reason);

#endif
