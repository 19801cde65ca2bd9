// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

namespace convscope::testing {

/// Bounds and powers of negative numbers swallow changes; of turned and stacked axes more is said
/// than is seen.
[[nodiscard]] bool hidesChanges(const LayerType &type);

/// A line of one value is normalized away, of one of two only the sign is left.
[[nodiscard]] bool normalizesLines(const LayerType &type);

/// Whether a changed value may change nothing in what sees it: blends give some neighbours the
/// weight 0, sparsemax most values; shares of a single value are 1.
[[nodiscard]] bool mayHide(const Layer &layer, const Extents &input, const Extents &output);

} // namespace convscope::testing
