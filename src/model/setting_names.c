#include "model/setting_names.h"

#include "text/append.h"

#include <math.h>
#include <string.h>

/* Whether no optimizer before this one, and no setting before it in this one, has its name. */
static bool is_first(int optimizer, int setting)
{
    const char *name = dh_optimizer_at(optimizer)->setting[setting].name;
    for (int i = 0; i < optimizer; i++)
        if (dh_setting_find(dh_optimizer_at(i), name) >= 0)
            return false;
    return dh_setting_find(dh_optimizer_at(optimizer), name) == setting;
}

static bool is_shared_by_all(const char *setting)
{
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (dh_setting_find(dh_optimizer_at(i), setting) < 0)
            return false;
    return true;
}

bool setting_named(int number, model_field *found)
{
    if (number < 0 || number >= SETTING_NAMES_MAX)
        return false;
    for (int shared = 0; shared < 2; shared++)
        for (int i = 0; i < dh_optimizer_count(); i++)
            for (int s = 0; s < dh_optimizer_at(i)->settings; s++) {
                const dh_optimizer *optimizer = dh_optimizer_at(i);
                if (!is_first(i, s) || is_shared_by_all(optimizer->setting[s].name) != shared ||
                    number-- > 0)
                    continue;
                *found = field_of_setting(optimizer, s);
                return true;
            }
    return false;
}

int setting_number(const char *name)
{
    model_field setting;
    for (int i = 0; setting_named(i, &setting); i++)
        if (strcmp(setting.name, name) == 0)
            return i;
    return -1;
}

static bool owns(const dh_optimizer *optimizer, const char *setting, double preset)
{
    const int at = dh_setting_find(optimizer, setting);
    return at >= 0 && (isnan(preset) || optimizer->setting[at].preset == preset);
}

void setting_owners(const char *name, double preset, char *text, size_t size)
{
    text[0] = '\0';
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (owns(dh_optimizer_at(i), name, preset))
            text_append(text, size, "%s%s", text[0] ? ", " : "", dh_optimizer_at(i)->name);
}
