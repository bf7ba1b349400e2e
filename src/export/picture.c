#include "export/picture.h"

#include "export/drawing.h"
#include "export/vector.h"
#include "ui/png.h"

typedef bool picture_maker(FILE *stream, export_drawing *drawing, const export_request *request,
                           dh_error *error);

static bool make(FILE *stream, const void *request, picture_maker *maker, dh_error *error)
{
    export_drawing drawing = {.last = 0};
    const bool made =
        drawing_begin(&drawing, request, 1, error) && maker(stream, &drawing, request, error);
    if (made)
        drawing_tell(&drawing, request);
    drawing_free(&drawing);
    return made;
}

static bool make_png(FILE *stream, export_drawing *drawing, const export_request *request,
                     dh_error *error)
{
    char reason[128];
    return drawing_paint(drawing, drawing_still(drawing, request), error) &&
           (ui_png_write(&drawing->painter.image, stream, reason, sizeof reason) ||
            dh_fail(error, "%s", reason));
}

static bool make_vectors(FILE *stream, export_drawing *drawing, const export_request *request,
                         vector_kind kind, dh_error *error)
{
    const vector_def def = {.kind = kind,
                            .canvas = &drawing->canvas,
                            .width = drawing->width_px / request->scale,
                            .height = drawing->height_px / request->scale};
    return drawing_show(drawing, drawing_still(drawing, request), error) &&
           vector_write(stream, &def, error) &&
           (!ui_text_take_failure(drawing->canvas.text) ||
            dh_fail_memory(error, "not enough memory to draw the picture"));
}

static bool make_svg(FILE *stream, export_drawing *drawing, const export_request *request,
                     dh_error *error)
{
    return make_vectors(stream, drawing, request, VECTOR_SVG, error);
}

static bool make_pdf(FILE *stream, export_drawing *drawing, const export_request *request,
                     dh_error *error)
{
    return make_vectors(stream, drawing, request, VECTOR_PDF, error);
}

bool picture_write_png(FILE *stream, const void *request, dh_error *error)
{
    return make(stream, request, make_png, error);
}

bool picture_write_svg(FILE *stream, const void *request, dh_error *error)
{
    return make(stream, request, make_svg, error);
}

bool picture_write_pdf(FILE *stream, const void *request, dh_error *error)
{
    return make(stream, request, make_pdf, error);
}
