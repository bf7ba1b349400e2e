#include "downhill/error.h"

#include <stdarg.h>
#include <stdio.h>

static void write_to(dh_error *error, bool out_of_memory, const char *format, va_list arguments)
{
    if (!error)
        return;
    vsnprintf(error->text, sizeof error->text, format, arguments);
    error->out_of_memory = out_of_memory;
}

bool dh_fail(dh_error *error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_to(error, false, format, arguments);
    va_end(arguments);
    return false;
}

bool dh_fail_memory(dh_error *error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_to(error, true, format, arguments);
    va_end(arguments);
    return false;
}
