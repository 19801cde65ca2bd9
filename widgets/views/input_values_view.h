// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <vector>

class QPainter;

namespace convscope {

/// How often values occur, a line per channel: plain values.
struct ValueCurves
{
    QString title;
    double low = 0;
    double high = 1;
    /// Per channel the share of each of equally wide classes.
    std::vector<std::vector<double>> channels;
};

/// What stands below the two pictures of an input.
struct InputValues
{
    /// Names and colours of the curves, of the file's channels and the model's alike.
    QStringList names;
    std::vector<QColor> colours;
    ValueCurves file;
    ValueCurves model;
    /// "Why 0.5872?", "input [64, 50, 0]".
    QString title;
    QString place;
    /// A table: its heads, then a row per channel; the first column is words.
    QStringList heads;
    std::vector<QStringList> rows;
    /// What the first value was blended from.
    QString sentence;
    QString formula;
    /// Instead of all that: what to do to see it.
    QString hint;
};

/// Histograms before and after, and the arithmetic of one cell of the input.
class InputValuesView : public QWidget
{
    Q_OBJECT

public:
    explicit InputValuesView(QWidget *parent = nullptr);

    void setValues(InputValues values);
    [[nodiscard]] const InputValues &values() const { return m_values; }
    /// The arithmetic as plain text; empty without a cell.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintValues(QPainter &painter, const QRectF &area);
    void paintCurves(QPainter &painter, const QRectF &area, const ValueCurves &curves);
    void paintArithmetic(QPainter &painter, const QRectF &area);

    InputValues m_values;
};

} // namespace convscope
