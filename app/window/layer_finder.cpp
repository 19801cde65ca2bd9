// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/layer_finder.h"

#include "controls/command_action.h"
#include "controls/key_rules.h"
#include "language/core_words.h"
#include "layers/registry.h"
#include "model/edit.h"
#include "params/inspector.h"
#include "stack/finder_popup.h"
#include "stack/layer_icon.h"
#include "stack/stack_panel.h"
#include "style/numbers.h"
#include "window/actions.h"
#include "window/header.h"
#include "window/main_window.h"

#include <QAction>
#include <QCoreApplication>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct LayerFinder
{
    Q_DECLARE_TR_FUNCTIONS(LayerFinder)
};

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The shape a class with default arguments would give at a position, or a few words why not.
void describeFit(const ModelDocument &document, int position, const LayerType &type,
                 FinderEntry &entry)
{
    const Model candidate = insertLayer(document.model(), position, type);
    const std::vector<Shape> inputs = document.inputShapes();
    const ModelShapes shapes = inferShapes(candidate, inputs);
    const LayerShapes &added = shapes.layers[static_cast<std::size_t>(position)];
    if (added.output) {
        entry.note = shapeText(*added.output);
        return;
    }
    entry.isQuiet = true;
    if (!added.waitsFor.empty()) {
        entry.note = LayerFinder::tr("waits for %1").arg(qt(added.waitsFor));
        return;
    }
    if (!added.inputs.empty() && type.inputRank != 0 &&
        added.inputs.front().rank() != type.inputRank)
        entry.note = LayerFinder::tr("rank %1, needs %2")
                         .arg(added.inputs.front().rank())
                         .arg(type.inputRank);
    else
        entry.note = LayerFinder::tr("does not fit here");
    if (added.error)
        entry.subtitle = localized(*added.error);
}

/// Words beside the class name that find a class.
QStringList keywordsOf(const LayerType &type)
{
    QStringList words{localizedTerm(title(type.group)), qt(snakeCase(type.className))};
    for (const std::string &alias : type.aliases)
        words << qt(alias);
    return words;
}

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
                    actionEntry(action, static_cast<int>(i), LayerFinder::tr("Found last")));
    return entries;
}

} // namespace

void showLayerFinder(MainWindow *window, int position)
{
    const auto types = layerTypes();
    std::vector<FinderEntry> entries;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const LayerType &type = *types[i];
        FinderEntry entry;
        entry.group = localizedTerm(title(type.group));
        entry.icon = layerIcon(type.group);
        entry.title = qt(type.className);
        entry.subtitle = localizedTerm(type.summary);
        entry.keywords = keywordsOf(type);
        entry.id = static_cast<int>(i);
        describeFit(*window->document(), position, type, entry);
        entries.push_back(std::move(entry));
    }
    const QString footer =
        position == 0 ? LayerFinder::tr("at the top")
                      : LayerFinder::tr("after %1")
                            .arg(qt(window->document()->model().layer(position - 1).name()));
    auto *popup = new FinderPopup(std::move(entries), LayerFinder::tr("Add a layer"), footer,
                                  LayerFinder::tr("insert"), window);
    QObject::connect(popup, &FinderPopup::chosen, window, [window, position](int id) {
        window->document()->addLayer(position, *layerTypes()[static_cast<std::size_t>(id)]);
        window->selection()->selectLayer(position);
    });
    popup->openAt(window->stackPanel()->addPosition(position - 1));
}

void showActionFinder(MainWindow *window)
{
    const QList<QAction *> &actions = window->actions()->all();
    std::vector<FinderEntry> entries = recentEntries(*window->actions());
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const bool isRecent = window->actions()->recent().contains(actions[i]->objectName());
        if (!isRecent && isOffered(*window->actions(), actions[i]))
            entries.push_back(
                actionEntry(actions[i], static_cast<int>(i), LayerFinder::tr("Actions")));
    }
    const auto firstLayer = static_cast<int>(actions.size());
    const Model &model = window->document()->model();
    for (int i = 0; i < model.size(); ++i) {
        FinderEntry entry;
        entry.group = LayerFinder::tr("Layers of the stack");
        entry.icon = layerIcon(model.layer(i).type().group);
        entry.title = qt(model.layer(i).name());
        entry.note = qt(model.layer(i).type().className);
        entry.keywords << entry.note;
        entry.id = firstLayer + i;
        entries.push_back(std::move(entry));
    }
    const int firstArgument = firstLayer + model.size();
    const int selected = window->selection()->layer();
    QStringList arguments;
    if (selected >= 0) {
        for (const ParamInfo &info : model.layer(selected).type().table->params()) {
            FinderEntry entry;
            entry.group = LayerFinder::tr("Arguments of %1").arg(qt(model.layer(selected).name()));
            entry.title = qt(info.name);
            entry.note = qt(toPython(model.layer(selected).value(info.name)));
            entry.id = firstArgument + static_cast<int>(arguments.size());
            arguments << entry.title;
            entries.push_back(std::move(entry));
        }
    }
    auto *popup =
        new FinderPopup(std::move(entries), LayerFinder::tr("Find an action, layer or argument"),
                        {}, LayerFinder::tr("run"), window);
    QObject::connect(popup, &FinderPopup::chosen, window, [=](int id) {
        if (id < firstLayer) {
            QAction *action = window->actions()->all().at(id);
            window->actions()->remember(action);
            action->trigger();
        } else if (id < firstArgument) {
            window->selection()->selectLayer(id - firstLayer);
        } else {
            window->inspector()->focusArgument(arguments.at(id - firstArgument));
        }
    });
    popup->openAt(window->mapToGlobal(QPoint(window->width() - popup->width() - 12, 44)));
}

} // namespace convscope
