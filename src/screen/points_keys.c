#include "screen/points_keys.h"

#include "model/point_edits.h"

static const double NUDGE = 4.0; /* pixels */

/* The arrow that was pressed as a direction, y upwards. */
static bool take_arrow(ui_context *ui, int *right, int *up)
{
    *right = ui_take_key(ui, SDLK_RIGHT) - ui_take_key(ui, SDLK_LEFT);
    *up = ui_take_key(ui, SDLK_UP) - ui_take_key(ui, SDLK_DOWN);
    return *right != 0 || *up != 0;
}

/* Whether point a comes before b in the order of the values; those that are alike as they are
 * numbered. */
static bool comes_before(const double *value, size_t a, size_t b)
{
    return value[a] < value[b] || (value[a] == value[b] && a < b);
}

/* The next point in the order of the values, or the one before; at the end the same again. */
static size_t neighbour(const double *value, size_t n, size_t at, int direction)
{
    size_t best = at;
    for (size_t i = 0; i < n; i++) {
        const bool lies_beyond =
            direction > 0 ? comes_before(value, at, i) : comes_before(value, i, at);
        const bool is_nearer = best == at || (direction > 0 ? comes_before(value, i, best)
                                                            : comes_before(value, best, i));
        if (lies_beyond && is_nearer)
            best = i;
    }
    return best;
}

static void place_beside(model_session *session, const plot_frame *frame, size_t point, int right,
                         int up)
{
    const dh_problem *problem = &session_runs(session)->problem;
    const double x = problem->x[point], y = problem->y[point];
    const ui_point at = plot_at(frame, x, y);
    dh_points *base = edits_base(session);
    if (!base)
        return;
    edits_place(session, base, point,
                right != 0 ? plot_read_off(&frame->x, at.x + right * NUDGE) : x,
                up != 0 ? plot_read_off(&frame->y, at.y - up * NUDGE) : y);
    dh_points_drop(base);
}

static void add_beside(model_session *session, const plot_frame *frame, size_t point)
{
    const dh_problem *problem = &session_runs(session)->problem;
    const ui_point at = plot_at(frame, problem->x[point], problem->y[point]);
    const double aside = at.x > ui_center(frame->area).x ? -4.0 * NUDGE : 4.0 * NUDGE;
    edits_add(session, plot_read_off(&frame->x, at.x + aside), plot_read_off(&frame->y, at.y));
}

bool points_keys_act(ui_context *ui, const plot_frame *frame, model_session *session, size_t *point)
{
    const dh_problem *problem = &session_runs(session)->problem;
    const uint64_t version = problem->version;
    int right, up;
    if (take_arrow(ui, &right, &up)) {
        if (ui->input.shift)
            place_beside(session, frame, *point, right, up);
        else if (right != 0)
            *point = neighbour(problem->x, problem->n, *point, right);
        else
            *point = neighbour(problem->y, problem->n, *point, up);
        ui->again = true;
    } else if (ui_take_enter(ui)) {
        const size_t added = problem->n;
        add_beside(session, frame, *point);
        if (problem->n > added)
            *point = added;
        ui->again = true;
    }
    return problem->version != version;
}
