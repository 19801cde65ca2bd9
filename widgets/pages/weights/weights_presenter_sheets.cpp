// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What WeightsPresenter gives the views to read.
#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "pages/weights/cell_digits.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_names.h"
#include "pages/weights/weight_overview.h"
#include "pages/weights/weights_presenter.h"
#include "style/numbers.h"
#include "views/panel_buttons.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Values of which the strongest is looked for here until all are measured.
constexpr std::size_t kRough = 4096;

} // namespace

void WeightsPresenter::showNames()
{
    const Layer &layer = m_context.document->model().layer(m_weights.layer());
    m_views.title->setText(entry().isVectors ? tr("Values of %1").arg(qt(layer.name()))
                                             : tr("Kernels of %1").arg(qt(layer.name())));
    QStringList extents;
    for (const std::int64_t extent : spec().shape)
        extents << integerText(extent);
    QString text = extents.join(u" × "_s);
    // One slice of each kernel is shown.
    if (const std::int64_t slices = layout().kernel().slices; !entry().isVectors && slices > 1)
        text += u" · "_s + tr("slice %1 of %2").arg(m_place.slice).arg(slices);
    m_views.shape->setText(text);
}

QString WeightsPresenter::nameOfChannel(std::int64_t channel) const
{
    // A layer may have left the model before this page hears of it.
    const int layer = m_weights.layer();
    if (layer < 0 || layer >= m_context.document->model().size())
        return QString::number(channel);
    return channelName(m_context.document->model(), layer, m_context.document->input(),
                       layout().channels(), channel);
}

double WeightsPresenter::reachOf(std::size_t weight, std::int64_t filter) const
{
    if (m_statistics && m_measured == weight) {
        const bool ofFilter = m_isRangeOfFilter && !m_weights.layout(weight).isVector() &&
                              filter < static_cast<std::int64_t>(m_statistics->reaches.size());
        const double reach =
            ofFilter ? m_statistics->reaches[std::size_t(filter)] : m_statistics->reach;
        if (reach > 0)
            return reach;
    }
    const std::span<const float> values = m_weights.tensors()[weight].values();
    double reach = 0;
    for (const float value : values.first(std::min<std::size_t>(values.size(), kRough)))
        reach = std::max(reach, std::isfinite(value) ? std::abs(double(value)) : 0.0);
    return reach;
}

std::optional<std::size_t> WeightsPresenter::biasWeight() const
{
    if (entry().isVectors)
        return std::nullopt;
    for (std::size_t i = 0; i < m_weights.specs().size(); ++i) {
        // One number per map.
        const std::int64_t maps = m_weights.layout(i).filters();
        if (m_weights.specs()[i].name == "bias" &&
            (maps == layout().filters() ||
             (isTurned() && maps == layout().filters() * layout().channels())))
            return i;
    }
    return std::nullopt;
}

bool WeightsPresenter::isTurned() const
{
    return !entry().isVectors && spec().name.starts_with("depthwise");
}

WeightPlace WeightsPresenter::placeOfTile(OverviewTile tile) const
{
    WeightPlace place = m_place;
    place.filter = isTurned() ? tile.channel : tile.filter;
    place.channel = isTurned() ? tile.filter : tile.channel;
    return place;
}

void WeightsPresenter::showOverview()
{
    m_views.overview->setVisible(!entry().isVectors);
    m_views.range->setVisible(!entry().isVectors);
    if (entry().isVectors)
        return;
    OverviewSheet sheet;
    const bool turned = isTurned();
    sheet.filters = turned ? layout().channels() : layout().filters();
    sheet.channels = turned ? layout().filters() : layout().channels();
    sheet.kernel = layout().kernel();
    sheet.slice = m_place.slice;
    sheet.value = [this, turned](WeightPlace place) {
        if (turned)
            std::swap(place.filter, place.channel);
        return m_weights.value(m_weight, place);
    };
    if (turned && layout().filters() > 1)
        sheet.channelName = [](std::int64_t filter) { return tr("filter %1").arg(filter); };
    else if (!turned && layout().channels() > 1)
        sheet.channelName = [this](std::int64_t channel) { return nameOfChannel(channel); };
    sheet.isTurned = turned;
    // Of a depthwise kernel a filter is a row, which has no range of its own here.
    sheet.reach = [this, turned](std::int64_t filter) {
        return reachOf(m_weight, turned ? std::int64_t{1} << 30 : filter);
    };
    if (const auto bias = biasWeight(); bias && m_weights.layout(*bias).filters() == sheet.filters)
        sheet.bias = [this, bias = *bias](std::int64_t filter) {
            return m_weights.value(bias, {.filter = filter});
        };
    m_views.overview->setSheet(std::move(sheet));
    showNames();
}

void WeightsPresenter::showCells()
{
    CellSheet sheet;
    const WeightLayout &now = layout();
    if (entry().isVectors) {
        sheet.rows = static_cast<std::int64_t>(entry().weights.size());
        sheet.columns = now.filters();
        sheet.rowHead = [this](std::int64_t row) {
            return qt(m_weights.specs()[entry().weights[std::size_t(row)]].name);
        };
        sheet.columnHead = [](std::int64_t column) { return QString::number(column); };
        sheet.place = [this](std::int64_t row, std::int64_t column) {
            return cellName(m_weights.specs()[entry().weights[std::size_t(row)]], {column});
        };
    } else if (now.isMatrix()) {
        sheet.rows = now.channels();
        sheet.columns = now.filters();
        sheet.rowHead = [this](std::int64_t row) { return nameOfChannel(row); };
        sheet.columnHead = [](std::int64_t column) { return QString::number(column); };
        sheet.place = [](std::int64_t row, std::int64_t column) {
            return tr("channel %1, filter %2").arg(row).arg(column);
        };
    } else {
        sheet.rows = now.kernel().rows;
        sheet.columns = now.kernel().columns;
        sheet.isLine = now.spatialRank() == 1;
        sheet.place = [line = sheet.isLine](std::int64_t row, std::int64_t column) {
            return line ? tr("step %1").arg(column) : tr("row %1, column %2").arg(row).arg(column);
        };
    }
    sheet.value = [this](std::int64_t row, std::int64_t column) {
        const SheetCell cell{row, column};
        return m_weights.value(weightAt(cell), placeAt(cell));
    };
    sheet.reach = [this](std::int64_t row) {
        return reachOf(weightAt({row, 0}), layout().isMatrix() ? 1 << 30 : m_place.filter);
    };
    m_views.cells->setSheet(std::move(sheet));
    m_views.sliceRow->setVisible(!entry().isVectors && now.kernel().slices > 1);
    m_views.slice->setBounds(0, now.kernel().slices - 1);
}

std::size_t WeightsPresenter::weightAt(SheetCell cell) const
{
    return entry().isVectors ? entry().weights[std::size_t(cell.row)] : m_weight;
}

WeightPlace WeightsPresenter::placeAt(SheetCell cell) const
{
    if (entry().isVectors)
        return {.filter = cell.column};
    if (layout().isMatrix())
        return {.filter = cell.column, .channel = cell.row};
    WeightPlace place = m_place;
    place.row = cell.row;
    place.column = cell.column;
    return place;
}

SheetCell WeightsPresenter::cellOf(const WeightPlace &place) const
{
    if (entry().isVectors) {
        const auto &weights = entry().weights;
        const auto row = std::find(weights.begin(), weights.end(), m_weight) - weights.begin();
        return {row, place.filter};
    }
    if (layout().isMatrix())
        return {place.channel, place.filter};
    return {place.row, place.column};
}

void WeightsPresenter::describe(std::optional<SheetCell> hovered)
{
    if (!m_isActive || !m_nothing.isEmpty())
        return;
    const SheetCell cell = hovered.value_or(cellOf(m_place));
    const WeightPlace place = placeAt(cell);
    const std::size_t weight = weightAt(cell);
    // As few digits as mean this very value.
    QString value = QString::number(shortest(m_weights.value(weight, place)), 'g', 9);
    value.replace(u'-', QChar(0x2212));
    m_context.status->showCell(
        tr("%1 = %2   drag up or down, Shift: finer")
            .arg(cellName(m_weights.specs()[weight], m_weights.layout(weight).indices(place)),
                 value));
}

} // namespace convscope
