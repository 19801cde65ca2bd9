// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/finding/layer_classes.h"

#include "document/model_document.h"
#include "document/selection.h"
#include "language/core_words.h"
#include "layers/registry.h"
#include "model/layer_state.h"
#include "model/rewire.h"
#include "style/layer_icon.h"
#include "style/numbers.h"

#include <QCoreApplication>
#include <QMenu>

#include <map>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct LayerClassWords
{
    Q_DECLARE_TR_FUNCTIONS(LayerFinder)
};

/// The shape a class with default arguments would give at a position, or a few words why not.
void describeFit(const ModelDocument &document, const LayerPlace &place, const LayerType &type,
                 FinderEntry &entry)
{
    const Inserted candidate =
        insertBelow(document.model(), place.position - 1, place.reader, type);
    const std::vector<Shape> inputs = document.inputShapes();
    const ModelShapes shapes = inferShapes(candidate.model, inputs);
    const LayerShapes &added = shapes.layers[static_cast<std::size_t>(candidate.index)];
    if (added.output) {
        entry.note = shapeText(*added.output);
        return;
    }
    entry.isQuiet = true;
    const LayerState state = layerState(added, nullptr);
    if (state.kind == LayerState::Kind::Waits) {
        entry.note = LayerClassWords::tr("waits for %1").arg(qt(state.waitsFor));
        return;
    }
    entry.isRefused = true;
    if (!added.inputs.empty() && type.inputRank != 0 &&
        added.inputs.front().rank() != type.inputRank)
        entry.note = LayerClassWords::tr("rank %1, needs %2")
                         .arg(added.inputs.front().rank())
                         .arg(type.inputRank);
    else
        entry.note = LayerClassWords::tr("does not fit here");
    if (state.error)
        entry.subtitle = localized(*state.error);
}

/// Words beside the class name that find a class.
QStringList keywordsOf(const LayerType &type)
{
    QStringList words{localizedTerm(title(type.group)), qt(snakeCase(type.className))};
    for (const std::string &alias : type.aliases)
        words << qt(alias);
    return words;
}

} // namespace

std::vector<FinderEntry> layerClassEntries(const ModelDocument &document, const LayerPlace &place)
{
    const auto types = layerTypes();
    std::vector<FinderEntry> entries;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const LayerType &type = *types[i];
        FinderEntry entry;
        entry.group = localizedTerm(title(type.group));
        entry.icon = layerIcon(type.group);
        entry.title = qt(type.className);
        entry.subtitle = localized(type.summary);
        entry.keywords = keywordsOf(type);
        entry.id = static_cast<int>(i);
        describeFit(document, place, type, entry);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void insertLayerClass(const PageContext &context, const LayerPlace &place, int id)
{
    const LayerType &type = *layerTypes()[static_cast<std::size_t>(id)];
    Inserted added = insertBelow(context.document->model(), place.position - 1, place.reader, type);
    context.document->changeModel(std::move(added.model),
                                  LayerClassWords::tr("add %1").arg(qt(type.className)));
    context.selection->selectLayer(added.index);
}

void fillLayerClassMenu(QMenu *menu, const PageContext &context)
{
    std::map<QString, QMenu *> groups;
    std::vector<QAction *> actions;
    for (const LayerType *type : layerTypes()) {
        const QString group = localizedTerm(title(type->group));
        QMenu *&submenu = groups[group];
        if (submenu == nullptr) {
            submenu = menu->addMenu(group);
            submenu->setToolTipsVisible(true);
        }
        QAction *action = submenu->addAction(qt(type->className));
        const auto id = static_cast<int>(actions.size());
        QObject::connect(action, &QAction::triggered, menu, [context, id] {
            insertLayerClass(context, {context.selection->layer() + 1, -1}, id);
        });
        actions.push_back(action);
    }
    QObject::connect(menu, &QMenu::aboutToShow, menu, [context, actions] {
        const auto entries =
            layerClassEntries(*context.document, {context.selection->layer() + 1, -1});
        for (const FinderEntry &entry : entries) {
            QAction *action = actions[static_cast<std::size_t>(entry.id)];
            action->setEnabled(!entry.isRefused);
            action->setToolTip(entry.isRefused ? u"%1. %2"_s.arg(entry.note, entry.subtitle)
                                               : entry.subtitle);
        }
    });
}

} // namespace convscope
