// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "controls/tuple_edit.h"

namespace convscope {

/// Two integers per axis, before and after (cropping, zero padding): one line of fields per axis,
/// each with its own link.
class PairsEdit : public QWidget
{
    Q_OBJECT

public:
    PairsEdit(const QString &name, const QStringList &axes, QWidget *parent = nullptr);

    /// Flat: before and after of the first axis, then of the second, …
    void setValues(const QList<qint64> &values, bool fresh);
    [[nodiscard]] QList<qint64> values() const;
    void setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum);
    [[nodiscard]] const QList<TupleEdit *> &lines() const { return m_lines; }
    [[nodiscard]] QList<QuietSpinBox *> fields() const;
    void scrub(int steps, bool continuing);

Q_SIGNALS:
    void edited(const QList<qint64> &values, bool continuing);
    /// `field` counts as in values().
    void textRejected(int field, const QString &text);

private:
    QList<TupleEdit *> m_lines;
};

} // namespace convscope
