// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

class QLineEdit;

namespace convscope {

class TokenLabel;

/// A layer's Keras name as a quiet line of text that becomes a field on click or F2. Enter or
/// leaving asks for the new name, Esc keeps the old one.
class NameEdit : public QStackedWidget
{
    Q_OBJECT

public:
    explicit NameEdit(QWidget *parent = nullptr);

    void setName(const QString &name);
    void beginEdit();
    [[nodiscard]] QLineEdit *field() const { return m_field; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void renameRequested(const QString &name);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void finish(bool accept);

    QString m_name;
    TokenLabel *m_label;
    QLineEdit *m_field;
    bool m_editing = false;
};

} // namespace convscope
