#include "cli/progress.h"

enum { EVERY = 10 };

void progress_write(cli_progress *progress, const model_session *session, FILE *stream)
{
    if (progress->run_version != session->run_version) {
        progress->run_version = session->run_version;
        progress->next = 0;
    }
    const size_t first =
        session->shown_from > progress->next ? session->shown_from : progress->next;
    for (size_t step = (first + EVERY - 1) / EVERY * EVERY;
         step <= session_step(session, 0) && step < session->run[0].steps; step += EVERY) {
        const double loss = session->run[0].row[step].loss;
        fprintf(stream, loss < 1e7 ? "step %3zu  loss %.4f\n" : "step %3zu  loss %.4e\n", step,
                loss);
        fflush(stream);
        progress->next = step + EVERY;
    }
}
