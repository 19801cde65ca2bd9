// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/explanation_words.h"

#include "explaining/printed_numbers.h"
#include "language/core_words.h"
#include "style/numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ExplanationWords)
};

constexpr QChar kMinus(0x2212);
constexpr int kMostDecimals = 9;

QString withTrueMinus(QString text)
{
    text.replace(u'-', kMinus);
    return text;
}

long long scaled(double value, int decimals)
{
    return std::llround(value * std::pow(10.0, decimals));
}

QString termLine(const Explanation &told, const Stage &stage, const Term &term)
{
    const QString value = allDigits(term.value);
    QString line = placeText(told, term) + u'\t' + value;
    if (stage.isWeighted) {
        const QString weight = allDigits(term.weight);
        const QString product = allDigits(term.product);
        line += u"\t× "_s + weight + u'\t' + productSign(value, weight, product) + u' ' + product;
    } else if (stage.hasProducts)
        line += u"\t→ "_s + allDigits(term.product);
    return line;
}

} // namespace

SumFormat::SumFormat(std::span<const double> numbers, int significant)
{
    double largest = 0;
    for (const double number : numbers) {
        if (!std::isfinite(number)) {
            m_decimals = -1;
            return;
        }
        largest = std::max(largest, std::abs(number));
    }
    if (largest == 0) {
        m_decimals = significant - 1;
        return;
    }
    const int before = static_cast<int>(std::floor(std::log10(largest))) + 1;
    m_decimals = std::max(significant - std::max(before, 1), 0);
    // Small numbers keep as many digits as those below 1 have.
    if (before < 0)
        m_decimals = significant - 1 - before;
    if (m_decimals > kMostDecimals || before > 9)
        m_decimals = -1;
}

QString SumFormat::text(double value) const
{
    if (!isFixed())
        return valueText(value, 5);
    if (value == 0)
        return u"0"_s;
    QString text = QString::number(value, 'f', m_decimals);
    // A rounded zero has no sign.
    if (scaled(value, m_decimals) == 0 && text.startsWith(u'-'))
        text.remove(0, 1);
    return withTrueMinus(text);
}

QString SumFormat::signedText(double value) const
{
    return (value > 0 ? u"+"_s : QString()) + text(value);
}

bool SumFormat::addsUp(std::span<const double> parts, double total) const
{
    if (!isFixed() || !std::isfinite(total))
        return false;
    long long sum = 0;
    for (const double part : parts)
        sum += scaled(part, m_decimals);
    return sum == scaled(total, m_decimals);
}

bool SumFormat::isSame(double a, double b) const
{
    return text(a) == text(b);
}

QString allDigits(double value)
{
    if (!std::isfinite(value))
        return valueText(value, 9);
    return withTrueMinus(QString::number(value, 'g', QLocale::FloatingPointShortest));
}

QString allDigits(float value)
{
    if (!std::isfinite(value))
        return valueText(static_cast<double>(value), 9);
    for (int digits = 6; digits < 9; ++digits) {
        const QString text = QString::number(static_cast<double>(value), 'g', digits);
        if (text.toFloat() == value)
            return withTrueMinus(text);
    }
    return withTrueMinus(QString::number(static_cast<double>(value), 'g', 9));
}

QString activationText(const ActivationStep &step, const SumFormat &format)
{
    const QString input = format.text(step.input);
    const QString name = QString::fromStdString(step.name);
    if (step.name == "relu" && step.arguments.empty())
        return u"max(0, %1)"_s.arg(input);
    QStringList arguments{input};
    for (const auto &[argument, value] : step.arguments)
        arguments << QString::fromStdString(argument) + u' ' + valueText(value, 4);
    return u"%1(%2)"_s.arg(name, arguments.join(u", "_s));
}

QString cellIndexText(const Extents &cell)
{
    QStringList numbers;
    for (const std::int64_t index : cell)
        numbers << QString::number(index);
    return u'[' + numbers.join(u", "_s) + u']';
}

QString placeText(const Explanation &told, const Term &term)
{
    if (term.source == Term::kPadding)
        return Say::tr("padding");
    if (term.source == Term::kStated)
        return Say::tr("a number of the model");
    if (term.source < 0)
        return Say::tr("channel %1").arg(term.channel);
    Extents place = told.place(term);
    if (!place.empty())
        place.erase(place.begin());
    return QString::fromStdString(told.inputNames[static_cast<std::size_t>(term.input)]) + u' ' +
           cellIndexText(place);
}

QString wholeSumText(const Explanation &told)
{
    QStringList lines;
    lines << u"%1 %2 = %3"_s.arg(QString::fromStdString(told.layer), cellIndexText(told.cell),
                                 allDigits(told.value));
    for (const Stage &stage : told.stages) {
        lines << QString() << QString::fromStdString(stage.name);
        for (const Term &term : stage.terms)
            lines << termLine(told, stage, term);
        if (stage.omittedCount > 0)
            lines << Say::tr("%1 smaller ones").arg(integerText(stage.omittedCount)) + u'\t' +
                         allDigits(stage.omittedSum);
        if (stage.sum)
            lines << Say::tr("sum") + u'\t' + allDigits(*stage.sum);
        if (stage.count)
            lines << Say::tr("count") + u'\t' + QString::number(*stage.count);
        if (stage.bias)
            lines << (stage.reduce == Reduce::Interpolate ? Say::tr("fill") : Say::tr("bias")) +
                         u'\t' + allDigits(*stage.bias);
        lines << Say::tr("result") + u'\t' + allDigits(stage.result);
    }
    if (told.activation) {
        lines << QString()
              << u"%1\t%2 → %3"_s.arg(QString::fromStdString(told.activation->name),
                                      allDigits(told.activation->input),
                                      allDigits(told.activation->output));
    }
    lines << QString() << Say::tr("recomputed") + u'\t' + allDigits(told.recomputed)
          << Say::tr("map") + u'\t' + allDigits(told.value)
          << Say::tr("difference") + u'\t' + allDigits(told.difference());
    return lines.join(u'\n');
}

} // namespace convscope
