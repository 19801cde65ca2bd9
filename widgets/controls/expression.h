// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <optional>

namespace convscope {

/// The value of what somebody typed into a number field: decimal numbers (also 1e-3), + - * / ( ),
/// and the signs × ÷ − as well. Empty, unfinished, or not finite: nullopt.
[[nodiscard]] std::optional<double> evaluateExpression(QStringView text);

/// As above where the result is a whole number of at most 53 bits; plain integers take all 63 bits.
[[nodiscard]] std::optional<qint64> evaluateInteger(QStringView text);

} // namespace convscope
