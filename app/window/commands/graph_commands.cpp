// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/commands/graph_commands.h"

#include "controls/question.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "layers/unknown_layer.h"
#include "model/edit.h"
#include "presenters/reads_presenter.h"
#include "presenters/stack_presenter.h"
#include "run/fed_output.h"
#include "window/actions/actions.h"

#include <QFileDialog>
#include <QFileInfo>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

GraphCommands::GraphCommands(const PageContext &context, const Parts &parts, QWidget *window)
    : QObject(window), m_context(context), m_parts(parts), m_window(window)
{
    const Actions *a = parts.actions;
    ReadsPresenter *reads = parts.reads;
    StackPresenter *stack = parts.stack;
    connect(a->addRead, &QAction::triggered, reads, &ReadsPresenter::add);
    connect(a->replaceRead, &QAction::triggered, reads, &ReadsPresenter::replaceCurrent);
    connect(a->removeRead, &QAction::triggered, reads, &ReadsPresenter::removeCurrent);
    connect(a->readUp, &QAction::triggered, reads, [reads] { reads->moveCurrent(-1); });
    connect(a->readDown, &QAction::triggered, reads, [reads] { reads->moveCurrent(1); });
    connect(a->foldAll, &QAction::triggered, stack, &StackPresenter::foldAll);
    connect(a->unfoldAll, &QAction::triggered, stack, &StackPresenter::unfoldAll);
    connect(a->feedOutput, &QAction::triggered, this, &GraphCommands::askForOutput);
    connect(a->stopFeeding, &QAction::triggered, this, &GraphCommands::stopFeeding);
}

int GraphCommands::unknownLayer() const
{
    const int layer = m_context.selection->layer();
    const Model &model = m_context.document->model();
    return layer >= 0 && layer < model.size() && isUnknown(model.layer(layer)) ? layer : -1;
}

void GraphCommands::update()
{
    const Actions *a = m_parts.actions;
    const ReadsPresenter *reads = m_parts.reads;
    a->addRead->setEnabled(reads->canAdd());
    a->replaceRead->setEnabled(reads->hasLayer());
    for (QAction *action : {a->removeRead, a->readUp, a->readDown})
        action->setEnabled(reads->canRemove());
    for (QAction *action : {a->foldAll, a->unfoldAll})
        action->setEnabled(m_parts.stack->hasBlocks());
    const int layer = unknownLayer();
    a->feedOutput->setEnabled(layer >= 0);
    a->stopFeeding->setEnabled(
        layer >= 0 &&
        !convscope::unknownLayer(m_context.document->model().layer(layer)).fed.isNull());
}

void GraphCommands::askForOutput()
{
    const int layer = unknownLayer();
    if (layer < 0)
        return;
    const Layer &unknown = m_context.document->model().layer(layer);
    const QString name = QString::fromStdString(unknown.name());
    const auto &stated = convscope::unknownLayer(unknown).output;
    // The shape that is asked for stands beside it.
    const QString title =
        stated
            ? tr("Output of %1, of shape %2").arg(name, QString::fromStdString(stated->toString()))
            : tr("Output of %1").arg(name);
    const QString path =
        QFileDialog::getOpenFileName(m_window, title, {}, tr("Arrays (*.npy *.npz)"));
    if (!path.isEmpty())
        feed(path);
}

void GraphCommands::feed(const QString &path)
{
    const int layer = unknownLayer();
    if (layer < 0)
        return;
    const std::shared_ptr<const Layer> unknown =
        m_context.document->model().layers[static_cast<std::size_t>(layer)];
    m_reading.startLatest(
        [unknown, file = path.toStdString()](const BackgroundJobs::Job &) {
            return fedFromFile(*unknown, file);
        },
        [this, unknown, path](Result<Layer> fed) {
            const Model &model = m_context.document->model();
            const int at = model.indexOf(unknown->name());
            // Another edit came first.
            if (at < 0 || model.layers[static_cast<std::size_t>(at)] != unknown)
                return;
            if (!fed) {
                m_context.status->showFailure(localized(fed.error()));
                return;
            }
            m_context.status->clearFailure();
            m_context.document->changeModel(
                replaceLayer(model, at, std::move(*fed)),
                tr("feed %1 from %2")
                    .arg(QString::fromStdString(unknown->name()), QFileInfo(path).fileName()));
        });
}

void GraphCommands::goToUnknown()
{
    const int count = m_context.document->model().size();
    const int from = m_context.selection->layer();
    for (int step = 1; step <= count; ++step) {
        const int at = (from + step + count) % count;
        if (m_context.results->state(at).kind == LayerState::Kind::Unknown) {
            m_context.selection->selectLayer(at);
            return;
        }
    }
}

void GraphCommands::askAgain(const QString &layer, const QString &path, bool mayAsk)
{
    const int at = m_context.document->model().indexOf(layer.toStdString());
    if (at < 0)
        return;
    const QString what = tr("%1 was fed from %2, which is not there any more.").arg(layer, path);
    m_context.selection->selectLayer(at);
    if (!mayAsk) {
        m_context.status->showMessage(what, 12000);
        return;
    }
    const auto answer =
        ask(m_window, tr("Output of %1").arg(layer), what + u' ' + tr("Choose another file?"),
            QMessageBox::Open | QMessageBox::Cancel, QMessageBox::Open);
    if (answer == QMessageBox::Open)
        askForOutput();
}

void GraphCommands::stopFeeding()
{
    const int layer = unknownLayer();
    if (layer < 0)
        return;
    const Model &model = m_context.document->model();
    auto bare = fedWith(model.layer(layer), {});
    if (bare)
        m_context.document->changeModel(
            replaceLayer(model, layer, std::move(*bare)),
            tr("stop feeding %1").arg(QString::fromStdString(model.layer(layer).name())));
}

} // namespace convscope
