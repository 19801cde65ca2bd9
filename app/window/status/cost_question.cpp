// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/status/cost_question.h"

#include "controls/token_label.h"
#include "style/convscope_style.h"
#include "style/numbers.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QToolButton *link(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    // A click answers and leaves the focus where the person works.
    button->setFocusPolicy(Qt::TabFocus);
    markAccented(button);
    QFont font = convscope::font(FontRole::Caption);
    font.setWeight(QFont::Medium);
    button->setFont(font);
    return button;
}

QString costText(const RunCost &cost)
{
    return CostQuestion::tr("about %1, %2.")
        .arg(roughDurationText(cost.milliseconds / 1000), bytesText(cost.bytes));
}

} // namespace

CostQuestion::CostQuestion(QWidget *parent)
    : QWidget(parent), m_cost(new TokenLabel({}, FontRole::Caption, &Tokens::text, this)),
      m_compute(link(tr("Compute"), tr("Computes the whole, however long it takes (F5)."), this)),
      m_or(new TokenLabel(u"·"_s, FontRole::Caption, &Tokens::text2, this)),
      m_preview(link(tr("Preview at ¼"),
                     tr("Computes the same stack on a quarter of the input's rows and columns."),
                     this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    // Room for the ring of a link that has the focus.
    row->setSpacing(5);
    for (QWidget *part : {static_cast<QWidget *>(m_cost), static_cast<QWidget *>(m_compute),
                          static_cast<QWidget *>(m_or), static_cast<QWidget *>(m_preview)})
        row->addWidget(part);
    setAccessibleName(tr("Long computation"));
    connect(m_compute, &QToolButton::clicked, this, &CostQuestion::computeRequested);
    connect(m_preview, &QToolButton::clicked, this, &CostQuestion::previewRequested);
    // Answered by keys, the focus goes back to where it came from.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, const QWidget *now) {
        if (now != nullptr && isAncestorOf(now) && before != nullptr && !isAncestorOf(before))
            m_cameFrom = before;
    });
    hide();
}

void CostQuestion::setQuestion(const std::optional<RunQuestion> &question, bool isPreview)
{
    if (!question) {
        m_isAsking = false;
        giveFocusBack();
        hide();
        return;
    }
    const QString cost = costText(question->cost);
    m_cost->setText(isPreview ? tr("The whole: %1").arg(cost) : cost);
    m_compute->setAccessibleName(tr("Compute the whole: %1").arg(cost));
    const bool offersPreview = question->offersPreview && !isPreview;
    if (!offersPreview && m_preview->hasFocus())
        giveFocusBack();
    m_or->setVisible(offersPreview);
    m_preview->setVisible(offersPreview);
    show();
    // Said once, not with every step of a slider.
    if (!isPreview && !m_isAsking) {
        setAccessibleDescription(cost);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    m_isAsking = !isPreview;
}

void CostQuestion::giveFocusBack()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && isAncestorOf(focus) && m_cameFrom != nullptr)
        m_cameFrom->setFocus(Qt::OtherFocusReason);
}

QString CostQuestion::text() const
{
    return isHidden() ? QString() : m_cost->text();
}

} // namespace convscope
