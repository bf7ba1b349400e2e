#include "export/about.h"

#include "model/run_words.h"
#include "text/append.h"

#include <string.h>

int about_shown_runs(const model_scene *scene)
{
    int count = 0;
    for (int i = 0; i < scene->count; i++)
        count += !scene->run[i].hidden;
    return count;
}

size_t about_skipped(const dh_problem *problem)
{
    return (problem->n + ABOUT_POINTS - 1) / ABOUT_POINTS;
}

void about_title(const model_scene *scene, char *text, size_t size)
{
    char words[ABOUT_BYTES];
    const int count = about_shown_runs(scene);
    text[0] = '\0';
    if (count > 1) {
        text_append(text, size, "%d runs side by side", count);
        return;
    }
    run_words(scene, 0, words, sizeof words);
    text_append(text, size, "%s, %s", scene_title(scene, 0), words);
}

void about_points(const dh_problem *problem, char *text, size_t size)
{
    const dh_source *source = &problem->def.source;
    const char *origin = source->kind == DH_SOURCE_GIVEN ? source->given->origin : "";
    text[0] = '\0';
    if (origin[0] && strcmp(origin, POINTS_TYPED) != 0)
        text_append(text, size, "%.200s, ", origin);
    text_append(text, size, "%zu point%s", problem->n, problem->n == 1 ? "" : "s");
}

void about_problem(const dh_problem *problem, char *text, size_t size)
{
    const size_t skip = about_skipped(problem);
    about_points(problem, text, size);
    if (skip > 1)
        text_append(text, size, " (%zu of them drawn)", (problem->n + skip - 1) / skip);
    text_append(text, size, "; loss: %s", dh_loss_words_of(problem->def.loss).loss);
}
