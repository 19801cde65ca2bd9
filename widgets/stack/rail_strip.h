// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QListView;

namespace convscope {

/// What is drawn beside the rows of the stack: which row reads which.
struct Rails
{
    /// Of the nodes: rows that make a tensor.
    LaneLayout lanes;
    /// By row: its node, or, where it makes no tensor, the one before it (−1: none).
    struct Row
    {
        int node = -1;
        bool isNode = true;

        bool operator==(const Row &) const = default;
    };
    std::vector<Row> rows;
    /// What the nodes are called.
    std::vector<QString> names;
    /// They are drawn also where everything runs along the trunk as long as blocks are folded.
    bool isShown = false;

    bool operator==(const Rails &) const = default;
};

/// The lines left of the cards: a trunk where a card reads the one above it, a lane for everything
/// else. Follows the list beside it. A lane under the pointer is marked with its ends; a click on
/// it goes to the end that is farther away.
class RailStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 52;

    explicit RailStrip(QListView *list, QWidget *parent = nullptr);

    void setRails(Rails rails);
    [[nodiscard]] const Rails &rails() const { return m_rails; }
    /// The row whose reads are marked; −1: none.
    void setCurrentRow(int row);
    /// Where a lane is, from the strip's left edge.
    [[nodiscard]] static int laneX(int depth);
    /// Where a row's dot is; nothing where the list does not show the row.
    [[nodiscard]] std::optional<QPoint> dotOf(int row) const;
    [[nodiscard]] int rowOfNode(int node) const;
    /// The lane under a point; −1: none.
    [[nodiscard]] int laneAt(QPoint point) const;

Q_SIGNALS:
    /// A click on a lane or a dot: to this row.
    void rowWanted(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Span
    {
        int top = 0;
        int middle = 0;
        int bottom = 0;
    };
    [[nodiscard]] Span spanOf(int row) const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] const Lane &lane(int index) const
    {
        return m_rails.lanes.lanes[static_cast<std::size_t>(index)];
    }
    /// The lane leads from its source to the marked row between this node and the next.
    [[nodiscard]] bool isHot(int lane, int node) const;
    void paintThin(QPainter &painter, int row);
    void paintMarked(QPainter &painter, int row);
    void paintPassing(QPainter &painter, int row, bool isMarked);
    void paintJoints(QPainter &painter, int row, bool isMarked);
    void paintDot(QPainter &painter, int row);
    [[nodiscard]] QString wordsAt(QPoint point) const;

    QListView *m_list;
    Rails m_rails;
    /// By node.
    std::vector<int> m_nodeRows;
    int m_currentNode = -1;
    int m_hovered = -1;
};

} // namespace convscope
