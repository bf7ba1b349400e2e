/* Says how alike two PNGs are: compare_pictures A B [SHRUNK]
 *
 * Prints how many of 10000 pixels differ by 8 of 255 at most, and the mean distance of a channel in
 * hundredths. With SHRUNK, as many pixels of B each way are one of A, their mean: what B was drawn
 * with smooths edges otherwise, but hardly where they lie. */
#include "read_png.h"

static uint32_t mean_of(const ui_image *image, int left, int top, int side)
{
    unsigned sum[3] = {0, 0, 0};
    for (int y = top; y < top + side; y++)
        for (int x = left; x < left + side; x++)
            for (int c = 0; c < 3; c++)
                sum[c] += image->pixels[(ptrdiff_t)y * image->width + x] >> (8 * c) & 0xff;
    const unsigned count = (unsigned)(side * side);
    uint32_t mean = 0;
    for (int c = 0; c < 3; c++)
        mean |= (uint32_t)((sum[c] + count / 2) / count) << (8 * c);
    return mean;
}

static void shrink(ui_image *image, int side)
{
    const int width = image->width / side, height = image->height / side;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            image->pixels[(ptrdiff_t)y * width + x] = mean_of(image, x * side, y * side, side);
    image->width = width;
    image->height = height;
}

static double mean_distance(const ui_image *a, const ui_image *b)
{
    const size_t count = (size_t)a->width * (size_t)a->height;
    double sum = 0.0;
    for (size_t i = 0; i < count; i++)
        for (int c = 0; c < 3; c++)
            sum +=
                abs((int)(a->pixels[i] >> (8 * c) & 0xff) - (int)(b->pixels[i] >> (8 * c) & 0xff));
    return sum / (3.0 * (double)count);
}

int main(int argc, char **argv)
{
    ui_image a = {.pixels = NULL}, b = {.pixels = NULL};
    if (argc < 3 || !read_png(argv[1], &a) || !read_png(argv[2], &b)) {
        fprintf(stderr, "compare_pictures: two PNGs are needed\n");
        return 2;
    }
    if (argc > 3)
        shrink(&b, atoi(argv[3]));
    const bool same_size = a.width == b.width && a.height == b.height;
    printf("%.0f %.0f\n", 1e4 * share_alike(&a, &b, 8),
           same_size ? 1e2 * mean_distance(&a, &b) : 25500.0);
    ui_image_free(&a);
    ui_image_free(&b);
    return 0;
}
