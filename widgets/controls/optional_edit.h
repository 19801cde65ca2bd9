// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLabel;

namespace convscope {

class ToggleSwitch;

/// None, or the value of an editor: a switch, then the editor or the word None.
class OptionalEdit : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor into its own layout.
    OptionalEdit(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    /// From the model: emits nothing.
    void setHasValue(bool has);
    [[nodiscard]] bool hasValue() const;
    [[nodiscard]] ToggleSwitch *toggle() const { return m_toggle; }

Q_SIGNALS:
    void toggled(bool hasValue);

private:
    void showValue(bool has);

    ToggleSwitch *m_toggle;
    QLabel *m_none;
    QWidget *m_editor;
};

} // namespace convscope
