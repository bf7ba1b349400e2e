/* After Unicode's rules for grapheme clusters (UAX #29), as far as they matter to names. */
#include "ui/cluster.h"

#include <hb.h>

enum { REPLACEMENT = 0xfffd, JOINER = 0x200d };

static bool within(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

static hb_unicode_general_category_t category_of(uint32_t code)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
}

uint32_t ui_code_point(const char *utf8, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)utf8;
    const unsigned char lead = bytes[0];
    *length = lead == 0 ? 0 : 1;
    if (lead < 0x80)
        return lead;
    const size_t wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    uint32_t code = lead & (0x7fu >> wanted);
    if (lead < 0xc0)
        return REPLACEMENT;
    for (size_t i = 1; i < wanted; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return REPLACEMENT;
        code = code << 6 | (bytes[i] & 0x3f);
    }
    *length = wanted;
    return code;
}

bool ui_is_mark(uint32_t code)
{
    const hb_unicode_general_category_t category = code < 0x300 ? 0 : category_of(code);
    return code >= 0x300 && (category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
                             category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK);
}

bool ui_is_ignorable(uint32_t code)
{
    return code < ' ' || within(code, 0x7f, 0x9f) || code == 0xad || code == 0x34f ||
           within(code, 0x180b, 0x180f) || within(code, 0x200b, 0x200f) ||
           within(code, 0x202a, 0x202e) || within(code, 0x2060, 0x206f) ||
           within(code, 0xfe00, 0xfe0f) || code == 0xfeff || within(code, 0xe0000, 0xe0fff);
}

static bool extends(uint32_t code)
{
    return ui_is_mark(code) || code == 0x200c || code == JOINER || within(code, 0x1f3fb, 0x1f3ff) ||
           within(code, 0xe0020, 0xe007f) ||
           category_of(code) == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

static bool is_picture(uint32_t code)
{
    return within(code, 0x2190, 0x2bff) || within(code, 0x1f000, 0x1faff);
}

static bool is_hangul(uint32_t code)
{
    return within(code, 0x1100, 0x11ff) || within(code, 0xa960, 0xa97c) ||
           within(code, 0xac00, 0xd7fb);
}

/* A letter of a flag, of which every two are one. */
static bool is_flag(uint32_t code)
{
    return within(code, 0x1f1e6, 0x1f1ff);
}

static bool is_virama(uint32_t code)
{
    const unsigned killer = 9;
    return hb_unicode_combining_class(hb_unicode_funcs_get_default(), code) == killer;
}

static bool joins(uint32_t before, uint32_t code, int flags)
{
    if (extends(code) || (before == JOINER && is_picture(code)))
        return true;
    if (is_flag(before) && is_flag(code))
        return flags % 2 == 1;
    if (is_hangul(before) && (within(code, 0x1160, 0x11ff) || within(code, 0xd7b0, 0xd7fb)))
        return true;
    return before >= 0x900 && is_virama(before) &&
           category_of(code) == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

size_t ui_cluster_length(const char *utf8)
{
    size_t length;
    uint32_t before = ui_code_point(utf8, &length);
    int flags = is_flag(before);
    while (length > 0 && (unsigned char)utf8[length] >= 0x80) {
        size_t more;
        const uint32_t code = ui_code_point(utf8 + length, &more);
        if (length + more > UI_CLUSTER_BYTES || !joins(before, code, flags))
            break;
        length += more;
        flags += is_flag(code);
        before = code;
    }
    return length;
}

uint32_t ui_script_of(uint32_t code)
{
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code);
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? 0 : (uint32_t)script;
}

bool ui_script_is_leftward(uint32_t script)
{
    return script != 0 &&
           hb_script_get_horizontal_direction((hb_script_t)script) == HB_DIRECTION_RTL;
}

bool ui_is_digit(uint32_t code)
{
    return within(code, '0', '9') ||
           (code >= 0x660 && category_of(code) == HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER);
}
