// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/cell_text.h"

#include "explaining/explanation_words.h"
#include "explaining/ranges_text.h"
#include "language/core_words.h"
#include "model/cell_fields.h"

#include <QCoreApplication>
#include <QStringList>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(CellText)
};

/// The parts of the model's inputs that the cell was computed from; empty where they have no
/// places.
QString rangesInInputs(const ModelDocument &document, const LayerResults &results, int layer,
                       const Extents &index, int reduction)
{
    if (layer < 0)
        return {};
    const Model &model = document.model();
    QStringList ranges;
    for (const CellField &field :
         fieldsOf(model, results.shapesFor(reduction), layer, regionOf(index))) {
        const std::vector<CellRange> box = spatialBox(field.region, document.inputFormat());
        if (field.tensor.kind != Source::Kind::Input || box.empty())
            continue;
        if (model.inputs.size() < 2) {
            ranges << (reduction > 1 ? CellText::tr("%1 of the reduced input")
                                     : CellText::tr("%1 of the input"))
                          .arg(rangesText(box));
            continue;
        }
        const QString name =
            QString::fromStdString(model.inputs[static_cast<std::size_t>(field.tensor.index)].name);
        ranges << (reduction > 1 ? CellText::tr("%1 of the reduced %2") : CellText::tr("%1 of %2"))
                      .arg(rangesText(box), name);
    }
    return ranges.join(u"; "_s);
}

} // namespace

QString cellText(const ModelDocument &document, const LayerResults &results, int layer,
                 const RenderedMaps &maps, std::int64_t row, std::int64_t column)
{
    const RenderRequest &request = maps.request;
    // A page that comes back may still show a layer that has left the model.
    if (layer >= document.model().size())
        return {};
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
    // Of several inputs each goes by its name.
    const QString own =
        QString::fromStdString(layer < 0 ? request.layer : document.model().layer(layer).name());
    const QString name = own.isEmpty() ? CellText::tr("input") : own;
    QString text =
        u"%1 [%2] = %3"_s.arg(name, index.join(u", "_s), allDigits(maps.plane.at(row, column)));
    // The input may be another one by now.
    if (results.showsStale() && results.isStale(layer))
        return CellText::tr("out of date: %1").arg(text);
    if (request.output.rank() > 2)
        place.insert(request.format == DataFormat::ChannelsLast ? place.end() : place.begin(),
                     request.channel);
    if (const QString range = rangesInInputs(document, results, layer, place, request.reduction);
        !range.isEmpty())
        text += u" ← "_s + range;
    return text;
}

QString whyNoMaps(const ModelDocument &document, const LayerResults &results, int layer)
{
    if (document.inputTensors().empty())
        return CellText::tr("No input yet. Open, drop or paste a picture, a volume or a sound.");
    if (const EvaluatedLayer *evaluated = results.at(layer))
        return CellText::tr("An output of shape %1 has no maps to show.")
            .arg(QString::fromStdString(toString(evaluated->result.output.extents())));
    if (results.isUpToDate())
        return CellText::tr("A layer before this one did not run.");
    if (!results.isPreview() || results.wasStopped() || layer < 0)
        return CellText::tr(
            "Not computed yet. The status bar says what it would take; F5 computes it.");
    const ModelShapes &shapes = results.shapesFor(results.reduction());
    const LayerState state = layerState(shapes.layers[static_cast<std::size_t>(layer)], nullptr);
    return state.error
               ? CellText::tr("No preview: on so small an input %1").arg(localized(*state.error))
               : CellText::tr(
                     "No preview: it waits for %1, which does not run on so small an input.")
                     .arg(QString::fromStdString(state.waitsFor));
}

} // namespace convscope
