// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/commands/stack_commands.h"

#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "keras/layer_text.h"
#include "keras/model_json.h"
#include "language/core_words.h"
#include "model/constrain.h"
#include "model/edit.h"
#include "pages/problems/problem_pages.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "window/actions/actions.h"
#include "window/finding/layer_classes.h"
#include "window/finding/layer_finder.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Kernels named one by one in the status line.
constexpr qsizetype kMostNamedKernels = 6;

} // namespace

StackCommands::StackCommands(const PageContext &context, const Parts &parts, QWidget *window)
    : QObject(window), m_context(context), m_parts(parts), m_window(window)
{
    connectEdits();
    connectWalks();
    makeMenu();
}

void StackCommands::connectEdits()
{
    const Actions *a = m_parts.actions;
    ModelDocument *document = m_context.document;
    Selection *selection = m_context.selection;
    const auto onSelected = [this, selection](QAction *action, auto edit) {
        connect(action, &QAction::triggered, this, [selection, edit] {
            if (const int layer = selection->layer(); layer >= 0)
                edit(layer);
        });
    };
    connect(a->addLayer, &QAction::triggered, this,
            [this, selection] { addLayerAt(selection->layer() + 1, -1); });
    connect(m_parts.stack, &StackPanel::addRequested, this, &StackCommands::addLayerAt);
    onSelected(a->removeLayer, [document](int layer) { document->removeLayer(layer); });
    onSelected(a->duplicateLayer, [document, selection](int layer) {
        document->duplicateLayer(layer);
        selection->selectLayer(layer + 1);
    });
    onSelected(a->bypassLayer, [document](int layer) {
        document->setBypassed(layer, !document->model().layer(layer).isBypassed());
    });
    onSelected(a->renameLayer, [stack = m_parts.stack](int) { stack->startRenaming(); });
    StackPanel *stack = m_parts.stack;
    connect(a->moveUp, &QAction::triggered, stack, [stack] { stack->moveSelected(-1); });
    connect(a->moveDown, &QAction::triggered, stack, [stack] { stack->moveSelected(1); });
    connect(a->applyRepair, &QAction::triggered, m_parts.problems,
            [problems = m_parts.problems] { problems->applyRepair(0); });
    connect(m_parts.stack, &StackPanel::copyRequested, a->copyLayer, &QAction::trigger);
    onSelected(a->copyLayer, [this](int) { copyLayer(); });
    connect(a->copyStack, &QAction::triggered, this, [document] {
        QApplication::clipboard()->setText(QString::fromStdString(modelToJson(document->model())));
    });
    fillLayerClassMenu(a->classesMenu, m_context);
    connect(a->applyConstraints, &QAction::triggered, this, &StackCommands::applyConstraints);
    connect(a->redrawWeights, &QAction::triggered, this, &StackCommands::redrawWeights);
}

void StackCommands::connectWalks()
{
    const Actions *a = m_parts.actions;
    StackPanel *stack = m_parts.stack;
    connect(a->previousLayer, &QAction::triggered, stack, [stack] { stack->step(-1); });
    connect(a->nextLayer, &QAction::triggered, stack, [stack] { stack->step(1); });
    connect(a->nextProblem, &QAction::triggered, this, [this] { goToProblem(1); });
    connect(a->previousProblem, &QAction::triggered, this, [this] { goToProblem(-1); });
    connect(m_parts.stack, &StackPanel::nextProblemRequested, this, [this] { goToProblem(1); });
}

void StackCommands::makeMenu()
{
    const Actions *a = m_parts.actions;
    auto *menu = new QMenu(m_window);
    menu->addActions({a->addLayer, a->duplicateLayer, a->bypassLayer, a->renameLayer, a->moveUp,
                      a->moveDown, a->copyLayer, a->removeLayer});
    m_parts.stack->setContextMenu(menu);
    connect(m_parts.inspector, &Inspector::menuRequested, menu,
            [menu](const QPoint &at) { menu->popup(at); });
}

void StackCommands::update()
{
    const Actions *a = m_parts.actions;
    const ModelDocument *document = m_context.document;
    const int layer = m_context.selection->layer();
    const int count = document->model().size();
    const bool hasLayer = layer >= 0;
    for (QAction *action :
         {a->removeLayer, a->duplicateLayer, a->bypassLayer, a->renameLayer, a->copyLayer})
        action->setEnabled(hasLayer);
    a->copyStack->setEnabled(count > 0);
    a->moveUp->setEnabled(layer > 0);
    a->moveDown->setEnabled(hasLayer && m_parts.stack->canStep(1));
    a->previousLayer->setEnabled(m_parts.stack->canStep(-1));
    a->nextLayer->setEnabled(m_parts.stack->canStep(1));
    bool hasProblems = false;
    for (int i = 0; i < count && !hasProblems; ++i)
        hasProblems = m_context.results->state(i).isProblem();
    a->nextProblem->setEnabled(hasProblems);
    a->previousProblem->setEnabled(hasProblems);
    a->applyRepair->setEnabled(m_parts.problems->repairCount() > 0);
    const auto &layers = document->shapes().layers;
    const bool isConstrained =
        std::any_of(layers.begin(), layers.end(), [](const LayerShapes &shapes) {
            return std::any_of(shapes.weights.begin(), shapes.weights.end(),
                               [](const WeightSpec &w) { return !w.constraint.isNone(); });
        });
    a->applyConstraints->setEnabled(isConstrained && m_context.results->isUpToDate());
}

void StackCommands::addLayerAt(int position, int reader)
{
    showLayerFinder(m_context, {position, reader}, m_parts.stack->addPosition(position - 1),
                    m_window);
}

void StackCommands::copyLayer()
{
    const int layer = m_context.selection->layer();
    QApplication::clipboard()->setText(
        QString::fromStdString(layerToText(m_context.document->model().layer(layer))));
}

void StackCommands::goToProblem(int direction)
{
    const int count = m_context.document->model().size();
    const int from = m_context.selection->layer();
    for (int step = 1; step <= count; ++step) {
        const int at = ((from + direction * step) % count + count) % count;
        if (m_context.results->state(at).isProblem()) {
            m_context.selection->selectLayer(at);
            return;
        }
    }
}

void StackCommands::redrawWeights()
{
    Model model = m_context.document->model();
    ++model.seed;
    m_context.document->changeModel(std::move(model), tr("draw initial weights anew"));
}

void StackCommands::applyConstraints()
{
    ModelDocument *document = m_context.document;
    const Model &model = document->model();
    std::vector<std::vector<Tensor>> weights;
    for (int i = 0; i < model.size(); ++i) {
        const EvaluatedLayer *layer = m_context.results->at(i);
        weights.push_back(layer != nullptr ? layer->result.weights : std::vector<Tensor>{});
    }
    const auto constrained = constrainWeights(model, document->shapes(), weights);
    if (!constrained) {
        m_context.status->showFailure(localized(constrained.error()));
        return;
    }
    if (constrained->changes.empty()) {
        m_context.status->showMessage(tr("Every kernel satisfies its constraint."), 8000);
        return;
    }
    QStringList changes;
    for (const ConstrainedWeight &change : constrained->changes) {
        QStringList kernels;
        for (const IntPair &kernel : change.kernels) {
            if (kernels.size() == kMostNamedKernels) {
                kernels << u"…"_s;
                break;
            }
            kernels << u"[%1, %2]"_s.arg(kernel[0]).arg(kernel[1]);
        }
        changes << tr("%1 of %2: %3 changed, %4")
                       .arg(QString::fromStdString(change.name),
                            QString::fromStdString(model.layer(change.layer).name()),
                            QString::number(change.kernels.size()), kernels.join(u" "_s));
    }
    document->changeModel(constrained->model, tr("apply constraints"));
    m_context.status->showMessage(changes.join(u"; "_s), 15000);
}

} // namespace convscope
