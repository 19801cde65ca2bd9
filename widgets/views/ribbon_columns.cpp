// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_columns.h"

namespace convscope {

void placeWords(RibbonColumn &column, int left, int y, int length)
{
    column.className = QRect(left, y - 19, length, 16);
    column.brief = QRect(left, y + 4, length, 16);
    column.icon = QRect(left + (length - 12) / 2, y - 16, 12, 12);
}

int placeTensor(RibbonColumn &column, int left, int shapeTop, int height)
{
    const int width = column.column.width();
    column.column.moveLeft(left);
    column.face.translate(left, 0);
    column.shape = QRect(left, shapeTop, width, 16);
    column.foot = QRect(left, height - 4, width, 3);
    return left + width;
}

void placeColumns(RibbonLayout &layout, const RibbonLine &line, std::span<const int> arrowLengths)
{
    int x = line.margin;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        RibbonColumn &column = layout.columns[i];
        if (i > 0) {
            x += line.gap;
            column.arrow = QRect(x, line.arrowTop, arrowLengths[i], 1);
            placeWords(column, x, line.arrowTop, arrowLengths[i]);
            x += arrowLengths[i] + line.gap;
        }
        x = placeTensor(column, x, line.shapeTop, line.height);
    }
    layout.contentWidth = x + line.margin;
}

} // namespace convscope
