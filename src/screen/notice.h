/* What there is to say about the run, or about what could not be done. */
#ifndef SCREEN_NOTICE_H
#define SCREEN_NOTICE_H

#include "model/session.h"

#include <stdbool.h>

enum { NOTICE_BYTES = 240 };

typedef struct screen_notice {
    char text[NOTICE_BYTES]; /* empty: nothing to say */
    bool alarming;           /* it tells of something that went wrong */
} screen_notice;

screen_notice notice_of(const model_session *session);

#endif
