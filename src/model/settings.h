/* The numbers of the config that the panel offers: how each is shown, typed, dragged and checked.
 * Panel, keys and tests work from these definitions; those of the optimizer's settings are made
 * from the engine's. */
#ifndef MODEL_SETTINGS_H
#define MODEL_SETTINGS_H

#include "model/session.h"
#include "text/number.h"
#include "text/number_text.h"
#include "ui/slider.h"

typedef enum setting_id {
    SETTING_LEARNING_RATE,
    SETTING_START_SLOPE,
    SETTING_START_INTERCEPT,
    SETTING_BATCH,
    SETTING_POINTS,
    SETTING_SEED,
    SETTING_OF_OPTIMIZER, /* its first; the others follow */
    SETTING_COUNT = SETTING_OF_OPTIMIZER + DH_SETTINGS_MAX,
} setting_id;

enum { SETTING_ALLOWED_BYTES = 48 };

typedef struct app_setting {
    const char *label;
    const char *field_name;              /* of the control in which it is typed */
    const char *slider_name;             /* NULL without one */
    const char *hint;                    /* what the slider is for */
    char allowed[SETTING_ALLOWED_BYTES]; /* what to do instead of typing nonsense, in words */
    bool (*parse)(dh_config *config, const char *text);
    text_number (*shown)(const dh_config *config);
    void (*editable)(const dh_config *config, char text[static NUMBER_BYTES]);
    double (*value)(const dh_config *config);     /* NULL without a slider, */
    void (*set)(dh_config *config, double value); /* likewise */
    int own; /* which of the optimizer's it is; the functions are then not set */
} app_setting;

#define NOT_OWN (-1)

/* Whether the config has such a setting, and its definition. */
bool setting_exists(const dh_config *config, setting_id id);
app_setting setting_of(const dh_config *config, setting_id id);

/* Takes a typed text; false leaves config alone. The text that is shown, and the one that editing
 * begins with. */
bool setting_parse(const app_setting *setting, dh_config *config, const char *text);
text_number setting_shown(const app_setting *setting, const dh_config *config);
void setting_editable(const app_setting *setting, const dh_config *config,
                      char text[static NUMBER_BYTES]);

/* What its slider shows, and moves. */
double setting_value(const app_setting *setting, const dh_config *config);
void setting_set(const app_setting *setting, dh_config *config, double value);

/* The slider of a setting; its range follows the session's data. The rect is left to the caller. */
ui_slider_def setting_slider(const model_session *session, setting_id id);

/* Moves a setting with a slider by one nudge, direction 1 or -1. */
void setting_nudge(model_session *session, setting_id id, int direction);

#endif
