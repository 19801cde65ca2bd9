// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/sum_pictures.h"

#include <QAbstractScrollArea>

namespace convscope {

/// The products of one channel as tiles; they wrap by rows of the kernel and scroll. Where more of
/// them are seen that way, a tile's numbers stand beside each other.
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
    /// A tile's numbers stand beside each other.
    [[nodiscard]] bool isFlat() const { return m_at.isFlat; }
    /// The sum has room behind the last tile.
    [[nodiscard]] bool showsSum() const { return m_showsSum; }
    /// Height at which every tile is seen in this width, as far as numbers beside each other allow.
    [[nodiscard]] int wholeHeight() const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 74}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 74}; }

Q_SIGNALS:
    void tapChosen(int tap);
    /// Tiles may wrap otherwise now.
    void widthChanged();

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
    /// How tiles of one kind stand in the present width.
    struct Arrangement
    {
        bool isFlat = false;
        int tileWidth = 68;
        int height = 70;
        int gap = 19;
        int perLine = 1;

        [[nodiscard]] int pitch() const;
    };

    [[nodiscard]] Arrangement arrangement(bool isFlat) const;
    [[nodiscard]] int heightOf(const Arrangement &at) const;
    void arrange();
    void paintTile(QPainter &painter, const QRect &rect, const ProductTile &tile);
    [[nodiscard]] QRect placeOf(int index) const;
    void choose(int index);

    ProductsPicture m_picture;
    int m_tap = 0;
    Arrangement m_at;
    bool m_showsSum = true;
};

} // namespace convscope
