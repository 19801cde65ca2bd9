// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "style/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QStringView>

class QPainter;
class QRectF;

namespace convscope {

/// A role of Tokens, e.g. &Tokens::text2.
using TokenRole = QColor Tokens::*;

/// The line drawing :/icons/NAME.svg as an icon coloured when painted: `role` at rest, the accent
/// text where checked, the disabled text where disabled. Follows theme changes and any device pixel
/// ratio.
[[nodiscard]] QIcon themedIcon(QStringView name, TokenRole role = &Tokens::text2);

/// The same drawing in one colour, `size` logical pixels square, for painted widgets. Cached.
[[nodiscard]] QPixmap iconPixmap(QStringView name, const QColor &colour, int size, qreal ratio);
void paintIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &colour);

} // namespace convscope
