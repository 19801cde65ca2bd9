// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/sum_pictures.h"

#include <QAbstractScrollArea>

namespace convscope {

/// Terms without places, the largest first: where each comes from, its numbers and a bar.
class TermListView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TermListView(QWidget *parent = nullptr);

    void setPicture(TermsPicture picture);
    [[nodiscard]] const TermsPicture &picture() const { return m_picture; }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    /// In viewport coordinates.
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] int rowAt(QPoint point) const;
    [[nodiscard]] QString spoken(int row) const;

    [[nodiscard]] QSize sizeHint() const override { return {872, 446}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 160}; }

Q_SIGNALS:
    /// Clicked, or Enter on it.
    void rowChosen(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void updateScroll();

    TermsPicture m_picture;
    double m_most = 0;
    int m_current = 0;
};

} // namespace convscope
