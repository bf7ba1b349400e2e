/* Which columns the points are is not asked but found: those that have the first point's numbers in
 * some line, and in every line after it the next point's. */
#define _POSIX_C_SOURCE 200809L
#include "export/plain_file.h"

#include "text/number.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

enum { COLUMNS_MAX = 64, FIELD_BYTES = 64, COMMENT = '#' };

/* A bit for every column that may be it. */
typedef struct candidates {
    uint64_t x, y;
} candidates;

static size_t field_length(const char *at, char delimiter)
{
    return delimiter == ' ' ? strcspn(at, " \t\r\n") : strcspn(at, (char[]){delimiter, '\n', '\0'});
}

/* A number as Python's float has it, too. */
static bool read_field(const char *at, size_t length, double *value)
{
    char text[FIELD_BYTES];
    while (length > 0 && isspace((unsigned char)*at)) {
        at++;
        length--;
    }
    while (length > 0 && isspace((unsigned char)at[length - 1]))
        length--;
    if (length >= sizeof text)
        return false;
    memcpy(text, at, length);
    text[length] = '\0';
    return strspn(text, "0123456789.eE+-") == length && number_parse(text, value);
}

/* The columns of a line that have these numbers. */
static candidates columns_with(const char *line, char delimiter, double x, double y)
{
    candidates found = {0, 0};
    for (int column = 0; column < COLUMNS_MAX; column++) {
        double value;
        if (delimiter == ' ')
            line += strspn(line, " \t\r\n");
        const size_t length = field_length(line, delimiter);
        if (read_field(line, length, &value)) {
            found.x |= (uint64_t)(value == x) << column;
            found.y |= (uint64_t)(value == y) << column;
        }
        if (line[length] == '\0' || line[length] == '\n')
            break;
        line += length + 1;
    }
    return found;
}

static bool is_left_out(const char *line)
{
    line += strspn(line, " \t\r\n");
    return *line == '\0' || *line == COMMENT;
}

static int lowest_bit(uint64_t bits)
{
    int bit = 0;
    while (!(bits >> bit & 1))
        bit++;
    return bit;
}

/* Goes through the lines with one delimiter. */
static bool read_with(FILE *file, const dh_points *points, plain_file *found)
{
    char *line = NULL;
    size_t capacity = 0, point = 0;
    candidates may = {UINT64_MAX, UINT64_MAX};
    bool plain = true;
    ssize_t length;
    found->skipped = 0;
    while (plain && (length = getline(&line, &capacity, file)) > 0) {
        if (point > 0 && is_left_out(line))
            continue;
        plain = point < points->n && strlen(line) == (size_t)length;
        if (!plain)
            break;
        const candidates here =
            columns_with(line, found->delimiter, points->x[point], points->y[point]);
        if (point == 0 && (!here.x || !here.y)) {
            found->skipped++;
            continue;
        }
        may = (candidates){may.x & here.x, may.y & here.y};
        plain = may.x && may.y && !strchr(line, '"') && !strchr(line, COMMENT);
        point++;
    }
    free(line);
    if (!plain || point < points->n)
        return false;
    found->x = lowest_bit(may.x);
    found->y = lowest_bit(may.y);
    return true;
}

bool plain_file_of(const dh_points *points, plain_file *found)
{
    static const char delimiters[] = ",;\t ";
    FILE *file = points->place.kind == DH_POINTS_FILE ? fopen(points->place.path, "r") : NULL;
    bool plain = false;
    for (const char *delimiter = delimiters; file && *delimiter && !plain; delimiter++) {
        rewind(file);
        found->delimiter = *delimiter;
        plain = read_with(file, points, found);
    }
    if (file)
        fclose(file);
    return plain;
}
