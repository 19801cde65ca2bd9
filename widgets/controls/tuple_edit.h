// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QToolButton;

namespace convscope {

class QuietSpinBox;

/// The button between fields that ties them together: an intact or a broken chain link.
[[nodiscard]] QToolButton *makeLinkButton(QWidget *parent);

/// One integer per axis, side by side, with a link toggle for two and more: linked fields move
/// together. Unequal values unlink by themselves. "(3, 5)" typed or pasted into any field is all of
/// them.
class TupleEdit : public QWidget
{
    Q_OBJECT

public:
    /// `axes`: "rows", "columns": the fields' names for screen readers and tooltips.
    TupleEdit(const QString &name, const QStringList &axes, QWidget *parent = nullptr);

    /// From the model: emits nothing. `fresh`: another layer's values, so the link follows them.
    void setValues(const QList<qint64> &values, bool fresh);
    [[nodiscard]] QList<qint64> values() const;
    void setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum);
    [[nodiscard]] bool isLinked() const;
    [[nodiscard]] const QList<QuietSpinBox *> &fields() const { return m_fields; }
    [[nodiscard]] QToolButton *linkButton() const { return m_link; }
    /// Steps all fields, linked or not.
    void scrub(int steps, bool continuing);

Q_SIGNALS:
    void edited(const QList<qint64> &values, bool continuing);
    void textRejected(int axis, const QString &text);

private:
    void takeField(int axis, qint64 value, bool continuing);
    /// Sets the other fields from "(3, 5)" in one of them; its own value.
    [[nodiscard]] std::optional<qint64> takeTuple(int axis, const QString &text);
    void showLink();

    QList<QuietSpinBox *> m_fields;
    /// The values from before a whole tuple was typed into one field: Esc gives all of them back.
    QList<qint64> m_beforeTuple;
    QToolButton *m_link = nullptr;
};

} // namespace convscope
