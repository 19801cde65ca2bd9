// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QSize>
#include <QString>

class QPainter;

namespace convscope {

// An index in a small filled box: at which place a layer reads a tensor.

/// In logical pixels.
[[nodiscard]] QSize chipSize(const QString &text);
/// With its upper right corner at `at`. Returns its width.
int paintChip(QPainter &painter, QPoint at, const QString &text);
/// The same in the soft accent: a count, not an index.
int paintSoftChip(QPainter &painter, QPoint at, const QString &text);

} // namespace convscope
