/* Values as Python has them. */
#ifndef EXPORT_PYTHON_TEXT_H
#define EXPORT_PYTHON_TEXT_H

#include <stddef.h>
#include <stdio.h>

enum { PYTHON_LINE = 88 /* characters, as most Python is wrapped */ };

/* A number that Python reads back to the bit: "0.1", "3"; and one that is always a float: "3.0". */
void python_number(FILE *stream, double value);
void python_float(FILE *stream, double value);

/* n numbers in lines of their own, indented, a comma after each. */
void python_numbers(FILE *stream, const double *value, size_t n);

/* A text in quotes. Bytes that are no UTF-8 become what os.fsdecode makes of them. */
void python_string(FILE *stream, const char *text);

/* A text from outside as the line of a comment. */
void python_comment(FILE *stream, const char *text);

/* "head(arguments)" in one line, or in three where that would be too long. */
void python_call(FILE *stream, const char *head, const char *arguments);

#endif
