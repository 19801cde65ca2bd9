// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/sum_pictures.h"

#include <QAbstractScrollArea>

namespace convscope {

/// The products of one channel as tiles; they wrap by rows of the kernel and scroll. Where they
/// have no room as columns of numbers, a tile's numbers stand beside each other; where even so not
/// all are seen, tiles shrink to the product alone, then to its colour; the rest is said by the
/// tooltip.
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
    enum class Form
    {
        Tall,  ///< numbers below each other
        Flat,  ///< beside each other
        Brief, ///< the product alone
        Small, ///< none
    };
    [[nodiscard]] Form form() const { return m_at.form; }
    /// The sum has room behind the last tile.
    [[nodiscard]] bool showsSum() const { return m_showsSum; }
    /// Height of all tiles in this width.
    [[nodiscard]] int wholeHeight(Form form) const { return heightOf(arrangement(form)); }

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
        Form form = Form::Tall;
        int tileWidth = 68;
        int height = 70;
        int gap = 19;
        int perLine = 1;
        /// Tiles between which a wider gap stands: a kernel's row; 0: nowhere.
        int group = 0;

        [[nodiscard]] int pitch() const;
    };

    [[nodiscard]] Arrangement arrangement(Form form) const;
    [[nodiscard]] Arrangement smallArrangement() const;
    [[nodiscard]] int heightOf(const Arrangement &at) const;
    void arrange();
    void paintTile(QPainter &painter, const QRect &rect, const ProductTile &tile);
    void paintSmallTile(QPainter &painter, const QRect &rect, const ProductTile &tile);
    void paintMarks(QPainter &painter, const QRect &rect, const ProductTile &tile);
    [[nodiscard]] QRect placeOf(int index) const;
    void choose(int index);

    ProductsPicture m_picture;
    int m_tap = 0;
    Arrangement m_at;
    bool m_showsSum = true;
};

} // namespace convscope
