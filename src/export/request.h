/* What is to be taken away, and how. */
#ifndef EXPORT_REQUEST_H
#define EXPORT_REQUEST_H

#include "model/setup.h"

#include <stdbool.h>

typedef struct export_request {
    const char *path;         /* of the file; its ending says the form */
    const model_setup *setup; /* what is shown */
    bool has_framework;       /* it was said what a script is written with: */
    bool numpy;               /* with numpy; false: with PyTorch */
    bool points_only;         /* the points and not the runs */
} export_request;

#endif
