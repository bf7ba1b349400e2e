#include "text/append.h"

#include "text/line.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void text_append(char *text, size_t size, const char *format, ...)
{
    const size_t used = strlen(text);
    va_list arguments;
    assert(used < size);
    if (text_is_cut(text))
        return;
    va_start(arguments, format);
    const int wanted = vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
    if (wanted >= 0 && (size_t)wanted >= size - used)
        text_end_cut(text, size);
}
