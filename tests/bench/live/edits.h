// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"
#include "live_window.h"

#include <functional>

namespace convscope {

/// One way of editing a layer, through the field a person would use.
struct Edit
{
    QString kind;
    QString argument;
    std::function<void()> perform;
};

/// Each kind of edit that the selected layer's form has: a step of a whole number's field, of a
/// tuple's, another choice, one step of a drag on the label; and one weight of its kernel, for
/// which the form has no field.
[[nodiscard]] std::vector<Edit> editsOf(MainWindow &window);

/// Measures every edit of one layer: until the first and until the last changed map is painted.
/// False: the window never settled.
[[nodiscard]] bool measureEdits(LiveWindow &live, int layer, const QString &image, bool hasLimits,
                                double seconds, FigurePrinter &printer);

} // namespace convscope
