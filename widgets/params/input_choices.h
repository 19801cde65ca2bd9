// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"

#include <QAbstractButton>
#include <QImage>

namespace convscope {

/// One way to fit a picture, as a card with a miniature of what it does.
class FitCard : public QAbstractButton
{
    Q_OBJECT

public:
    FitCard(Fit fit, QWidget *parent);

    /// `from` and `to`: columns and rows of the picture and of what the model states.
    void setPicture(const QImage &picture, QSize from, QSize to, FitAnchor anchor);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMiniature(QPainter &painter, const QRect &box) const;

    Fit m_fit;
    QImage m_picture;
    QSize m_from;
    QSize m_to;
    FitAnchor m_anchor = FitAnchor::Centre;
};

/// One range of values: its name, and the least, largest and mean value that result.
class RangeRow : public QAbstractButton
{
    Q_OBJECT

public:
    /// Room for the mean, right of the range.
    static constexpr int kMeanWidth = 64;

    RangeRow(PictureRange range, QWidget *parent);

    void setFigures(const std::optional<RangeFigures> &figures);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<RangeFigures> m_figures;
};

/// "Crop"; "0 to 1".
[[nodiscard]] QString fitWord(Fit fit);
[[nodiscard]] QString rangeWord(PictureRange range);

} // namespace convscope
