/* The file that icon.S compiles into the program: the icon as a PNG. */
#ifndef APP_ICON_H
#define APP_ICON_H

extern const unsigned char app_icon[], app_icon_end[];

#endif
