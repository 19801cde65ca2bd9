// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/fonts.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

struct Faces
{
    QStringList text;
    QStringList mono;
    double factor = 1.0;
};

Faces &faces()
{
    static Faces chosen;
    return chosen;
}

QStringList withFallback(const QString &wanted, const QString &system)
{
    const bool known = QFontDatabase::families().contains(wanted);
    QStringList families = known ? QStringList{wanted, system} : QStringList{system};
    // Inter has no Chinese.
    families << u"Noto Sans CJK SC"_s;
    return families;
}

QFont sized(const QStringList &families, double pixels, QFont::Weight weight)
{
    QFont font(families);
    font.setPixelSize(std::max(1, qRound(pixels * faces().factor)));
    font.setWeight(weight);
    return font;
}

} // namespace

void setUpFonts()
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    Faces &f = faces();
    f.text = withFallback(u"Inter"_s, system.family());
    f.mono = withFallback(u"JetBrains Mono"_s, fixed.family());
    const double points = system.pointSizeF();
    setFontFactor(points > 0 ? points / 10.0 : 1.0);
}

double fontFactor()
{
    return faces().factor;
}

void setFontFactor(double factor)
{
    faces().factor = std::clamp(factor, 1.0, 2.5);
    QApplication::setFont(font(FontRole::Text));
}

QFont font(FontRole role)
{
    const Faces &f = faces();
    switch (role) {
    case FontRole::Caption:
        return sized(f.text, 11, QFont::Normal);
    case FontRole::Small:
        return sized(f.text, 12, QFont::Normal);
    case FontRole::Text:
        return sized(f.text, 13, QFont::Normal);
    case FontRole::Title:
        return sized(f.text, 13, QFont::DemiBold);
    case FontRole::InspectorTitle:
        return sized(f.text, 15, QFont::DemiBold);
    case FontRole::MonoCaption:
        return sized(f.mono, 11, QFont::Normal);
    case FontRole::Number:
        return sized(f.mono, 12, QFont::Normal);
    case FontRole::Result:
        return sized(f.mono, 18, QFont::Normal);
    }
    return sized(f.text, 13, QFont::Normal);
}

int scaledHeight(int pixels)
{
    return std::max(pixels, qRound(pixels * faces().factor));
}

} // namespace convscope
