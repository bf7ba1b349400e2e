/* The names of two columns as one text: "speed,stopping distance". */
#ifndef TABLE_NAMES_H
#define TABLE_NAMES_H

#include "downhill/error.h"
#include "table/survey.h"

enum { NAMES_BYTES = 4 * SURVEY_NAME_BYTES /* of two names, every byte a quote that is doubled */ };

/* Joins them; one that could be taken for anything else than a name, or for two, is in quotes. */
void names_join(const char *x, const char *y, char text[static NAMES_BYTES]);

/* Takes them apart. False, and the reason alone, when there are not two or memory runs out. */
bool names_split(const char *text, char name[static 2][SURVEY_NAME_BYTES], dh_error *reason);

#endif
