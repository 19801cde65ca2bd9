// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "presenters/stack_arrangement.h"

#include <QObject>

#include <vector>

namespace convscope {

class RibbonOverview;
class StackPanel;
class StackSearch;

/// Keeps the overview of all layers below the ribbon: their times, hits and problems, and the part
/// that the stack shows, which it moves.
class NetworkOverview : public QObject
{
    Q_OBJECT

public:
    NetworkOverview(const PageContext &context, StackPanel *stack, RibbonOverview *overview,
                    QObject *parent = nullptr);

    void follow(const StackArrangement &stack, const StackSearch &search);

private:
    void showFrame();
    void scrollTo(double position);
    /// The first and the last position in the order that a row stands for.
    [[nodiscard]] std::pair<int, int> positionsOf(int row) const;

    PageContext m_context;
    StackPanel *m_panel;
    RibbonOverview *m_overview;
    StackArrangement m_stack;
    /// By layer.
    std::vector<int> m_positions;
};

} // namespace convscope
