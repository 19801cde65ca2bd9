// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "layers/axis_map.h"
#include "visual/plane.h"

#include <QImage>
#include <QString>

#include <span>

namespace convscope {

/// How many taps of a transposed convolution hit each output cell, over the whole output.
struct CoveragePicture
{
    Plane plane;
    QImage picture;
    std::int64_t least = 0;
    std::int64_t most = 0;

    /// "coverage: 1 to 4 products a cell".
    [[nodiscard]] QString words() const;
};

/// `axes` are the maps of rows and columns, or of steps alone. Errors: "memory". Costs the output's
/// cells: not for a thread that must answer at once.
[[nodiscard]] Result<CoveragePicture> coveragePicture(std::span<const AxisMap> axes);

} // namespace convscope
