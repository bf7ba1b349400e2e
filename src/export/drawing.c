#include "export/drawing.h"

#include "screen/figure_page.h"

#include <SDL_error.h>
#include <math.h>

static const double SMALLEST = 0.75, SMALLER = 0.125; /* small words are 6.75 points then */

static int rounded_up(double size, int sides)
{
    const int whole = (int)lround(size);
    return (whole + sides - 1) / sides * sides;
}

static ui_rect rect_of(const export_drawing *drawing)
{
    return (ui_rect){0.0, 0.0, drawing->width_px / drawing->unit,
                     drawing->height_px / drawing->unit};
}

/* Makes everything as large as usual in a figure of this size, or somewhat smaller where it would
 * have no room. */
static bool find_unit(export_drawing *drawing, const export_request *request, dh_error *error)
{
    const double usual = request->scale * figure_page_unit(request->width, request->height);
    const model_shown shown = session_shown(drawing->session);
    for (double share = 1.0; share >= SMALLEST; share -= SMALLER) {
        drawing->unit = share * usual;
        if (figure_page_has_room(rect_of(drawing), &drawing->parts, &shown, error))
            return true;
    }
    return false;
}

bool drawing_begin(export_drawing *drawing, const export_request *request, int sides,
                   dh_error *error)
{
    drawing->parts = request->parts;
    drawing->width_px = rounded_up(request->width * request->scale, sides);
    drawing->height_px = rounded_up(request->height * request->scale, sides);
    drawing->canvas.text = ui_text_create();
    if (!drawing->canvas.text)
        return dh_fail(error, "the fonts cannot be opened: %s", SDL_GetError());
    drawing->session = session_create(request->setup, error);
    if (!drawing->session)
        return false;
    drawing->last = session_last(drawing->session);
    return find_unit(drawing, request, error);
}

void drawing_free(export_drawing *drawing)
{
    session_free(drawing->session);
    plot_scatter_free(&drawing->scatter);
    ui_painter_free(&drawing->painter);
    ui_text_destroy(drawing->canvas.text);
    ui_canvas_free(&drawing->canvas);
}

bool drawing_show(export_drawing *drawing, size_t step, dh_error *error)
{
    ui_canvas *canvas = &drawing->canvas;
    session_show(drawing->session, step);
    session_settle(drawing->session);
    const model_shown shown = session_shown(drawing->session);
    ui_canvas_begin(canvas, drawing->width_px, drawing->height_px, drawing->unit);
    figure_page_draw(canvas, &drawing->parts, &shown, &drawing->scatter);
    return (!canvas->full && !ui_text_take_failure(canvas->text)) ||
           dh_fail_memory(error, "not enough memory to draw the picture");
}

bool drawing_paint(export_drawing *drawing, size_t step, dh_error *error)
{
    if (!drawing_show(drawing, step, error))
        return false;
    return (ui_paint(&drawing->painter, &drawing->canvas) &&
            !ui_text_take_failure(drawing->canvas.text)) ||
           dh_fail_memory(error, "not enough memory to draw the picture");
}

size_t drawing_still(const export_drawing *drawing, const export_request *request)
{
    return request->has_at && request->at < drawing->last ? request->at : drawing->last;
}

void drawing_tell(const export_drawing *drawing, const export_request *request)
{
    uint32_t code;
    if (request->watch && ui_text_take_missing(drawing->canvas.text, &code))
        request->watch->missing = code;
}
