// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace convscope {

/// One line on stderr that overwrites itself, only where stderr is a terminal; erased at the end.
class ProgressLine
{
public:
    ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    ~ProgressLine() { clear(); }

    /// "3 of 12 · conv2d_1"
    void show(int done, int total, const std::string &what);
    void clear();

private:
    bool m_isTerminal = false;
    bool m_isShown = false;
};

} // namespace convscope
