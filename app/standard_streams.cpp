// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "standard_streams.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace convscope {

void openStandardStreams()
{
    std::signal(SIGXFSZ, SIG_IGN);
    // OpenCV reads it from the environment, which may be written only while there is one thread.
    ::setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) != -1 || errno != EBADF)
            continue;
        // Stdout is opened for reading: writing to it fails, as to a closed one. What goes to a
        // closed stderr is lost, as its owner wanted.
        const int mode = number == STDERR_FILENO ? O_WRONLY : O_RDONLY;
        // The lowest free number is this one.
        [[maybe_unused]] const int opened = ::open("/dev/null", mode);
    }
}

/// Whoever read this pipe has closed it. An earlier write may have found out: errno is gone by now.
static bool hasLostItsReader(int number)
{
    pollfd pipe{number, 0, 0};
    return ::poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLERR) != 0;
}

int statusAfterOutput(int status)
{
    std::cout.flush();
    errno = 0;
    const bool isWritten = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good();
    if (isWritten || errno == EPIPE || hasLostItsReader(STDOUT_FILENO))
        return status;
    std::fprintf(stderr, "convscope: Cannot write to the standard output%s%s.\n",
                 errno != 0 ? ": " : "", errno != 0 ? std::strerror(errno) : "");
    return 2;
}

} // namespace convscope
