// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/difference.h"
#include "visual/plane.h"

#include <QImage>

#include <array>
#include <vector>

namespace convscope {

/// A case that has run, drawn: everything the page shows of it, made off the GUI thread.
struct CaseLook
{
    /// Expected, computed, difference of the map with the worst cell.
    static constexpr int kParts = 3;

    CaseResult result;
    std::vector<CaseCheck> checks;
    /// Of what was compared; `hasTensors` false: nothing was, or the shapes differ.
    bool hasTensors = false;
    Words what;
    int layer = -1;
    TensorDifference difference;
    Tolerance tolerance;
    Extents expectedShape;
    Extents computedShape;
    /// The colours of all three stand for −range to range.
    double range = 1;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    /// A pixel for a cell where the map is not larger than the screen shows, else made smaller.
    std::array<QImage, kParts> pictures;
    /// The values themselves, shared with the run.
    std::array<Plane, kParts> planes;
    /// What came out of the model, for "accept as expected".
    std::vector<Tensor> outputs;
    /// Where the computed value of the worst cell comes from, in a sentence; empty: not known.
    Words arithmetic;
};

/// Draws it; `isDark` chooses between vik and berlin. Any thread; costs some passes over the
/// tensor.
[[nodiscard]] CaseLook lookAt(const CaseResult &result, const CaseDetail &detail, bool isDark);

} // namespace convscope
