/* What there is to say about the run, or about what could not be done. */
#ifndef APP_NOTICE_H
#define APP_NOTICE_H

#include "app/session.h"

#include <stdbool.h>

enum { NOTICE_BYTES = 240 };

typedef struct app_notice {
    char text[NOTICE_BYTES]; /* empty: nothing to say */
    bool alarming;           /* it tells of something that went wrong */
} app_notice;

app_notice notice_of(const app_session *session);

#endif
