// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input_cell.h"
#include "pictures/map_viewport.h"
#include "views/large_map_view.h"

#include <QImage>
#include <QStringList>

#include <optional>

namespace convscope {

/// A picture as it is in its file and as the model reads it: plain values.
struct InputPair
{
    QImage file;
    /// Null where the model cannot read it; `problem` says why.
    QImage model;
    QString problem;
    PlaneFit fit;
    /// The kept part may be dragged about the picture.
    bool isDraggable = false;
    /// "chelsea.png", "0 to 255".
    QString fileTitle;
    QString fileNote;
    QString modelNote;
    /// Which part was kept, and how large a cell is, below the file's picture.
    QStringList captions;
    /// Below the other.
    QString modelCaption;
};

/// Both pictures side by side, each at its true aspect, the part that is kept outlined and the rest
/// under a veil; one cursor in both. Cells are those that the model reads.
class InputPairView : public LargeMapView
{
    Q_OBJECT

public:
    explicit InputPairView(QWidget *parent = nullptr);

    void setPair(InputPair pair);
    [[nodiscard]] const InputPair &pair() const { return m_pair; }
    void setPinned(std::optional<MapCell> cell);
    [[nodiscard]] const std::optional<MapCell> &pinned() const { return m_pinned; }
    /// What the tag beside a cell says, and a screen reader; asked as it is shown.
    void setWords(const QString &value, const QString &place);
    /// Under the pointer, walked to, or pinned.
    [[nodiscard]] std::optional<MapCell> currentCell() const;
    /// Where the pictures are, in logical pixels; empty where there is none.
    [[nodiscard]] QRectF fileRect() const;
    [[nodiscard]] QRectF modelRect() const;

Q_SIGNALS:
    /// Another cell is the current one.
    void pointed(std::optional<convscope::MapCell> cell);
    void pinWanted(std::optional<convscope::MapCell> cell);
    /// The kept part is dragged to where it begins; a gesture goes on with the same number.
    void keptDragged(std::int64_t row, std::int64_t column, int gesture);

protected:
    [[nodiscard]] QString spokenCurrent() const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int captionLines() const;
    [[nodiscard]] std::optional<MapCell> cellAt(QPointF position) const;
    /// Of the frame that is kept, or of a cell, in the file's picture.
    [[nodiscard]] QRectF inFile(double row, double column, double rows, double columns) const;
    void point(std::optional<MapCell> cell);
    [[nodiscard]] QRectF keptRect() const;
    [[nodiscard]] bool canDragFrom(QPointF position) const;
    void dragTo(QPointF position);
    /// Moves the kept part by pixels of the picture from where the gesture began.
    void moveKept(double rows, double columns);
    void pinAt(QPointF position);
    void paintTitles(QPainter &painter);
    void paintKept(QPainter &painter);
    void paintCell(QPainter &painter, MapCell cell, bool isPinned);

    /// A press on the kept part: a click until it has moved far enough.
    struct Drag
    {
        QPointF from;
        std::int64_t row = 0;
        std::int64_t column = 0;
        bool hasMoved = false;
    };

    InputPair m_pair;
    std::optional<Drag> m_drag;
    int m_gesture = 0;
    std::optional<MapCell> m_cell;
    std::optional<MapCell> m_pinned;
    QString m_value;
    QString m_place;
};

} // namespace convscope
