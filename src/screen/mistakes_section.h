/* The mistakes that can be shown, each as a run beside the others: a part of the optimizer's
 * section. */
#ifndef SCREEN_MISTAKES_SECTION_H
#define SCREEN_MISTAKES_SECTION_H

#include "screen/panel_rows.h"

void mistakes_section_pass(panel_state *p);

#endif
