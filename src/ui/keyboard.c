#include "ui/keyboard.h"

#include <stdbool.h>
#include <stdio.h>

/* The scripts from Greek on have no Latin letters. */
static bool is_of_other_script(SDL_Keycode key)
{
    return !(key & SDLK_SCANCODE_MASK) && key >= 0x370;
}

static bool is_letter(SDL_Keycode key)
{
    return (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
}

/* Whether some key of the layout gives this without Shift. */
static bool layout_has(SDL_Keycode key)
{
    return SDL_GetScancodeFromKey(key) != SDL_SCANCODE_UNKNOWN;
}

static SDL_Keycode letter_of(const SDL_Keysym *pressed)
{
    if (is_letter(pressed->sym) || pressed->scancode < SDL_SCANCODE_A ||
        pressed->scancode > SDL_SCANCODE_Z)
        return pressed->sym;
    const SDL_Keycode letter = SDLK_a + (SDL_Keycode)(pressed->scancode - SDL_SCANCODE_A);
    return layout_has(letter) ? pressed->sym : letter;
}

/* With Ctrl the keypad's digits stay digits: Ctrl+0. */
static SDL_Keycode arrow_of(const SDL_Keysym *pressed)
{
    static const struct {
        SDL_Keycode digit, arrow;
    } pairs[] = {{SDLK_KP_1, SDLK_END},         {SDLK_KP_2, SDLK_DOWN},
                 {SDLK_KP_3, SDLK_PAGEDOWN},    {SDLK_KP_4, SDLK_LEFT},
                 {SDLK_KP_6, SDLK_RIGHT},       {SDLK_KP_7, SDLK_HOME},
                 {SDLK_KP_8, SDLK_UP},          {SDLK_KP_9, SDLK_PAGEUP},
                 {SDLK_KP_PERIOD, SDLK_DELETE}, {SDLK_KP_COMMA, SDLK_DELETE}};
    const bool num = (pressed->mod & KMOD_NUM) != 0, shift = (pressed->mod & KMOD_SHIFT) != 0;
    const bool types = num != shift; /* Shift turns it round, either way */
    if (types || (pressed->mod & KMOD_CTRL))
        return pressed->sym;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pressed->sym == pairs[i].digit)
            return pairs[i].arrow;
    return pressed->sym;
}

SDL_Keycode ui_key_of(const SDL_Keysym *pressed)
{
    const SDL_Keycode arrow = arrow_of(pressed);
    return arrow != pressed->sym ? arrow : letter_of(pressed);
}

/* Signs of a US keyboard, in the places of which other layouts have letters. */
static const struct {
    SDL_Scancode place;
    char sign[2];
} SIGNS[] = {
    {SDL_SCANCODE_LEFTBRACKET, "["}, {SDL_SCANCODE_RIGHTBRACKET, "]"}, {SDL_SCANCODE_COMMA, ","},
    {SDL_SCANCODE_PERIOD, "."},      {SDL_SCANCODE_MINUS, "-"},        {SDL_SCANCODE_EQUALS, "="},
};

enum { SIGN_COUNT = sizeof SIGNS / sizeof *SIGNS };

const char *ui_key_sign(const SDL_Keysym *pressed)
{
    static const char digits[][2] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
    if (pressed->mod & (KMOD_SHIFT | KMOD_ALT | KMOD_CTRL | KMOD_MODE))
        return NULL;
    if (pressed->scancode >= SDL_SCANCODE_1 && pressed->scancode <= SDL_SCANCODE_0)
        return digits[pressed->scancode - SDL_SCANCODE_1];
    for (int i = 0; i < SIGN_COUNT && is_of_other_script(pressed->sym); i++)
        if (SIGNS[i].place == pressed->scancode)
            return SIGNS[i].sign;
    return NULL;
}

static SDL_Scancode place_of(char sign)
{
    if (sign >= 'A' && sign <= 'Z')
        return (SDL_Scancode)(SDL_SCANCODE_A + (sign - 'A'));
    for (int i = 0; i < SIGN_COUNT; i++)
        if (SIGNS[i].sign[0] == sign)
            return SIGNS[i].place;
    return SDL_SCANCODE_UNKNOWN;
}

/* As it is printed on the key. */
static SDL_Keycode capital_of(SDL_Keycode letter)
{
    const bool greek = letter >= 0x3b1 && letter <= 0x3c9 && letter != 0x3c2; /* a final sigma */
    if (greek || (letter >= 0x430 && letter <= 0x44f))
        return letter - 0x20;
    return letter >= 0x450 && letter <= 0x45f ? letter - 0x50 : letter;
}

void ui_key_label(char sign, char label[static UI_KEY_LABEL_BYTES])
{
    const SDL_Keycode last_shown = 0x52f; /* of Cyrillic; the fonts have Greek, too */
    const SDL_Scancode place = place_of(sign);
    const bool letter = sign >= 'A' && sign <= 'Z';
    const SDL_Keycode there = SDL_GetKeyFromScancode(place);
    const bool shown = is_of_other_script(there) && there <= last_shown;
    snprintf(label, UI_KEY_LABEL_BYTES, "%c", sign);
    if (place != SDL_SCANCODE_UNKNOWN && shown && !layout_has(letter ? sign - 'A' + 'a' : sign))
        snprintf(label, UI_KEY_LABEL_BYTES, "%s", SDL_GetKeyName(capital_of(there)));
}
