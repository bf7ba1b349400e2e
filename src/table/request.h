/* What is wanted of a table. */
#ifndef TABLE_REQUEST_H
#define TABLE_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

enum { TABLE_COLUMNS = 4 };

/* One column. */
typedef struct table_wish {
    const char *names; /* any of these, the earlier rather: "slope,m,w"; letter case does not
                          matter. NULL, or not optional where no column has a name:
                          the next column of numbers */
    bool optional;     /* there need be none; after all that are not */
} table_wish;

/* All texts in it are the caller's and must stay until the reader is closed. */
typedef struct table_request {
    table_wish wish[TABLE_COLUMNS];
    int count;           /* of the wishes, 1 or more */
    const char *columns; /* as a person gives them instead of the names: "X,Y", by name or by number
                            from 1, a name with a comma in quotes; as many as are not optional, or
                            more. NULL: by the wishes */
    double limit;        /* numbers must lie in [-limit, limit] */
    size_t rows_max;     /* more are an error */
    bool gaps;           /* keep rows that lack numbers, with NAN for those, and numbers beyond the
                            limit and infinite ones as they are */
    const struct table_request *rather; /* where the header has the names of all that must be there
                                           of this one, it is taken instead; static, or NULL */
} table_request;

/* The points of a file: two columns of numbers, with the limits of dh_points. */
table_request table_request_points(const char *columns);

#endif
