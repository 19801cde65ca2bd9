// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "controls/number_field.h"

#include <functional>
#include <optional>
#include <utility>

namespace convscope {

/// A field for whole numbers of 64 bits.
class QuietSpinBox : public NumberField
{
    Q_OBJECT
    Q_PROPERTY(qint64 value READ value WRITE setValue NOTIFY valueEdited)

public:
    explicit QuietSpinBox(QWidget *parent = nullptr);

    [[nodiscard]] qint64 value() const { return m_value; }
    /// From the model: emits nothing.
    void setValue(qint64 value);
    /// Where stepping ends; typing may go beyond.
    void setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum);
    /// What to make of a text that is no number, e.g. of "(3, 5)": this field's value, or nothing.
    void setReader(std::function<std::optional<qint64>(const QString &)> read)
    {
        m_read = std::move(read);
    }

    StepEnabled stepEnabled() const override;

Q_SIGNALS:
    void valueEdited(qint64 value, bool continuing);

protected:
    bool readText(const QString &text) override;
    QString shownText() const override;
    bool moveValue(int steps) override;
    void emitEdited(bool continuing) override { Q_EMIT valueEdited(m_value, continuing); }
    void rememberValue() override { m_before = m_value; }
    void recallValue() override { m_value = m_before; }

private:
    qint64 m_value = 0;
    qint64 m_before = 0;
    std::optional<qint64> m_minimum;
    std::optional<qint64> m_maximum;
    std::function<std::optional<qint64>(const QString &)> m_read;
};

/// A field for real numbers; a step changes the second significant digit.
class QuietDoubleSpinBox : public NumberField
{
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue NOTIFY valueEdited)

public:
    explicit QuietDoubleSpinBox(QWidget *parent = nullptr);

    [[nodiscard]] double value() const { return m_value; }
    void setValue(double value);
    void setBounds(std::optional<double> minimum, std::optional<double> maximum);

    StepEnabled stepEnabled() const override;

Q_SIGNALS:
    void valueEdited(double value, bool continuing);

protected:
    bool readText(const QString &text) override;
    QString shownText() const override;
    bool moveValue(int steps) override;
    void emitEdited(bool continuing) override { Q_EMIT valueEdited(m_value, continuing); }
    void rememberValue() override { m_before = m_value; }
    void recallValue() override { m_value = m_before; }

private:
    double m_value = 0;
    double m_before = 0;
    std::optional<double> m_minimum;
    std::optional<double> m_maximum;
};

} // namespace convscope
