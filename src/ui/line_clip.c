/* After Liang and Barsky, but measured along the line from its point nearest to the middle of the
 * box: measured from an end that is very far away, all of the box would be at one place. */
#include "ui/line_clip.h"

/* Bounds the places low..high along one axis, on which a line goes by `towards` for a unit of its
 * length, to those between two sides, which lie that far from its origin. */
static void bound(double towards, double first, double last, double *low, double *high)
{
    if (towards == 0.0) {
        if (first > 0.0 || last < 0.0)
            *high = -HUGE_VAL;
        return;
    }
    const double a = first / towards, b = last / towards;
    *low = fmax(*low, fmin(a, b));
    *high = fmin(*high, fmax(a, b));
}

static bool holds(ui_rect box, ui_point p)
{
    return p.x >= box.x && p.x <= box.x + box.w && p.y >= box.y && p.y <= box.y + box.h;
}

/* Whether both points are beyond the same side, as those of most lines are that miss a box. */
static bool is_beside(ui_rect box, ui_point a, ui_point b)
{
    const double right = box.x + box.w, bottom = box.y + box.h;
    return (a.x < box.x && b.x < box.x) || (a.x > right && b.x > right) ||
           (a.y < box.y && b.y < box.y) || (a.y > bottom && b.y > bottom);
}

bool ui_line_clip(ui_rect box, ui_point *from, ui_point *to)
{
    const ui_point a = *from, b = *to, middle = ui_center(box);
    if (holds(box, a) && holds(box, b))
        return true;
    if (is_beside(box, a, b))
        return false;
    const double length = ui_distance(a, b);
    if (!(length > 0.0))
        return false;
    const ui_point along = {(b.x - a.x) / length, (b.y - a.y) / length};
    const ui_point near = ui_distance(a, middle) < ui_distance(b, middle) ? a : b;
    const double aside = (near.x - middle.x) * along.y - (near.y - middle.y) * along.x;
    const ui_point origin = {middle.x + aside * along.y, middle.y - aside * along.x};
    const double begin = (a.x - middle.x) * along.x + (a.y - middle.y) * along.y;
    const double end = (b.x - middle.x) * along.x + (b.y - middle.y) * along.y;
    double low = begin, high = end;
    bound(along.x, box.x - origin.x, box.x + box.w - origin.x, &low, &high);
    bound(along.y, box.y - origin.y, box.y + box.h - origin.y, &low, &high);
    if (!(low <= high))
        return false;
    if (!holds(box, a))
        *from = (ui_point){origin.x + low * along.x, origin.y + low * along.y};
    if (!holds(box, b))
        *to = (ui_point){origin.x + high * along.x, origin.y + high * along.y};
    return true;
}
