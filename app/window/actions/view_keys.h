// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <vector>

namespace convscope {

/// Keys that work while the focus is inside one part of the window; nobody can change them.
struct ViewKey
{
    /// "Alt+↑ Alt+↓"
    QString keys;
    /// "Stack: move the layer"
    QString action;
};

[[nodiscard]] std::vector<ViewKey> viewKeys();

} // namespace convscope
