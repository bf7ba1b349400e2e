/* Standard input, output and error, which a program may be started without. */
#ifndef APP_STANDARD_FILES_H
#define APP_STANDARD_FILES_H

/* Opens those that are closed, so that no file and no connection is opened in their place and
 * printed into. Using them still fails. To be called first of all. */
void standard_files_open(void);

/* From now on a reader that leaves, or a terminal in the background, is told by the write that
 * fails and not by a signal, which would end or stop the process. */
void standard_files_outlive_readers(void);

#endif
