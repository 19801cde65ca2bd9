// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/normalized_axes.h"

#include "kernels/move/rearrange.h"
#include "layers/tensor_axes.h"

#include <algorithm>

namespace convscope {

namespace {

/// The axes at the end, where a split can always say them.
struct Brought
{
    Tensor tensor;
    std::vector<int> order;
    std::vector<int> axes;
};

Result<Brought> bringToEnd(const std::vector<int> &axes, const Tensor &src,
                           const KernelContext &context)
{
    Brought brought;
    brought.order = broughtToEnd(axes, src.rank());
    auto moved = permute(src, brought.order, context);
    if (!moved)
        return fail(moved.error());
    brought.tensor = std::move(*moved);
    for (std::size_t i = 0; i < axes.size(); ++i)
        brought.axes.push_back(src.rank() - static_cast<int>(axes.size() - i));
    return brought;
}

} // namespace

Result<Shape> normalizedShape(const IntList &axes, const Shape &input)
{
    const auto at = tensorAxes(axes, input);
    if (!at)
        return fail(at.error());
    if (at->empty())
        return fail("E11", "axis", toJsonText(axes),
                    words("axis must name an axis to normalize. Received {axis}", toPython(axes)));
    if (const auto extents = knownExtents(*at, input); !extents)
        return fail(extents.error());
    return input;
}

Result<Tensor> normalizeAxes(const AxesNorm &norm, const Tensor &src, const KernelContext &context)
{
    const auto split = groupSplit(src.extents(), norm.axes);
    if (!split) {
        const auto brought = bringToEnd(norm.axes, src, context);
        if (!brought)
            return fail(brought.error());
        AxesNorm moved = norm;
        moved.axes = brought->axes;
        const auto normalized = normalizeAxes(moved, brought->tensor, context);
        if (!normalized)
            return normalized;
        return permute(*normalized, inverse(brought->order), context);
    }
    GroupNorm groups;
    groups.split = *split;
    groups.by = norm.by;
    groups.epsilon = norm.epsilon;
    groups.gamma = norm.gamma;
    groups.beta = norm.beta;
    groups.beforeStep = split->after;
    return normalizeGroups(groups, src, context);
}

Result<Tensor> reduceAxes(ReduceOp op, const std::vector<int> &axes, const Tensor &src,
                          const KernelContext &context)
{
    const auto split = groupSplit(src.extents(), axes);
    if (!split) {
        const auto brought = bringToEnd(axes, src, context);
        if (!brought)
            return fail(brought.error());
        return reduceAxes(op, brought->axes, brought->tensor, context);
    }
    const auto reduced = reduceGroups(op, src, *split, context);
    if (!reduced)
        return reduced;
    Extents kept;
    for (int axis = 0; axis < src.rank(); ++axis) {
        if (std::find(axes.begin(), axes.end(), axis) == axes.end())
            kept.push_back(src.extent(axis));
    }
    return reduced->reshaped(kept);
}

} // namespace convscope
