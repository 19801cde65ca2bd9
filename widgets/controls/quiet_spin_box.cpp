// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/quiet_spin_box.h"

#include "controls/expression.h"

#include <QLineEdit>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

template <class T>
QAbstractSpinBox::StepEnabled stepsFor(T value, const std::optional<T> &minimum,
                                       const std::optional<T> &maximum)
{
    QAbstractSpinBox::StepEnabled steps = QAbstractSpinBox::StepNone;
    if (!maximum || value < *maximum)
        steps |= QAbstractSpinBox::StepUpEnabled;
    if (!minimum || value > *minimum)
        steps |= QAbstractSpinBox::StepDownEnabled;
    return steps;
}

} // namespace

QuietSpinBox::QuietSpinBox(QWidget *parent) : NumberField(parent)
{
    lineEdit()->setText(QString::number(m_value));
}

void QuietSpinBox::setValue(qint64 value)
{
    const bool same = value == m_value;
    m_value = value;
    refreshText(same);
}

void QuietSpinBox::setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum)
{
    m_minimum = minimum;
    m_maximum = maximum;
    update();
}

QAbstractSpinBox::StepEnabled QuietSpinBox::stepEnabled() const
{
    return isReadOnly() ? StepEnabled(StepNone) : stepsFor(m_value, m_minimum, m_maximum);
}

bool QuietSpinBox::readText(const QString &text)
{
    std::optional<qint64> value = evaluateInteger(text);
    if (!value && m_read)
        value = m_read(text);
    if (value)
        m_value = *value;
    return value.has_value();
}

QString QuietSpinBox::shownText() const
{
    return QString::number(m_value);
}

bool QuietSpinBox::moveValue(int steps)
{
    constexpr qint64 kFar = std::numeric_limits<qint64>::max() / 2;
    const qint64 before = m_value;
    qint64 wanted = std::clamp(m_value, -kFar, kFar) + steps;
    // A value beyond a bound comes back to it, never jumps over.
    if (m_maximum && steps > 0)
        wanted = std::min(wanted, std::max(*m_maximum, before));
    if (m_minimum && steps > 0)
        wanted = std::max(wanted, *m_minimum);
    if (m_minimum && steps < 0)
        wanted = std::max(wanted, std::min(*m_minimum, before));
    if (m_maximum && steps < 0)
        wanted = std::min(wanted, *m_maximum);
    m_value = wanted;
    return m_value != before;
}

QuietDoubleSpinBox::QuietDoubleSpinBox(QWidget *parent) : NumberField(parent)
{
    lineEdit()->setText(QString::number(m_value));
}

void QuietDoubleSpinBox::setValue(double value)
{
    const bool same = value == m_value;
    m_value = value;
    refreshText(same);
}

void QuietDoubleSpinBox::setBounds(std::optional<double> minimum, std::optional<double> maximum)
{
    m_minimum = minimum;
    m_maximum = maximum;
    update();
}

QAbstractSpinBox::StepEnabled QuietDoubleSpinBox::stepEnabled() const
{
    return isReadOnly() ? StepEnabled(StepNone) : stepsFor(m_value, m_minimum, m_maximum);
}

bool QuietDoubleSpinBox::readText(const QString &text)
{
    const std::optional<double> value = evaluateExpression(text);
    if (value)
        m_value = *value;
    return value.has_value();
}

QString QuietDoubleSpinBox::shownText() const
{
    return QString::number(m_value, 'g', QLocale::FloatingPointShortest);
}

bool QuietDoubleSpinBox::moveValue(int steps)
{
    const double before = m_value;
    // 0.05 → 0.055, 1 → 1.1, 20 → 21; from 0 by tenths.
    const double size = std::abs(m_value);
    const double step = size < 1e-12 ? 0.1 : std::pow(10.0, std::floor(std::log10(size)) - 1);
    double wanted = std::round((m_value + steps * step) / step) * step;
    // Digits beyond the step are rounding noise.
    wanted = QString::number(wanted, 'g', 12).toDouble();
    if (m_minimum)
        wanted = std::max(wanted, *m_minimum);
    if (m_maximum)
        wanted = std::min(wanted, *m_maximum);
    m_value = wanted;
    return m_value != before;
}

} // namespace convscope
