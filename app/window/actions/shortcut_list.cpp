// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/actions/shortcut_list.h"

#include "controls/command_action.h"
#include "controls/key_field.h"
#include "controls/key_rules.h"
#include "controls/search_field.h"
#include "controls/token_label.h"
#include "style/fonts.h"
#include "style/tokens.h"
#include "window/actions/key_bindings.h"
#include "window/actions/view_keys.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Place of the row's action among all; rows of views have none.
constexpr int kActionRole = Qt::UserRole;

QString orNone(const QString &keys)
{
    return keys.isEmpty() ? ShortcutList::tr("no key") : keys;
}

} // namespace

ShortcutList::ShortcutList(KeyBindings *keys, QWidget *parent)
    : QDialog(parent), m_keys(keys), m_search(new SearchField), m_list(new QTreeWidget),
      m_name(new TokenLabel({}, FontRole::Title, &Tokens::text)), m_field(new KeyField),
      m_sentence(new TokenLabel({}, FontRole::Small, &Tokens::text2)),
      m_change(new QPushButton(tr("&Change key…"))), m_add(new QPushButton(tr("&Add key…"))),
      m_remove(new QPushButton(tr("&No key"))), m_reset(new QPushButton(tr("&Reset"))),
      m_resetAll(new QPushButton(tr("Reset a&ll")))
{
    setWindowTitle(tr("Keyboard"));
    resize(620, 640);
    buildLayout();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutList::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutList::stop);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { start(Taking::OnlyKey); });
    connect(m_field, &KeyField::started, this, [this] {
        if (m_taking == Taking::Nothing)
            start(Taking::OnlyKey);
    });
    connect(m_field, &KeyField::pressed, this, &ShortcutList::take);
    connect(m_field, &KeyField::ended, this, &ShortcutList::stop);
    connect(m_change, &QPushButton::clicked, this, [this] { start(Taking::OnlyKey); });
    connect(m_add, &QPushButton::clicked, this, [this] { start(Taking::OneMoreKey); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_keys->clear(actionOf(m_list->currentItem()));
        m_list->setFocus();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const QString refusal = m_keys->reset(actionOf(m_list->currentItem()));
        m_list->setFocus();
        if (!refusal.isEmpty())
            say(refusal, true);
    });
    connect(m_resetAll, &QPushButton::clicked, m_keys, &KeyBindings::resetAll);
    connect(m_keys, &KeyBindings::changed, this, &ShortcutList::updateRows);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    updateRows();
}

void ShortcutList::buildLayout()
{
    m_search->setPlaceholderText(tr("Search keys and actions"));
    m_search->setAccessibleName(tr("Search keys and actions"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_field->setFixedWidth(scaledHeight(200));
    m_field->setPlaceholderText(tr("Press a key"));
    // Two lines are kept for it, so that nothing moves.
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setFixedHeight(scaledHeight(34));

    auto *key = new QHBoxLayout;
    key->addWidget(m_name, 1);
    key->addWidget(m_field);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_change, m_add, m_remove, m_reset, m_resetAll})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(close);
    // Enter in the list is for its row.
    for (QPushButton *button : {m_change, m_add, m_remove, m_reset, m_resetAll, close})
        button->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(key);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
}

void ShortcutList::fill()
{
    const auto add = [this](const QString &text, const QString &keys) {
        auto *item = new QTreeWidgetItem(m_list, {text, keys});
        item->setFont(1, convscope::font(FontRole::Number));
        return item;
    };
    for (int i = 0; i < m_keys->actions().size(); ++i)
        add(actionName(m_keys->actions()[i]), {})->setData(0, kActionRole, i);
    for (const ViewKey &key : viewKeys())
        add(key.action, key.keys);
}

QAction *ShortcutList::actionOf(const QTreeWidgetItem *item) const
{
    const QVariant place = item != nullptr ? item->data(0, kActionRole) : QVariant();
    return place.isValid() ? m_keys->actions().at(place.toInt()) : nullptr;
}

void ShortcutList::updateRow(QTreeWidgetItem *item)
{
    const QAction *action = actionOf(item);
    if (action == nullptr)
        return;
    const QString keys = keysText(action->shortcuts());
    const bool isDefault = m_keys->isDefault(action);
    const QString usual = tr("Usually: %1").arg(orNone(keysText(m_keys->defaults(action))));
    QFont face = convscope::font(FontRole::Number);
    face.setBold(!isDefault);
    item->setText(1, keys);
    item->setFont(1, face);
    item->setToolTip(1, isDefault ? QString() : usual);
    const QString spoken = actionName(action) + u", "_s + orNone(keys);
    item->setData(0, Qt::AccessibleTextRole, isDefault ? spoken : spoken + u". "_s + usual);
}

void ShortcutList::updateRows()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        updateRow(m_list->topLevelItem(i));
    updateEditor();
}

void ShortcutList::filter(const QString &text)
{
    int shown = 0;
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool isFound = item->text(0).contains(text, Qt::CaseInsensitive) ||
                             item->text(1).contains(text, Qt::CaseInsensitive);
        item->setHidden(!isFound);
        if (isFound && first == nullptr)
            first = item;
        shown += isFound ? 1 : 0;
    }
    if (m_list->currentItem() == nullptr || m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
    m_search->setRemark(
        text.isEmpty() ? QString() : tr("%1 of %2").arg(shown).arg(m_list->topLevelItemCount()));
}

void ShortcutList::updateEditor()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QAction *action = actionOf(item);
    const bool isAction = action != nullptr;
    m_name->setText(item != nullptr ? item->text(0) : QString());
    m_field->setEnabled(isAction);
    m_field->setAccessibleName(isAction ? tr("New key for %1").arg(actionName(action))
                                        : tr("New key"));
    m_change->setEnabled(isAction);
    m_add->setEnabled(isAction && !action->shortcuts().isEmpty());
    m_remove->setEnabled(isAction && !action->shortcuts().isEmpty());
    m_reset->setEnabled(isAction && !m_keys->isDefault(action));
    m_resetAll->setEnabled(!m_keys->changes().isEmpty());
    m_field->setText(m_taking != Taking::Nothing ? QString()
                     : item != nullptr           ? item->text(1)
                                                 : QString());
    if (m_taking != Taking::Nothing)
        say(m_taking == Taking::OnlyKey ? tr("Press the new key. Esc leaves it as it is.")
                                        : tr("Press one more key. Esc leaves it as it is."),
            false);
    else if (isAction)
        say(tr("Usually: %1. Enter or a double-click takes another key.")
                .arg(orNone(keysText(m_keys->defaults(action)))),
            false);
    else
        say(tr("This key belongs to one part of the window and stays."), false);
}

void ShortcutList::start(Taking taking)
{
    if (actionOf(m_list->currentItem()) == nullptr)
        return;
    m_taking = taking;
    m_field->setFocus(Qt::OtherFocusReason);
    updateEditor();
}

void ShortcutList::take(const QKeySequence &key)
{
    QAction *action = actionOf(m_list->currentItem());
    if (action == nullptr || m_taking == Taking::Nothing)
        return;
    const QString refusal =
        m_taking == Taking::OnlyKey ? m_keys->assign(action, key) : m_keys->add(action, key);
    if (!refusal.isEmpty()) {
        m_field->setText(keyText(key));
        say(refusal + u' ' + tr("Press another key, or Esc."), true);
        return;
    }
    stop();
}

void ShortcutList::stop()
{
    m_taking = Taking::Nothing;
    if (m_field->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    updateEditor();
}

void ShortcutList::say(const QString &sentence, bool isRefusal)
{
    m_sentence->setText(sentence);
    m_sentence->setColour(isRefusal ? &Tokens::error : &Tokens::text2);
    m_field->setAccessibleDescription(sentence);
    if (isRefusal) {
        QAccessibleEvent alert(m_sentence, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace convscope
