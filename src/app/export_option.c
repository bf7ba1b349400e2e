#include "app/export_option.h"

export_request export_option_request(const cli_options *options, export_watch *watch)
{
    return (export_request){.path = options->export_file,
                            .setup = &options->setup,
                            .has_framework = options->has_framework,
                            .numpy = options->numpy,
                            .points_only = options->points_only,
                            .parts = options->parts,
                            .width = options->width,
                            .height = options->height,
                            .scale = options->scale > 0.0 ? options->scale : 1.0,
                            .has_at = options->has_at,
                            .at = options->at,
                            .has_from = options->has_from,
                            .from = options->from,
                            .has_to = options->has_to,
                            .to = options->to,
                            .watch = watch};
}
