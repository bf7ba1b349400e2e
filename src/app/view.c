#include "app/view.h"

static const double SIZES[] = {0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

enum { SIZE_COUNT = sizeof SIZES / sizeof *SIZES };

app_view view_default(void)
{
    return (app_view){.split = 0.59, .size = 1.0};
}

void view_zoom_all(app_view *view, int direction)
{
    for (int i = 0; i < SIZE_COUNT; i++) {
        const double next = SIZES[direction > 0 ? i : SIZE_COUNT - 1 - i];
        if (direction > 0 ? next > view->size : next < view->size) {
            view->size = next;
            return;
        }
    }
}
