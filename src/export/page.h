/* The runs as a page that plays in any browser, without a network: one file with its style, its
 * script and the numbers of the runs, from which it draws. */
#ifndef EXPORT_PAGE_H
#define EXPORT_PAGE_H

#include "export/request.h"
#include "model/runs.h"

#include <stdbool.h>
#include <stdio.h>

enum { PAGE_ROWS = 200000 /* that a page may have, of all its runs */ };

/* Whether a page can tell an export_request: runs that are not too long. */
bool page_can(const export_request *request, dh_error *error);

/* Writes an export_request as a page. */
bool page_write(FILE *stream, const void *request, dh_error *error);

/* Writes the page that a request asks for of runs that are complete. */
void page_write_runs(const export_request *request, const model_runs *runs, FILE *stream);

#endif
