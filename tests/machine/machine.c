/* Lets one process see a machine that is not well; loaded with LD_PRELOAD.
 *
 * MACHINE_CLOCK names a file: the seconds that stand in it are added to what the clock shows. It
 * can change at any time, as a clock can be set; clocks that pass evenly are left alone.
 *
 * MACHINE_HANGS is a word: opening a file whose path holds it never comes back, as on a mount
 * whose server has gone. MACHINE_GROWS is one that makes the process take all the memory that it
 * can have, as a library might over a monstrous file, and MACHINE_KILLS one that kills it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static double ahead(void)
{
    const char *path = getenv("MACHINE_CLOCK");
    char text[64];
    ssize_t length;
    int file;

    if (!path || !*path)
        return 0;
    file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    length = syscall(SYS_read, file, text, sizeof text - 1);
    syscall(SYS_close, file);
    text[length > 0 ? length : 0] = 0;
    return strtod(text, NULL);
}

static void shift(struct timespec *moment)
{
    double by = ahead();
    long long nanoseconds = (long long)(by * 1e9) % 1000000000LL + moment->tv_nsec;

    moment->tv_sec += (time_t)by;
    if (nanoseconds < 0) {
        nanoseconds += 1000000000LL;
        moment->tv_sec -= 1;
    } else if (nanoseconds >= 1000000000LL) {
        nanoseconds -= 1000000000LL;
        moment->tv_sec += 1;
    }
    moment->tv_nsec = (long)nanoseconds;
}

int clock_gettime(clockid_t clock, struct timespec *moment)
{
    static int (*real)(clockid_t, struct timespec *);
    int status;

    if (!real)
        real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    status = real(clock, moment);
    if (!status && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        shift(moment);
    return status;
}

int gettimeofday(struct timeval *moment, void *zone)
{
    struct timespec now;

    (void)zone;
    if (clock_gettime(CLOCK_REALTIME, &now))
        return -1;
    moment->tv_sec = now.tv_sec;
    moment->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *moment)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    if (moment)
        *moment = now.tv_sec;
    return now.tv_sec;
}

static int holds(const char *path, const char *name)
{
    const char *word = getenv(name);

    return word && *word && path && strstr(path, word);
}

static void suffer_if_asked(const char *path)
{
    static const size_t piece = 1 << 20, page = 1 << 12;
    volatile char *taken;
    size_t at;

    if (holds(path, "MACHINE_KILLS"))
        raise(SIGKILL);
    if (holds(path, "MACHINE_GROWS"))
        while ((taken = malloc(piece)))
            for (at = 0; at < piece; at += page)
                taken[at] = 1;
    if (holds(path, "MACHINE_HANGS") || holds(path, "MACHINE_GROWS"))
        for (;;)
            pause();
}

#define OPENING(name)                                                                     \
    int name(const char *path, int flags, ...)                                            \
    {                                                                                     \
        static int (*real)(const char *, int, ...);                                       \
        va_list rest;                                                                     \
        int mode;                                                                         \
                                                                                          \
        va_start(rest, flags);                                                            \
        mode = va_arg(rest, int);                                                         \
        va_end(rest);                                                                     \
        suffer_if_asked(path);                                                            \
        if (!real)                                                                        \
            real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name);              \
        return real(path, flags, mode);                                                   \
    }

#define OPENING_AT(name)                                                                  \
    int name(int folder, const char *path, int flags, ...)                                \
    {                                                                                     \
        static int (*real)(int, const char *, int, ...);                                  \
        va_list rest;                                                                     \
        int mode;                                                                         \
                                                                                          \
        va_start(rest, flags);                                                            \
        mode = va_arg(rest, int);                                                         \
        va_end(rest);                                                                     \
        suffer_if_asked(path);                                                            \
        if (!real)                                                                        \
            real = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name);         \
        return real(folder, path, flags, mode);                                           \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)
