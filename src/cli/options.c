#include "cli/options.h"

cli_options options_default(void)
{
    return (cli_options){
        .setup = setup_default(), .width = OPTIONS_WIDTH, .height = OPTIONS_HEIGHT};
}

bool options_out_of_memory(const cli_options *options)
{
    bool out = options->recipe.out_of_memory;
    for (int i = 0; i < SCENE_RUNS; i++)
        out |= options->vs[i].out_of_memory;
    return out;
}

void options_free(cli_options *options)
{
    trace_drop(options->trace);
    options->trace = NULL;
    dh_source_drop(&options->setup.scene.problem.source);
    recipe_words_free(&options->recipe);
    for (int i = 0; i < SCENE_RUNS; i++)
        recipe_words_free(&options->vs[i]);
}
