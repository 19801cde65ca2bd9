// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/weight_layouts.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace convscope {

namespace {

/// What the axes of Keras' kernel mean, in its order.
std::vector<std::string> axisMeanings(const LayerProbe &probe, std::size_t rank)
{
    const std::size_t spatial = probe.axes().size();
    std::vector<std::string> names;
    for (std::size_t axis = 0; axis < spatial; ++axis)
        names.push_back(axisName(static_cast<int>(axis), static_cast<int>(spatial)));
    const bool isTransposed = probe.layer.type().group == LayerGroup::Transposed;
    names.push_back(isTransposed ? "out" : "in");
    names.push_back(isTransposed ? "in" : "out");
    names.resize(rank, "axis");
    return names;
}

/// The name of whoever stores kernels so; empty where nobody known does.
std::string_view whoseOrder(const std::vector<std::string> &names, bool isTransposed)
{
    if (names.size() < 3)
        return {};
    const bool outIn = names[0] == "out" && names[1] == "in";
    const bool inOut = names[0] == "in" && names[1] == "out";
    // PyTorch's convolutions are (out, in, …), its transposed ones (in, out, …).
    if (outIn && !isTransposed)
        return "PyTorch";
    if (inOut && isTransposed)
        return "PyTorch";
    if (outIn || inOut)
        return "Theano";
    return {};
}

} // namespace

std::vector<WeightLayout> weightLayouts(const LayerProbe &probe)
{
    std::vector<WeightLayout> layouts;
    const std::vector<Shape> shapes{Shape(probe.inputs.front().extents())};
    if (!inferShape(probe.layer, shapes))
        return layouts;
    const std::vector<WeightSpec> specs = weightSpecs(probe.layer, shapes);
    if (specs.size() != probe.weights.size() || specs.empty())
        return layouts;
    const Tensor &kernel = probe.weights.front();
    const Extents &wanted = specs.front().shape;
    const std::size_t rank = wanted.size();
    if (kernel.extents().size() != rank || rank < 2)
        return layouts;
    const std::vector<std::string> meanings = axisMeanings(probe, rank);
    const bool isTransposed = probe.layer.type().group == LayerGroup::Transposed;
    // order[i]: which axis of the stored kernel is Keras' axis i.
    std::vector<std::size_t> order(rank);
    std::iota(order.begin(), order.end(), std::size_t{0});
    while (std::next_permutation(order.begin(), order.end())) {
        bool fits = true;
        for (std::size_t axis = 0; axis < rank && fits; ++axis)
            fits = kernel.extents()[order[axis]] == wanted[axis];
        if (!fits)
            continue;
        auto turned = permuted(kernel, order);
        if (!turned)
            continue;
        std::vector<std::string> stored(rank);
        for (std::size_t axis = 0; axis < rank; ++axis)
            stored[order[axis]] = meanings[axis];
        // Rows and columns swapped alone is a finding of its own.
        const bool isSwapOnly = order[rank - 2] == rank - 2 && order[rank - 1] == rank - 1;
        if (isSwapOnly)
            continue;
        std::string text;
        for (const std::string &name : stored)
            text += (text.empty() ? "" : ", ") + name;
        const std::string_view whose = whoseOrder(stored, isTransposed);
        Words said =
            whose.empty()
                ? words("it matches if {weight} is read as ({axes})", specs.front().name, text)
                : words("these weights are ({axes}): {whose}'s order", text, whose);
        layouts.push_back({std::move(said), probe.withWeight(0, std::move(*turned))});
    }
    if (kernel.extents() != wanted && elementCount(wanted) == kernel.size())
        layouts.push_back({words("it matches if the values of {weight} are taken as they lie, in "
                                 "the shape {shape}",
                                 specs.front().name, toString(wanted)),
                           probe.withWeight(0, kernel.reshaped(wanted))});
    return layouts;
}

} // namespace convscope
