#include "table/samples.h"

#include "table/reader.h"
#include "text/append.h"

#include <string.h>

extern const char sample_anscombe1[], sample_anscombe2[], sample_anscombe3[], sample_anscombe4[],
    sample_cars[], sample_faithful[], sample_forbes[], sample_hubble[];

static const char ANSCOMBE[] =
    "F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973)";

/* The rates and ratios are those of the mean of the squares. */
static const struct {
    sample_def sample;
    const char *text;
} TABLE[] = {
    {{"anscombe1", "Anscombe's first", "A line with noise, as a fit wants it.", ANSCOMBE},
     sample_anscombe1},
    {{"anscombe2", "Anscombe's second",
      "A curve. The line and the lowest loss are the first's: only the residuals tell.", ANSCOMBE},
     sample_anscombe2},
    {{"anscombe3", "Anscombe's third", "One point far off turns the line away from all others.",
      ANSCOMBE},
     sample_anscombe3},
    {{"anscombe4", "Anscombe's fourth", "All x but one are equal: that one point sets the slope.",
      ANSCOMBE},
     sample_anscombe4},
    {{"cars", "Cars: speed, stopping",
      "x from 4 to 25: 0.1 diverges, and the intercept hardly moves until x is standardized.",
      "M. Ezekiel, Methods of Correlation Analysis (1930)"},
     sample_cars},
    {{"faithful", "Old Faithful",
      "Two clouds. Slope and intercept pull against one another: the bowl is a slanted valley.",
      "A. Azzalini and A. W. Bowman, A Look at Some Data on the Old Faithful Geyser, Applied "
      "Statistics 39 (1990)"},
     sample_faithful},
    {{"forbes", "Forbes: boiling water",
      "x around 200: the bowl is 54 million times steeper one way than the other. Standardize x.",
      "J. D. Forbes (1857), in S. Weisberg, Applied Linear Regression"},
     sample_forbes},
    {{"hubble", "Hubble: galaxies",
      "y in hundreds: the best slope is far from the start, and the loss begins at half a million.",
      "E. Hubble, A Relation between Distance and Radial Velocity among Extra-Galactic Nebulae, "
      "PNAS 15 (1929)"},
     sample_hubble},
};

int sample_count(void)
{
    return (int)(sizeof TABLE / sizeof *TABLE);
}

const sample_def *sample_at(int index)
{
    return &TABLE[index].sample;
}

void sample_names(char *text, size_t size)
{
    text[0] = '\0';
    for (int i = 0; i < sample_count(); i++)
        text_append(text, size, "%s%s", i > 0 ? ", " : "", sample_at(i)->name);
}

int sample_find(const char *name)
{
    for (int i = 0; i < sample_count(); i++)
        if (strcmp(TABLE[i].sample.name, name) == 0)
            return i;
    return -1;
}

dh_points *sample_points(int index, dh_error *error)
{
    const sample_def *sample = sample_at(index);
    const table_request request = table_request_points(NULL);
    const dh_points_place place = {.kind = DH_POINTS_SAMPLE, .path = sample->name};
    const char *text = TABLE[index].text;
    table_reader *reader = table_open_text(text, strlen(text), sample->label, &request, error);
    table_state state = TABLE_MORE;
    while (reader && state == TABLE_MORE)
        state = table_advance(reader, strlen(text), error);
    dh_points *points =
        reader && state == TABLE_DONE ? table_points(table_of(reader), &place, error) : NULL;
    table_close(reader);
    return points;
}
