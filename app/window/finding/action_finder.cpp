// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/finding/action_finder.h"

#include "controls/command_action.h"
#include "controls/key_rules.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "language/core_words.h"
#include "params/inspector.h"
#include "stack/finder_popup.h"
#include "style/layer_icon.h"
#include "window/actions/actions.h"
#include "window/finding/layer_classes.h"

#include <QCoreApplication>
#include <QMenu>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ActionFinder
{
    Q_DECLARE_TR_FUNCTIONS(ActionFinder)
};

bool isOffered(const Actions &actions, const QAction *action)
{
    return action->isEnabled() && action != actions.find;
}

FinderEntry actionEntry(const QAction *action, int id, const QString &group)
{
    FinderEntry entry;
    entry.group = group;
    entry.title = actionWords(action);
    entry.note = keyText(action->shortcut());
    entry.id = id;
    return entry;
}

/// The actions found last, the last one first; ids are places among all.
std::vector<FinderEntry> recentEntries(const Actions &actions)
{
    std::vector<FinderEntry> entries;
    for (const QString &id : actions.recent())
        for (qsizetype i = 0; i < actions.all().size(); ++i)
            if (const QAction *action = actions.all()[i];
                action->objectName() == id && isOffered(actions, action))
                entries.push_back(
                    actionEntry(action, static_cast<int>(i), ActionFinder::tr("Found last")));
    return entries;
}

/// What the menus of samples, stacks, patterns and recent files hold.
QList<QAction *> filesToOpen(const Actions &actions)
{
    QList<QAction *> files;
    for (const QMenu *menu :
         {actions.samplesMenu, actions.stacksMenu, actions.patternsMenu, actions.recentMenu})
        files << menu->actions();
    return files;
}

} // namespace

void showActionFinder(const PageContext &context, Actions *all, Inspector *inspector,
                      QWidget *window)
{
    const QList<QAction *> &actions = all->all();
    std::vector<FinderEntry> entries = recentEntries(*all);
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const bool isRecent = all->recent().contains(actions[i]->objectName());
        if (!isRecent && isOffered(*all, actions[i]))
            entries.push_back(
                actionEntry(actions[i], static_cast<int>(i), ActionFinder::tr("Actions")));
    }
    const auto firstLayer = static_cast<int>(actions.size());
    const Model &model = context.document->model();
    for (int i = 0; i < model.size(); ++i) {
        FinderEntry entry;
        entry.group = ActionFinder::tr("Layers of the stack");
        entry.icon = layerIcon(model.layer(i).type().group);
        entry.title = qt(model.layer(i).name());
        entry.note = qt(model.layer(i).type().className);
        entry.keywords << entry.note;
        entry.id = firstLayer + i;
        entries.push_back(std::move(entry));
    }
    const int firstArgument = firstLayer + model.size();
    const int selected = context.selection->layer();
    QStringList arguments;
    if (selected >= 0) {
        for (const ParamInfo &info : model.layer(selected).type().table->params()) {
            FinderEntry entry;
            entry.group = ActionFinder::tr("Arguments of %1").arg(qt(model.layer(selected).name()));
            entry.title = qt(info.name);
            entry.note = qt(toPython(model.layer(selected).value(info.name)));
            entry.id = firstArgument + static_cast<int>(arguments.size());
            arguments << entry.title;
            entries.push_back(std::move(entry));
        }
    }
    const int firstFile = firstArgument + static_cast<int>(arguments.size());
    const QList<QAction *> files = filesToOpen(*all);
    for (qsizetype i = 0; i < files.size(); ++i)
        entries.push_back(actionEntry(files[i], firstFile + static_cast<int>(i),
                                      ActionFinder::tr("Samples and recent files")));
    const int firstClass = firstFile + static_cast<int>(files.size());
    for (FinderEntry &entry : layerClassEntries(*context.document, {selected + 1, -1})) {
        entry.group = ActionFinder::tr("Add a layer");
        entry.subtitle.clear();
        entry.id += firstClass;
        entries.push_back(std::move(entry));
    }
    auto *popup =
        new FinderPopup(std::move(entries), ActionFinder::tr("Find an action, layer or argument"),
                        {}, ActionFinder::tr("run"), window);
    QObject::connect(popup, &FinderPopup::chosen, all, [=](int id) {
        if (id < firstLayer) {
            QAction *action = all->all().at(id);
            all->remember(action);
            action->trigger();
        } else if (id < firstArgument) {
            context.selection->selectLayer(id - firstLayer);
        } else if (id < firstFile) {
            inspector->focusArgument(arguments.at(id - firstArgument));
        } else if (id < firstClass) {
            files.at(id - firstFile)->trigger();
        } else {
            insertLayerClass(context, {selected + 1, -1}, id - firstClass);
        }
    });
    popup->openAt(window->mapToGlobal(QPoint(window->width() - popup->width() - 12, 44)));
}

} // namespace convscope
