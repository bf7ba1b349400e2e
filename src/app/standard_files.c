#define _POSIX_C_SOURCE 200809L
#include "app/standard_files.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

void standard_files_open(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0) /* open takes the lowest that is free: this one */
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void standard_files_outlive_readers(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGTTOU, SIG_IGN);
}
