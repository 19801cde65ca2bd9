// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/layer_probe.h"

#include <QString>

#include <utility>
#include <vector>

/// Values without symmetry, so that no wrong order gives the right ones.
[[nodiscard]] convscope::Tensor unlikeValues(const convscope::Extents &extents, double step);

/// A layer named "tried" with these arguments.
[[nodiscard]] convscope::Layer
layerOf(const char *className,
        const std::vector<std::pair<const char *, convscope::Value>> &arguments);

/// Four filters of 3 × 3 that keep the size.
[[nodiscard]] convscope::Layer sameConv();

/// A layer with weights of its own for this input.
[[nodiscard]] convscope::LayerProbe probeOf(const convscope::Layer &layer,
                                            const convscope::Tensor &input);

/// The layer as a file has it, and what somebody else computed.
struct BrokenLayer
{
    convscope::LayerProbe probe;
    convscope::Tensor expected;
};

/// Broken by one cause, named as findings name it; "": nothing is wrong.
[[nodiscard]] BrokenLayer brokenBy(const QString &kind);
