/* The panel's section about the data: where the points come from, how they are drawn, how they are
 * trained on. */
#ifndef SCREEN_DATA_SECTION_H
#define SCREEN_DATA_SECTION_H

#include "screen/panel_rows.h"

/* Returns which of model/sources.h is to be shown. */
int data_section_pass(panel_state *p);

#endif
