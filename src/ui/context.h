/* Immediate-mode controls: all their state in one struct.
 *
 * A pass calls every control once, in the order in which Tab walks them. A control draws itself,
 * acts on the input and returns what happened; between passes it exists only as the id of what is
 * hovered, held or focused. When a control changed something, what was drawn before it in the pass
 * is out of date: the owner passes again, with settled input, until nothing changes. */
#ifndef UI_CONTEXT_H
#define UI_CONTEXT_H

#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/theme.h"

#include <stdbool.h>
#include <stdint.h>

/* Who a control is: the hash of its path, which is its name behind those of the scopes it is called
 * in, "run 2/use". 0: none. */
typedef uint32_t ui_id;

enum { UI_CONTROLS_MAX = 256, UI_SCOPES_MAX = 8, UI_MESSAGE_BYTES = 96 };
enum { UI_EDIT_BYTES = 1024, UI_SHORT_BYTES = 64 }; /* of a text that is edited; of most of them */

typedef struct ui_control {
    ui_id id;
    ui_rect rect;
    bool enabled;
    bool walked; /* Tab stops at it */
} ui_control;

typedef struct ui_context ui_context;

typedef enum ui_pointer {
    UI_POINTER_ARROW,
    UI_POINTER_HAND,  /* can be pressed or dragged */
    UI_POINTER_TEXT,  /* can be typed over */
    UI_POINTER_SIDES, /* can be dragged to the sides */
    UI_POINTER_CROSS, /* a place can be chosen */
    UI_POINTER_COUNT,
} ui_pointer;

/* The one text that is being edited. */
typedef struct ui_edit {
    ui_id id; /* of the field, 0: none */
    char text[UI_EDIT_BYTES];
    size_t size;       /* bytes that it may have, with the zero */
    int caret, anchor; /* byte offsets; the selection lies between them */
    bool dragging;     /* the mouse is selecting */
    bool leaving;      /* the person goes on to something else */
    ui_id wanted;      /* the field to edit next, once the present one has been answered */
    bool wants_paste;  /* and what is selected elsewhere is to be put into it */
    ui_id refused;     /* the field that the message is about */
    char message[UI_MESSAGE_BYTES]; /* what is wrong with the text, or empty */
} ui_edit;

/* A drag of something along an axis, measured from where it was taken. */
typedef struct ui_drag {
    ui_point mouse; /* where it was taken */
    double start;   /* what was taken: its position then */
    bool fine;
} ui_drag;

/* The one list of a choice that is open. */
typedef struct ui_list {
    ui_id of; /* the choice, 0: none */
    bool met; /* it has been called in this pass */
    ui_rect rect;
    int count, at;  /* rows, and the one that is marked */
    ui_point mouse; /* where the pointer was; only its moving marks another row */
    const char *(*label)(const void *context, int index);
    const void *context;
    void (*draw)(ui_context *ui); /* draws it, over everything */
} ui_list;

struct ui_context {
    ui_canvas canvas;
    ui_theme theme;
    ui_input input;
    ui_id held;      /* has the mouse button */
    ui_id last_held; /* had it last; the second press of a double click is on the same control */
    ui_id focus;     /* has the keyboard */
    bool show_focus; /* the keyboard put it there */
    ui_edit edit;
    ui_drag drag;
    ui_list list;
    ui_id wheel_of; /* what acted on the wheel last; until the pointer moves nothing else does:
                       what scrolls below a pointer that rests does not get the wheel */
    ui_point wheel_at;
    ui_id wheel_id;     /* the control over which the wheel turned last */
    double wheel;       /* part of a notch that it has turned there */
    bool key_taken;     /* a control acted on the key or text of this pass */
    bool again;         /* something changed: pass again */
    bool unseen;        /* set by the owner: nothing of this pass is painted */
    bool dragging;      /* a value is being dragged in this pass */
    bool covered;       /* what is called now lies below a dialog: it is drawn but dead */
    ui_pointer pointer; /* the shape that tells what the pointer can do where it is */
    uint64_t now_ms;    /* set by the owner */
    ui_id hint_of;      /* the control whose hint this pass has met */
    ui_id used;         /* a control that was pressed: who uses it needs no hint, until the pointer
                           has left it */
    ui_id hinted;       /* the control with a hint over which the pointer rests */
    uint64_t hint_due_ms; /* when its hint is to be shown */
    bool hint_shown;
    ui_rect hint_rect; /* of that control */
    char hint[UI_MESSAGE_BYTES];
    ui_control controls[UI_CONTROLS_MAX]; /* of this pass, in order */
    int control_count;
    uint32_t scopes[UI_SCOPES_MAX]; /* hashes of the paths that lead into the open scopes */
    int scope_count;
};

/* What the input means for one control. */
typedef struct ui_touch_result {
    ui_id id;
    bool hovered;
    bool pressed; /* the button went down on it */
    bool held;    /* and is still down */
    bool clicked; /* and went up on it */
    bool doubled; /* pressed for the second time in a double click */
    bool middle;  /* the middle button went down on it */
    bool right;   /* the right one did */
    bool focused; /* has the keyboard */
    int wheel;    /* whole notches turned over it */
} ui_touch_result;

/* Begins a pass over a canvas of this size. */
void ui_begin(ui_context *ui, int width_px, int height_px, double scale);

/* Ends it: Tab moves the focus, a press outside every control drops it. */
void ui_end(ui_context *ui);

/* Ends a drag and a double click where they are, as what they were about is no longer there. */
void ui_end_drag(ui_context *ui);

/* Whether the wheel has turned and may act on this; it is then taken. */
bool ui_take_wheel(ui_context *ui, ui_id id);

/* Opens a scope: until it is closed again, names belong to it. The same name in two scopes is that
 * of two controls. The second is "name index". */
void ui_push(ui_context *ui, const char *name);
void ui_push_index(ui_context *ui, const char *name, int index);
void ui_pop(ui_context *ui);

/* The control of a name in the present scope, and whether it has the mouse button. */
ui_id ui_id_here(const ui_context *ui, const char *name);
bool ui_is_held(const ui_context *ui, const char *name);

/* The control of a path. */
ui_id ui_id_of(const char *path);

/* Declares a control and tells what the input means for it; the mouse reaches only what the canvas'
 * clip lets see. Names are unique in a scope. */
ui_touch_result ui_touch(ui_context *ui, const char *name, ui_rect rect, bool enabled);

/* The same for an area that the mouse alone works in: Tab passes it by, and a press in it drops the
 * focus. */
ui_touch_result ui_touch_area(ui_context *ui, const char *name, ui_rect rect, bool enabled);

void ui_set_focus(ui_context *ui, ui_id id, bool by_keyboard);

/* Whether this key went down and nobody has acted on it; it is then taken. */
bool ui_take_key(ui_context *ui, SDL_Keycode key);

/* The same for Enter, of which keyboards have two. */
bool ui_take_enter(ui_context *ui);

/* Says what a control is for, after the pointer has rested on it for a while. */
void ui_hint(ui_context *ui, const ui_touch_result *touch, ui_rect rect, const char *text);

/* The same for words that are to begin with a capital. */
void ui_hint_sentence(ui_context *ui, const ui_touch_result *touch, ui_rect rect, const char *text);

/* The ring around a control that has the keyboard. */
void ui_draw_focus(ui_context *ui, ui_rect rect, double corner);

/* The control of that path in the last pass, or NULL. */
const ui_control *ui_find_control(const ui_context *ui, const char *path);

#endif
