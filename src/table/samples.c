#include "table/samples.h"

#include <stdio.h>
#include <stdlib.h>
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

int sample_find(const char *name)
{
    for (int i = 0; i < sample_count(); i++)
        if (strcmp(TABLE[i].sample.name, name) == 0)
            return i;
    return -1;
}

dh_points *sample_points(int index, dh_error *error)
{
    enum { MOST = 300 };
    double x[MOST], y[MOST];
    char x_name[64], y_name[64];
    int used = 0;
    size_t n = 0;
    const char *at = TABLE[index].text;
    sscanf(at, "%63[^,],%63[^\n]%n", x_name, y_name, &used);
    for (at += used; n < MOST && sscanf(at, "%lf,%lf%n", &x[n], &y[n], &used) == 2; n++)
        at += used;
    const dh_points_def def = {
        .x = x,
        .y = y,
        .n = n,
        .x_name = x_name,
        .y_name = y_name,
        .origin = TABLE[index].sample.label,
        .place = {.kind = DH_POINTS_SAMPLE, .path = TABLE[index].sample.name}};
    return dh_points_create(&def, error);
}
