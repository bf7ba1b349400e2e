/* Takes a command line apart as a shell does. */
#ifndef TESTS_SPLIT_LINE_H
#define TESTS_SPLIT_LINE_H

#include <string.h>

enum { SPLIT_WORDS = 64 };

/* Cuts line in place at spaces that are not in quotes. Returns how many words it has, SPLIT_WORDS
 * at most. */
static inline int split_line(char *line, char *word[SPLIT_WORDS])
{
    int count = 0;
    for (char *from = line; *from && count < SPLIT_WORDS;) {
        char *to = from, quote = 0;
        word[count++] = from;
        for (; *from && (quote || *from != ' '); from++) {
            if (quote ? *from == quote : *from == '\'' || *from == '"')
                quote = quote ? 0 : *from;
            else if (!quote && *from == '\\' && from[1])
                *to++ = *++from;
            else
                *to++ = *from;
        }
        const size_t spaces = strspn(from, " ");
        *to = '\0';
        from += spaces;
    }
    return count;
}

#endif
