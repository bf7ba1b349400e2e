/* Text that the faces compiled into the program lack. Tests that need a font of the system are
 * skipped where there is none. */
#include "cmocka_includes.h"
#include "ui/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 24, COVERAGE_BYTES = 1 << 16 };

/* A mask that is kept. */
typedef struct kept_mask {
    uint8_t coverage[COVERAGE_BYTES];
    int width, height, advance;
    size_t length;
} kept_mask;

static kept_mask mask_of(ui_text *text, ui_face face, const char *utf8)
{
    static kept_mask kept;
    const ui_mask mask = ui_text_mask(text, face, SIZE, utf8, strlen(utf8));
    memset(&kept, 0, sizeof kept);
    kept.width = mask.width;
    kept.height = mask.height;
    kept.advance = mask.advance;
    kept.length = mask.length;
    assert_true(mask.width * mask.height <= COVERAGE_BYTES);
    for (int y = 0; y < mask.height && mask.coverage; y++)
        memcpy(kept.coverage + (ptrdiff_t)y * mask.width,
               mask.coverage + (ptrdiff_t)y * mask.stride, (size_t)mask.width);
    return kept;
}

static bool same(const kept_mask *a, const kept_mask *b)
{
    return a->width == b->width && a->height == b->height &&
           memcmp(a->coverage, b->coverage, sizeof a->coverage) == 0;
}

static bool system_has(const char *what)
{
    char command[128];
    snprintf(command, sizeof command, "fc-list '%s:outline=true:color=false' 2>&1 | grep -q /",
             what);
    return system(command) == 0;
}

static void what_a_reader_takes_for_one_character_is_kept_together(void **state)
{
    (void)state;
    const char *const one[] = {
        "a",
        "é",
        "e\u0301",                                  /* e and an accent */
        "o\u0302\u0323",                            /* and two */
        "क्षि",                                      /* a Devanagari syllable of two letters */
        "ก็",                                        /* Thai, with a sign above */
        "\u1112\u1161\u11ab",                       /* Hangul in three parts */
        "❤\ufe0f",                                  /* a heart in color */
        "👍\U0001f3fd",                              /* a thumb and its skin */
        "👩\u200d👩\u200d👧\u200d👦",                   /* a family */
        "🇩🇪",                                       /* a flag */
        "1\ufe0f\u20e3",                            /* a key */
        "\U0001f3f4\U000e0067\U000e0062\U000e007f", /* a flag with tags */
    };
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        char twice[128];
        snprintf(twice, sizeof twice, "%s%s", one[i], one[i]);
        assert_int_equal(ui_text_char(one[i]), strlen(one[i]));
        assert_int_equal(ui_text_char(twice), strlen(one[i]));
    }
    assert_int_equal(ui_text_char(""), 0);
    assert_int_equal(ui_text_char("\xff\xfe"), 1);
    assert_int_equal(ui_text_char("\xe2\x82"), 1); /* the beginning of one */
    assert_int_equal(ui_text_char("日本"), 3);
    char marks[1000] = "e"; /* without end */
    while (strlen(marks) + 3 < sizeof marks)
        strcat(marks, "\u0301");
    assert_true(ui_text_char(marks) < 120);
}

/* Sentences share their words, and those are drawn once. */
static void a_sentence_is_drawn_word_by_word(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const char words[] = "Loss 1.25 to 1.09, and so on for long";
    assert_int_equal(ui_text_mask(text, UI_SANS, SIZE, words, strlen(words)).length,
                     strlen("Loss "));
    ui_text_destroy(text);
}

static void what_the_faces_have_is_drawn_in_one_go(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const char words[] = "a₀ → ü Жук λ";
    for (int face = UI_SANS; face <= UI_SANS_BOLD; face++)
        assert_int_equal(ui_text_mask(text, (ui_face)face, SIZE, words, strlen(words)).length,
                         strlen(words));
    uint32_t code;
    assert_false(ui_text_take_missing(text, &code));
    assert_false(ui_text_take_failure(text));
    ui_text_destroy(text);
}

/* Once both were the same box. */
static void characters_that_the_faces_lack_come_from_the_system(void **state)
{
    (void)state;
    const struct {
        const char *font, *a, *b;
    } scripts[] = {
        {":lang=ja", "学", "習"}, {":lang=zh-cn", "训", "练"},  {":lang=ko", "학", "습"},
        {":lang=ar", "م", "ب"},   {":lang=he", "ש", "ל"},       {":lang=hi", "न", "म"},
        {":lang=th", "ก", "ข"},   {":charset=1f600", "😀", "😄"},
    };
    ui_text *text = ui_text_create();
    assert_non_null(text);
    int found = 0;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        if (!system_has(scripts[i].font))
            continue;
        for (int face = 0; face < UI_FACE_COUNT; face++) {
            const kept_mask a = mask_of(text, (ui_face)face, scripts[i].a);
            const kept_mask b = mask_of(text, (ui_face)face, scripts[i].b);
            assert_true(a.width > 0 && b.width > 0);
            if (same(&a, &b))
                fail_msg("%s and %s look the same", scripts[i].a, scripts[i].b);
        }
        found++;
    }
    ui_text_destroy(text);
    if (found == 0) {
        print_message("skipped: the system has no font of another script\n");
        skip();
    }
}

static void words_of_several_scripts_are_as_wide_as_their_parts(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const char words[] = "lr 0.3 学習 a";
    const int parts = ui_text_width_px(text, UI_SANS, SIZE, "lr 0.3 ", 7) +
                      ui_text_width_px(text, UI_SANS, SIZE, "学習", 6) +
                      ui_text_width_px(text, UI_SANS, SIZE, " a", 2);
    if (!system_has(":lang=ja")) {
        ui_text_destroy(text);
        print_message("skipped: the system has no Japanese font\n");
        skip();
    }
    assert_int_equal(ui_text_width_px(text, UI_SANS, SIZE, words, strlen(words)), parts);
    assert_int_equal(ui_text_mask(text, UI_SANS, SIZE, words, strlen(words)).length, 7);
    ui_text_destroy(text);
}

/* How much the columns of a mask from `first` on differ from another one: 0 when they are the same,
 * about 2 when they have nothing in common. */
static double difference_at(const kept_mask *whole, int first, const kept_mask *part)
{
    double apart = 0.0, ink = 0.0;
    for (int y = 0; y < part->height && y < whole->height; y++)
        for (int x = 0; x < part->width; x++) {
            const int column = first + x;
            const bool inside = column >= 0 && column < whole->width;
            const int a = inside ? whole->coverage[y * whole->width + column] : 0;
            const int b = part->coverage[y * part->width + x];
            apart += abs(a - b);
            ink += b;
        }
    return apart / ink;
}

/* The same where they fit best: widths are whole pixels, and letters are not. */
static double difference(const kept_mask *whole, int first, const kept_mask *part)
{
    double least = difference_at(whole, first - 1, part);
    for (int shift = 0; shift <= 1; shift++)
        least = fmin(least, difference_at(whole, first + shift, part));
    return least;
}

static void words_read_to_the_left_stand_from_right_to_left(void **state)
{
    (void)state;
    if (!system_has(":lang=he")) {
        print_message("skipped: the system has no Hebrew font\n");
        skip();
    }
    ui_text *text = ui_text_create();
    assert_non_null(text);
    static kept_mask whole, first, last, turned;
    whole = mask_of(text, UI_SANS, "שלום עולם");
    assert_int_equal(whole.length, strlen("שלום עולם"));
    first = mask_of(text, UI_SANS, "שלום");
    last = mask_of(text, UI_SANS, "עולם");
    assert_true(difference(&whole, 0, &last) < 0.3);
    assert_true(difference(&whole, whole.advance - first.advance, &first) < 0.3);
    assert_true(difference(&whole, 0, &first) > 0.5);
    whole = mask_of(text, UI_SANS, "שלום 12.5"); /* to the left, read to the right */
    assert_true(difference(&whole, whole.advance - first.advance, &first) < 0.3);
    turned = mask_of(text, UI_SANS, "שלום 5.21");
    assert_true(difference(&turned, 0, &whole) > 0.1);
    ui_text_destroy(text);
}

static void letters_that_join_are_joined(void **state)
{
    (void)state;
    if (!system_has(":lang=ar")) {
        print_message("skipped: the system has no Arabic font\n");
        skip();
    }
    ui_text *text = ui_text_create();
    assert_non_null(text);
    static kept_mask alone, joined;
    alone = mask_of(text, UI_SANS, "ه");
    joined = mask_of(text, UI_SANS, "ههه");
    assert_true(difference(&joined, 0, &alone) > 0.3);
    assert_true(difference(&joined, joined.width - alone.width, &alone) > 0.3);
    ui_text_destroy(text);
}

static void a_character_that_no_font_has_is_told_once(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    uint32_t code = 1;
    assert_false(ui_text_take_missing(text, &code));
    const char unassigned[] = "a\u0378 \u0379";
    assert_true(ui_text_width_px(text, UI_SANS, SIZE, unassigned, strlen(unassigned)) > 0);
    assert_true(ui_text_take_missing(text, &code));
    assert_int_equal(code, 0x378);
    assert_true(ui_text_width_px(text, UI_SANS, SIZE, "\u038b", 2) > 0);
    assert_false(ui_text_take_missing(text, &code));
    assert_false(ui_text_take_failure(text)); /* a box is no failure */
    ui_text_destroy(text);
}

/* What was drawn once is found again, whatever it is made of. */
static void a_text_that_was_drawn_is_not_made_again(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const char *const words[] = {"plain", "学習 lr", "שלום 12", "\u0378"};
    const uint8_t *made[4];
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < 4; i++) {
            const ui_mask mask = ui_text_mask(text, UI_SANS, SIZE, words[i], strlen(words[i]));
            if (pass == 0)
                made[i] = mask.coverage;
            assert_ptr_equal(mask.coverage, made[i]);
        }
    ui_text_destroy(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_reader_takes_for_one_character_is_kept_together),
        cmocka_unit_test(a_sentence_is_drawn_word_by_word),
        cmocka_unit_test(what_the_faces_have_is_drawn_in_one_go),
        cmocka_unit_test(characters_that_the_faces_lack_come_from_the_system),
        cmocka_unit_test(words_of_several_scripts_are_as_wide_as_their_parts),
        cmocka_unit_test(words_read_to_the_left_stand_from_right_to_left),
        cmocka_unit_test(letters_that_join_are_joined),
        cmocka_unit_test(a_character_that_no_font_has_is_told_once),
        cmocka_unit_test(a_text_that_was_drawn_is_not_made_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
