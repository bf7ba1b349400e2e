/* What a figure to take away is to have in it. */
#ifndef MODEL_FIGURE_PARTS_H
#define MODEL_FIGURE_PARTS_H

#include <stdbool.h>

typedef struct figure_parts {
    bool data, weights, loss; /* which pictures; none of them said: all three */
    bool words;               /* the sentence on what the step did */
    bool card;                /* the update in numbers */
    bool legend;              /* of the runs, which is there anyway where several are shown */
} figure_parts;

/* The same with the pictures that "none" stands for. */
static inline figure_parts figure_parts_told(figure_parts parts)
{
    if (!parts.data && !parts.weights && !parts.loss)
        parts.data = parts.weights = parts.loss = true;
    return parts;
}

#endif
