/* Streams whose text is written on to another stream at once, in another form; nothing is kept.
 *
 * What is written has no bytes but UTF-8. A stream is closed with fclose before anything else is
 * written to the one behind it, which is not closed by that. */
#ifndef EXPORT_FILTER_H
#define EXPORT_FILTER_H

#include <stdbool.h>
#include <stdio.h>

typedef struct filter {
    FILE *to;
    bool within;   /* JSON: a line has begun, */
    bool line_end; /* and it has ended, but it is not known yet whether it is the last */
} filter;

/* As the value of an attribute in double quotes. NULL when memory runs out; the filter must outlive
 * the stream. */
FILE *filter_attribute(filter *made, FILE *to);

/* As a list of strings in JSON, a line each, every one but the last with its end. */
FILE *filter_json_lines(filter *made, FILE *to);

#endif
