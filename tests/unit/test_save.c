/* Files are written whole or not at all. Every test has a folder of its own. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "file/save.h"
#include "folder.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int files_here(void)
{
    int count = 0;
    DIR *here = opendir(".");
    assert_non_null(here);
    for (const struct dirent *file; (file = readdir(here));)
        count += strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0;
    closedir(here);
    return count;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, const char *text)
{
    char found[64] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t length = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    found[length] = '\0';
    assert_string_equal(found, text);
}

static unsigned permissions(const char *path)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

static bool write_text(FILE *stream, const void *what, dh_error *error)
{
    (void)error;
    fputs(what, stream);
    return true;
}

static bool write_half(FILE *stream, const void *what, dh_error *error)
{
    fputs(what, stream);
    fflush(stream);
    return dh_fail(error, "not enough memory");
}

static bool write_much(FILE *stream, const void *what, dh_error *error)
{
    (void)error;
    for (int i = 0; i < 100000; i++)
        fputs(what, stream);
    return true;
}

static bool write_and_be_ended(FILE *stream, const void *what, dh_error *error)
{
    (void)error;
    fputs("a new ", stream);
    fflush(stream);
    raise(SIGTERM);
    fputs(what, stream);
    return true;
}

static void a_file_takes_the_name_when_it_is_whole(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_true(file_save("a.png", write_text, "new", &error));
    assert_holds("a.png", "new");
    assert_true(file_save("./a.png", write_text, "newer", &error));
    assert_holds("a.png", "newer");
    assert_int_equal(files_here(), 1);
}

static void a_file_that_cannot_be_made_leaves_the_old_one(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.png", "old");
    assert_false(file_save("a.png", write_half, "half", &error));
    assert_string_equal(error.text, "a.png cannot be written: not enough memory");
    assert_holds("a.png", "old");
    assert_false(file_save("b.png", write_half, "half", &error));
    assert_int_equal(files_here(), 1);
}

static void a_disk_without_room_leaves_the_old_file_and_is_told(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    struct rlimit before, little;
    put("a.png", "old");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    little = before;
    little.rlim_cur = 50000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
    const bool saved = file_save("a.png", write_much, "much ", &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(saved);
    assert_string_equal(error.text, "a.png cannot be written: File too large");
    assert_holds("a.png", "old");
    assert_int_equal(files_here(), 1);
}

static void a_full_device_is_told(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_false(file_save("/dev/full", write_text, "text", &error));
    assert_string_equal(error.text, "/dev/full cannot be written: No space left on device");
    assert_false(file_save("/dev/full", write_much, "text", &error));
    assert_string_equal(error.text, "/dev/full cannot be written: No space left on device");
}

static void permissions_are_kept_and_new_ones_follow_the_umask(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.png", "old");
    assert_int_equal(chmod("a.png", 0604), 0);
    const mode_t before = umask(027);
    const bool saved = file_save("a.png", write_text, "new", &error) &&
                       file_save("b.png", write_text, "new", &error);
    umask(before);
    assert_true(saved);
    assert_int_equal(permissions("a.png"), 0604);
    assert_int_equal(permissions("b.png"), 0640);
}

/* Whether saving fails for this reason, to somebody who may not write everything. */
static bool is_refused(const char *reason)
{
    const uid_t nobody = 65534;
    const pid_t writer = fork();
    if (writer == 0) {
        dh_error error = {.text = ""};
        const bool powerless = geteuid() != 0 || setuid(nobody) == 0;
        _exit(powerless && !file_save("a.png", write_text, "new", &error) &&
                      strcmp(error.text, reason) == 0
                  ? 0
                  : 1);
    }
    int status = 1;
    return waitpid(writer, &status, 0) == writer && status == 0;
}

static void a_file_that_must_not_be_written_stays(void **state)
{
    (void)state;
    static const char reason[] = "a.png cannot be written: Permission denied";
    put("a.png", "old");
    assert_int_equal(chmod(".", 0777), 0);
    assert_int_equal(chmod("a.png", 0444), 0);
    assert_true(is_refused(reason));
    assert_holds("a.png", "old");
    assert_int_equal(files_here(), 1);
    assert_int_equal(chmod("a.png", 0666), 0);
    assert_int_equal(chmod(".", 0555), 0); /* nor where no file can be made */
    assert_true(is_refused(reason));
    assert_int_equal(chmod(".", 0700), 0);
    assert_holds("a.png", "old");
    assert_int_equal(files_here(), 1);
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    struct stat status;
    put("real.png", "old");
    assert_int_equal(symlink("real.png", "near.png"), 0);
    assert_int_equal(symlink("./near.png", "far.png"), 0);
    assert_true(file_save("far.png", write_text, "new", &error));
    assert_holds("real.png", "new");
    assert_int_equal(lstat("far.png", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat("near.png", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(symlink("later.png", "dangling.png"), 0);
    assert_true(file_save("dangling.png", write_text, "new", &error));
    assert_holds("later.png", "new");
    assert_int_equal(symlink("b.png", "a.png"), 0);
    assert_int_equal(symlink("a.png", "b.png"), 0);
    assert_false(file_save("a.png", write_text, "new", &error));
    assert_non_null(strstr(error.text, "Too many levels of symbolic links"));
}

static void what_is_no_file_is_written_straight(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.png", "old");
    assert_false(file_is_stream("a.png"));
    assert_false(file_is_stream("b.png"));
    assert_false(file_is_stream("."));
    assert_true(file_is_stream("/dev/null"));
    assert_true(file_is_stream("/dev/stdout"));
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_true(file_is_stream("pipe"));
    const pid_t reader = fork();
    if (reader == 0) {
        char found[16] = "";
        FILE *pipe = fopen("pipe", "rb");
        const bool right = pipe && fgets(found, sizeof found, pipe) && strcmp(found, "new") == 0;
        _exit(right ? 0 : 1);
    }
    assert_true(file_save("pipe", write_text, "new", &error));
    int status = 1;
    assert_int_equal(waitpid(reader, &status, 0), reader);
    assert_int_equal(status, 0);
    assert_true(file_is_stream("pipe")); /* still */
}

static void a_folder_is_no_file(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_false(file_save(".", write_text, "new", &error));
    assert_string_equal(error.text, ". cannot be written: Is a directory");
    assert_false(file_save("no/such/a.png", write_text, "new", &error));
    assert_string_equal(error.text, "no/such/a.png cannot be written: No such file or directory");
    assert_int_equal(files_here(), 0);
}

static void ending_the_program_in_the_middle_leaves_no_rest(void **state)
{
    (void)state;
    put("a.png", "old");
    const pid_t writer = fork();
    if (writer == 0) {
        signal(SIGTERM, SIG_DFL);
        file_save("a.png", write_and_be_ended, "file", NULL);
        _exit(0); /* not reached */
    }
    int status = 0;
    assert_int_equal(waitpid(writer, &status, 0), writer);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    assert_holds("a.png", "a new file");
    assert_int_equal(files_here(), 1);
}

/* A file that bears the name in which one is written beside: the next name is tried. */
static void what_lies_beside_is_left_alone(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    char name[64];
    for (int i = 0; i < 2; i++) {
        snprintf(name, sizeof name, ".downhill-%ld-%d", (long)getpid(), i);
        put(name, "another's");
    }
    assert_true(file_save("a.png", write_text, "new", &error));
    assert_holds("a.png", "new");
    assert_holds(name, "another's");
    assert_int_equal(files_here(), 3);
    for (int i = 2; i < 100; i++) {
        snprintf(name, sizeof name, ".downhill-%ld-%d", (long)getpid(), i);
        put(name, "another's");
    }
    assert_false(file_save("a.png", write_text, "newer", &error));
    assert_string_equal(error.text, "a.png cannot be written: File exists");
    assert_holds("a.png", "new");
    remove(name);
    assert_true(file_save("a.png", write_text, "newer", &error));
    assert_holds("a.png", "newer");
}

static void a_path_as_long_as_a_name_can_be_is_told_short(void **state)
{
    (void)state;
    static char path[5001];
    dh_error error = {.text = ""};
    memset(path, 'a', 5000);
    assert_false(file_is_stream(path));
    assert_false(file_save(path, write_text, "new", &error));
    assert_non_null(strstr(error.text, "aaa… cannot be written: File name too long"));
    path[4095] = '\0';
    assert_false(file_save(path, write_text, "new", &error));
    assert_non_null(strstr(error.text, "File name too long"));
    char link[300];
    memset(link, 'b', sizeof link);
    link[sizeof link - 1] = '\0';
    assert_false(file_save(link, write_text, "new", &error));
    assert_int_equal(files_here(), 0);
}

static void a_link_out_of_the_folder_is_followed(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    char here[4000], target[4100];
    assert_non_null(getcwd(here, sizeof here));
    snprintf(target, sizeof target, "%s/whole.png", here);
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink(target, "folder/a.png"), 0);
    assert_int_equal(symlink("../up.png", "folder/b.png"), 0);
    assert_int_equal(symlink("/dev/null", "folder/c.png"), 0);
    assert_true(file_save("folder/a.png", write_text, "new", &error));
    assert_true(file_save("folder/b.png", write_text, "newer", &error));
    assert_true(file_is_stream("folder/c.png"));
    assert_true(file_save("folder/c.png", write_text, "nothing", &error));
    assert_holds("whole.png", "new");
    assert_holds("up.png", "newer");
    remove("folder/a.png");
    remove("folder/b.png");
    remove("folder/c.png");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(a_file_takes_the_name_when_it_is_whole),
        test_in_folder(a_file_that_cannot_be_made_leaves_the_old_one),
        test_in_folder(a_disk_without_room_leaves_the_old_file_and_is_told),
        test_in_folder(a_full_device_is_told),
        test_in_folder(permissions_are_kept_and_new_ones_follow_the_umask),
        test_in_folder(a_file_that_must_not_be_written_stays),
        test_in_folder(a_link_stays_a_link),
        test_in_folder(what_is_no_file_is_written_straight),
        test_in_folder(a_folder_is_no_file),
        test_in_folder(ending_the_program_in_the_middle_leaves_no_rest),
        test_in_folder(what_lies_beside_is_left_alone),
        test_in_folder(a_path_as_long_as_a_name_can_be_is_told_short),
        test_in_folder(a_link_out_of_the_folder_is_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
