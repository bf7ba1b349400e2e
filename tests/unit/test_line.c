#include "cmocka_includes.h"
#include "text/append.h"
#include "text/line.h"

#include <stdio.h>
#include <string.h>

static void what_moves_a_cursor_or_turns_letters_is_not_printed(void **state)
{
    (void)state;
    const struct {
        const char *text, *printed;
    } texts[] = {
        {"a\033[31mb", "a?[31mb"},
        {"\a\b\t\r\n\x7f", "??????"},
        {"\xc2\x9b"
         "31m",
         "?31m"}, /* CSI as one character */
        {"\x9b"
         "31m",
         "?31m"},                               /* and as a byte */
        {"\u202e\u2066\u200fabc", "???abc"},    /* from right to left */
        {"\u2028x\xc2\x85", "?x?"},             /* ends of lines */
        {"\xc0\xaf\xed\xa0\x80\xf5", "??????"}, /* no UTF-8: overlong, a surrogate, too large */
        {"\xe2\x82", "??"},                     /* cut */
        {"\xe2\x82z", "??z"},
        {"a₁ − é 日本 😀", "a₁ − é 日本 😀"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char text[64];
        strcpy(text, texts[i].text);
        text_make_printable(text);
        assert_string_equal(text, texts[i].printed);
    }
}

static void a_text_is_cut_after_a_whole_character_and_never_in_a_number(void **state)
{
    (void)state;
    const struct {
        const char *text;
        size_t limit;
        const char *kept;
    } texts[] = {
        {"lr 0.1,50:0.05,500:0.01", 12, "lr 0.1,"},
        {"lr 0.1,50:0.05,500:0.01", 13, "lr 0.1,"},
        {"lr 0.1,50:0.05,500:0.01", 14, "lr 0.1,50:0.05"},
        {"lr 0.1,50:0.05,500:0.01", 15, "lr 0.1,50:0.05,"},
        {"lr 0.1,50:0.05,500:0.01", 16, "lr 0.1,50:0.05,"},
        {"eps 1e-10", 5, "eps"},
        {"eps 1e-10", 6, "eps"},
        {"eps 1e-10", 7, "eps"},
        {"loss −1.5×10⁻⁷", 10, "loss"},
        {"loss −1.5×10⁻⁷", 15, "loss"},
        {"loss −1.5×10⁻⁷ at", 21, "loss −1.5×10⁻⁷"},
        {"four words of text", 5, "four"},
        {"four words of text", 7, "four wo"},
        {"größer", 3, "gr"},
        {"gate5", 4, "gate"},
        {"12345", 3, "123"}, /* or nothing would be left */
        {"a\xff\xff", 2, "a\xff"},
        {"short", 9, "short"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char kept[64] = "";
        memcpy(kept, texts[i].text, text_kept(texts[i].text, texts[i].limit));
        assert_string_equal(kept, texts[i].kept);
    }
}

static void what_was_cut_says_so_and_takes_no_more(void **state)
{
    (void)state;
    char text[16] = "";
    text_copy(text, sizeof text, "just long enough");
    assert_string_equal(text, "just long en…");
    text_copy(text, sizeof text, "just so long as");
    assert_string_equal(text, "just so long as");
    text[0] = '\0';
    text_append(text, sizeof text, "lr %s", "0.1,50:0.05");
    assert_string_equal(text, "lr 0.1,50:0.05");
    text_append(text, sizeof text, ", %s", "batch 10");
    assert_string_equal(text, "lr 0.1,…");
    text_append(text, sizeof text, "!");
    assert_string_equal(text, "lr 0.1,…");
}

static void a_text_from_outside_is_one_line(void **state)
{
    (void)state;
    const struct {
        const char *text, *line;
    } texts[] = {
        {"\n\t 0.5 \r\n", "0.5"},
        {"\u00a00.5\u202f", "0.5"},
        {"a\r\n\tb", "a b"},
        {"a  b", "a  b"},
        {"0.\0335", "0.5"},
        {"a\u202eb\x7f\xff", "ab"},
        {"\n\n", ""},
        {"1234567", "1234567"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char line[8];
        assert_int_equal(text_as_line(texts[i].text, line, sizeof line), strlen(texts[i].line));
        assert_string_equal(line, texts[i].line);
    }
    char line[8];
    assert_true(text_as_line("12345678", line, sizeof line) >= sizeof line);
}

static void every_kind_of_space_around_a_text_is_trimmed(void **state)
{
    (void)state;
    static const char *const spaces[] = {" ",      "\t",     "\r\n",   "\u00a0",
                                         "\u2003", "\u200b", "\u2028", "\u202f",
                                         "\u205f", "\u2060", "\u3000", "\ufeff"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        char text[32];
        snprintf(text, sizeof text, "%sa b%s%s", spaces[i], spaces[i], spaces[i]);
        size_t length = 0;
        const char *begin = text_trimmed(text, &length);
        assert_int_equal(length, 3);
        assert_memory_equal(begin, "a b", 3);
    }
    size_t length = 0;
    text_trimmed("\u3001a", &length); /* a comma, not a space */
    assert_int_equal(length, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_moves_a_cursor_or_turns_letters_is_not_printed),
        cmocka_unit_test(a_text_is_cut_after_a_whole_character_and_never_in_a_number),
        cmocka_unit_test(what_was_cut_says_so_and_takes_no_more),
        cmocka_unit_test(a_text_from_outside_is_one_line),
        cmocka_unit_test(every_kind_of_space_around_a_text_is_trimmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
