/* The panel's section of what the pictures show besides. */
#ifndef SCREEN_SHOW_SECTION_H
#define SCREEN_SHOW_SECTION_H

#include "screen/panel_rows.h"

void show_section_pass(panel_state *p);

#endif
