/* What a verdict means, in sentences. */
#ifndef MODEL_CHECK_WORDS_H
#define MODEL_CHECK_WORDS_H

#include "downhill/check.h"

#include <stddef.h>

enum { CHECK_WORDS_BYTES = 2048 };

/* Writes what the run is and, as options, the same run here. */
void check_words_tell(const dh_check_def *def, const dh_verdict *verdict, char *text, size_t size);

#endif
