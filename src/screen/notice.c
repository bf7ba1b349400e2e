#include "screen/notice.h"

#include "text/line.h"
#include "text/number_text.h"

#include <stdio.h>
#include <string.h>

/* "the learning rate 1.20 is above 0.998", with as many digits as it takes to tell them apart. */
static void compare_rates(char *text, size_t size, double rate, double stable)
{
    text_number above, limit;
    int digits = 3;
    do {
        above = text_significant(rate, digits);
        limit = text_significant(stable, digits);
    } while (strcmp(above.text, limit.text) == 0 && ++digits <= 17);
    snprintf(text, size, "the learning rate %s is above %s", above.text, limit.text);
}

static bool loss_grew(const model_session *session)
{
    const size_t at = session_step(session, 0);
    const dh_row *row = session_runs(session)->run[0].row;
    return at > 0 && row[at].loss > row[at - 1].loss;
}

/* Why the run diverges, as far as theory tells; the rate may have been another before. */
static bool find_reason(const model_session *session, char *text, size_t size)
{
    dh_rates rates;
    const model_runs *runs = session_runs(session);
    const double rate = dh_rate_at(&runs->scene.run[0].recipe.rate, session_step(session, 0));
    if (!runs_rates(runs, 0, &rates) || !(rate > rates.stable))
        return false;
    compare_rates(text, size, rate, rates.stable);
    return true;
}

screen_notice notice_of(const model_session *session)
{
    screen_notice notice = {.alarming = true};
    const model_runs *runs = session_runs(session);
    const dh_run *run = &runs->run[0];
    char reason[NOTICE_BYTES - 48];
    const bool is_told = find_reason(session, reason, sizeof reason);
    char remark[NOTICE_BYTES];
    session_remark(session, remark, sizeof remark);
    if (session_error(session)[0])
        text_copy(notice.text, sizeof notice.text, session_error(session));
    else if (remark[0]) {
        notice.alarming = false;
        text_copy(notice.text, sizeof notice.text, remark);
    } else if (run->diverged && session_step(session, 0) + 1 == run->known)
        snprintf(notice.text, sizeof notice.text, "diverged at step %zu: %s", run->known,
                 is_told ? reason : "its weights or loss are no longer finite");
    else if (is_told && loss_grew(session))
        snprintf(notice.text, sizeof notice.text, "diverging: %s", reason);
    else if (!runs->problem.objective.minimum.unique) {
        notice.alarming = false;
        snprintf(notice.text, sizeof notice.text, "%s",
                 runs->problem.n == 1 ? "one point: every line through it fits"
                                      : "all points have the same x: no single line fits best");
    }
    return notice;
}
