/* A folder of its own for a test, which is then the working folder. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder_before[4096];

static int enter_folder(void **state)
{
    static char folder[64];
    snprintf(folder, sizeof folder, "/tmp/downhill-test-XXXXXX");
    *state = folder;
    return !getcwd(folder_before, sizeof folder_before) || !mkdtemp(folder) || chdir(folder) != 0;
}

static int leave_folder(void **state)
{
    DIR *here = opendir(".");
    for (const struct dirent *file; (file = readdir(here));)
        remove(file->d_name);
    closedir(here);
    return chdir(folder_before) != 0 || rmdir(*state) != 0;
}

#define test_in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

#endif
