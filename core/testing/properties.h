// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/comparison.h"
#include "testing/layer_probe.h"

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace convscope {

/// What asking a layer for a property found.
struct PropertyOutcome
{
    bool holds = true;
    /// Largest error of the tensors compared, and what was allowed there; nothing where none were.
    std::optional<double> maxError;
    std::optional<double> allowed;
    Extents worstIndex;
    /// What was tried (the shifts, the cell …), or why it does not hold.
    Words said;
    /// Where it does not hold: the smallest inputs found that still break it (see shrink.h).
    std::vector<Tensor> smallestInputs;
};

/// Something that must be true of a layer whatever its weights and input.
struct Property
{
    /// As on the command line: "shape", "linear", …
    std::string_view name;
    /// One line for menus and reports.
    Words title;
    /// Why the property says nothing about this layer; nullopt where it does.
    std::function<std::optional<Words>(const LayerProbe &)> whyNot;
    /// Errors: what the layer itself refuses, "memory", "cancelled".
    std::function<Result<PropertyOutcome>(const LayerProbe &, const Tolerance &)> check;
};

/// Every property, in the order of menus.
[[nodiscard]] std::span<const Property> properties();
/// By name; nullptr where unknown.
[[nodiscard]] const Property *findProperty(std::string_view name);

/// check(), and where the property does not hold, the smallest inputs that break it.
[[nodiscard]] Result<PropertyOutcome>
checkProperty(const Property &property, const LayerProbe &probe, const Tolerance &tolerance);

/// The outcome of a comparison; `whatWasTried` begins the sentence.
[[nodiscard]] PropertyOutcome outcomeOf(const Comparison &comparison, Words whatWasTried);

/// The layer computed in the other data_format, turned back to its own. E5 where it has none.
[[nodiscard]] Result<Tensor> inOtherFormat(const LayerProbe &probe);
/// The output is the same linear function of the input plus a constant: no activation, no maximum.
[[nodiscard]] bool isLinear(const Layer &layer);
/// The layer's activation, or the layer itself, runs along an axis of its output (softmax, glu …).
[[nodiscard]] bool runsAlongAnAxis(const LayerProbe &probe);

} // namespace convscope
