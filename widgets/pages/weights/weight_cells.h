// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>

namespace convscope {

class QuietDoubleSpinBox;
class WeightColours;

/// Values in rows and columns, read when they are painted.
struct CellSheet
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::function<float(std::int64_t row, std::int64_t column)> value;
    /// Where a cell is, for screen readers and tool tips: "row 2, column 3".
    std::function<QString(std::int64_t row, std::int64_t column)> place;
    /// Null: there are none.
    std::function<QString(std::int64_t row)> rowHead;
    std::function<QString(std::int64_t column)> columnHead;
    /// Magnitude of the strongest colour of a row.
    std::function<double(std::int64_t row)> reach;
    /// One row of a sequence: stems above it.
    bool isLine = false;
};

struct SheetCell
{
    std::int64_t row = 0;
    std::int64_t column = 0;

    bool operator==(const SheetCell &) const = default;
};

/// Weights as coloured cells with their numbers, each to be typed over, dragged up and down, or
/// moved by keys. Painting costs the visible cells. It changes nothing: it says what is wanted.
class WeightCells : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit WeightCells(QWidget *parent = nullptr);
    ~WeightCells() override;

    /// Other cells, or the same with other values. The current cell stays where there is one.
    void setSheet(CellSheet sheet);
    [[nodiscard]] const CellSheet &sheet() const { return m_sheet; }
    /// The values have changed.
    void valuesChanged();
    [[nodiscard]] SheetCell current() const { return m_current; }
    void setCurrent(SheetCell cell);

    /// Logical pixels from one cell to the next.
    [[nodiscard]] int pitch() const { return m_pitch; }
    /// In the viewport's coordinates; may lie outside of what is seen.
    [[nodiscard]] QRect cellRect(SheetCell cell) const;
    [[nodiscard]] std::optional<SheetCell> cellAt(QPoint position) const;
    /// "row 2, column 3, −0.341".
    [[nodiscard]] QString spoken(SheetCell cell) const;
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] QuietDoubleSpinBox *field() const { return m_field; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {150, 110}; }

Q_SIGNALS:
    void currentChanged(convscope::SheetCell cell);
    /// Nothing: the pointer has left.
    void hovered(std::optional<convscope::SheetCell> cell);
    /// The next values are one gesture, until the next of these.
    void gestureBegins();
    void valueWanted(convscope::SheetCell cell, double value);
    void gestureCancelled();
    /// T, M, Shift+M.
    void turnWanted();
    void mirrorWanted(bool leftRight);
    /// [ and ]: −1 or 1; < and >; page up and down.
    void channelWanted(int step);
    void sliceWanted(int step);
    void filterWanted(int step);
    void copyWanted();
    void pasteWanted();
    void menuWanted(const QPoint &at);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    /// Where so many pixels are there for a cell; too few: the cells scroll.
    [[nodiscard]] int pitchOf(std::int64_t fitting) const;
    /// As high as the cells are where the width alone decides.
    [[nodiscard]] int wholeHeight() const;
    [[nodiscard]] double unit(SheetCell cell) const;
    void moveBy(std::int64_t rows, std::int64_t columns);
    void stepValue(int steps, bool isFine);
    void endDrag(bool keep);
    void openField(QKeyEvent *typed);
    void closeField(std::int64_t rows, std::int64_t columns);
    void placeField();
    [[nodiscard]] bool takesKey(QKeyEvent *event);
    void paintHeads(QPainter &painter, SheetCell first, SheetCell last) const;
    void paintCells(QPainter &painter, SheetCell first, SheetCell last) const;
    void paintStems(QPainter &painter, SheetCell first, SheetCell last) const;
    void paintCurrent(QPainter &painter) const;
    [[nodiscard]] QPoint origin() const;

    CellSheet m_sheet;
    SheetCell m_current;
    int m_pitch = 58;
    int m_stems = 0; ///< height of the stems above the cells
    int m_left = 0;  ///< widths of the heads
    int m_top = 0;
    QuietDoubleSpinBox *m_field;
    bool m_hasTyped = false; ///< since the field was opened
    QTimer m_announcing;

    bool m_isPressed = false;
    bool m_isDragging = false;
    QPoint m_press;
    double m_dragFrom = 0; ///< the value where the drag began, and where its speed last changed
    double m_dragged = 0;
    int m_dragY = 0;
    /// Runs from the last step by keys; invalid: none.
    QElapsedTimer m_sinceStep;
};

} // namespace convscope

Q_DECLARE_METATYPE(convscope::SheetCell)
Q_DECLARE_METATYPE(std::optional<convscope::SheetCell>)
