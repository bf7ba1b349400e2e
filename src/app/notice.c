#include "app/notice.h"

#include "plots/number_text.h"

#include <stdio.h>
#include <string.h>

/* "the learning rate 1.20 is above 0.998", with as many digits as it takes to tell them apart. */
static void compare_rates(char *text, size_t size, double rate, double stable)
{
    plot_number above, limit;
    int digits = 3;
    do {
        above = plot_significant(rate, digits);
        limit = plot_significant(stable, digits);
    } while (strcmp(above.text, limit.text) == 0 && ++digits <= 17);
    snprintf(text, size, "the learning rate %s is above %s", above.text, limit.text);
}

static bool loss_grew(const app_session *session)
{
    const size_t at = session->playhead;
    return at > 0 && session->run.row[at].loss > session->run.row[at - 1].loss;
}

app_notice notice_of(const app_session *session)
{
    app_notice notice = {.alarming = true};
    const dh_run *run = &session->run;
    const double rate = run->learning_rate, stable = session->quadratic.stable_rate;
    char reason[NOTICE_BYTES - 48];
    compare_rates(reason, sizeof reason, rate, stable);
    if (session->error.text[0])
        snprintf(notice.text, sizeof notice.text, "%.*s", NOTICE_BYTES - 1, session->error.text);
    else if (run->diverged && session->playhead + 1 == run->known)
        snprintf(notice.text, sizeof notice.text, "diverged at step %zu: %s", run->known, reason);
    else if (rate > stable && loss_grew(session))
        snprintf(notice.text, sizeof notice.text, "diverging: %s", reason);
    else if (session->quadratic.degenerate) {
        notice.alarming = false;
        snprintf(notice.text, sizeof notice.text, "%s",
                 session->data.n == 1 ? "one point: every line through it fits"
                                      : "all points have the same x: no single line fits best");
    }
    return notice;
}
