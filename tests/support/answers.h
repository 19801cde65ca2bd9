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
    /// What stood below each of them.
    [[nodiscard]] const QStringList &details() const { return m_details; }
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
        m_details << box->informativeText();
        m_hadIcon = box->icon() == QMessageBox::NoIcon && !box->iconPixmap().isNull();
        const QMessageBox::StandardButton button =
            m_answers.isEmpty() ? QMessageBox::Cancel : m_answers.takeFirst();
        if (QAbstractButton *pressed = box->button(button))
            pressed->click();
        else if (QAbstractButton *own = ownButton(box, button))
            own->click();
        else
            box->reject();
    }

    /// Of a question with buttons of its own: Save is the one that goes on, Help the one that
    /// shows.
    static QAbstractButton *ownButton(QMessageBox *box, QMessageBox::StandardButton button)
    {
        for (QAbstractButton *each : box->buttons()) {
            const QMessageBox::ButtonRole role = box->buttonRole(each);
            if ((button == QMessageBox::Save && role == QMessageBox::AcceptRole) ||
                (button == QMessageBox::Help && role == QMessageBox::ActionRole))
                return each;
        }
        return nullptr;
    }

    QList<QMessageBox::StandardButton> m_answers;
    QStringList m_asked;
    QStringList m_details;
    bool m_hadIcon = false;
    QTimer m_timer;
};

} // namespace convscope
