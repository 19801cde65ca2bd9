// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "progress_line.h"

#include "printable.h"

#include <cstdio>

#include <unistd.h>

namespace convscope {

namespace {

/// Return to the first column and erase to the end of the line.
constexpr const char *kErase = "\r\033[K";

} // namespace

ProgressLine::ProgressLine() : m_isTerminal(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(int done, int total, const std::string &what)
{
    if (!m_isTerminal)
        return;
    std::fprintf(stderr, "%s%d of %d · %s", kErase, done, total, printable(what).c_str());
    m_isShown = true;
}

void ProgressLine::clear()
{
    if (m_isShown)
        std::fputs(kErase, stderr);
    m_isShown = false;
}

} // namespace convscope
