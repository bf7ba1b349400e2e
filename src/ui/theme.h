/* Colors, fonts and sizes. Drawing code has no numbers of its own. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "ui/geometry.h"
#include "ui/text.h"

typedef struct ui_theme {
    ui_color paper;        /* behind pictures, and in fields and buttons */
    ui_color chrome;       /* behind controls */
    ui_color ink;          /* what is read first */
    ui_color muted;        /* what is read second */
    ui_color hairline;     /* lines that divide */
    ui_color border;       /* around what can be pressed or edited */
    ui_color accent;       /* what is set, on or focused */
    ui_color accent_hover; /* the same under the pointer */
    ui_color accent_press; /* and while it is pressed */
    ui_color on_accent;    /* signs on it */
    ui_color hover;        /* a plain button under the pointer */
    ui_color press;        /* and while it is pressed */
    ui_color track;        /* of a slider */
    ui_color good;         /* a mark to aim for */
    ui_color bad;          /* an error, in words or as a mark */
    ui_color bad_track;    /* the part of a slider that leads to one */
    ui_color shade;        /* over what a dialog covers */

    ui_font body;    /* labels, buttons */
    ui_font small;   /* notes, ticks */
    ui_font heading; /* of a card */
    ui_font title;   /* headings of pictures and dialogs */
    ui_font number;  /* numbers that change */
    ui_font figure;  /* large numbers that change */

    double gap;         /* between neighbours */
    double margin;      /* between the content of a panel and its edge */
    double corner;      /* radius of the corners of boxes, */
    double card_corner; /* and of cards, which hold several things */
    double border_width;
    double button_height;
    double field_height;
    double track_height;
    double knob_radius;
    double knob_rim;
    double knob_halo;               /* around a knob under the pointer, how wide */
    double halo_hovered, halo_held; /* and how opaque */
    double mark_width;              /* of a mark on a slider */
    double focus_gap;               /* between a control and the ring that shows its focus */
    double focus_width;
    double icon_size;
    double check_size, check_corner; /* of the box of a check */
    double label_gap;                /* from a label to what it names */
} ui_theme;

ui_theme ui_theme_light(void);
ui_theme ui_theme_dark(void);

#endif
