// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "thread_limits.h"

#include "run/background.h"

#include <algorithm>

namespace convscope {

namespace {

/// More threads than these are not tried out.
constexpr int kTried = 64;
/// A window's own, and those of the display.
constexpr int kThreadsOfAWindow = 8;

} // namespace

int threadsAllowed(int wanted)
{
    const int tried = std::min(wanted - 1, kTried);
    const int got = threadsToBeHad(tried);
    return got < tried ? 1 + got : wanted;
}

Result<void> threadsForWindow()
{
    const int got = threadsToBeHad(kThreadsOfAWindow);
    if (got == kThreadsOfAWindow)
        return {};
    return fail(Error{"memory",
                      {},
                      {},
                      {},
                      words("The window needs {wanted} threads, but the system gives the program "
                            "{got}: see ulimit -u and ulimit -v. The subcommands make do with one.",
                            kThreadsOfAWindow, got)});
}

} // namespace convscope
