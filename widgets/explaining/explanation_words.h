// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explanation.h"

#include <QString>

#include <span>

namespace convscope {

/// Numbers of one sum, printed with the same decimals.
class SumFormat
{
public:
    /// So many decimals that the largest has `significant` digits, 0 to 9.
    explicit SumFormat(std::span<const double> numbers, int significant = 5);

    /// With a true minus; 0 is "0".
    [[nodiscard]] QString text(double value) const;
    /// With + before positive numbers.
    [[nodiscard]] QString signedText(double value) const;
    /// The printed parts add up to the printed total: "=" may stand between them, else "≈".
    [[nodiscard]] bool addsUp(std::span<const double> parts, double total) const;
    /// Both are printed alike.
    [[nodiscard]] bool isSame(double a, double b) const;
    [[nodiscard]] int decimals() const { return m_decimals; }

private:
    [[nodiscard]] bool isFixed() const { return m_decimals >= 0; }

    /// −1: numbers too large, too small or not finite; printed one by one.
    int m_decimals = 0;
};

/// All the digits that tell a number from its neighbours; true minus.
[[nodiscard]] QString allDigits(double value);
/// A float's own digits: those that read back as it.
[[nodiscard]] QString allDigits(float value);

/// "max(0, 2.28134)", "tanh(0.3)": a function of one number, as printed by `format`.
[[nodiscard]] QString activationText(const ActivationStep &step, const SumFormat &format);

/// The whole computation with all digits, one operand a line: for the clipboard.
[[nodiscard]] QString wholeSumText(const Explanation &told);

/// "separable_conv2d [86, 146, 3]", or "padding".
[[nodiscard]] QString placeText(const Explanation &told, const Term &term);
/// "[86, 146, 3]".
[[nodiscard]] QString cellIndexText(const Extents &cell);

} // namespace convscope
