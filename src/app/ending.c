#define _POSIX_C_SOURCE 200809L
#include "app/ending.h"

#include <SDL.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

/* A handler could only set a flag, and a signal that comes just before the window begins to wait
 * would be seen at the next event, if ever. A thread can push an event, which ends the wait. */
static int await_signal(void *set)
{
    const sigset_t *signals = set;
    SDL_Event quit = {.type = SDL_QUIT};
    int number = SIGTERM;
    sigwait(signals, &number);
    const bool told = SDL_PushEvent(&quit) == 1;
    pthread_sigmask(SIG_UNBLOCK, signals, NULL);
    if (!told)
        raise(number);
    pause(); /* for the second, which this thread does not keep back */
    return number;
}

void ending_await_signals(void)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
    static sigset_t signals; /* the thread's, for as long as it lives */
    sigemptyset(&signals);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction present;
        if (sigaction(numbers[i], NULL, &present) == 0 && present.sa_handler != SIG_IGN)
            sigaddset(&signals, numbers[i]);
    }
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    SDL_Thread *thread = SDL_CreateThread(await_signal, "signals", &signals);
    if (thread)
        SDL_DetachThread(thread);
    else
        pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}
