#include "cli/progress.h"

enum { EVERY = 10 };

void progress_write(cli_progress *progress, const model_session *session, FILE *stream)
{
    const model_player *player = session_player(session);
    const dh_run *run = &session_runs(session)->run[0];
    if (progress->training != player->training) {
        progress->training = player->training;
        progress->next = 0;
    }
    const size_t first = player->shown_from > progress->next ? player->shown_from : progress->next;
    for (size_t step = (first + EVERY - 1) / EVERY * EVERY;
         step <= session_step(session, 0) && step < run->steps; step += EVERY) {
        const double loss = run->row[step].loss;
        fprintf(stream, loss < 1e7 ? "step %3zu  loss %.4f\n" : "step %3zu  loss %.4e\n", step,
                loss);
        fflush(stream);
        progress->next = step + EVERY;
    }
}
