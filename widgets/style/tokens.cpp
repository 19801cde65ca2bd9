// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/tokens.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

bool useDark = false;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens light{
        .window = rgb(0xF3F4F5),
        .surface = rgb(0xFFFFFF),
        .sunken = rgb(0xE6E8EA),
        .line = rgb(0xD9DCDF),
        .control = rgb(0x868C93),
        .track = rgb(0xD3D6DA),
        .text = rgb(0x1A1E22),
        .text2 = rgb(0x545B63),
        .disabled = rgb(0x8A9096),
        .accent = rgb(0x0B6E69),
        .onAccent = rgb(0xFFFFFF),
        .accentText = rgb(0x0B5F5B),
        .accentSoft = rgb(0xDCEFED),
        .error = rgb(0xB3261E),
        .errorSoft = rgb(0xFCEBE9),
        .warning = rgb(0x8A5300),
        .warningSoft = rgb(0xFDF1DC),
        .passed = rgb(0x1B7040),
        .passedSoft = rgb(0xE2F3E8),
        .plus = rgb(0xA0431C),
        .minus = rgb(0x1F5C99),
        .hover = rgb(0xE9EBED),
        .pressed = rgb(0xDDE0E3),
        .isDark = false,
    };
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark{
        .window = rgb(0x1D1F21),
        .surface = rgb(0x26292B),
        .sunken = rgb(0x131415),
        .line = rgb(0x373B3E),
        .control = rgb(0x7D848A),
        .track = rgb(0x3E4347),
        .text = rgb(0xE9EBED),
        .text2 = rgb(0xA9B0B6),
        .disabled = rgb(0x757C82),
        .accent = rgb(0x3CC9B8),
        .onAccent = rgb(0x06201D),
        .accentText = rgb(0x62DCCD),
        .accentSoft = rgb(0x173F3C),
        .error = rgb(0xFF8D83),
        .errorSoft = rgb(0x45211F),
        .warning = rgb(0xF0B64C),
        .warningSoft = rgb(0x3F3118),
        .passed = rgb(0x74D091),
        .passedSoft = rgb(0x1C3A27),
        .plus = rgb(0xF0956A),
        .minus = rgb(0x7FB6EE),
        .hover = rgb(0x2D3134),
        .pressed = rgb(0x363A3E),
        .isDark = true,
    };
    return dark;
}

const Tokens &tokens()
{
    return useDark ? darkTokens() : lightTokens();
}

void useDarkTokens(bool dark)
{
    useDark = dark;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace convscope
