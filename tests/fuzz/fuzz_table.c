/* Feeds the reader of tables with garbage. It passes when nothing crashes, hangs or trips a
 * sanitiser, the same text in other slices ends the same way, and what is read is as promised.
 * Usage: fuzz_table [SEED [INPUTS]] */
#include "downhill/random.h"
#include "read_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 512 };

static dh_random dice;

static uint32_t below(uint32_t limit)
{
    return dh_random_u32(&dice) % limit;
}

static const char *const FRAGMENTS[] = {
    "x,y\n",
    "x;y\r\n",
    "a\tb\r",
    "# c\n",
    "sep=;\n",
    "\"",
    "\"\"",
    "\"a b\"",
    ",",
    ";",
    "\t",
    " ",
    "\n",
    "\r",
    "\r\n",
    "1",
    "-2.5",
    "1,5",
    "1e5",
    "1e999",
    "−3",
    "NA",
    "#N/A",
    "nan",
    "inf",
    "abc",
    ".",
    "-",
    "\u00a0",
    "\u202f",
    "\xff",
    "\xc2",
    "\xe2",
    "\xe9",
    "Unnamed: 0",
    "0",
    "2",
    "3",
    "1,2\n",
    "3,4\n",
    "0.1234567890123456789",
    "12345678901234567890",
    "1e-30",
    "\xef\xbb\xbf",
    "\xff\xfe",
    "\xfe\xff",
    "\x1b[31m",
    "\u2028",
    "1;2\n",
    "1 2\n",
};

enum { FRAGMENT_COUNT = sizeof FRAGMENTS / sizeof *FRAGMENTS };

/* Fragments mostly; some are UTF-16, or have any bytes in between. */
static size_t random_text(char text[static TEXT_BYTES])
{
    size_t length = 0;
    const uint32_t pieces = below(40), first = below(FRAGMENT_COUNT), kinds = 1 + below(12);
    const bool wide = below(8) == 0;
    if (wide)
        length += (size_t)snprintf(text, TEXT_BYTES, "%s", below(2) ? "\xff\xfe" : "\xfe\xff");
    for (uint32_t i = 0; i < pieces; i++) {
        const char *piece = FRAGMENTS[(first + below(kinds) * 7) % FRAGMENT_COUNT];
        for (; *piece && length + 3 < TEXT_BYTES; piece++) {
            if (wide && text[0] == '\xfe')
                text[length++] = '\0';
            text[length++] = *piece;
            if (wide && text[0] == '\xff')
                text[length++] = '\0';
        }
        if (below(60) == 0 && length < TEXT_BYTES)
            text[length++] = (char)below(256);
    }
    return length;
}

static table_request random_request(void)
{
    static const char *const columns[] = {"x,y", "1,2", "\"a b\",2", "2,1", "\"", "", "b,a"};
    table_request request = table_request_points(below(3) ? NULL : columns[below(7)]);
    request.rows_max = below(10) ? request.rows_max : 1 + below(3);
    if (below(4) == 0) {
        request.wish[0].names = "a,x,\"a b\"";
        request.wish[1].names = "b,y,1";
        request.wish[2] = (table_wish){"abc", true};
        request.count = 3;
        request.gaps = below(2);
    }
    return request;
}

typedef struct fuzz_result {
    table_state state;
    dh_error error;
    table_reader *reader;
} fuzz_result;

static fuzz_result read_all(const char *text, size_t length, const table_request *request,
                            uint32_t slice)
{
    fuzz_result result = {.error = {.text = ""}};
    result.reader = table_open_text(text, length, "text", request, &result.error);
    if (result.reader)
        result.state = read_slices(result.reader, slice, &result.error);
    return result;
}

/* NULL, or what is wrong with a table. */
static const char *check_table(const table_request *request, const table_data *table)
{
    if (table->n < 1 || table->n > request->rows_max)
        return "there are rows, and no more than wanted";
    for (int i = 0; i < table->count; i++) {
        const double *column = table->column[i];
        if (!column && !request->wish[i].optional)
            return "a column that must be there is";
        for (size_t row = 0; column && row < table->n && !request->gaps; row++)
            if (!(fabs(column[row]) <= request->limit) && !request->wish[i].optional)
                return "numbers are within the limit";
    }
    return NULL;
}

static bool same_table(const table_data *a, const table_data *b)
{
    bool same = a->n == b->n && a->skipped == b->skipped &&
                memcmp(a->name, b->name, sizeof a->name) == 0 &&
                memcmp(a->skipped_line, b->skipped_line, sizeof a->skipped_line) == 0;
    for (int i = 0; same && i < a->count; i++)
        same =
            !a->column[i] == !b->column[i] &&
            (!a->column[i] || memcmp(a->column[i], b->column[i], a->n * sizeof *a->column[i]) == 0);
    return same;
}

static const char *check(const table_request *request, const fuzz_result *whole,
                         const fuzz_result *sliced)
{
    const bool done = whole->state == TABLE_DONE;
    if (!whole->reader || !sliced->reader)
        return "there is memory";
    if (done != (whole->error.text[0] == '\0'))
        return "a reading fails with a text, and only then";
    if (strpbrk(whole->error.text, "\r\n\x1b"))
        return "an error is a printable line";
    if (whole->state != sliced->state || strcmp(whole->error.text, sliced->error.text) != 0)
        return "slices end the same way";
    if (!done)
        return NULL;
    if (!same_table(table_of(whole->reader), table_of(sliced->reader)))
        return "slices give the same table";
    return check_table(request, table_of(whole->reader));
}

static bool fuzz_reader(void)
{
    char text[TEXT_BYTES];
    const size_t length = random_text(text);
    const table_request request = random_request();
    fuzz_result whole = read_all(text, length, &request, TEXT_BYTES);
    fuzz_result sliced = read_all(text, length, &request, 1 + below(9));
    const char *wrong = check(&request, &whole, &sliced);
    if (wrong) {
        fprintf(stderr, "fuzz_table: not so: %s\n%s\n%s\n", wrong, whole.error.text,
                sliced.error.text);
        fwrite(text, 1, length, stderr);
    }
    table_close(whole.reader);
    table_close(sliced.reader);
    return !wrong;
}

int main(int argc, char **argv)
{
    const uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    const unsigned long inputs = argc > 2 ? strtoul(argv[2], NULL, 10) : 100000;
    dice = dh_random_seeded(seed);
    for (unsigned long i = 0; i < inputs; i++)
        if (!fuzz_reader())
            return 1;
    printf("seed %llu: %lu inputs\n", (unsigned long long)seed, inputs);
    return 0;
}
