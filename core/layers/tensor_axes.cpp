// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/tensor_axes.h"

#include "layers/tensor_axis.h"

#include <algorithm>

namespace convscope {

Result<std::vector<int>> tensorAxes(const IntList &axes, const Shape &shape)
{
    std::vector<int> found;
    for (const std::int64_t axis : axes) {
        const auto at = tensorAxis(axis, shape);
        if (!at)
            return fail(at.error());
        found.push_back(*at);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Result<Extents> knownExtents(const std::vector<int> &axes, const Shape &shape)
{
    Extents extents;
    for (const int axis : axes) {
        if (!shape[axis])
            return fail("E12", "input", {},
                        words("The axis that is normalized (axis {axis}) must be defined. Received "
                              "the input shape {shape}",
                              axis, shape.toString()));
        extents.push_back(*shape[axis]);
    }
    return extents;
}

std::vector<int> broughtToEnd(const std::vector<int> &axes, int rank)
{
    std::vector<int> order;
    for (int axis = 0; axis < rank; ++axis) {
        if (std::find(axes.begin(), axes.end(), axis) == axes.end())
            order.push_back(axis);
    }
    order.insert(order.end(), axes.begin(), axes.end());
    return order;
}

std::vector<int> inverse(const std::vector<int> &order)
{
    std::vector<int> back(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        back[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    return back;
}

Tensor placedAt(const Tensor &numbers, const std::vector<int> &axes, int rank)
{
    Extents extents(static_cast<std::size_t>(rank), 1);
    for (std::size_t i = 0; i < axes.size(); ++i)
        extents[static_cast<std::size_t>(axes[i])] = numbers.extent(static_cast<int>(i));
    return numbers.reshaped(extents);
}

Tensor tensorOf(const NumberArray &array)
{
    std::vector<float> values(array.values.size());
    std::transform(array.values.begin(), array.values.end(), values.begin(),
                   [](double x) { return static_cast<float>(x); });
    return Tensor::of(Extents(array.shape.begin(), array.shape.end()), values);
}

} // namespace convscope
