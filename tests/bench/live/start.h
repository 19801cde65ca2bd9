// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"
#include "paint_watch.h"

namespace convscope {

/// The child's part: opens the window as the program does and exits when its maps are painted.
/// Returns the exit status.
[[nodiscard]] int startOnce(PaintWatch &application);

/// Starts this program anew several times, up to the painted maps. False: it did not start.
[[nodiscard]] bool measureStart(FigurePrinter &printer);

} // namespace convscope
