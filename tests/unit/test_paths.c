/* Paths as a person types them, and the folder where a person keeps documents. Every test has a
 * folder of its own. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "file/complete.h"
#include "file/facts.h"
#include "folder.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
}

/* A home folder in this one, that is empty. */
static const char *enter_home(void)
{
    static char home[FILE_PATH_BYTES];
    assert_non_null(getcwd(home, sizeof home));
    assert_int_equal(setenv("HOME", home, 1), 0);
    assert_int_equal(unsetenv("XDG_CONFIG_HOME"), 0);
    return home;
}

static void a_typed_path_is_taken_out_of_what_surrounds_it(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *path;
    } paths[] = {
        {"a.csv", "a.csv"},
        {"  a b.csv\t", "a b.csv"},
        {"'a b.csv'", "a b.csv"},
        {"\"a b.csv\"", "a b.csv"},
        {"'a", "'a"}, /* half of a pair is a name's */
        {"a'", "a'"},
        {"'a\"", "'a\""},
        {"'", "'"},
        {"''", ""},
        {"file:///tmp/a.csv", "/tmp/a.csv"},
        {"'file:///tmp/a.csv'", "/tmp/a.csv"},
        {"file://", ""},
        {"file:/", "file:/"},
        {"file://~/a.csv", "/home/ada/a.csv"},
        {"~", "/home/ada"},
        {"~/", "/home/ada/"},
        {"~/a.csv ", "/home/ada/a.csv"},
        {"~ada/a.csv", "~ada/a.csv"},
        {"a~", "a~"},
        {"", ""},
    };
    assert_int_equal(setenv("HOME", "/home/ada", 1), 0);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char path[FILE_PATH_BYTES] = "before";
        assert_true(file_typed_path(paths[i].typed, path));
        assert_string_equal(path, paths[i].path);
    }
    char path[FILE_PATH_BYTES];
    assert_int_equal(unsetenv("HOME"), 0);
    assert_true(file_typed_path("~/a.csv", path));
    assert_string_equal(path, "~/a.csv");
}

static void a_path_longer_than_any_is_refused(void **state)
{
    (void)state;
    char typed[FILE_PATH_BYTES + 1], path[FILE_PATH_BYTES], rest[FILE_PATH_BYTES] = "before";
    memset(typed, 'a', sizeof typed);
    typed[FILE_PATH_BYTES] = '\0';
    assert_false(file_typed_path(typed, path));
    assert_int_equal(file_complete(typed, rest), 0);
    assert_string_equal(rest, "");
    typed[FILE_PATH_BYTES - 1] = '\0';
    assert_true(file_typed_path(typed, path));
    assert_string_equal(path, typed);
}

static void a_name_is_completed_as_far_as_all_that_begin_so_agree(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *rest;
        int count;
    } paths[] = {
        {"poi", "nts", 2},
        {"points", "", 2},
        {"points.", "csv", 1},
        {"points2.csv", "", 1},
        {"x", "", 0},
        {"fo", "lder/", 1},
        {"folder/", "in.txt", 1},
        {"folder/i", "n.txt", 1},
        {"./folder/in.txt", "", 1},
        {"folder/x", "", 0},
        {"nowhere/p", "", 0},
        {"gr", "", 2}, /* ö and ü begin with the same byte */
        {".h", "idden", 1},
        {"~/poi", "nts", 2},
        {"'points2.csv'", "", 1},
    };
    enter_home();
    make_folder("folder");
    put("folder/in.txt", "");
    put("points.csv", "");
    put("points2.csv", "");
    put("gr\xc3\xb6n", "");
    put("gr\xc3\xbcn", "");
    put(".hidden", "");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char rest[FILE_PATH_BYTES] = "before";
        const int count = file_complete(paths[i].typed, rest);
        if (count != paths[i].count || strcmp(rest, paths[i].rest) != 0)
            fail_msg("'%s' is completed by '%s', of %d", paths[i].typed, rest, count);
    }
    char rest[FILE_PATH_BYTES];
    assert_true(file_complete("", rest) == 5); /* what is hidden is no offer */
    assert_string_equal(rest, "");
    assert_true(file_complete("/", rest) > 1);
    assert_int_equal(file_complete("/dev/nul", rest), 1);
    assert_string_equal(rest, "l");
    assert_int_equal(remove("folder/in.txt"), 0);
}

static void the_folder_of_documents_is_the_one_the_desktop_names(void **state)
{
    (void)state;
    static const struct {
        const char *line, *folder; /* below the home folder */
    } settings[] = {
        {"# of the desktop\nXDG_MUSIC_DIR=\"$HOME/music\"\nXDG_DOCUMENTS_DIR=\"$HOME/papers\"\n",
         "/papers"},
        {"XDG_DOCUMENTS_DIR=\"$HOME/gone\"\n", "/Documents"}, /* no such folder */
        {"XDG_DOCUMENTS_DIR=\"$HOME/file\"\n", "/Documents"},
        {"#XDG_DOCUMENTS_DIR=\"$HOME/papers\"\n", "/Documents"},
        {"", "/Documents"},
    };
    char folder[FILE_PATH_BYTES], expected[FILE_PATH_BYTES + 16];
    const char *home = enter_home();
    make_folder("papers");
    make_folder("Documents");
    make_folder(".config");
    put("file", "");
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        put(".config/user-dirs.dirs", settings[i].line);
        file_documents(folder);
        snprintf(expected, sizeof expected, "%s%s", home, settings[i].folder);
        assert_string_equal(folder, expected);
    }
    put("user-dirs.dirs", "XDG_DOCUMENTS_DIR=\"/tmp\"\n"); /* a path of its own */
    assert_int_equal(setenv("XDG_CONFIG_HOME", home, 1), 0);
    file_documents(folder);
    assert_string_equal(folder, "/tmp");
    assert_int_equal(setenv("XDG_CONFIG_HOME", "", 1), 0); /* as good as none */
    put(".config/user-dirs.dirs", settings[0].line);
    file_documents(folder);
    snprintf(expected, sizeof expected, "%s/papers", home);
    assert_string_equal(folder, expected);
    assert_int_equal(remove(".config/user-dirs.dirs"), 0);
}

static void without_documents_the_home_folder_serves_and_without_one_this(void **state)
{
    (void)state;
    char folder[FILE_PATH_BYTES];
    const char *home = enter_home();
    file_documents(folder);
    assert_string_equal(folder, home);
    static const char *const none[] = {"", "/no/such/folder", NULL};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        if (none[i])
            setenv("HOME", none[i], 1);
        else
            unsetenv("HOME");
        file_documents(folder);
        assert_string_equal(folder, ".");
    }
}

static void a_new_document_takes_the_first_name_that_is_free(void **state)
{
    (void)state;
    static const char *const names[] = {"points.csv", "points 2.csv", "points 3.csv"};
    char path[FILE_PATH_BYTES], expected[FILE_PATH_BYTES + 16];
    const char *home = enter_home();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(expected, sizeof expected, "%s/%s", home, names[i]);
        assert_true(file_new_document("points", ".csv", path));
        assert_string_equal(path, expected);
        put(names[i], "");
    }
    for (int i = 4; i <= 1000; i++) {
        snprintf(path, sizeof path, "points %d.csv", i);
        put(path, "");
    }
    assert_false(file_new_document("points", ".csv", path));
    assert_int_equal(remove("points 1000.csv"), 0);
    assert_true(file_new_document("points", ".csv", path));
    assert_string_equal(file_name(path), "points 1000.csv");
}

static void a_name_that_no_disk_takes_is_no_new_document(void **state)
{
    (void)state;
    char stem[300], path[FILE_PATH_BYTES];
    memset(stem, 'a', sizeof stem);
    stem[sizeof stem - 1] = '\0';
    enter_home();
    assert_false(file_new_document(stem, ".csv", path));
}

static void a_file_is_known_by_its_time_and_place(void **state)
{
    (void)state;
    char absolute[FILE_PATH_BYTES], expected[FILE_PATH_BYTES + 16];
    const char *home = enter_home();
    int64_t ns = -7;
    assert_false(file_modified("a.csv", &ns));
    assert_int_equal(ns, -7);
    assert_false(file_is_as_it_was("a.csv", ns));
    assert_false(file_absolute("a.csv", absolute));
    put("a.csv", "1,2\n");
    const struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, {1234567890, 123456789}};
    assert_int_equal(utimensat(AT_FDCWD, "a.csv", times, 0), 0);
    assert_true(file_modified("a.csv", &ns));
    assert_true(ns == INT64_C(1234567890123456789));
    assert_true(file_is_as_it_was("a.csv", ns));
    assert_false(file_is_as_it_was("a.csv", ns + 1));
    assert_int_equal(symlink("a.csv", "link.csv"), 0);
    assert_true(file_absolute("./link.csv", absolute));
    snprintf(expected, sizeof expected, "%s/a.csv", home);
    assert_string_equal(absolute, expected);
    assert_string_equal(file_name(absolute), "a.csv");
    assert_string_equal(file_name("a.csv"), "a.csv");
    assert_string_equal(file_name("a/"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_typed_path_is_taken_out_of_what_surrounds_it),
        cmocka_unit_test(a_path_longer_than_any_is_refused),
        test_in_folder(a_name_is_completed_as_far_as_all_that_begin_so_agree),
        test_in_folder(the_folder_of_documents_is_the_one_the_desktop_names),
        test_in_folder(without_documents_the_home_folder_serves_and_without_one_this),
        test_in_folder(a_new_document_takes_the_first_name_that_is_free),
        test_in_folder(a_name_that_no_disk_takes_is_no_new_document),
        test_in_folder(a_file_is_known_by_its_time_and_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
