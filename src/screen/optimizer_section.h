/* The panel's section about the optimizer: which it is, and its own settings. */
#ifndef SCREEN_OPTIMIZER_SECTION_H
#define SCREEN_OPTIMIZER_SECTION_H

#include "screen/panel_rows.h"

/* Returns the optimizer that is to be the current run's. */
int optimizer_section_pass(panel_state *p);

#endif
