// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"
#include "live_window.h"

namespace convscope {

/// Points at one cell after another and prints how long it takes until the screen says so: on the
/// arithmetic of the layer until its products and sum are painted, on its map until the read-out
/// is. It watches the painting of these widgets in place of what watched them before. False: the
/// window did not come to rest.
[[nodiscard]] bool measureHover(PaintWatch &application, LiveWindow &live, int layer,
                                const QString &image, FigurePrinter &printer);

} // namespace convscope
