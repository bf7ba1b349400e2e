#include "app/progress.h"

enum { EVERY = 10 };

void progress_write(app_progress *progress, const app_session *session, FILE *stream)
{
    if (progress->run_version != session->run_version) {
        progress->run_version = session->run_version;
        progress->next = 0;
    }
    const size_t step = session->playhead;
    const bool has_update = step < session->run.steps;
    if (step < progress->next || step % EVERY != 0 || !has_update)
        return;
    const double loss = session_now(session).loss;
    fprintf(stream, loss < 1e7 ? "step %3zu  loss %.4f\n" : "step %3zu  loss %.4e\n", step, loss);
    fflush(stream);
    progress->next = step + EVERY;
}
