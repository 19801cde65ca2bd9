// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/window_commands.h"

#include "controls/hair_splitter.h"
#include "keras/save_model.h"
#include "language/core_words.h"
#include "model/constrain.h"
#include "model/edit.h"
#include "pages/problems/problem_pages.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "stack/stack_panel.h"
#include "style/theme.h"
#include "window/actions.h"
#include "window/cost_question.h"
#include "window/layer_finder.h"
#include "window/layer_help.h"
#include "window/list_filter.h"
#include "window/main_window.h"
#include "window/shortcut_list.h"
#include "window/status_line.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>
#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Kernels named one by one in the status line.
constexpr qsizetype kMostNamedKernels = 6;

} // namespace

WindowCommands::WindowCommands(MainWindow *window) : QObject(window), m_window(window)
{
    connectFile();
    connectEdit();
    connectStack();
    connectView();
    connect(window->document()->undoStack(), &QUndoStack::indexChanged, this,
            &WindowCommands::update);
    connect(window->results(), &LayerResults::progressed, this, &WindowCommands::update);
    connect(window->results(), &LayerResults::finished, this, &WindowCommands::update);
    connect(window->results(), &LayerResults::questionChanged, this, &WindowCommands::update);
}

void WindowCommands::connectFile()
{
    Actions *a = m_window->actions();
    connect(a->newStack, &QAction::triggered, this, &WindowCommands::newStack);
    connect(a->open, &QAction::triggered, this, &WindowCommands::askForFile);
    connect(a->save, &QAction::triggered, this, [this] { save(false); });
    connect(a->saveAs, &QAction::triggered, this, [this] { save(true); });
    connect(a->exportPicture, &QAction::triggered, this,
            [this] { m_window->centre()->current()->exportShown(m_window); });
    connect(a->close, &QAction::triggered, m_window, &QWidget::close);
    connect(a->quit, &QAction::triggered, m_window, [this] {
        if (m_window->close())
            QApplication::quit();
    });
}

void WindowCommands::connectEdit()
{
    Actions *a = m_window->actions();
    QUndoStack *undo = m_window->document()->undoStack();
    connect(a->undo, &QAction::triggered, undo, &QUndoStack::undo);
    connect(a->redo, &QAction::triggered, undo, &QUndoStack::redo);
    connect(a->copy, &QAction::triggered, this, [this] { m_window->centre()->current()->copy(); });
    connect(a->paste, &QAction::triggered, this,
            [this] { takeMimeData(QApplication::clipboard()->mimeData()); });
    connect(a->filterList, &QAction::triggered, this, [this] { openListFilter(m_window); });
    connect(a->find, &QAction::triggered, this, &WindowCommands::findAction);
}

void WindowCommands::connectStack()
{
    Actions *a = m_window->actions();
    ModelDocument *document = m_window->document();
    Selection *selection = m_window->selection();
    const auto onSelected = [this, selection](QAction *action, auto edit) {
        connect(action, &QAction::triggered, this, [selection, edit] {
            if (const int layer = selection->layer(); layer >= 0)
                edit(layer);
        });
    };
    connect(a->addLayer, &QAction::triggered, this,
            [this, selection] { addLayerAt(selection->layer() + 1); });
    onSelected(a->removeLayer, [document](int layer) { document->removeLayer(layer); });
    onSelected(a->duplicateLayer, [document, selection](int layer) {
        document->duplicateLayer(layer);
        selection->selectLayer(layer + 1);
    });
    onSelected(a->bypassLayer, [document](int layer) {
        document->setBypassed(layer, !document->model().layer(layer).isBypassed());
    });
    onSelected(a->renameLayer, [this](int) { m_window->stackPanel()->startRenaming(); });
    onSelected(a->moveUp, [document](int layer) {
        if (layer > 0)
            document->moveLayer(layer, layer - 1);
    });
    onSelected(a->moveDown, [document](int layer) {
        if (layer + 1 < document->model().size())
            document->moveLayer(layer, layer + 1);
    });
    connect(a->previousLayer, &QAction::triggered, this,
            [selection] { selection->selectLayer(selection->layer() - 1); });
    connect(a->nextLayer, &QAction::triggered, this,
            [selection] { selection->selectLayer(selection->layer() + 1); });
    connect(a->nextProblem, &QAction::triggered, this, [this] { goToProblem(1); });
    connect(a->previousProblem, &QAction::triggered, this, [this] { goToProblem(-1); });
    ProblemPages *problems = m_window->centre()->problems();
    connect(a->applyRepair, &QAction::triggered, problems,
            [problems] { problems->applyRepair(0); });
    connect(a->applyConstraints, &QAction::triggered, this, &WindowCommands::applyConstraints);
    connect(a->redrawWeights, &QAction::triggered, this, &WindowCommands::redrawWeights);

    auto *menu = new QMenu(m_window);
    menu->addActions({a->addLayer, a->duplicateLayer, a->bypassLayer, a->renameLayer, a->moveUp,
                      a->moveDown, a->removeLayer});
    m_window->stackPanel()->setContextMenu(menu);
    connect(m_window->inspector(), &Inspector::menuRequested, menu,
            [menu](const QPoint &at) { menu->popup(at); });
}

void WindowCommands::connectView()
{
    Actions *a = m_window->actions();
    Theme *theme = m_window->theme();
    connect(a->themes, &QActionGroup::triggered, this, [theme](const QAction *action) {
        const QString mode = action->data().toString();
        theme->setMode(mode == u"light"  ? Theme::Mode::Light
                       : mode == u"dark" ? Theme::Mode::Dark
                                         : Theme::Mode::System);
    });
    connect(a->kernels, &QActionGroup::triggered, this,
            [this](const QAction *action) { setKernel(action->data().toString()); });
    connect(a->sidePanels, &QAction::toggled, this, &WindowCommands::setSidePanels);
    connect(a->fullScreen, &QAction::toggled, this, [this](bool full) {
        m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, full));
    });
    connect(a->nextPanel, &QAction::triggered, this, [this] { moveFocus(1); });
    connect(a->previousPanel, &QAction::triggered, this, [this] { moveFocus(-1); });
    connect(a->computeAgain, &QAction::triggered, m_window->results(), &LayerResults::computeAgain);
    connect(a->previewFirst, &QAction::triggered, m_window->results(), &LayerResults::preview);
    connect(a->stopComputing, &QAction::triggered, m_window->results(), &LayerResults::stop);
    connect(a->layerHelp, &QAction::triggered, this, &WindowCommands::showHelp);
    connect(m_window->inspector(), &Inspector::helpRequested, a->layerHelp, &QAction::trigger);
    connect(a->keyboardHelp, &QAction::triggered, this, &WindowCommands::showKeyboard);
    connect(a->about, &QAction::triggered, this, &WindowCommands::showAbout);
}

void WindowCommands::update()
{
    Actions *a = m_window->actions();
    ModelDocument *document = m_window->document();
    const int layer = m_window->selection()->layer();
    const bool hasLayer = layer >= 0;
    const QUndoStack *undo = document->undoStack();
    a->undo->setEnabled(undo->canUndo());
    a->redo->setEnabled(undo->canRedo());
    const auto worded = [](const QString &verb, const QString &step) {
        return step.isEmpty() ? verb : u"%1 %2"_s.arg(verb, step);
    };
    a->undo->setText(worded(tr("Undo"), undo->undoText()));
    a->redo->setText(worded(tr("Redo"), undo->redoText()));
    for (QAction *action :
         {a->removeLayer, a->duplicateLayer, a->bypassLayer, a->renameLayer, a->layerHelp})
        action->setEnabled(hasLayer);
    a->moveUp->setEnabled(layer > 0);
    a->moveDown->setEnabled(hasLayer && layer + 1 < document->model().size());
    a->previousLayer->setEnabled(layer >= 0);
    a->nextLayer->setEnabled(layer + 1 < document->model().size());
    bool hasProblems = false;
    for (int i = 0; i < document->model().size() && !hasProblems; ++i)
        hasProblems = m_window->results()->state(i).isProblem();
    a->nextProblem->setEnabled(hasProblems);
    a->previousProblem->setEnabled(hasProblems);
    a->applyRepair->setEnabled(m_window->centre()->problems()->repairCount() > 0);
    const bool isConstrained = std::any_of(
        document->shapes().layers.begin(), document->shapes().layers.end(),
        [](const LayerShapes &shapes) {
            return std::any_of(shapes.weights.begin(), shapes.weights.end(),
                               [](const WeightSpec &w) { return !w.constraint.isNone(); });
        });
    a->applyConstraints->setEnabled(isConstrained && m_window->results()->isUpToDate());
    const LayerResults &results = *m_window->results();
    const auto &question = results.question();
    a->computeAgain->setText(question ? tr("Compute the whole") : tr("Compute again"));
    a->previewFirst->setEnabled(question && question->offersPreview && !results.isPreview());
    a->stopComputing->setEnabled(m_window->results()->isRunning());
    const Page *page = m_window->centre()->current();
    a->copy->setEnabled(page->canCopy());
    const bool hasAnything = document->model().size() > 0 || !document->inputTensors().empty();
    a->print->setEnabled(hasAnything);
    a->exportPdf->setEnabled(hasAnything);
    a->exportPicture->setEnabled(page->canExport());
    const Theme::Mode mode = m_window->theme()->mode();
    a->themes->actions().at(static_cast<int>(mode))->setChecked(true);
    for (QAction *action : a->kernels->actions())
        action->setChecked(action->data().toString() == m_window->results()->kernel());
}

void WindowCommands::setKernel(const QString &name)
{
    for (const QAction *action : m_window->actions()->kernels->actions()) {
        if (action->data().toString() != name)
            continue;
        m_window->results()->setKernel(name);
        m_window->statusLine()->showKernels(name.isEmpty() ? QString() : action->text());
        update();
        return;
    }
}

void WindowCommands::newStack()
{
    if (!m_window->confirmDiscard())
        return;
    m_window->document()->reset(DocumentState{}, {});
    m_window->selection()->selectLayer(-1);
}

void WindowCommands::askForFile()
{
    const QStringList filters{
        tr("Everything ConvScope reads (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.npy *.npz "
           "*.json *.wav *.csv *.avi *.mp4 *.mkv *.mov)"),
        tr("Models (*.json *.npz)"), tr("All files (*)")};
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open"), {}, filters.join(u";;"_s));
    m_window->open(path);
}

bool WindowCommands::save(bool askForPath)
{
    ModelDocument *document = m_window->document();
    QString path = document->path();
    if (path.isEmpty() || askForPath) {
        path = QFileDialog::getSaveFileName(
            m_window, tr("Save stack"), QString::fromStdString(document->model().name) + u".npz"_s,
            tr("Stack with weights and input (*.npz);;Stack without weights (*.json)"));
        if (path.isEmpty())
            return false;
    }
    const bool isJson = path.endsWith(u".json", Qt::CaseInsensitive);
    const auto saved =
        isJson ? saveModelJson(path.toStdString(), document->model())
               : saveCase(path.toStdString(), document->model(), document->inputTensors());
    if (!saved) {
        m_window->statusLine()->showFailure(localized(saved.error()));
        return false;
    }
    document->undoStack()->setClean();
    document->setPath(path);
    m_window->statusLine()->showMessage(tr("Saved %1").arg(path), 4000);
    return true;
}

void WindowCommands::takeMimeData(const QMimeData *data)
{
    if (data == nullptr)
        return;
    bool any = false;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            m_window->open(url.toLocalFile());
            any = true;
        }
    }
    if (any)
        return;
    if (data->hasImage()) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        qvariant_cast<QImage>(data->imageData()).save(&buffer, "PNG");
        m_window->opening()->decode(bytes, tr("Pasted picture"), m_window->spatialRankOfModel());
        return;
    }
    if (const QString text = data->text().trimmed(); !text.isEmpty() && QFileInfo::exists(text)) {
        m_window->open(text);
        return;
    }
    m_window->statusLine()->showFailure(
        tr("The clipboard holds no picture and no file that can be opened."));
}

void WindowCommands::addLayerAt(int position)
{
    showLayerFinder(m_window, position);
}

void WindowCommands::findAction()
{
    showActionFinder(m_window);
}

void WindowCommands::goToProblem(int direction)
{
    const int count = m_window->document()->model().size();
    const int from = m_window->selection()->layer();
    for (int step = 1; step <= count; ++step) {
        const int at = ((from + direction * step) % count + count) % count;
        if (m_window->results()->state(at).isProblem()) {
            m_window->selection()->selectLayer(at);
            return;
        }
    }
}

void WindowCommands::redrawWeights()
{
    Model model = m_window->document()->model();
    ++model.seed;
    m_window->document()->changeModel(std::move(model), tr("draw initial weights anew"));
}

void WindowCommands::applyConstraints()
{
    ModelDocument *document = m_window->document();
    const Model &model = document->model();
    std::vector<std::vector<Tensor>> weights;
    for (int i = 0; i < model.size(); ++i) {
        const EvaluatedLayer *layer = m_window->results()->at(i);
        weights.push_back(layer != nullptr ? layer->result.weights : std::vector<Tensor>{});
    }
    const auto constrained = constrainWeights(model, document->shapes(), weights);
    if (!constrained) {
        m_window->statusLine()->showFailure(localized(constrained.error()));
        return;
    }
    if (constrained->changes.empty()) {
        m_window->statusLine()->showMessage(tr("Every kernel satisfies its constraint."), 8000);
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
    m_window->statusLine()->showMessage(changes.join(u"; "_s), 15000);
}

void WindowCommands::moveFocus(int direction)
{
    QList<QWidget *> panels{m_window->stackPanel()};
    for (const PagePanel &panel : m_window->centre()->current()->panels())
        panels << panel.widget;
    panels << m_window->inspector() << m_window->statusLine()->question();
    QList<QWidget *> targets;
    for (QWidget *panel : panels) {
        if (panel->isVisible())
            targets << panel;
    }
    if (targets.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = direction > 0 ? -1 : 0;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (focus != nullptr && (targets[i] == focus || targets[i]->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = targets[(at + direction + targets.size()) % targets.size()];
    if (next == m_window->stackPanel()) {
        m_window->stackPanel()->focusList();
        return;
    }
    QWidget *field = next;
    while (field->focusPolicy() == Qt::NoFocus && field->nextInFocusChain() != next &&
           (field == next || next->isAncestorOf(field)))
        field = field->nextInFocusChain();
    field->setFocus(Qt::ShortcutFocusReason);
}

void WindowCommands::setSidePanels(bool shown)
{
    m_window->stackPanel()->setVisible(shown);
    m_window->inspector()->setVisible(shown);
}

void WindowCommands::showHelp()
{
    const int layer = m_window->selection()->layer();
    if (layer >= 0)
        showLayerHelp(m_window->document()->model().layer(layer).type(), m_window,
                      m_window->inspector()->form()->focusedArgument());
}

void WindowCommands::showKeyboard()
{
    auto *list = new ShortcutList(m_window->actions()->keys(), m_window);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->show();
}

void WindowCommands::showAbout()
{
    QMessageBox::about(
        m_window, tr("About ConvScope"),
        tr("<b>ConvScope %1</b><p>A microscope for convolution layers: stack Keras layers, load a "
           "picture, and see every layer's output live.</p><p>MIT licence.</p>")
            .arg(QApplication::applicationVersion()));
}

} // namespace convscope
