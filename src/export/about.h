/* What a page or a notebook says of itself. */
#ifndef EXPORT_ABOUT_H
#define EXPORT_ABOUT_H

#include "downhill/problem.h"
#include "model/scene.h"

#include <stddef.h>

enum { ABOUT_BYTES = 512, ABOUT_POINTS = 2000 /* that are drawn of more */ };

/* Runs that are not hidden. */
int about_shown_runs(const model_scene *scene);

/* So many points on is the next that is drawn. */
size_t about_skipped(const dh_problem *problem);

/* "Gradient descent, lr 0.1", or how many runs there are. */
void about_title(const model_scene *scene, char *text, size_t size);

/* "100 points", "cars.csv, 50 points". */
void about_points(const dh_problem *problem, char *text, size_t size);

/* The same with what the loss is: "100 points; loss: mean of the squared residuals". */
void about_problem(const dh_problem *problem, char *text, size_t size);

#endif
