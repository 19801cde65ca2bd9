// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/cell_text.h"

#include "style/numbers.h"
#include "tensor/spatial_reduction.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("CellText", text);
}

/// The part of the model's input that the cell was computed from; empty where that is not a box.
QString rangeInInput(const ModelDocument &document, const LayerResults &results, int layer,
                     const std::vector<std::int64_t> &cell, int reduction)
{
    if (layer < 0 || document.inputTensors().empty())
        return {};
    const auto &field = results.shapesFor(reduction).layers[static_cast<std::size_t>(layer)].field;
    const Tensor &tensor = document.inputTensors().front();
    if (!field || field->everything || field->axes.size() != cell.size() || tensor.rank() < 3)
        return {};
    const DataFormat format = document.inputFormat();
    const Extents whole = reducedExtents(tensor.extents(), format, reduction);
    const auto first = whole.begin() + spatialAxis(format);
    const Extents input(first, first + tensor.rank() - 2);
    if (input.size() != cell.size())
        return {};
    const auto count = static_cast<int>(cell.size());
    QStringList parts;
    for (int i = 0; i < count; ++i) {
        const auto axis = static_cast<std::size_t>(i);
        const FieldAxis &f = field->axes[axis];
        const auto from = static_cast<std::int64_t>(
            std::floor(f.start + static_cast<double>(cell[axis]) * f.jump));
        const std::int64_t last = std::min(from + f.size - 1, input[axis] - 1);
        parts << u"%1 %2–%3"_s.arg(QString::fromStdString(axisName(i, count)),
                                   QString::number(std::max<std::int64_t>(from, 0)),
                                   QString::number(last));
    }
    return (reduction > 1 ? tr("%1 of the reduced input") : tr("%1 of the input"))
        .arg(parts.join(u", "_s));
}

} // namespace

QString cellText(const ModelDocument &document, const LayerResults &results, int layer,
                 const RenderedMaps &maps, std::int64_t row, std::int64_t column)
{
    const RenderRequest &request = maps.request;
    if (row < 0 || column < 0 || row >= maps.plane.rows || column >= maps.plane.columns)
        return {};
    std::vector<std::int64_t> place;
    if (request.output.rank() == 5)
        place.push_back(request.slice);
    if (request.output.rank() >= 4)
        place.push_back(row);
    place.push_back(column);
    QStringList index;
    for (const std::int64_t i : place)
        index << QString::number(i);
    if (request.output.rank() > 2) {
        if (request.format == DataFormat::ChannelsLast)
            index.append(QString::number(request.channel));
        else
            index.prepend(QString::number(request.channel));
    }
    if (request.output.extent(0) > 1)
        index.prepend(QString::number(request.batch));
    const QString name =
        layer < 0 ? tr("input") : QString::fromStdString(document.model().layer(layer).name());
    QString text =
        u"%1 [%2] = %3"_s.arg(name, index.join(u", "_s), valueText(maps.plane.at(row, column), 7));
    // The input may be another one by now.
    if (results.showsStale() && results.isStale(layer))
        return tr("out of date: %1").arg(text);
    if (const QString range = rangeInInput(document, results, layer, place, request.reduction);
        !range.isEmpty())
        text += u" ← "_s + range;
    return text;
}

} // namespace convscope
