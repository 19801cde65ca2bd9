// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "presenters/stack_arrangement.h"

#include <QObject>
#include <QString>

#include <vector>

namespace convscope {

class StackPanel;

/// What is looked for in the stack: which layers are hits, which of them is the current one, and
/// where the next is, inside folded blocks too.
class StackSearch : public QObject
{
    Q_OBJECT

public:
    /// `stack` and what `context` names must outlive this object.
    StackSearch(const PageContext &context, StackPanel *stack, QObject *parent = nullptr);

    /// Cards or rows have changed: tells the panel the hits.
    void follow(const StackArrangement &stack);
    [[nodiscard]] bool isOpen() const { return !m_text.isEmpty(); }
    [[nodiscard]] bool isHit(int layer) const;

Q_SIGNALS:
    /// Other layers are hits.
    void changed();
    /// To this layer, which may be in a folded block.
    void layerWanted(int layer);

private:
    void look(const QString &text);
    void step(int direction);
    void findHits();
    void show();
    /// Of the first hit at the selected layer or behind it.
    void setCurrentFromSelection();

    PageContext m_context;
    StackPanel *m_panel;
    StackArrangement m_stack;
    QString m_text;
    /// Layers in the order of the stack.
    std::vector<int> m_hits;
    int m_current = -1;
};

} // namespace convscope
