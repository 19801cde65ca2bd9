// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/pinned_field.h"

#include "explaining/explanation_words.h"
#include "explaining/ranges_text.h"
#include "language/core_words.h"
#include "model/output_format.h"
#include "pictures/map_painting.h"
#include "visual/colormap.h"
#include "visual/plane.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::PinnedField)
};

/// Spatial entries of a list that has one per axis behind the batch.
std::vector<CellRange> spatialOf(const std::vector<CellRange> &axes, DataFormat format)
{
    std::vector<CellRange> spatial = axes;
    if (spatial.size() < 2)
        return {};
    if (format == DataFormat::ChannelsLast)
        spatial.pop_back();
    else
        spatial.erase(spatial.begin());
    return spatial;
}

/// Index behind the batch of the pinned cell in a tensor of these extents; empty: no such cell.
Extents pinnedIndex(const Selection &selection, int layer, const Extents &extents,
                    DataFormat format)
{
    const auto rank = static_cast<int>(extents.size());
    const LookedAt at = selection.lookedAt(layer);
    const auto &pinned = selection.pinned();
    std::vector<std::int64_t> place;
    if (pinned)
        place = pinned->place;
    if (rank < 2 || !pinned)
        return {};
    Extents cell;
    if (rank == 2) {
        cell = place;
    } else {
        const std::int64_t channels = extents[static_cast<std::size_t>(channelAxis(format, rank))];
        if (channels < 1)
            return {};
        if (rank == 5) {
            const auto spatial = extents.begin() + spatialAxis(format);
            const auto middle = [](std::int64_t index, std::int64_t length) {
                return index < 0 ? length / 2 : index;
            };
            place = {middle(at.slice, spatial[0]), middle(at.row, spatial[1]),
                     middle(at.column, spatial[2])};
        }
        cell = place;
        cell.push_back(std::clamp<std::int64_t>(at.channel, 0, channels - 1));
    }
    const Extents own = cellExtents(extents, format);
    if (cell.size() != own.size() ||
        !std::equal(cell.begin(), cell.end(), own.begin(), std::less()))
        return {};
    return tensorIndex(cell, format);
}

/// The photo's cells under the heat, in colour where there are three channels, and the heat on
/// them.
QImage partOf(const Tensor &input, DataFormat format, std::int64_t batch,
              const EffectivePicture &effective)
{
    const std::int64_t channels = channelCount(input, format);
    std::vector<Plane> whole;
    std::vector<Plane> planes;
    for (std::int64_t channel = 0; channel < std::min<std::int64_t>(channels, 3); ++channel) {
        Plane plane = mapPlane(input, format, batch, channel);
        whole.push_back(plane);
        plane.offset +=
            effective.first[0] * plane.rowStride + effective.first[1] * plane.columnStride;
        plane.rows = effective.heat.height();
        plane.columns = effective.heat.width();
        planes.push_back(plane);
    }
    if (planes.empty())
        return {};
    const ValueRange range = photoRange(whole);
    QImage part = planes.size() == 3 ? paintPhoto(planes[0], planes[1], planes[2], range, {})
                                     : paintPlane(planes[0], range, *findColormap("gray"), false);
    if (part.isNull())
        return part;
    QPainter painter(&part);
    painter.drawImage(0, 0, effective.heat);
    return part;
}

} // namespace

std::optional<PinnedField> PinnedField::of(const ModelDocument &document,
                                           const LayerResults &results, const Selection &selection)
{
    return of(document, results, selection, selection.pinnedLayer());
}

std::optional<PinnedField> PinnedField::of(const ModelDocument &document,
                                           const LayerResults &results, const Selection &selection,
                                           int layer)
{
    if (!selection.pinned() || document.inputTensors().empty())
        return std::nullopt;
    const Model &model = document.model();
    const ModelShapes &shapes = results.shapesFor(results.reduction());
    PinnedField field;
    field.m_layer = layer;
    field.m_inputFormat = document.inputFormat();
    field.m_formats = outputFormats(model, document.stage().formats);
    for (int i = 0; i < model.size(); ++i)
        field.m_names.push_back(model.layer(i).name());
    Extents extents;
    DataFormat format = field.m_inputFormat;
    if (field.m_layer < 0) {
        // Of a preview the input is smaller; what is left of another model may have another rank.
        extents = document.inputTensors().front().extents();
        const EvaluatedLayer *input = results.at(-1);
        if (results.isPreview() && input != nullptr && !input->result.output.isNull() &&
            input->result.output.rank() == static_cast<int>(extents.size()))
            extents = input->result.output.extents();
    } else {
        const auto &shape = shapes.layers[static_cast<std::size_t>(field.m_layer)].output;
        if (!shape || !shape->isKnown())
            return std::nullopt;
        for (int axis = 0; axis < shape->rank(); ++axis)
            extents.push_back((*shape)[axis].value_or(0));
        format = field.m_formats[static_cast<std::size_t>(field.m_layer)];
    }
    const Extents index = pinnedIndex(selection, field.m_layer, extents, format);
    if (index.empty())
        return std::nullopt;
    field.m_cell = cellOf(index, format);
    const std::string name =
        field.m_layer < 0 ? "input" : field.m_names[static_cast<std::size_t>(field.m_layer)];
    field.m_name = QString::fromStdString(name) + u' ' + cellIndexText(index);
    Source own{Source::Kind::Input, 0};
    if (field.m_layer >= 0) {
        field.m_seen = fieldsOf(model, shapes, field.m_layer, regionOf(index));
        own = {Source::Kind::Layer, field.m_layer};
    }
    field.m_reached = reachOf(model, shapes, own, regionOf(index));
    return field;
}

std::optional<FieldBox> PinnedField::in(int layer) const
{
    // What is shown may have left the model.
    if (layer >= static_cast<int>(m_formats.size()))
        return std::nullopt;
    FieldBox box;
    const DataFormat format =
        layer < 0 ? m_inputFormat : m_formats[static_cast<std::size_t>(layer)];
    for (const CellField &field : m_seen) {
        const bool isIt =
            layer < 0 ? field.tensor.kind == Source::Kind::Input && field.tensor.index == 0
                      : field.tensor.kind == Source::Kind::Layer && field.tensor.index == layer;
        if (!isIt)
            continue;
        box.cells = spatialBox(field.region, format);
        box.reach = spatialOf(field.reach, format);
        if (box.reach.size() != box.cells.size())
            box.reach = box.cells;
        box.paddingShare = field.paddingShare();
        if (field.branches.size() > 1) {
            for (const FieldBranch &branch : field.branches)
                box.through << QString::fromStdString(
                    m_names[static_cast<std::size_t>(branch.reader)]);
        }
        return box.cells.empty() ? std::nullopt : std::optional(box);
    }
    for (const CellReach &reached : m_reached) {
        if (reached.layer != layer)
            continue;
        box.cells = spatialBox(reached.region, format);
        box.reach = box.cells;
        box.isSeen = false;
        return box.cells.empty() ? std::nullopt : std::optional(box);
    }
    return std::nullopt;
}

QString PinnedField::sentence(const FieldBox &box)
{
    QString text = rangesText(box.cells);
    if (box.paddingShare > 0)
        text += FieldWords::tr(" · %1 % padding")
                    .arg(box.paddingShare < 0.01
                             ? u"< 1"_s
                             : QString::number(std::lround(box.paddingShare * 100)));
    if (!box.through.isEmpty())
        text += FieldWords::tr(" · through %1").arg(box.through.join(u", "_s));
    return text;
}

QString EffectivePicture::words() const
{
    return isExact ? FieldWords::tr("effective field, exact")
                   : FieldWords::tr("effective field, first order");
}

Result<EffectivePicture> effectivePicture(const Model &model, std::span<const Tensor> inputs,
                                          const RunResult &result, int layer, const Extents &cell,
                                          std::int64_t batch, std::stop_token stop)
{
    auto fields = effectiveFields(model, inputs, result, layer, cell, batch, stop);
    if (!fields)
        return fail(fields.error());
    EffectivePicture picture;
    picture.isExact = fields->isExact;
    const DataFormat format = inputFormat(model);
    const bool isLast = format == DataFormat::ChannelsLast;
    for (const EffectiveField &field : fields->inputs) {
        const std::size_t rank = field.extents.size();
        if (field.input != 0 || rank < 2 || rank > 4)
            continue;
        // Axes behind the batch without that of the channels.
        const std::ptrdiff_t from = isLast ? 0 : 1;
        const auto spatial = static_cast<std::ptrdiff_t>(rank) - 1;
        const auto taken = [&](const Extents &all) {
            return Extents(all.begin() + from, all.begin() + from + spatial);
        };
        const std::int64_t channels = isLast ? field.extents.back() : field.extents.front();
        const auto count = static_cast<std::int64_t>(field.slopes.size()) / channels;
        std::vector<double> sizes(static_cast<std::size_t>(count), 0);
        for (std::int64_t i = 0; i < count * channels; ++i) {
            const double slope = std::abs(field.slopes[static_cast<std::size_t>(i)]);
            if (std::isfinite(slope))
                sizes[static_cast<std::size_t>(isLast ? i / channels : i % count)] += slope;
        }
        const Colormap *map = findColormap("magma");
        const double most = count > 0 ? *std::max_element(sizes.begin(), sizes.end()) : 0;
        if (map == nullptr || !(most > 0))
            continue;
        picture.first = taken(field.first);
        picture.extents = taken(field.extents);
        for (const double size : sizes) {
            // Small shares are seen too.
            const double share = std::sqrt(size / most);
            const QRgb colour = map->colours[static_cast<std::size_t>(80 + share * 175)];
            picture.colours.push_back(qPremultiply(
                qRgba(qRed(colour), qGreen(colour), qBlue(colour), static_cast<int>(share * 225))));
        }
        if (spatial != 2)
            continue;
        QImage heat(static_cast<int>(picture.extents[1]), static_cast<int>(picture.extents[0]),
                    QImage::Format_ARGB32_Premultiplied);
        if (heat.isNull())
            continue;
        for (int row = 0; row < heat.height(); ++row)
            std::copy_n(picture.colours.begin() + std::ptrdiff_t{row} * heat.width(), heat.width(),
                        reinterpret_cast<QRgb *>(heat.scanLine(row)));
        picture.heat = heat;
        picture.field = partOf(inputs.front(), format, batch, picture);
    }
    return picture;
}

} // namespace convscope
