// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/case_look.h"

#include <QWidget>

#include <memory>

namespace convscope {

/// Expected, computed and difference of one map side by side under one symmetric range, with one
/// cell marked on all three and the numbers around it. The cell begins as the worst one; pointer
/// and arrow keys move it.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    /// Null, or a look without tensors: nothing is shown.
    void setLook(std::shared_ptr<const CaseLook> look);
    /// "torch.npz, map 0": what stands beside the titles.
    void setCaptions(const QString &expected, const QString &computed);
    void goToWorst();
    /// Maps are at most so high.
    void setMostMapHeight(int height);
    [[nodiscard]] std::int64_t row() const { return m_row; }
    [[nodiscard]] std::int64_t column() const { return m_column; }

    /// As high as the maps of that width and the numbers below them.
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// "row 149, column 171: expected −0.008, computed 1.401".
    void cellDescribed(const QString &text);
    /// Enter: to the arithmetic of the marked cell.
    void cellChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_mostMapHeight = 300;
    struct Layout
    {
        int partWidth = 0;
        int mapTop = 0;
        QSize map;
        int barTop = 0;
        int numbersTop = 0;
        int cells = 5;
        int cellWidth = 0;
    };
    [[nodiscard]] Layout layoutFor(int width) const;
    [[nodiscard]] int partLeft(const Layout &layout, int part) const;
    [[nodiscard]] bool isShown() const { return m_look && m_look->hasTensors; }
    void moveTo(std::int64_t row, std::int64_t column);
    void pointAt(const QPoint &position);
    void paintMap(QPainter &painter, const Layout &layout, int part) const;
    void paintBar(QPainter &painter, const Layout &layout) const;
    void paintNumbers(QPainter &painter, const Layout &layout, int part) const;
    [[nodiscard]] QColor colourOf(float value) const;

    std::shared_ptr<const CaseLook> m_look;
    QString m_expected;
    QString m_computed;
    std::int64_t m_row = 0;
    std::int64_t m_column = 0;
};

} // namespace convscope
