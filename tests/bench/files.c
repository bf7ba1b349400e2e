#define _POSIX_C_SOURCE 200809L
#include "bench/files.h"

#include "app/export_option.h"
#include "bench/frames.h"
#include "export/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 5 };

/* In a folder in memory where there is one: what a disk takes is not the program's. */
static bool make_folder(char folder[static 64])
{
    snprintf(folder, 64, "%s/downhill-bench-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    return mkdtemp(folder) != NULL;
}

static void bench_file(const char *folder, const char *ending)
{
    char path[96];
    dh_error error = {.text = ""};
    export_watch watch = {.missing = 0};
    struct stat status;
    double best = 1e9;
    snprintf(path, sizeof path, "%s/a%s", folder, ending);
    cli_options options = options_default();
    options.export_file = path;
    options.width = 640;
    options.height = 480;
    const export_request request = export_option_request(&options, &watch);
    for (int i = 0; i < TRIES; i++) {
        const double start = bench_seconds();
        if (!form_save(&request, &error)) {
            printf("file %-6s 100 steps, 640x480     not measured: %s\n", ending, error.text);
            return;
        }
        const double took = bench_seconds() - start;
        best = took < best ? took : best;
    }
    bench_need(stat(path, &status) == 0);
    printf("file %-6s 100 steps, 640x480     %8.1f ms   %8ld bytes\n", ending, 1e3 * best,
           (long)status.st_size);
    fflush(stdout);
    unlink(path);
}

void bench_files(void)
{
    char folder[64], command[512];
    bench_need(make_folder(folder));
    for (int i = 0; form_at(i); i++)
        bench_file(folder, form_at(i)->ending);
    snprintf(command, sizeof command, "python3 %s %s || /usr/bin/python3 %s %s", NOTEBOOK, folder,
             NOTEBOOK, folder);
    if (system(command) != 0)
        puts("the notebook's own way           not measured: python3 lacks torch or matplotlib");
    rmdir(folder);
}
