// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"

#include <span>
#include <utility>
#include <vector>

namespace convscope {

/// The smallest and largest value in each of equal parts of a signal, so that a long signal is
/// drawn without reading it all. With as many parts as steps it is the signal. A value; build it on
/// a worker thread where the signal is long.
struct LineEnvelope
{
    std::vector<float> low;
    std::vector<float> high;
    /// The step of the first value, and how many steps are covered, ≥ low.size().
    std::int64_t first = 0;
    std::int64_t length = 0;

    [[nodiscard]] static constexpr std::size_t defaultParts() { return 2048; }
    [[nodiscard]] static LineEnvelope of(std::span<const float> values,
                                         std::size_t parts = defaultParts());
    /// The first row of a plane, whatever its stride.
    [[nodiscard]] static LineEnvelope of(const Plane &plane, std::size_t parts = defaultParts());
    /// Steps [first, last) of it.
    [[nodiscard]] static LineEnvelope ofRange(const Plane &plane, std::int64_t first,
                                              std::int64_t last, std::size_t parts);

    [[nodiscard]] bool isEmpty() const { return low.empty(); }
    [[nodiscard]] bool isExact() const { return static_cast<std::int64_t>(low.size()) == length; }
    /// Of the finite values; (0, 0) where there are none.
    [[nodiscard]] std::pair<float, float> limits() const;
};

} // namespace convscope
