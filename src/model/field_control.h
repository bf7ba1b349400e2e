/* A field as a control has it: what it shows, what is typed into it, how a slider moves it. Of the
 * current run, and of its schedule the first rate. */
#ifndef MODEL_FIELD_CONTROL_H
#define MODEL_FIELD_CONTROL_H

#include "model/fields.h"
#include "text/number.h"

#include <stdbool.h>
#include <stddef.h>

/* Takes what was typed; false leaves the setup alone. */
bool field_type(const model_field *field, model_setup *setup, const char *text);

/* What to do instead of typing nonsense: "Type ...". */
void field_advise(const model_field *field, char *text, size_t size);

/* What to say before "must be ..." to who has typed a comma for a decimal point; else "". */
const char *field_comma_advice(const model_field *field, const char *text);

/* What is shown; the text that editing begins with. */
text_number field_shown(const model_field *field, const model_setup *setup);
void field_editable(const model_field *field, const model_setup *setup,
                    char text[static NUMBER_BYTES]);

/* The value as a number: of a batch how many points it has, at most all. */
double field_number(const model_field *field, const model_setup *setup);
void field_set_number(const model_field *field, model_setup *setup, double value);

#endif
