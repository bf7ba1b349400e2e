#include "table/decode.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

static size_t put_utf8(char *text, uint32_t code)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    const size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; code >>= 6)
        text[i] = (char)(0x80 | (code & 0x3f));
    text[0] = (char)(leads[length] | code);
    return length;
}

/* One unit of UTF-16; two of them are one character where they are halves of a pair. */
static size_t put_unit(table_decoder *decoder, uint32_t unit, char *text)
{
    const uint32_t high = decoder->high;
    size_t length = 0;
    decoder->high = 0;
    if (high && unit >= 0xdc00 && unit <= 0xdfff)
        return put_utf8(text, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
    if (high)
        length = put_utf8(text, REPLACEMENT);
    if (unit >= 0xd800 && unit <= 0xdbff)
        decoder->high = unit;
    else
        length += put_utf8(text + length,
                           unit >= 0xdc00 && unit <= 0xdfff ? (uint32_t)REPLACEMENT : unit);
    return length;
}

static size_t put_utf16(table_decoder *decoder, const unsigned char *bytes, size_t count,
                        char *text)
{
    const bool big = decoder->form == DECODE_UTF16_BE;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (decoder->held_count == 0) {
            decoder->held[decoder->held_count++] = bytes[i];
            continue;
        }
        const unsigned first = decoder->held[0], second = bytes[i];
        decoder->held_count = 0;
        length += put_unit(decoder, big ? first << 8 | second : second << 8 | first, text + length);
    }
    return length;
}

static size_t put(table_decoder *decoder, const unsigned char *bytes, size_t count, char *text)
{
    if (decoder->form != DECODE_BYTES)
        return put_utf16(decoder, bytes, count, text);
    memcpy(text, bytes, count);
    return count;
}

/* How the bytes that are held are to be read, and how many of them are the mark. */
static decode_form form_of(const table_decoder *decoder, size_t *mark)
{
    static const struct {
        decode_form form;
        size_t length;
        unsigned char bytes[3];
    } marks[] = {
        {DECODE_BYTES, 3, {0xef, 0xbb, 0xbf}},
        {DECODE_UTF16_LE, 2, {0xff, 0xfe}},
        {DECODE_UTF16_BE, 2, {0xfe, 0xff}},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *mark = marks[i].length;
        if (decoder->held_count >= *mark && memcmp(decoder->held, marks[i].bytes, *mark) == 0)
            return marks[i].form;
    }
    *mark = 0;
    return DECODE_BYTES;
}

size_t decode_most(size_t count)
{
    return 3 * (count + 4);
}

size_t decode(table_decoder *decoder, const unsigned char *bytes, size_t count, bool last,
              char *text)
{
    size_t length = 0, taken = 0;
    if (decoder->form == DECODE_UNKNOWN) {
        while (taken < count && decoder->held_count < sizeof decoder->held)
            decoder->held[decoder->held_count++] = bytes[taken++];
        if (!last && decoder->held_count < sizeof decoder->held)
            return 0;
        size_t mark;
        unsigned char begun[sizeof decoder->held];
        const size_t begun_count = decoder->held_count;
        memcpy(begun, decoder->held, sizeof begun);
        decoder->form = form_of(decoder, &mark);
        decoder->held_count = 0;
        length = put(decoder, begun + mark, begun_count - mark, text);
    }
    length += put(decoder, bytes + taken, count - taken, text + length);
    if (last && (decoder->held_count > 0 || decoder->high))
        length += put_utf8(text + length, REPLACEMENT);
    return length;
}

bool decode_is_utf8(const char *text, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; /* of so many bytes */
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    while (at < end) {
        const size_t bytes = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
        uint32_t code = *at & (0xffu >> (bytes + 1));
        if ((*at >= 0x80 && *at < 0xc2) || *at > 0xf4 || bytes > (size_t)(end - at))
            return false;
        for (size_t i = 1; i < bytes; i++) {
            if ((at[i] & 0xc0) != 0x80)
                return false;
            code = code << 6 | (at[i] & 0x3f);
        }
        if (bytes > 1 && (code < least[bytes] || code > 0x10ffff || (code >> 11) == 0x1b))
            return false;
        at += bytes;
    }
    return true;
}

void decode_latin1(const char *text, char *utf8, size_t size)
{
    size_t length = 0;
    for (; *text && length + 2 < size; text++)
        length += put_utf8(utf8 + length, (unsigned char)*text);
    utf8[length] = '\0';
}
