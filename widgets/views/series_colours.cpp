// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/series_colours.h"

#include <array>

namespace convscope {

namespace {

constexpr std::array<QRgb, 6> kColours{0xFFD55E00, 0xFF009E73, 0xFF0072B2,
                                       0xFFCC79A7, 0xFFE69F00, 0xFF56B4E9};
constexpr std::array<Qt::PenStyle, 4> kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                              Qt::DashDotLine};

} // namespace

QColor seriesColour(int index)
{
    return QColor::fromRgb(kColours[static_cast<std::size_t>(index) % kColours.size()]);
}

Qt::PenStyle seriesDash(int index)
{
    return kDashes[static_cast<std::size_t>(index) / kColours.size() % kDashes.size()];
}

} // namespace convscope
