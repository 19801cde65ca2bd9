// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/sum_pictures.h"

#include <QAbstractScrollArea>

namespace convscope {

/// The products of one channel as tiles; they wrap by rows of the kernel and scroll.
class ProductTiles : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ProductTiles(QWidget *parent = nullptr);

    void setPicture(ProductsPicture picture);
    [[nodiscard]] const ProductsPicture &picture() const { return m_picture; }
    /// The product at hand.
    void setTap(int tap);
    [[nodiscard]] int tap() const { return m_tap; }
    /// In viewport coordinates.
    [[nodiscard]] QRect tileRect(int index) const;
    [[nodiscard]] int tileAt(QPoint point) const;
    [[nodiscard]] int indexOfTap(int tap) const;
    /// Rows of tiles.
    [[nodiscard]] int lines() const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 74}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 74}; }

Q_SIGNALS:
    void tapChosen(int tap);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void arrange();
    void paintTile(QPainter &painter, const QRect &rect, const ProductTile &tile);
    [[nodiscard]] QRect placeOf(int index) const;
    void choose(int index);

    ProductsPicture m_picture;
    int m_tap = 0;
    int m_perLine = 1;
    int m_tileWidth = 68;
    int m_gap = 19;
};

} // namespace convscope
