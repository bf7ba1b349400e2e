/* The arrows of the update about to be made, in the picture of the weights. */
#ifndef PLOT_UPDATE_ARROWS_H
#define PLOT_UPDATE_ARROWS_H

#include "plots/marks.h"
#include "plots/weights_path.h"

/* From where the run is. All are longer than they are by one factor where the longest would hardly
 * be seen, and side by side where they would lie on one another. */
typedef struct plot_update_arrows {
    struct {
        plot_arrow arrow;
        const char *name;
        dh_weights change; /* that it stands for, of the weights as they are trained */
        ui_point from, tip;
    } at[PLOT_ARROW_COUNT];
    int count;
    double factor; /* 1 where they are as long as they are: then the step's tip is the next step */
} plot_update_arrows;

/* Of a run's update, NULL for none; `wanted` tells which arrows there are to be. */
plot_update_arrows plot_update_arrows_of(const plot_weights_plane *plane, const dh_run *run,
                                         const dh_update *update,
                                         const bool wanted[static PLOT_ARROW_COUNT]);

/* The arrow nearest to a place, -1: none is within `reach`. Sets `reach` to how far it is. */
int plot_nearest_arrow(const plot_update_arrows *arrows, ui_point place, double *reach);

void plot_draw_update_arrows(ui_canvas *canvas, const plot_style *style,
                             const plot_update_arrows *arrows);

#endif
