// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/shortcut_list.h"

#include "style/fonts.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <array>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ViewKey
{
    const char *keys;
    const char *action;
};

/// Keys that work while the focus is inside one part of the window.
constexpr std::array<ViewKey, 17> kViewKeys{
    {{"↑ ↓ Home End", QT_TRANSLATE_NOOP("ShortcutList", "Stack: select a layer")},
     {"Alt+↑ Alt+↓", QT_TRANSLATE_NOOP("ShortcutList", "Stack: move the layer")},
     {"Del", QT_TRANSLATE_NOOP("ShortcutList", "Stack: remove the layer")},
     {"← → ↑ ↓", QT_TRANSLATE_NOOP("ShortcutList", "Map: move the cell; grid: the tile")},
     {"Shift+arrows", QT_TRANSLATE_NOOP("ShortcutList", "Map: move the cell by 10")},
     {"Enter", QT_TRANSLATE_NOOP("ShortcutList", "Map: pin or unpin the cell")},
     {"PgUp PgDn", QT_TRANSLATE_NOOP("ShortcutList", "Map: previous, next map")},
     {", .", QT_TRANSLATE_NOOP("ShortcutList", "Map: cell back, forward in scan order")},
     {"< >", QT_TRANSLATE_NOOP("ShortcutList", "Map: slice back, forward")},
     {"Space", QT_TRANSLATE_NOOP("ShortcutList", "Map: play slices")},
     {"+ −", QT_TRANSLATE_NOOP("ShortcutList", "Map: zoom")},
     {"A", QT_TRANSLATE_NOOP("ShortcutList", "Map: automatic range")},
     {"S", QT_TRANSLATE_NOOP("ShortcutList", "Map: range scope")},
     {"C", QT_TRANSLATE_NOOP("ShortcutList", "Map: next colormap")},
     {"I", QT_TRANSLATE_NOOP("ShortcutList", "Map: invert the colormap")},
     {"O", QT_TRANSLATE_NOOP("ShortcutList", "Map: lay the photo over the map")},
     {"PgUp PgDn", QT_TRANSLATE_NOOP("ShortcutList", "Field: step by 10")}}};

} // namespace

ShortcutList::ShortcutList(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    resize(520, 560);
    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search keys and actions"));
    search->setAccessibleName(tr("Search keys and actions"));
    search->setClearButtonEnabled(true);
    auto *list = new QTreeWidget;
    list->setAccessibleName(tr("Keys"));
    list->setColumnCount(2);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto add = [list](const QString &text, const QString &keys) {
        auto *item = new QTreeWidgetItem(list, {text, keys});
        item->setFont(1, convscope::font(FontRole::Number));
    };
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            add(action->text(), keys.join(u"  "_s));
    }
    for (const ViewKey &key : kViewKeys)
        add(tr(key.action), QString::fromUtf8(key.keys));
    connect(search, &QLineEdit::textChanged, list, [list](const QString &text) {
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = list->topLevelItem(i);
            item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                            !item->text(1).contains(text, Qt::CaseInsensitive));
        }
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(list, 1);
}

} // namespace convscope
