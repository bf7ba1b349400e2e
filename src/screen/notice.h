/* What there is to say about the run, or about what could not be done, in a box over a picture; and
 * buttons for what helps. */
#ifndef SCREEN_NOTICE_H
#define SCREEN_NOTICE_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

#include <stdbool.h>

enum { NOTICE_BYTES = 400, NOTICE_LINES = 6, NOTICE_BUTTONS = 2 };

typedef struct screen_notice {
    char text[NOTICE_BYTES]; /* lines; empty: nothing to say */
    bool alarming;           /* it tells of something that went wrong */
    double limit, better;    /* a button sets learning rates from a limit on to a better one, */
    bool lowers;
    bool standardizes; /* and one trains on standardized x */
} screen_notice;

screen_notice notice_of(const model_session *session);

/* A notice as it is laid out for a picture. */
typedef struct notice_layout {
    screen_notice notice;
    char line[NOTICE_LINES][NOTICE_BYTES];
    int lines;
    double width, height; /* of the box */
    bool stacked;         /* the buttons are below one another */
    bool in_one_row;      /* the buttons are at the end of the only line, else below the lines */
    double button[NOTICE_BUTTONS]; /* widths of the buttons; 0: it is not there */
} notice_layout;

notice_layout notice_lay_out(const ui_context *ui, const plot_style *style, double picture_width,
                             const screen_notice *notice);

/* Draws it at the top of an area; its buttons act on the session. Returns the box. */
ui_rect notice_pass(ui_context *ui, const plot_style *style, ui_rect area,
                    const notice_layout *layout, model_session *session);

/* How much of the top of the area it covers. */
double notice_covers(const ui_theme *theme, const notice_layout *layout);

#endif
