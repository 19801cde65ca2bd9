// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/input_for_model.h"

#include "input/patterns.h"
#include "model/first_layers.h"
#include "model/output_format.h"
#include "model/stored_weights_fit.h"

#include <algorithm>

namespace convscope {

namespace {

/// Rank that the first input or layer with one wants; 0 where any will do.
int wantedRank(const Model &model)
{
    for (const ModelInput &input : model.inputs)
        if (input.shape.rank() > 0)
            return input.shape.rank();
    for (const auto &layer : model.layers)
        if (layer->type().inputRank > 0)
            return layer->type().inputRank;
    return 0;
}

/// Channels last extents in the model's order.
Extents inFormat(Extents extents, DataFormat format)
{
    if (format == DataFormat::ChannelsFirst && extents.size() >= 3)
        std::rotate(extents.begin() + 1, extents.end() - 1, extents.end());
    return extents;
}

} // namespace

StatedInput statedInput(const Model &model, std::size_t index)
{
    StatedInput stated;
    stated.format = inputFormat(model);
    if (index < model.inputs.size())
        stated.shape = model.inputs[index].shape;
    if (stated.shape.rank() == 0)
        stated.shape = Shape(std::vector<Dim>(static_cast<std::size_t>(wantedRank(model))));
    return stated;
}

Words boundWeights(const Model &model, std::span<const Shape> expected, std::size_t index,
                   const StatedInput &stated, const Tensor &input)
{
    if (stated.shape.rank() != input.rank() || index >= expected.size())
        return {};
    const Extents own = inFormat(input.extents(), stated.format);
    Shape taken = stated.shape;
    const int channels =
        taken.rank() < 3 ? taken.rank() - 1 : channelAxis(stated.format, taken.rank());
    for (int axis = 0; axis < taken.rank(); ++axis)
        if (axis != channels || !taken[axis])
            taken[axis] = own[static_cast<std::size_t>(axis)];
    std::vector<Shape> shapes(expected.begin(), expected.end());
    shapes[index] = taken;
    const std::string layer = weightsThatWouldBeLost(model, expected, shapes);
    return layer.empty() ? Words() : words("the stored weights of {layer}", layer);
}

std::string sourceFor(const std::string &source, const StatedInput &stated)
{
    const int rank = stated.shape.rank();
    if (rank < 3)
        return source;
    std::vector<std::int64_t> size;
    for (int axis = 1; axis < rank; ++axis) {
        if (axis == channelAxis(stated.format, rank))
            continue;
        if (!stated.shape[axis])
            return source;
        size.push_back(*stated.shape[axis]);
    }
    return sizedPattern(source, size);
}

PictureRange suggestedRange(const Model &model, std::size_t index)
{
    return automaticRange(model.name, firstLayersRescale(model, static_cast<int>(index)));
}

} // namespace convscope
