// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/filter_bar.h"

#include "controls/search_field.h"
#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeaderHeight = 40;
/// Of the whole bar: below it the remark would leave no room for the text.
constexpr int kLeastForRemark = 180;
/// Buttons that go through hits, and from which width on the funnel is one of them.
constexpr int kStepWidth = 22;
constexpr int kLeastForFunnel = 240;

} // namespace

FilterBar::FilterBar(const QString &name, const QString &hint, QWidget *header)
    : QWidget(header), m_field(new SearchField(this))
{
    setAccessibleName(name);
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(hint);
    m_field->setToolTip(hint);
    m_field->setFixedHeight(scaledHeight(28));
    m_field->installEventFilter(this);
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(themedIcon(u"close"_s));
    close->setFixedSize(28, 28);
    close->setAccessibleName(tr("Close the filter"));
    close->setToolTip(tr("Shows everything again (Esc)."));
    auto *row = new QHBoxLayout(this);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(close);
    header->installEventFilter(this);
    hide();
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(close, &QToolButton::clicked, this, &FilterBar::dismiss);
}

void FilterBar::addSteps()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->setSpacing(0);
    int at = 1;
    const auto add = [&](const QString &icon, const QString &name, const QString &tip) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setIcon(themedIcon(icon));
        button->setFixedSize(kStepWidth, 28);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        row->insertWidget(at++, button);
        return button;
    };
    const auto *back = add(u"up"_s, tr("Previous hit"), tr("Previous hit (Shift+F3)"));
    const auto *on = add(u"down"_s, tr("Next hit"), tr("Next hit (F3)"));
    m_funnel = add(u"filter"_s, tr("Hits only"), tr("Shows the hits alone"));
    m_funnel->setCheckable(true);
    connect(back, &QToolButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(on, &QToolButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_funnel, &QToolButton::toggled, this, &FilterBar::hitsOnlyToggled);
}

bool FilterBar::showsHitsOnly() const
{
    return m_funnel != nullptr && m_funnel->isChecked();
}

void FilterBar::open()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && !isAncestorOf(focus))
        m_before = focus;
    coverHeader();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::coverHeader()
{
    setGeometry(parentWidget()->rect());
    if (m_funnel != nullptr)
        m_funnel->setVisible(width() >= kLeastForFunnel);
    // At the same height in every panel.
    layout()->setContentsMargins(8, 0, 4, std::max(height() - scaledHeight(kHeaderHeight), 0));
    showRemark();
}

void FilterBar::dismiss()
{
    if (!isOpen())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus == nullptr || isAncestorOf(focus);
    m_field->clear();
    if (hadFocus && m_before != nullptr)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    hide();
}

QString FilterBar::text() const
{
    return m_field->text().trimmed();
}

void FilterBar::setMatches(int matching, int all)
{
    m_remark = text().isEmpty() ? QString()
               : all == 0       ? tr("none")
                                : tr("%1 of %2").arg(matching).arg(all);
    m_field->setAccessibleDescription(m_remark);
    showRemark();
}

void FilterBar::showRemark()
{
    const QString remark = width() < kLeastForRemark ? QString() : m_remark;
    if (remark != m_field->remark())
        m_field->setRemark(remark);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        coverHeader();
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isOurs = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down ||
                        key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isOurs || key->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (key->key() == Qt::Key_Escape)
        dismiss();
    else
        Q_EMIT listWanted();
    return true;
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
}

} // namespace convscope
