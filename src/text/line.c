#include "text/line.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <string.h>

static const char ELLIPSIS[] = "…";

enum { ELLIPSIS_BYTES = sizeof ELLIPSIS - 1 };

size_t text_decode(const char *utf8, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; /* of so many bytes */
    const unsigned char lead = (unsigned char)utf8[0];
    *code = lead;
    if (lead < 0x80)
        return lead ? 1 : 0;
    const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    *code = lead & (0xffu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        const unsigned char next = (unsigned char)utf8[i];
        if ((next & 0xc0) != 0x80 || lead < 0xc2 || lead > 0xf4) {
            *code = TEXT_MALFORMED;
            return 1;
        }
        *code = *code << 6 | (next & 0x3f);
    }
    if (*code >= least[length] && *code <= 0x10ffff && (*code < 0xd800 || *code > 0xdfff))
        return length;
    *code = TEXT_MALFORMED;
    return 1;
}

bool text_is_control(uint32_t code)
{
    const bool turns = code == 0x61c || code == 0x200e || code == 0x200f ||
                       (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool breaks = code == 0x2028 || code == 0x2029;
    return code < ' ' || (code >= 0x7f && code <= 0x9f) || turns || breaks ||
           code == TEXT_MALFORMED;
}

/* What parts words, and a control character that does: a tab, the end of a line or paragraph. */
static bool is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xa0 ||
           (code >= 0x2000 && code <= 0x200b) || code == 0x2028 || code == 0x2029 ||
           code == 0x202f || code == 0x205f || code == 0x2060 || code == 0x3000 || code == 0xfeff;
}

void text_make_printable(char *text)
{
    uint32_t code;
    char *to = text;
    for (size_t length; (length = text_decode(text, &code)) > 0; text += length) {
        if (text_is_control(code)) {
            *to++ = '?';
        } else {
            memmove(to, text, length);
            to += length;
        }
    }
    *to = '\0';
}

size_t text_as_line(const char *text, char *line, size_t size)
{
    size_t length = 0, left;
    uint32_t code;
    text = text_trimmed(text, &left);
    bool parted = false;
    for (size_t next; left > 0; text += next, left -= next) {
        next = text_decode(text, &code);
        const bool control = text_is_control(code);
        parted |= control && is_space(code);
        if (control)
            continue;
        const size_t needed = next + parted;
        if (length + needed < size) {
            if (parted)
                line[length] = ' ';
            memcpy(line + length + parted, text, next);
        }
        length += needed;
        parted = false;
    }
    line[length < size ? length : 0] = '\0';
    return length;
}

const char *text_trimmed(const char *text, size_t *length)
{
    uint32_t code;
    size_t next;
    while ((next = text_decode(text, &code)) > 0 && is_space(code))
        text += next;
    *length = 0;
    for (size_t at = 0; (next = text_decode(text + at, &code)) > 0;) {
        at += next;
        if (!is_space(code))
            *length = at;
    }
    return text;
}

/* Whether the character at `at` can be within a number: a digit, also a raised one, a sign, a
 * point; an e between a digit and what may follow one; a colon in a schedule. */
static bool is_of_number(const char *text, size_t at)
{
    uint32_t code;
    if (text_decode(text + at, &code) == 0)
        return false;
    if (code == 'e' || code == 'E')
        return at > 0 && isdigit((unsigned char)text[at - 1]) && text[at + 1] &&
               strchr("0123456789+-", text[at + 1]);
    return (code < 0x80 && strchr("0123456789.:+-", (int)code)) || code == 0x2212 || code == 0xd7 ||
           code == 0xb2 || code == 0xb3 || code == 0xb9 || (code >= 0x2070 && code <= 0x207b);
}

/* Where the character that ends before `at` begins. */
static size_t before(const char *text, size_t at)
{
    uint32_t code;
    const size_t from = at > 4 ? at - 4 : 0;
    for (size_t start = from; start < at; start++)
        if (start + text_decode(text + start, &code) == at &&
            (code != TEXT_MALFORMED || start + 1 == at))
            return start;
    return at - 1;
}

/* Where the number begins that goes on at `at`; `at` itself where none does. */
static size_t number_begin(const char *text, size_t at)
{
    size_t begin = at;
    bool digits = false;
    if (!is_of_number(text, at))
        return at;
    while (begin > 0) {
        const size_t previous = before(text, begin);
        if (!is_of_number(text, previous))
            break;
        begin = previous;
        digits |= isdigit((unsigned char)text[begin]) != 0;
    }
    return digits ? begin : at;
}

size_t text_kept(const char *text, size_t limit)
{
    uint32_t code;
    size_t kept = 0;
    for (size_t next; (next = text_decode(text + kept, &code)) > 0 && kept + next <= limit;)
        kept += next;
    const size_t begin = number_begin(text, kept);
    size_t spaces = begin;
    while (spaces > 0 && text[spaces - 1] == ' ')
        spaces--;
    return spaces > 0 ? spaces : kept;
}

void text_copy(char *copy, size_t size, const char *text)
{
    const size_t length = strlen(text);
    assert(size > ELLIPSIS_BYTES);
    if (length < size) {
        memcpy(copy, text, length + 1);
        return;
    }
    const size_t kept = text_kept(text, size - 1 - ELLIPSIS_BYTES);
    memcpy(copy, text, kept);
    memcpy(copy + kept, ELLIPSIS, sizeof ELLIPSIS);
}

void text_end_cut(char *text, size_t size)
{
    assert(size > ELLIPSIS_BYTES && strlen(text) == size - 1);
    const size_t kept = text_kept(text, size - 1 - ELLIPSIS_BYTES);
    memcpy(text + kept, ELLIPSIS, sizeof ELLIPSIS);
}

bool text_is_cut(const char *text)
{
    const size_t length = strlen(text);
    return length >= ELLIPSIS_BYTES && strcmp(text + length - ELLIPSIS_BYTES, ELLIPSIS) == 0;
}
