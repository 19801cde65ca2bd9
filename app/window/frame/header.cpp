// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/header.h"

#include "controls/command_button.h"
#include "controls/key_rules.h"
#include "controls/segmented_tabs.h"
#include "style/fonts.h"
#include "style/tokens.h"
#include "window/actions/actions.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Below this width the finder is an icon; above it plus 40 a field again.
constexpr int kNarrow = 1240;
constexpr int kHysteresis = 40;
/// Longer words make the field longer.
constexpr int kFindWidth = 236;

QToolButton *toolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFixedSize(28, 28);
    button->setAccessibleName(action->text());
    return button;
}

/// A tab per page, in step with the actions that show them.
ModeSwitch *modeSwitch(const QActionGroup *modes, QWidget *parent)
{
    auto *tabs = new ModeSwitch(parent);
    tabs->setAccessibleName(Header::tr("Page"));
    const QList<QAction *> actions = modes->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const int tab = tabs->addTab(actions[i]->text());
        const auto follow = [tabs, tab, mode = actions[i]] {
            tabs->setTabToolTip(tab, mode->toolTip());
            if (!mode->isChecked())
                return;
            const QSignalBlocker blocker(tabs);
            tabs->setCurrentIndex(tab);
        };
        QObject::connect(actions[i], &QAction::changed, tabs, follow);
        follow();
    }
    QObject::connect(tabs, &QTabBar::currentChanged, modes,
                     [modes](int tab) { modes->actions().at(tab)->trigger(); });
    return tabs;
}

} // namespace

Header::Header(Actions *actions, QWidget *parent)
    : QWidget(parent), m_menuBar(new QMenuBar(this)),
      m_find(new CommandButton(u"search"_s, actions->find->text(), {}, this)),
      m_findIcon(toolButton(actions->find, this))
{
    setFixedHeight(scaledHeight(44));
    actions->fill(m_menuBar);
    m_menuBar->setNativeMenuBar(false);
    m_find->setAsField(true);
    m_find->setAccessibleName(actions->find->text());
    connect(m_find, &QPushButton::clicked, actions->find, &QAction::trigger);
    const auto showKey = [this, actions] {
        m_find->setKey(keyText(actions->find->shortcut()));
        m_find->setFixedWidth(std::max(kFindWidth, m_find->sizeHint().width()));
    };
    connect(actions->find, &QAction::changed, this, showKey);
    showKey();
    m_findIcon->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(m_menuBar, 0, Qt::AlignVCenter);
    layout->addStretch();
    if (!actions->modes->actions().isEmpty()) {
        layout->addWidget(modeSwitch(actions->modes, this), 0, Qt::AlignVCenter);
        layout->addStretch();
    }
    layout->addWidget(toolButton(actions->undo, this));
    layout->addWidget(toolButton(actions->redo, this));
    layout->addSpacing(8);
    layout->addWidget(m_find);
    layout->addWidget(m_findIcon);
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Longer words of menus and tabs need more.
    int needed = m_find->width() + kHysteresis;
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem *item = layout()->itemAt(i);
        if (item->widget() != m_find && item->widget() != m_findIcon)
            needed += item->sizeHint().width() + layout()->spacing();
    }
    const int narrow = std::max(kNarrow, needed);
    const bool isNarrow = width() < (m_find->isHidden() ? narrow + kHysteresis : narrow);
    m_find->setVisible(!isNarrow);
    m_findIcon->setVisible(isNarrow);
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), tokens().line);
}

} // namespace convscope
