/* Where pointers of other shapes are looked for. Every test has a folder of its own. */
#define _XOPEN_SOURCE 700
#include "app/cursor_theme.h"
#include "cmocka_includes.h"
#include "folder.h"

#include <string.h>
#include <sys/stat.h>

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
}

static void write_index(const char *theme, const char *text)
{
    char path[64];
    snprintf(path, sizeof path, "%s/index.theme", theme);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Themes: "whole" has pointers, "empty" has none. */
static int enter_themes(void **state)
{
    if (enter_folder(state) != 0)
        return -1;
    setenv("XCURSOR_PATH", ".", 1);
    setenv("HOME", *state, 1);
    unsetenv("XCURSOR_THEME");
    return mkdir("whole", 0700) != 0 || mkdir("whole/cursors", 0700) != 0 ||
           mkdir("empty", 0700) != 0;
}

static int leave_themes(void **state)
{
    static const char *const folders[] = {"whole", "empty", "default", "a", "b"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[64];
        snprintf(path, sizeof path, "%s/cursors", folders[i]);
        remove(path);
        snprintf(path, sizeof path, "%s/index.theme", folders[i]);
        remove(path);
    }
    return leave_folder(state);
}

static bool is_there(const char *theme)
{
    setenv("XCURSOR_THEME", theme, 1);
    return cursor_theme_is_there();
}

static void a_theme_is_there_that_has_pointers(void **state)
{
    (void)state;
    assert_true(is_there("whole"));
    assert_false(is_there("empty"));
    assert_false(is_there("none"));
}

static void without_a_name_the_theme_is_the_default(void **state)
{
    (void)state;
    assert_false(cursor_theme_is_there());
    make_folder("default");
    make_folder("default/cursors");
    assert_true(cursor_theme_is_there());
    assert_true(is_there("")); /* as good as no name */
    assert_false(is_there("empty"));
}

static void a_theme_inherits_pointers_from_any_that_it_names(void **state)
{
    (void)state;
    static const struct {
        const char *index;
        bool found;
    } indexes[] = {
        {"[Icon Theme]\nInherits=whole\n", true},
        {"Inherits = none, whole\n", true},
        {"Inherits=none;whole", true},
        {"Inherits=none:empty\n", false},
        {"Inherits\n", false},
        {"Inherits=\n", false},
        {"Comment=Inherits=whole\n", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++) {
        write_index("empty", indexes[i].index);
        if (is_there("empty") != indexes[i].found)
            fail_msg("index %d", (int)i);
    }
}

static void themes_that_inherit_in_a_circle_end(void **state)
{
    (void)state;
    make_folder("a");
    make_folder("b");
    write_index("a", "Inherits=b\n");
    write_index("b", "Inherits=a\n");
    assert_false(is_there("a"));
    write_index("b", "Inherits=a,whole\n");
    assert_true(is_there("a"));
}

static void folders_are_looked_through_in_turn(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool found;
    } paths[] = {
        {"/no/such/folder:.", true}, {".:/no/such/folder", true},
        {"/no/such/folder", false},  {"~", true},
        {"/no/such:~:/more", true},  {"", false},
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        setenv("XCURSOR_PATH", paths[i].path, 1);
        if (is_there("whole") != paths[i].found)
            fail_msg("'%s'", paths[i].path);
    }
    static char longest[3000];
    memset(longest, 'x', sizeof longest - 1);
    setenv("XCURSOR_PATH", longest, 1);
    assert_false(is_there("whole"));
    unsetenv("XCURSOR_PATH");
    assert_false(is_there("a theme that nobody has"));
}

#define test_in_themes(test) cmocka_unit_test_setup_teardown(test, enter_themes, leave_themes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_themes(a_theme_is_there_that_has_pointers),
        test_in_themes(without_a_name_the_theme_is_the_default),
        test_in_themes(a_theme_inherits_pointers_from_any_that_it_names),
        test_in_themes(themes_that_inherit_in_a_circle_end),
        test_in_themes(folders_are_looked_through_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
