// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/message_page.h"

#include "controls/token_label.h"
#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace convscope {

class MessagePage::Icon : public QWidget
{
public:
    explicit Icon(QWidget *parent) : QWidget(parent) { setFixedSize(20, 20); }

    void set(const QString &name, TokenRole colour)
    {
        m_name = name;
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, QRectF(1, 1, 18, 18), m_name, tokens().*m_colour);
    }

private:
    QString m_name;
    TokenRole m_colour = &Tokens::text2;
};

MessagePage::MessagePage(QWidget *parent) : QWidget(parent)
{
    m_icon = new Icon(this);
    m_title = new TokenLabel({}, FontRole::InspectorTitle, &Tokens::text, this);
    m_detail = new TokenLabel({}, FontRole::Number, &Tokens::text, this);
    m_advice = new TokenLabel({}, FontRole::Text, &Tokens::text2, this);
    for (TokenLabel *label : {m_title, m_detail, m_advice})
        label->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QPushButton(this);
    connect(m_button, &QPushButton::clicked, this, &MessagePage::actionRequested);

    auto *head = new QHBoxLayout;
    head->setSpacing(9);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_button);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 20);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_detail);
    column->addWidget(m_advice);
    column->addLayout(foot);
    column->addStretch(1);
}

QString MessagePage::title() const
{
    return m_title->text();
}

void MessagePage::show(const QString &title, const QString &detail, const QString &advice,
                       const QString &action)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(detail + u' ' + advice);
}

void MessagePage::showWaiting(const QString &layer, const QString &blocker)
{
    m_icon->set(u"wait"_s, &Tokens::text2);
    show(tr("%1 waits for %2").arg(layer, blocker), {},
         tr("It has no input until %1 has an output. Its arguments can be edited meanwhile.")
             .arg(blocker),
         tr("Go to %1").arg(blocker));
}

void MessagePage::showFailure(const QString &title, const QString &detail, const QString &advice,
                              const QString &action)
{
    m_icon->set(u"error"_s, &Tokens::error);
    show(title, detail, advice, action);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessagePage::showHint(const QString &title, const QString &detail, const QString &advice,
                           const QString &action)
{
    m_icon->set(u"info"_s, &Tokens::accent);
    show(title, detail, advice, action);
}

void MessagePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
}

} // namespace convscope
