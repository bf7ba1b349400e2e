/* The files that page_files.S compiles into the program: the page, and what goes into it. */
#ifndef EXPORT_PAGE_FILES_H
#define EXPORT_PAGE_FILES_H

extern const char page_html[], page_css[], page_js[];

#endif
