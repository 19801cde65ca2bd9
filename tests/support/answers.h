// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace convscope {

/// Answers the questions of the window while they wait for somebody, in this order; those that come
/// after are cancelled.
class Answers : public QObject
{
public:
    explicit Answers(QList<QMessageBox::StandardButton> answers) : m_answers(std::move(answers))
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { answer(); });
        m_timer.start();
    }

    /// The texts of the questions asked so far.
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    [[nodiscard]] qsizetype count() const { return m_asked.size(); }
    /// The last question had a picture of its own.
    [[nodiscard]] bool hadIcon() const { return m_hadIcon; }

private:
    void answer()
    {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (box == nullptr)
            return;
        m_asked << box->text();
        m_hadIcon = box->icon() == QMessageBox::NoIcon && !box->iconPixmap().isNull();
        const QMessageBox::StandardButton button =
            m_answers.isEmpty() ? QMessageBox::Cancel : m_answers.takeFirst();
        if (QAbstractButton *pressed = box->button(button))
            pressed->click();
        else
            box->reject();
    }

    QList<QMessageBox::StandardButton> m_answers;
    QStringList m_asked;
    bool m_hadIcon = false;
    QTimer m_timer;
};

} // namespace convscope
