/* The signals that ask the program to end: the terminal closes, Ctrl+C, kill. */
#ifndef APP_ENDING_H
#define APP_ENDING_H

/* Turns the first of them into SDL_QUIT, whatever the window waits for. The second ends the process
 * as it always would. One that was ignored when the program started, as nohup has it, still is.
 * To be called before other threads are started, SDL's too. */
void ending_await_signals(void);

#endif
