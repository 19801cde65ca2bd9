// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace convscope {

/// A push button with an icon, words and, at its right end, the key that does the same. As a field
/// ("Find an action", `asField`) it is aligned to the left and quiet.
class CommandButton : public QPushButton
{
    Q_OBJECT

public:
    CommandButton(const QString &icon, const QString &text, const QString &key,
                  QWidget *parent = nullptr);

    void setAsField(bool asField);
    void setKey(const QString &key);
    /// Words in the accent colour, for the main action of a panel.
    void setAccented(bool accented);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_key;
    bool m_asField = false;
    bool m_accented = false;
};

} // namespace convscope
