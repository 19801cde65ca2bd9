// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

/// A layer with everything it computes with: what properties and findings try their changes on. A
/// value; copies share tensors.
struct LayerProbe
{
    Layer layer;
    std::vector<Tensor> inputs;
    /// All weights in Keras' order, of the shapes that the layer wants; findings also try others.
    std::vector<Tensor> weights;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    std::stop_token stop;

    /// The layer's output. Refuses what a model would refuse: shapes (E11, E13, …) and weights of
    /// other shapes (E17).
    [[nodiscard]] Result<Tensor> compute() const;
    /// The same with something else in one place.
    [[nodiscard]] LayerProbe withInput(Tensor input) const;
    [[nodiscard]] LayerProbe withWeight(std::size_t index, Tensor weight) const;
    /// nullopt where the layer has no such argument or refuses the value.
    [[nodiscard]] std::optional<LayerProbe> withArgument(std::string_view name,
                                                         const Value &value) const;

    [[nodiscard]] bool hasArgument(std::string_view name) const
    {
        return layer.type().table->indexOf(name) >= 0;
    }
    /// One map per spatial axis of the first input; empty where the layer has no spatial
    /// arithmetic.
    [[nodiscard]] std::vector<AxisReport> axes() const;
    /// The position of a weight by its Keras name.
    [[nodiscard]] std::optional<std::size_t> weightNamed(std::string_view name) const;
    /// "relu", "linear", …: the argument `activation`; empty where the class has none.
    [[nodiscard]] std::string activation() const;
};

/// A tensor of `extents` whose element at an index is `at(index)`.
template <class At>
[[nodiscard]] Result<Tensor> makeTensor(const Extents &extents, std::string_view what, const At &at)
{
    auto buffer = TensorBuffer::allocate(extents, what);
    if (!buffer)
        return fail(buffer.error());
    Extents index(extents.size(), 0);
    for (float &value : buffer->values()) {
        value = at(index);
        for (std::size_t axis = extents.size(); axis-- > 0;) {
            if (++index[axis] < extents[axis])
                break;
            index[axis] = 0;
        }
    }
    return Tensor(std::move(*buffer));
}

/// Position of an index in C order.
[[nodiscard]] std::size_t flatIndex(const Extents &extents, const Extents &index);

/// The tensor with its axes in another order: axis i of the result is axis order[i] of `tensor`.
[[nodiscard]] Result<Tensor> permuted(const Tensor &tensor, std::span<const std::size_t> order);
/// The tensor with the given axes reversed.
[[nodiscard]] Result<Tensor> reversed(const Tensor &tensor, std::span<const std::size_t> axes);

} // namespace convscope
