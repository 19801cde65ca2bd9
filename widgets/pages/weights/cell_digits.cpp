// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/cell_digits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar kMinus(0x2212);

} // namespace

QString cellDigits(float value, int characters)
{
    if (characters < 3)
        return {};
    if (std::isnan(value))
        return u"NaN"_s;
    const QChar sign = std::signbit(value) && value != 0 ? kMinus : u'+';
    if (std::isinf(value))
        return sign + u"∞"_s;
    const double size = std::abs(double(value));
    const int room = characters - 1;
    const int whole = size >= 1 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    if (whole > room || (size != 0 && size < 1e-4 && room >= 4)) {
        // One digit and a power of ten, where that has room.
        const int power = size > 0 ? static_cast<int>(std::floor(std::log10(size))) : 0;
        QString text = QString::number(std::lround(size / std::pow(10.0, power))) + u'e' +
                       (power < 0 ? QString(kMinus) : QString()) + QString::number(std::abs(power));
        return text.size() <= room ? sign + text : QString();
    }
    const int decimals = std::clamp(room - whole - 1, 0, 3);
    QString text = QString::number(size, 'f', decimals);
    if (text.size() > room)
        text = QString::number(size, 'f', std::max(0, decimals - 1));
    return sign + text;
}

double shortest(float value)
{
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    double exact = double(value);
    std::from_chars(text.data(), written.ptr, exact);
    return exact;
}

} // namespace convscope
