// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"

#include <QObject>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Where in a layer's output the person looks.
struct LookedAt
{
    std::int64_t channel = 0;
    std::int64_t batch = 0;
    /// −1: the middle one.
    std::int64_t slice = -1;
    /// Cursor of a volume; −1: the middle.
    std::int64_t row = -1;
    std::int64_t column = -1;

    bool operator==(const LookedAt &) const = default;
};

/// A cell that stays marked, as a place in the picture of a map: (row, column), or (step) of a
/// sequence. It holds for every map that has such a cell.
struct PinnedCell
{
    std::vector<std::int64_t> place;

    bool operator==(const PinnedCell &) const = default;
};

/// What a person looks at: a value, which no page keeps for itself. Layers go by name, so that it
/// stays with its layer while others come and go.
struct SelectionState
{
    /// Empty: the input.
    std::string layer;
    /// Which of the model's inputs is looked at where the input is selected.
    std::size_t input = 0;
    std::map<std::string, LookedAt> lookedAt;
    std::optional<PinnedCell> pinned;
    /// Where it was pinned: its receptive field is of that layer's cell. Empty: the input.
    std::string pinnedIn;
    /// Fields and reaches of the pinned cell are drawn.
    bool showsField = true;

    bool operator==(const SelectionState &) const = default;
};

/// The selected layer, the map looked at in every layer and the pinned cell, beside the document.
class Selection : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    explicit Selection(ModelDocument *document, QObject *parent = nullptr);

    [[nodiscard]] const SelectionState &state() const { return m_state; }

    /// Position of the selected layer; −1: the input.
    [[nodiscard]] int layer() const;
    void selectLayer(int index);
    /// Of the model's inputs the one that is looked at where the input is selected; one that is
    /// there.
    [[nodiscard]] std::size_t input() const;
    void selectInput(std::size_t input);
    /// Everything at once, as it was kept; a layer that is not there is the input.
    void restore(SelectionState state);
    [[nodiscard]] LookedAt lookedAt() const;
    /// In another layer than the selected one.
    [[nodiscard]] LookedAt lookedAt(int index) const;
    void look(const LookedAt &at);

    [[nodiscard]] const std::optional<PinnedCell> &pinned() const { return m_state.pinned; }
    void pin(std::optional<PinnedCell> cell);
    /// Position of the layer that the cell was pinned in; −1: the input. The selected layer where
    /// that one has gone.
    [[nodiscard]] int pinnedLayer() const;
    [[nodiscard]] bool showsField() const { return m_state.showsField; }
    void setShowsField(bool isShown);
    /// The cell of the selected layer's output that is pinned, in an output of these spatial
    /// extents: the cursor of a volume, else the pinned cell. Nothing where none is, or where it
    /// lies outside.
    [[nodiscard]] std::optional<std::vector<std::int64_t>>
    cellIn(const std::vector<std::int64_t> &spatialExtents) const;

Q_SIGNALS:
    /// Another layer is selected.
    void layerSelected(int index);
    /// Another of the model's inputs is looked at.
    void inputSelected(std::size_t input);
    /// Another map, slice or batch entry of the selected layer.
    void lookedElsewhere();
    void pinnedElsewhere();
    void fieldToggled(bool isShown);

private:
    [[nodiscard]] std::string nameOf(int index) const;
    void follow();

    ModelDocument *m_document;
    SelectionState m_state;
    /// Where the selected layer stood last: its neighbour is selected when it goes.
    int m_lastIndex = -1;
};

} // namespace convscope
