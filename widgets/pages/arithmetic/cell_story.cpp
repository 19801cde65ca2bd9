// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/cell_story.h"

#include "visual/plane.h"

#include <algorithm>

namespace convscope {

namespace {

/// Every place of the output is the same place of the input.
bool keepsPlaces(const LayerOperands &operands)
{
    const Tensor &input = operands.inputs.front();
    const Tensor &output = operands.output;
    if (output.rank() < 3 || input.rank() != output.rank())
        return false;
    std::vector<Shape> shapes;
    for (const Tensor &one : operands.inputs)
        shapes.emplace_back(one.extents());
    const Sight sight = sightOf(operands.layer, shapes, Shape(output.extents()), 0);
    if (!sight.order.empty())
        return false;
    const int first = spatialAxis(operands.outputFormat);
    for (int axis = first; axis < first + output.rank() - 2; ++axis) {
        const auto at = static_cast<std::size_t>(axis - 1);
        if (at >= sight.axes.size() || sight.axes[at] != sameIndex(axis, input.extent(axis)))
            return false;
    }
    return true;
}

std::vector<AxisMap> axesOf(const LayerOperands &operands)
{
    std::vector<AxisMap> maps;
    const Layer &layer = operands.layer;
    if (layer.type().axes && !layer.isBypassed()) {
        for (const AxisReport &report :
             layer.type().axes(layer.params(), Shape(operands.inputs.front().extents())))
            maps.push_back(report.map);
        return maps;
    }
    if (!keepsPlaces(operands))
        return maps;
    for (const std::int64_t extent : spatialExtents(operands.output, operands.outputFormat)) {
        AxisMap map;
        map.input = extent;
        map.output = extent;
        maps.push_back(map);
    }
    return maps;
}

} // namespace

int CellStory::stage() const
{
    if (told == nullptr || told->stages.empty())
        return -1;
    const int last = static_cast<int>(told->stages.size()) - 1;
    if (isSeparable())
        return static_cast<int>(std::clamp<std::int64_t>(choice.channel, 0, last - 1));
    // A function along a line comes last, and what it is a function of before it.
    return arithmetic.rule == Arithmetic::Rule::Sum ? 0 : last;
}

std::vector<AxisMap> CellStory::shownAxes() const
{
    if (axes.size() > 2)
        return {axes.end() - 2, axes.end()};
    return axes;
}

std::vector<std::int64_t> CellStory::shown(const Extents &at) const
{
    const std::size_t spatial = axes.size();
    const std::size_t first = spatial > 2 ? spatial - 2 : 0;
    return {at.begin() + static_cast<std::ptrdiff_t>(first),
            at.begin() + static_cast<std::ptrdiff_t>(spatial)};
}

bool CellStory::isTransposed() const
{
    return arithmetic.rule == Arithmetic::Rule::Sum &&
           arithmetic.layout == KernelLayout::Transposed;
}

bool CellStory::isSeparable() const
{
    return arithmetic.rule == Arithmetic::Rule::Separable;
}

ChannelRange CellStory::channels() const
{
    if (isSeparable()) {
        const Tensor &pointwise = operands->weights[1];
        return {0, pointwise.extent(pointwise.rank() - 2)};
    }
    return channelsSeen(*operands, cell.back());
}

std::int64_t CellStory::inputChannel() const
{
    return inputChannelOf(*operands, choice.channel);
}

int CellStory::shownTap(const Term &term) const
{
    const int at = stage();
    if (at < 0)
        return -1;
    const Extents &taps = told->stages[static_cast<std::size_t>(at)].taps;
    if (taps.size() < 3 || axes.size() < 3)
        return static_cast<int>(term.tap);
    const std::int64_t plane = taps[taps.size() - 2] * taps.back();
    return term.tap / plane == choice.depth ? static_cast<int>(term.tap % plane) : -1;
}

int CellStory::lineAxis() const
{
    if (!arithmetic.activation.isOfLine() || arithmetic.activation.isGlu)
        return 0;
    const int axis = arithmetic.activation.axis;
    return axis < 0 ? axis + operands->output.rank() : axis;
}

bool CellStory::hasLine() const
{
    return told != nullptr && told->stages.size() > 1 && lineAxis() > 0;
}

std::int64_t CellStory::placeOnLine() const
{
    const int axis = lineAxis();
    return axis < 1 ? -1
                    : tensorIndex(cell, operands->outputFormat)[static_cast<std::size_t>(axis) - 1];
}

Extents CellStory::cellOnLine(std::int64_t place) const
{
    const int axis = lineAxis();
    Extents index = tensorIndex(cell, operands->outputFormat);
    if (axis > 0)
        index[static_cast<std::size_t>(axis) - 1] =
            std::clamp<std::int64_t>(place, 0, operands->output.extent(axis) - 1);
    return cellOf(index, operands->outputFormat);
}

std::vector<Term> CellStory::terms() const
{
    std::vector<Term> chosen;
    const int at = stage();
    if (at < 0)
        return chosen;
    const Stage &from = told->stages[static_cast<std::size_t>(at)];
    const bool isByChannel = arithmetic.rule == Arithmetic::Rule::Sum;
    if (isByChannel && !from.channels.empty()) {
        for (const ChannelSum &channel : from.channels) {
            if (channel.channel != choice.channel)
                continue;
            for (std::size_t i = channel.first; i < channel.first + channel.count; ++i)
                chosen.push_back(from.terms[i]);
        }
        return chosen;
    }
    for (const Term &term : from.terms) {
        if (!isByChannel || term.channel == choice.channel)
            chosen.push_back(term);
    }
    return chosen;
}

CellStory storyOf(const LayerOperands &operands, const Explanation *told, const Extents &pinned,
                  const Extents &cell, std::int64_t batch, StoryChoice choice)
{
    CellStory story;
    story.operands = &operands;
    story.told = told;
    story.pinned = pinned;
    story.cell = cell;
    story.batch = batch;
    story.arithmetic = layerArithmetic(operands);
    story.axes = axesOf(operands);
    story.choice = std::move(choice);
    const ChannelRange range = story.channels();
    story.choice.channel = std::clamp<std::int64_t>(
        story.choice.channel, range.first, std::max(range.first + range.count - 1, range.first));
    if (story.arithmetic.rule == Arithmetic::Rule::Copy && told != nullptr &&
        !told->stages.empty() && told->stages.front().reduce == Reduce::Copy) {
        // The one cell that is copied says where it lies.
        const Term &copied = told->stages.front().terms.front();
        story.choice.input = std::max(copied.input, 0);
        story.choice.channel = copied.source >= 0 ? copied.channel : story.choice.channel;
    }
    story.choice.input =
        std::clamp(story.choice.input, 0, static_cast<int>(operands.inputs.size()) - 1);
    const std::int64_t taps = story.axes.size() > 2 ? story.axes.front().taps : 1;
    story.choice.depth = std::clamp<std::int64_t>(story.choice.depth, 0, taps - 1);
    if (!story.isTransposed())
        story.choice.scatterFrom.reset();
    return story;
}

} // namespace convscope
