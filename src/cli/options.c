#include "cli/options.h"

cli_options options_default(void)
{
    return (cli_options){
        .setup = setup_default(), .width = OPTIONS_WIDTH, .height = OPTIONS_HEIGHT};
}

void options_free(cli_options *options)
{
    recipe_words_free(&options->recipe);
    for (int i = 0; i < SCENE_RUNS; i++)
        recipe_words_free(&options->vs[i]);
}
