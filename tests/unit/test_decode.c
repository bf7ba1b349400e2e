/* Bytes of files as text: what their first bytes say of them, and what is none of any. */
#include "cmocka_includes.h"
#include "table/decode.h"

#include <string.h>

enum { TEXT_BYTES = 128 };

#define BYTES(literal) (literal), sizeof(literal) - 1

/* Decodes bytes that come in parts of this size. */
static void decode_in_parts(const char *bytes, size_t count, size_t part, char *text)
{
    table_decoder decoder = {.form = DECODE_UNKNOWN};
    size_t length = 0;
    for (size_t at = 0; at < count; at += part) {
        const size_t size = count - at < part ? count - at : part;
        unsigned char piece[TEXT_BYTES];
        memcpy(piece, bytes + at, size);
        const size_t made = decode(&decoder, piece, size, false, text + length);
        assert_true(made <= decode_most(size));
        length += made;
    }
    length += decode(&decoder, (const unsigned char *)"", 0, true, text + length);
    text[length] = '\0';
}

static void the_first_bytes_tell_how_the_others_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t count;
        const char *text;
    } files[] = {
        {BYTES(""), ""},
        {BYTES("a"), "a"},
        {BYTES("1,2\n"), "1,2\n"},
        {BYTES("\xef\xbb\xbf"
               "x,y"),
         "x,y"},
        {BYTES("\xef\xbb"), "\xef\xbb"}, /* a part of a mark is none */
        {BYTES("\xef\xbbx"), "\xef\xbbx"},
        {BYTES("\xff\xfe"), ""},
        {BYTES("\xff"), "\xff"},
        {BYTES("\xff\xfe"
               "a\0,\0b\0"),
         "a,b"},
        {BYTES("\xfe\xff\0a\0,\0b"), "a,b"},
        {BYTES("\xff\xfe\xe9\0\x12\x22"), "é−"}, /* two bytes, and three */
        {BYTES("\xfe\xff\x07\xff\x08\x00"),
         "\xdf\xbf\xe0\xa0\x80"}, /* the last of two, the first of three */
        {BYTES("\xfe\xff\x00\x7f\x00\x80"), "\x7f\xc2\x80"},
        {BYTES("\xff\xfe\x3d\xd8\x00\xde"), "😀"},                /* a pair */
        {BYTES("\xfe\xff\xdb\xff\xdf\xff"), "\xf4\x8f\xbf\xbf"}, /* the last character of all */
        {BYTES("\xfe\xff\xd8\x3d\0a"), "\ufffd"
                                       "a"}, /* half a pair before another, */
        {BYTES("\xfe\xff\xd8\x3d\xd8\x3d\xde\x00"), "\ufffd😀"},
        {BYTES("\xfe\xff\xd8\x3d"), "\ufffd"}, /* at the end, */
        {BYTES("\xfe\xff\xde\x00\0a"), "\ufffd"
                                       "a"}, /* or without its first */
        {BYTES("\xfe\xff\xdf\xff\xe0\x00"), "\ufffd\ue000"},
        {BYTES("\xfe\xff\xd7\xff\xdc\x00"), "\xed\x9f\xbf\ufffd"},
        {BYTES("\xfe\xff\0a\0"), "a\ufffd"}, /* half a character */
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        for (size_t part = 1; part <= 8; part++) {
            char text[TEXT_BYTES];
            decode_in_parts(files[i].bytes, files[i].count, part, text);
            if (strcmp(text, files[i].text) != 0)
                fail_msg("file %d in parts of %d is '%s'", (int)i, (int)part, text);
        }
}

static void utf_8_is_told_from_what_is_none(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        bool is_utf8;
    } texts[] = {
        {BYTES(""), true},
        {BYTES("plain"), true},
        {BYTES("é − 😀"), true},
        {BYTES("\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), true},
        {BYTES("\xed\x9f\xbf\xee\x80\x80"), true}, /* beside the halves of pairs */
        {BYTES("\x80"), false},                    /* begins in the middle */
        {BYTES("\xbf"), false},
        {BYTES("\xc1\xbf"), false}, /* longer than it need be */
        {BYTES("\xe0\x9f\xbf"), false},
        {BYTES("\xf0\x8f\xbf\xbf"), false},
        {BYTES("\xf4\x90\x80\x80"), false}, /* beyond the last */
        {BYTES("\xf5\x80\x80\x80"), false},
        {BYTES("\xed\xa0\x80"), false}, /* half of a pair */
        {BYTES("\xed\xbf\xbf"), false},
        {BYTES("caf\xe9"), false}, /* cut, or Latin 1 */
        {BYTES("\xe9t"), false},
        {BYTES("\xc3"), false},
        {BYTES("\xe2\x88"), false},
        {BYTES("\xe2\x88x"), false},
        {BYTES("\xf0\x9f\x98"), false},
        {BYTES("\xc3\xc3"), false},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (decode_is_utf8(texts[i].text, texts[i].length) != texts[i].is_utf8)
            fail_msg("text %d", (int)i);
    assert_true(decode_is_utf8("a\xe9", 1)); /* no further than its length */
}

static void latin_1_has_a_character_for_every_byte(void **state)
{
    (void)state;
    char text[8];
    decode_latin1("caf\xe9", text, sizeof text);
    assert_string_equal(text, "café");
    decode_latin1("\x80\xff", text, sizeof text);
    assert_string_equal(text, "\xc2\x80\xc3\xbf");
    decode_latin1("\xe9\xe9\xe9\xe9\xe9", text, sizeof text);
    assert_string_equal(text, "ééé"); /* whole ones, as far as there is room */
    decode_latin1("", text, sizeof text);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_bytes_tell_how_the_others_are_read),
        cmocka_unit_test(utf_8_is_told_from_what_is_none),
        cmocka_unit_test(latin_1_has_a_character_for_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
