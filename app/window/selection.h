// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"

#include <QObject>
#include <map>
#include <optional>
#include <string>

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

/// The selected layer and the map looked at in every layer. Layers are remembered by name, so the
/// selection stays with its layer while others come and go.
class Selection : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    explicit Selection(ModelDocument *document, QObject *parent = nullptr);

    /// Position of the selected layer; −1: the input.
    [[nodiscard]] int layer() const;
    void selectLayer(int index);
    [[nodiscard]] LookedAt lookedAt() const;
    /// In another layer than the selected one.
    [[nodiscard]] LookedAt lookedAt(int index) const;
    void look(const LookedAt &at);

Q_SIGNALS:
    /// Another layer is selected.
    void layerSelected(int index);
    /// Another map, slice or batch entry of the selected layer.
    void lookedElsewhere();

private:
    [[nodiscard]] std::string nameOf(int index) const;
    void follow();

    ModelDocument *m_document;
    /// Empty: the input.
    std::string m_name;
    /// Where the selected layer stood last: its neighbour is selected when it goes.
    int m_lastIndex = -1;
    std::map<std::string, LookedAt> m_lookedAt;
};

} // namespace convscope
