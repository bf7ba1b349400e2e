#include "export/script_update.h"

#include "export/python_text.h"
#include "text/append.h"
#include "text/number.h"

#include <ctype.h>
#include <string.h>

enum { RULE_BYTES = 256 };

/* Those that PyTorch has, and what makes them that besides the settings. */
static const struct {
    const char *name, *class_name, *besides;
} TORCH[] = {
    {"gd", "SGD", ""},          {"momentum", "SGD", ""},    {"nesterov", "SGD", ", nesterov=True"},
    {"adagrad", "Adagrad", ""}, {"rmsprop", "RMSprop", ""}, {"adam", "Adam", ""},
    {"adamw", "AdamW", ""},
};

static int find_torchs(const dh_recipe *recipe)
{
    const int count = sizeof TORCH / sizeof *TORCH;
    const char *name = dh_optimizer_at(recipe->optimizer)->name;
    for (int i = 0; i < count; i++)
        if (strcmp(TORCH[i].name, name) == 0)
            return i;
    return -1;
}

bool script_update_is_torchs(const dh_recipe *recipe)
{
    return find_torchs(recipe) >= 0;
}

static double value_of(const dh_recipe *recipe, const char *setting)
{
    const int at = dh_setting_find(dh_optimizer_at(recipe->optimizer), setting);
    return at < 0 ? 0.0 : recipe->value[at];
}

/* What is as PyTorch has it is not said, but for momentum, which it has as 0. */
static bool is_said(const dh_recipe *recipe, int setting)
{
    const dh_setting *def = &dh_optimizer_at(recipe->optimizer)->setting[setting];
    return recipe->value[setting] != def->preset || strcmp(def->symbol, "momentum") == 0;
}

/* ", eps=0.001" for the settings; the two betas are one argument. */
static void append_settings(const dh_recipe *recipe, char *text, size_t size)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    bool betas = false;
    for (int i = 0; i < optimizer->settings; i++) {
        const char *symbol = optimizer->setting[i].symbol;
        char number[NUMBER_BYTES], second[NUMBER_BYTES];
        if (!is_said(recipe, i))
            continue;
        number_shortest(recipe->value[i], number);
        if (strncmp(symbol, "beta", 4) != 0) {
            text_append(text, size, ", %s=%s", symbol, number);
        } else if (!betas) {
            number_shortest(value_of(recipe, "beta1"), number);
            number_shortest(value_of(recipe, "beta2"), second);
            text_append(text, size, ", betas=(%s, %s)", number, second);
            betas = true;
        }
    }
}

void script_update_write_torchs(const dh_recipe *recipe, FILE *stream)
{
    char head[64], arguments[RULE_BYTES] = "[weights], lr=", rate[NUMBER_BYTES];
    const int at = find_torchs(recipe);
    /* without momentum it is gradient descent, and PyTorch wants it said so */
    const bool plain = TORCH[at].besides[0] && value_of(recipe, "momentum") == 0.0;
    snprintf(head, sizeof head, "optimizer = torch.optim.%s", TORCH[at].class_name);
    number_shortest(recipe->rate.first, rate);
    text_append(arguments, sizeof arguments, "%s", rate);
    append_settings(recipe, arguments, sizeof arguments);
    text_append(arguments, sizeof arguments, "%s", plain ? "" : TORCH[at].besides);
    python_call(stream, head, arguments);
}

/* A name in a rule as the script has it. */
static void append_name(const char *name, int length, bool numpy, char text[static RULE_BYTES])
{
    static const char *const OTHER[][3] = {
        /* rule, numpy, PyTorch */
        {"gradient", "g", "g"},
        {"weight", "weights", "weights"},
        {"t", "(step + 1)", "(step + 1)"},
        {"sqrt", "np.sqrt", "torch.sqrt"},
    };
    for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++)
        if (strlen(OTHER[i][0]) == (size_t)length &&
            strncmp(OTHER[i][0], name, (size_t)length) == 0) {
            text_append(text, RULE_BYTES, "%s", OTHER[i][numpy ? 1 : 2]);
            return;
        }
    text_append(text, RULE_BYTES, "%.*s", length, name);
}

static int name_length(const char *at)
{
    int length = 0;
    while (at[length] == '_' || isalpha((unsigned char)at[length]) ||
           (length > 0 && isdigit((unsigned char)at[length])))
        length++;
    return length;
}

/* A rule of the engine's as an expression in Python: pow(a, b) is a**b. */
static const char *python_of(const char *rule, bool numpy, char text[static RULE_BYTES])
{
    static const char power[] = "pow(";
    bool in_power = false;
    text[0] = '\0';
    while (*rule) {
        const int length = name_length(rule);
        if (strncmp(rule, power, sizeof power - 1) == 0) {
            in_power = true;
            rule += sizeof power - 1;
        } else if (length > 0) {
            append_name(rule, length, numpy, text);
            rule += length;
        } else if (in_power && *rule == ',') {
            text_append(text, RULE_BYTES, "**");
            rule += strspn(rule, ", ");
        } else if (in_power && *rule == ')') {
            in_power = false;
            rule++;
        } else {
            text_append(text, RULE_BYTES, "%c", *rule++);
        }
    }
    return text;
}

/* Whether a setting matters: not that of a change which is left out where it is 0. */
static bool is_used(const dh_recipe *recipe, int setting)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const char *symbol = optimizer->setting[setting].symbol;
    const dh_change *const change[] = {&optimizer->gradient, &optimizer->base};
    for (int i = 0; i < 2; i++)
        if (change[i]->rule && strcmp(change[i]->unless_0, symbol) == 0)
            return recipe->value[setting] != 0.0;
    return true;
}

void script_update_begin(const dh_recipe *recipe, bool numpy, FILE *stream)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    fputs("rate = ", stream);
    python_number(stream, recipe->rate.first);
    fputc('\n', stream);
    for (int i = 0; i < optimizer->settings; i++) {
        if (!is_used(recipe, i))
            continue;
        fprintf(stream, "%s = ", optimizer->setting[i].symbol);
        python_number(stream, recipe->value[i]);
        fputc('\n', stream);
    }
    for (int i = 0; i < optimizer->kept; i++)
        fprintf(stream, "%s%s", optimizer->term[i].symbol, i + 1 < optimizer->kept ? " = " : "");
    if (optimizer->kept > 0)
        fputs(numpy ? " = np.zeros(2)\n" : " = torch.zeros(2, dtype=torch.float64)\n", stream);
}

/* An expression as a factor. */
static void append_factor(const char *expression, char text[static RULE_BYTES])
{
    text_append(text, RULE_BYTES, strchr(expression, ' ') ? "(%s)" : "%s", expression);
}

static void write_step(const dh_optimizer *optimizer, bool numpy, const char *indent, FILE *stream)
{
    char numerator[RULE_BYTES], denominator[RULE_BYTES] = "", step[RULE_BYTES] = "";
    python_of(optimizer->numerator, numpy, numerator);
    if (optimizer->denominator)
        python_of(optimizer->denominator, numpy, denominator);
    if (strlen(numerator) + strlen(denominator) + strlen(indent) > PYTHON_LINE - 32) {
        fprintf(stream, "%sdirection = %s\n%ssize = %s\n", indent, numerator, indent, denominator);
        strcpy(numerator, "direction");
        strcpy(denominator, "size");
    }
    text_append(step, sizeof step, numpy ? "weights = weights - rate * " : "weights -= rate * ");
    append_factor(numerator, step);
    if (denominator[0]) {
        text_append(step, sizeof step, " / ");
        append_factor(denominator, step);
    }
    fprintf(stream, "%s%s\n", indent, step);
}

void script_update_write(const dh_recipe *recipe, bool numpy, const char *indent, FILE *stream)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    char text[RULE_BYTES];
    if (dh_change_by(optimizer, recipe->value, &optimizer->gradient) != 0.0)
        fprintf(stream, "%sg = %s\n", indent, python_of(optimizer->gradient.rule, numpy, text));
    for (int i = 0; i < optimizer->terms; i++)
        fprintf(stream, "%s%s = %s\n", indent, optimizer->term[i].symbol,
                python_of(optimizer->term[i].rule, numpy, text));
    if (dh_change_by(optimizer, recipe->value, &optimizer->base) != 0.0)
        fprintf(stream, numpy ? "%sweights = %s\n" : "%sweights.copy_(%s)\n", indent,
                python_of(optimizer->base.rule, numpy, text));
    write_step(optimizer, numpy, indent, stream);
}
