/* The numbers of the config that the panel offers: how each is shown, typed, dragged and checked.
 * Panel, keys and tests work from these definitions. */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "app/number.h"
#include "app/session.h"
#include "plots/number_text.h"
#include "ui/slider.h"

typedef enum setting_id {
    SETTING_LEARNING_RATE,
    SETTING_START_SLOPE,
    SETTING_START_INTERCEPT,
    SETTING_POINTS,
    SETTING_SEED,
    SETTING_COUNT,
    SETTING_SLIDERS = SETTING_POINTS, /* those before it also have a slider */
} setting_id;

typedef struct app_setting {
    const char *label;
    const char *field_name;  /* of the control in which it is typed */
    const char *slider_name; /* NULL without one */
    const char *hint;        /* what the slider is for */
    const char *allowed;     /* what to do instead of typing nonsense, in words */
    bool (*parse)(dh_config *config, const char *text); /* false leaves config alone */
    plot_number (*shown)(const dh_config *config);
    void (*editable)(const dh_config *config, char text[static NUMBER_BYTES]);
    double *(*value)(dh_config *config); /* what the slider moves, NULL without one */
} app_setting;

const app_setting *setting_of(setting_id id);

/* The slider of a setting; its range follows the session's data. The rect is left to the caller. */
ui_slider_def setting_slider(const app_session *session, setting_id id);

/* Moves a setting with a slider by one nudge, direction 1 or -1, and plays the new run. */
void setting_nudge(app_session *session, setting_id id, int direction);

#endif
