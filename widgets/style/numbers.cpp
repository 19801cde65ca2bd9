// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr QChar kThinSpace(0x2009);
constexpr QChar kMinus(0x2212);

/// Groups the digits before the point; `digits` has no sign.
QString grouped(QString digits)
{
    qsizetype end = digits.indexOf(u'.');
    if (end < 0)
        end = digits.size();
    for (qsizetype at = end - 3; at > 0; at -= 3)
        digits.insert(at, kThinSpace);
    return digits;
}

QString significantDigits(double value, int digits)
{
    const int before = value < 1 ? 1 : static_cast<int>(std::floor(std::log10(value))) + 1;
    QString text = QString::number(value, 'f', std::max(0, digits - before));
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return grouped(text);
}

QStringList extentTexts(const Shape &shape)
{
    QStringList list;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const Dim &dim = shape[axis];
        if (axis == 0 && shape.rank() > 1 && (!dim || *dim == 1))
            continue;
        list << (dim ? QString::number(*dim) : u"?"_s);
    }
    return list;
}

} // namespace

QString integerText(qint64 value)
{
    QString digits = QString::number(value);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    return (negative ? QString(kMinus) : QString()) + grouped(digits);
}

QString countText(qint64 value)
{
    if (value < 1000000)
        return integerText(value);
    double scaled = static_cast<double>(value) / 1e6;
    QChar unit = u'M';
    for (const QChar next : {u'G', u'T', u'P'}) {
        // 999.95 would be written 1000.0.
        if (scaled < 999.95)
            break;
        scaled /= 1000;
        unit = next;
    }
    return grouped(QString::number(scaled, 'f', 1)) + kThinSpace + unit;
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1024)
        return u"%1 B"_s.arg(bytes);
    double scaled = static_cast<double>(bytes) / 1024;
    QString unit = u"KiB"_s;
    for (const QString &next : {u"MiB"_s, u"GiB"_s, u"TiB"_s, u"PiB"_s}) {
        if (scaled < 1023.5)
            break;
        scaled /= 1024;
        unit = next;
    }
    return significantDigits(scaled, 3) + u' ' + unit;
}

QString durationText(double seconds)
{
    const double ms = seconds * 1000;
    if (ms < 0.095)
        return QString::number(ms, 'f', 2) + u" ms"_s;
    if (ms < 99.95)
        return QString::number(ms, 'f', 1) + u" ms"_s;
    if (ms < 999.5)
        return QString::number(ms, 'f', 0) + u" ms"_s;
    if (seconds < 59.95)
        return significantDigits(seconds, 3) + u" s"_s;
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 3600)
        return u"%1 min %2 s"_s.arg(whole / 60).arg(whole % 60);
    return u"%1 h %2 min"_s.arg(whole / 3600).arg(whole % 3600 / 60);
}

QString roughDurationText(double seconds)
{
    const auto rounded = [](double value, double step) {
        return QString::number(std::max(std::round(value / step), 1.0) * step);
    };
    if (seconds < 0.095)
        return rounded(seconds * 1000, 10) + u" ms"_s;
    if (seconds < 0.95)
        return rounded(seconds, 0.1) + u" s"_s;
    if (seconds < 57.5)
        return rounded(seconds, seconds < 9.5 ? 1 : 5) + u" s"_s;
    if (seconds < 59.5 * 60)
        return rounded(seconds / 60, 1) + u" min"_s;
    return grouped(QString::number(std::max(seconds / 3600, 1.0), 'f', 0)) + u" h"_s;
}

QString valueText(double value, int significant)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : QString(kMinus) + u"∞"_s;
    const double size = std::abs(value);
    QString text;
    if (size == 0)
        text = u"0"_s;
    else if (size >= 1e-4 && size < 1e7)
        // 0.0159 keeps its digits, 1234.5678 its integer part.
        text = grouped(QString::number(
            size, 'f',
            std::clamp(significant - 1 - static_cast<int>(std::floor(std::log10(size))), 0, 12)));
    else
        text = QString::number(size, 'e', significant - 1);
    if (const qsizetype exponent = text.indexOf(u'e'); exponent >= 0) {
        const int power = text.mid(exponent + 1).toInt();
        text = text.left(exponent) + u'e' +
               (power < 0 ? QString(kMinus) + QString::number(-power) : QString::number(power));
    }
    return value < 0 ? kMinus + text : text;
}

QString signedValueText(double value, int significant)
{
    const QString text = valueText(value, significant);
    return value > 0 ? u'+' + text : text;
}

QString shapeText(const Shape &shape)
{
    return extentTexts(shape).join(u" × "_s);
}

QString tightShapeText(const Shape &shape)
{
    return extentTexts(shape).join(u'×');
}

QString spokenShape(const Shape &shape)
{
    const QStringList texts = extentTexts(shape);
    QString spoken = texts.value(0);
    for (const QString &text : texts.mid(1))
        spoken = QCoreApplication::translate("Numbers", "%1 by %2").arg(spoken, text);
    return spoken;
}

} // namespace convscope
