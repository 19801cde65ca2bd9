// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "explain/effective_field.h"
#include "model/cell_fields.h"

#include <QImage>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace convscope {

/// A field or a reach in one tensor, as a box along its spatial axes.
struct FieldBox
{
    /// Cells inside the tensor, an entry per spatial axis.
    std::vector<CellRange> cells;
    /// The same with what lies in padding.
    std::vector<CellRange> reach;
    double paddingShare = 0;
    /// Names of the layers that it comes through where branches part; else empty.
    QStringList through;
    /// What the cell depends on; else what it reaches.
    bool isSeen = true;
};

/// The pinned cell with everything it depends on and everything it reaches.
class PinnedField
{
public:
    /// Nothing where no cell is pinned, or where its layer has no such cell.
    [[nodiscard]] static std::optional<PinnedField>
    of(const ModelDocument &document, const LayerResults &results, const Selection &selection);
    /// Of the same place in another layer.
    [[nodiscard]] static std::optional<PinnedField> of(const ModelDocument &document,
                                                       const LayerResults &results,
                                                       const Selection &selection, int layer);

    /// The layer of the cell; −1: the input.
    [[nodiscard]] int layer() const { return m_layer; }
    /// The cell, the channel last.
    [[nodiscard]] const Extents &cell() const { return m_cell; }
    /// "conv2d_1 [74, 110, 27]".
    [[nodiscard]] QString name() const { return m_name; }
    /// In the output of a layer (−1: the first input): what is seen there, or reached. Nothing for
    /// the cell's own tensor and for those it has nothing to do with.
    [[nodiscard]] std::optional<FieldBox> in(int layer) const;
    /// As words: "rows 72–89, columns 102–119 · 18 % padding".
    [[nodiscard]] static QString sentence(const FieldBox &box);

private:
    int m_layer = -1;
    Extents m_cell;
    QString m_name;
    std::vector<CellField> m_seen;
    std::vector<CellReach> m_reached;
    std::vector<DataFormat> m_formats;
    DataFormat m_inputFormat = DataFormat::ChannelsLast;
    std::vector<std::string> m_names;
};

/// How much each cell of the photo, sequence or volume counts for the pinned cell, by magnitude.
struct EffectivePicture
{
    /// The field's box: index of its first cell and its lengths, an entry per spatial axis.
    Extents first;
    Extents extents;
    /// A colour per cell of the box, row by row, premultiplied: transparent where nothing counts.
    std::vector<QRgb> colours;
    /// Of a picture the same as rows × columns.
    QImage heat;
    bool isExact = true;
    /// The part of the photo under it with the heat over it.
    QImage field;

    /// "effective field, exact", or "first order".
    [[nodiscard]] QString words() const;
};

/// Of the model's first input, where that has places; empty where the cell does not depend on it.
/// Blocks: for a worker thread.
[[nodiscard]] Result<EffectivePicture>
effectivePicture(const Model &model, std::span<const Tensor> inputs, const RunResult &result,
                 int layer, const Extents &cell, std::int64_t batch, std::stop_token stop);

} // namespace convscope
