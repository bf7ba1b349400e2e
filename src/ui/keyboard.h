/* What a key means, whatever keyboard and layout it is on.
 *
 * A letter is where the layout has it. On a layout that has it nowhere (Russian, Greek) it is the
 * key in its place, counted on a US keyboard; so are brackets and other signs where the layout has
 * letters of another script in their place, and digits where they take Shift. The keypad with Num
 * Lock off is the arrows that are printed on it. */
#ifndef UI_KEYBOARD_H
#define UI_KEYBOARD_H

#include <SDL_keyboard.h>

enum { UI_KEY_LABEL_BYTES = 8 };

/* The key that was pressed: a Latin letter by what is said above, an arrow of the keypad as an
 * arrow, any other as SDL has it. */
SDL_Keycode ui_key_of(const SDL_Keysym *pressed);

/* The sign that a key stands for though it types another, or NULL. */
const char *ui_key_sign(const SDL_Keysym *pressed);

/* What this layout has in the place of a letter or sign that it does not have itself, when the
 * built-in fonts can show it; otherwise the letter or sign. */
void ui_key_label(char sign, char label[static UI_KEY_LABEL_BYTES]);

#endif
