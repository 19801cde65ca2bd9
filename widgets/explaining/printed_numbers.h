// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace convscope {

// "=" stands only where the printed numbers give the printed result, digit by digit; else "≈".
// Reckoned with the decimals as they stand in the texts, never with the numbers behind them; a text
// that is no number gives "≈".

/// Between "a × b" and `product`.
[[nodiscard]] QString productSign(const QString &a, const QString &b, const QString &product);
/// Between the sum of `parts` and `total`.
[[nodiscard]] QString sumSign(const QStringList &parts, const QString &total);

} // namespace convscope
