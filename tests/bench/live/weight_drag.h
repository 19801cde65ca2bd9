// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"
#include "live_window.h"

namespace convscope {

/// Drags a value of the layer's kernel up and down on the Weights page, at 60 moves a second, and
/// prints the worst wait of the event loop. Nothing is measured for layers without weights. False:
/// the window did not come to rest.
[[nodiscard]] bool measureWeightDrag(LiveWindow &live, int layer, const QString &image,
                                     double seconds, FigurePrinter &printer);

/// The same on a Dense layer like the first of VGG16: 25088 × 4096 values, 411 MB.
[[nodiscard]] bool measureMatrixDrag(LiveWindow &live, double seconds, FigurePrinter &printer);

} // namespace convscope
