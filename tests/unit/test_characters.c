/* What each character is in a line of text, at the borders of every range. */
#include "cmocka_includes.h"
#include "text/append.h"
#include "text/line.h"

#include <stdint.h>
#include <string.h>

/* UTF-8 of a character. */
static const char *utf8_of(uint32_t code)
{
    static char text[5];
    const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    text[0] = (char)(leads[more] | (code >> (6 * more)));
    for (int i = 1; i <= more; i++)
        text[i] = (char)(0x80 | (code >> (6 * (more - i)) & 0x3f));
    text[more + 1] = '\0';
    return text;
}

/* First and last characters of ranges. */
typedef struct range {
    uint32_t first, last;
} range;

static bool is_in(uint32_t code, const range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

static const range CONTROLS[] = {{0x01, 0x1f},     {0x7f, 0x9f},     {0x61c, 0x61c},
                                 {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069},
                                 {0xfffd, 0xfffd}};
static const range SPACES[] = {
    {0x09, 0x0d},     {0x20, 0x20},     {0x85, 0x85},     {0xa0, 0xa0},     {0x2000, 0x200b},
    {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x2060}, {0x3000, 0x3000}, {0xfeff, 0xfeff}};

enum {
    CONTROL_COUNT = sizeof CONTROLS / sizeof *CONTROLS,
    SPACE_COUNT = sizeof SPACES / sizeof *SPACES,
    LAST = 0x11000,
};

static bool is_half_of_pair(uint32_t code)
{
    return code >= 0xd800 && code <= 0xdfff;
}

static void controls_are_printed_as_question_marks(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < LAST; code++) {
        char text[16];
        if (is_half_of_pair(code))
            continue;
        snprintf(text, sizeof text, "a%sb", utf8_of(code));
        const size_t length = strlen(text);
        text_make_printable(text);
        const bool control = is_in(code, CONTROLS, CONTROL_COUNT);
        if (control ? strcmp(text, "a?b") != 0 : strlen(text) != length)
            fail_msg("character %x is printed as '%s'", (unsigned)code, text);
    }
}

static void spaces_around_a_text_are_none_of_it(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < LAST; code++) {
        char text[16];
        size_t length = 0;
        if (is_half_of_pair(code))
            continue;
        snprintf(text, sizeof text, "%sx", utf8_of(code));
        const bool space = is_in(code, SPACES, SPACE_COUNT);
        const char *trimmed = text_trimmed(text, &length);
        if ((*trimmed == 'x') != (space || code == 'x'))
            fail_msg("character %x before a text", (unsigned)code);
        snprintf(text, sizeof text, "x%s", utf8_of(code));
        trimmed = text_trimmed(text, &length);
        if ((length == 1) != space)
            fail_msg("character %x after a text", (unsigned)code);
    }
}

/* Controls go, and those that part words leave a space. */
static void a_line_has_no_controls(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < LAST; code++) {
        char text[16], line[16], expected[16];
        if (is_half_of_pair(code))
            continue;
        snprintf(text, sizeof text, "a%sb", utf8_of(code));
        const bool control = is_in(code, CONTROLS, CONTROL_COUNT);
        const bool space = is_in(code, SPACES, SPACE_COUNT);
        snprintf(expected, sizeof expected, "a%sb", !control ? utf8_of(code) : space ? " " : "");
        assert_int_equal(text_as_line(text, line, sizeof line), strlen(expected));
        if (strcmp(line, expected) != 0)
            fail_msg("character %x is '%s' in a line", (unsigned)code, line);
    }
}

static void a_line_has_no_space_where_nothing_is_parted(void **state)
{
    (void)state;
    static const struct {
        const char *text, *line;
    } lines[] = {
        {"\n\na\n\n\nb\n", "a b"},
        {"a\x01\n\x02"
         "b",
         "a b"},
        {"a \n b", "a   b"},
        {"\x01", ""},
        {"ab\x01", "ab"},
        {"", ""},
    };
    char line[8] = "before";
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_int_equal(text_as_line(lines[i].text, line, sizeof line), strlen(lines[i].line));
        assert_string_equal(line, lines[i].line);
    }
    assert_int_equal(text_as_line("1234567", line, sizeof line), 7);
    assert_string_equal(line, "1234567");
    assert_int_equal(text_as_line("12345678", line, sizeof line),
                     8); /* no room for it and a zero */
    assert_string_equal(line, "");
    assert_int_equal(text_as_line("123456\n8", line, sizeof line), 8);
    assert_string_equal(line, "");
}

static void raised_digits_and_signs_belong_to_a_number(void **state)
{
    (void)state;
    static const range of_number[] = {{'+', '+'},       {'-', '.'},      {'0', ':'},
                                      {0xb2, 0xb3},     {0xb9, 0xb9},    {0xd7, 0xd7},
                                      {0x2070, 0x207b}, {0x2212, 0x2212}};
    for (uint32_t code = '!'; code < 0x2300; code++) {
        char text[32];
        if (code == 'e' || code == 'E')
            continue;
        snprintf(text, sizeof text, "word 1%s3", utf8_of(code));
        const size_t kept = text_kept(text, 6); /* would be cut before the character */
        const bool belongs = is_in(code, of_number, sizeof of_number / sizeof *of_number);
        if (kept != (belongs ? 4 : 6))
            fail_msg("character %x: %d bytes are kept", (unsigned)code, (int)kept);
    }
}

static void an_e_belongs_to_a_number_between_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t limit, kept;
    } texts[] = {
        {"word 1e5", 6, 4},  {"word 1E5", 6, 4},  {"word 1e-5", 7, 4}, {"word 1e-5", 8, 4},
        {"word 1e+5", 6, 4}, {"word 1ex", 6, 6},  {"word 1e", 6, 6},   {"word 1e*", 6, 6},
        {"word xe5", 6, 6},  {"word xe5", 7, 7},  {"word 12", 6, 4},   {"word 12", 7, 7},
        {"word --", 6, 6},   {"word -1", 6, 6},   {"a 123 b", 5, 5},   {"1 2", 2, 1},
        {"  12", 3, 3},      {"word   12", 8, 4}, {"é 12", 4, 2},      {"éé", 3, 2},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const size_t kept = text_kept(texts[i].text, texts[i].limit);
        if (kept != texts[i].kept)
            fail_msg("of '%s' %d bytes are kept", texts[i].text, (int)kept);
    }
}

static void a_text_that_was_cut_is_known_by_its_end(void **state)
{
    (void)state;
    assert_true(text_is_cut("words…"));
    assert_true(text_is_cut("…"));
    assert_false(text_is_cut("words"));
    assert_false(text_is_cut("… words"));
    assert_false(text_is_cut("ab"));
    assert_false(text_is_cut(""));
    char text[8] = "1234567";
    text_end_cut(text, sizeof text);
    assert_string_equal(text, "1234…");
    char words[12] = "a few words";
    text_end_cut(words, sizeof words);
    assert_string_equal(words, "a few wo…");
    char appended[8] = "";
    text_append(appended, sizeof appended, "%d", 1234567);
    assert_string_equal(appended, "1234567");
    text_append(appended, sizeof appended, "%d", 8);
    assert_true(text_is_cut(appended));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(controls_are_printed_as_question_marks),
        cmocka_unit_test(spaces_around_a_text_are_none_of_it),
        cmocka_unit_test(a_line_has_no_controls),
        cmocka_unit_test(a_line_has_no_space_where_nothing_is_parted),
        cmocka_unit_test(raised_digits_and_signs_belong_to_a_number),
        cmocka_unit_test(an_e_belongs_to_a_number_between_digits),
        cmocka_unit_test(a_text_that_was_cut_is_known_by_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
