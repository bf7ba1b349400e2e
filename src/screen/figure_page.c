#include "screen/figure_page.h"

#include "model/sentence.h"
#include "screen/figure_legend.h"
#include "screen/update_strip.h"
#include "screen/words_line.h"
#include "ui/paragraph.h"

#include <math.h>

static const double USUAL_WIDTH = 960.0, USUAL_HEIGHT = 600.0; /* beyond which all grows */
static const double EDGE = 12.0; /* around everything; the names of axes have room of their own */
static const double GAP = 12.0;  /* between what lies below one another */
static const double COLUMN_GAP = 20.0;
static const double WEIGHTS_SHARE = 0.55;        /* of the height of the column with both */
static const double TALL = 1.1, TALL_PAIR = 0.9; /* from this height for a width on, pictures are
                                                    below one another */
static const double CARD_WIDTH = 500.0;          /* the least that its numbers need */
static const double PICTURE_WIDTH = 130.0, PICTURE_HEIGHT = 110.0; /* and a picture */

double figure_page_unit(double width, double height)
{
    return fmax(1.0, fmin(width / USUAL_WIDTH, height / USUAL_HEIGHT));
}

/* Of plots where nothing is switched, and whose axes have names always. */
static plot_style style_of(const model_shown *shown)
{
    plot_style style = plot_style_of(shown->view.theme == VIEW_DARK);
    plot_style_give_look(&style, shown->runs->scene.run[0].look);
    style.words_width = style.more_words = 0.0;
    style.named_from = 0.0;
    style.short_names = true;
    return style;
}

static int visible_runs(const model_shown *shown)
{
    const model_scene *scene = &shown->runs->scene;
    int count = 0;
    for (int i = 0; i < scene->count; i++)
        count += !scene->run[i].hidden;
    return count;
}

/* The sentences go on in as many lines as the longest may need. */
static double words_height(double width)
{
    const ui_theme theme = ui_theme_light();
    const layout_words size = words_line_size(&theme, &(model_view){.hide_words = false});
    const double ragged = 1.2; /* lines end with a word */
    const double lines = size.longest > width ? ceil(ragged * size.longest / width) : 1.0;
    return size.line * fmin(lines, 12.0);
}

/* Takes `height` and a gap off the bottom of the room. */
static ui_rect take_below(ui_rect *room, double height)
{
    const double inset = EDGE - 0.5 * COLUMN_GAP;
    room->h -= height + GAP;
    return (ui_rect){room->x + inset, room->y + room->h + GAP, room->w - inset, height};
}

/* Rows of equal height in a rect, for pictures that are there. */
static void stack(ui_rect *const picture[], int count, ui_rect rect)
{
    for (int i = 0; i < count; i++) {
        const double from = floor(rect.h * i / count), to = floor(rect.h * (i + 1) / count);
        *picture[i] = (ui_rect){rect.x, rect.y + from, rect.w, to - from};
    }
}

/* One beside the other, or others. */
static void divide(ui_rect room, double share, ui_rect *left, ui_rect *right)
{
    const double width = floor(fmax(share * (room.w - COLUMN_GAP), 0.0));
    *left = (ui_rect){room.x, room.y, width, room.h};
    *right = (ui_rect){room.x + width + COLUMN_GAP, room.y, room.w - width - COLUMN_GAP, room.h};
}

static figure_places places_of(ui_rect room, const figure_parts *parts, double split)
{
    figure_places places = {.data = {0.0, 0.0, 0.0, 0.0}};
    ui_rect *there[3], right;
    int count = 0;
    if (parts->data)
        there[count++] = &places.data;
    if (parts->weights)
        there[count++] = &places.weights;
    if (parts->loss)
        there[count++] = &places.loss;
    const double tall = count == 3 ? TALL : TALL_PAIR;
    if (count == 1 || room.h > tall * room.w) {
        stack(there, count, room);
    } else if (count == 2) {
        divide(room, parts->data ? split : 0.5, there[0], there[1]);
    } else {
        divide(room, split, &places.data, &right);
        const double height = floor(WEIGHTS_SHARE * right.h);
        places.weights = (ui_rect){right.x, right.y, right.w, height};
        places.loss = (ui_rect){right.x, right.y + height, right.w, right.h - height};
    }
    return places;
}

figure_page figure_page_of(ui_rect rect, const figure_parts *parts, const model_shown *shown)
{
    const figure_parts told = figure_parts_told(*parts);
    figure_page page = {.words = {0.0, 0.0, 0.0, 0.0}};
    ui_rect room = {rect.x + 0.5 * EDGE, rect.y, rect.w - 1.5 * EDGE, rect.h - EDGE};
    if (told.legend || visible_runs(shown) > 1)
        page.legend = take_below(&room, figure_legend_height(shown, room.w));
    if (told.card)
        page.card = take_below(&room, update_strip_height(shown, rect.h));
    if (told.words)
        page.words = take_below(&room, words_height(room.w));
    page.places = places_of(room, &told, (double)shown->view.split / 100.0);
    return page;
}

static bool is_low(bool asked, ui_rect picture)
{
    return asked && (picture.w < PICTURE_WIDTH || picture.h < PICTURE_HEIGHT);
}

bool figure_page_has_room(ui_rect rect, const figure_parts *parts, const model_shown *shown,
                          dh_error *error)
{
    const figure_parts told = figure_parts_told(*parts);
    const figure_page page = figure_page_of(rect, parts, shown);
    const figure_places *places = &page.places;
    if (told.card && page.card.w < CARD_WIDTH)
        return dh_fail(error, "the card with the update's numbers needs more width (--size)");
    if (is_low(told.data, places->data) || is_low(told.weights, places->weights) ||
        is_low(told.loss, places->loss))
        return dh_fail(error, "there is no room for all that is to be in it; fewer pictures "
                              "(--show) or a larger size (--size) help");
    return true;
}

figure_frames figure_page_draw(ui_canvas *canvas, const figure_parts *parts,
                               const model_shown *shown, plot_scatter *scatter)
{
    const ui_rect whole = ui_canvas_rect(canvas);
    const plot_style style = style_of(shown);
    const figure_page page = figure_page_of(whole, parts, shown);
    const figure_touch none = {.pointed = false};
    model_shown still = *shown;
    still.view.edit = false;
    still.ghost = NULL;
    ui_box(canvas, whole, 0.0, style.ui.paper);
    const figure_frames frames = figure_draw(canvas, &style, &still, &page.places, &none, scatter);
    if (page.words.h > 0.0)
        ui_paragraph(canvas, page.words, style.ui.body, style.ui.ink,
                     sentence_of(shown->runs, shown->step[0]).words.text);
    if (page.card.h > 0.0)
        update_strip_draw(canvas, &style, page.card, &still);
    if (page.legend.h > 0.0)
        figure_legend_draw(canvas, &style, page.legend, &still);
    return frames;
}
