// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/merge_headings.h"

#include "model/rewire.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct MergeHeadings
{
    Q_DECLARE_TR_FUNCTIONS(MergeHeadings)
};

} // namespace

std::vector<GridHeading> mergeHeadings(const ModelDocument &document, int layer, DataFormat format)
{
    const Model &model = document.model();
    if (layer < 0 || layer >= model.size())
        return {};
    const Layer &owner = model.owner(layer);
    const LayerShapes &shapes = document.shapes().layers[static_cast<std::size_t>(layer)];
    if (owner.type().className != "Concatenate" || !shapes.output || shapes.inputs.size() < 2)
        return {};
    const Value value = owner.value("axis");
    const auto *axis = std::get_if<std::int64_t>(&value);
    const int rank = shapes.output->rank();
    if (axis == nullptr || rank < 3)
        return {};
    const auto joined = static_cast<int>(*axis < 0 ? *axis + rank : *axis);
    if (joined != channelAxis(format, rank))
        return {};
    const std::vector<std::string> names = readNames(model, layer);
    std::vector<GridHeading> headings;
    std::int64_t first = 0;
    for (std::size_t i = 0; i < shapes.inputs.size() && i < names.size(); ++i) {
        const auto &channels = shapes.inputs[i][joined];
        if (!channels)
            return {};
        GridHeading heading;
        heading.chip = QString::number(i);
        heading.name = QString::fromStdString(names[i]);
        heading.note =
            *channels == 1
                ? MergeHeadings::tr("map %1").arg(first)
                : MergeHeadings::tr("maps %1 to %2").arg(first).arg(first + *channels - 1);
        heading.count = static_cast<int>(*channels);
        headings.push_back(std::move(heading));
        first += *channels;
    }
    return headings;
}

} // namespace convscope
