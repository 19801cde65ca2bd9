// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/window_commands.h"

#include "document/model_document.h"
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "pages/page_host.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "stack/stack_panel.h"
#include "style/theme.h"
#include "window/actions/actions.h"
#include "window/actions/shortcut_list.h"
#include "window/finding/action_finder.h"
#include "window/finding/list_filter.h"
#include "window/guide/layer_help.h"
#include "window/status/cost_question.h"
#include "window/status/status_line.h"

#include <QApplication>
#include <QMainWindow>
#include <QMessageBox>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

WindowCommands::WindowCommands(const PageContext &context, const Parts &parts, QMainWindow *window)
    : QObject(window), m_context(context), m_parts(parts), m_window(window)
{
    connectHistory();
    connectPages();
    connectView();
    connectComputing();
    connectHelp();
}

void WindowCommands::connectHistory()
{
    const Actions *a = m_parts.actions;
    QUndoStack *undo = m_context.document->undoStack();
    connect(a->undo, &QAction::triggered, undo, &QUndoStack::undo);
    connect(a->redo, &QAction::triggered, undo, &QUndoStack::redo);
    connect(undo, &QUndoStack::indexChanged, this, &WindowCommands::update);
    connect(a->close, &QAction::triggered, m_window, &QWidget::close);
    connect(a->quit, &QAction::triggered, m_window, [this] {
        if (m_window->close())
            QApplication::quit();
    });
}

void WindowCommands::connectPages()
{
    const Actions *a = m_parts.actions;
    PageHost *pages = m_parts.pages;
    connect(a->modes, &QActionGroup::triggered, pages, [pages](const QAction *mode) {
        pages->setCurrent(pages->page(mode->data().toString()));
    });
    connect(a->copy, &QAction::triggered, pages, [pages] { pages->current()->copy(); });
    connect(a->exportPicture, &QAction::triggered, pages,
            [this] { m_parts.pages->current()->exportShown(m_window); });
    for (const Page *page : pages->pages())
        connect(page, &Page::possibilitiesChanged, this, &WindowCommands::update);
    const auto show = [this](const Page *page) {
        m_parts.actions->showPage(page);
        m_parts.inspector->setVisible(m_parts.actions->sidePanels->isChecked() &&
                                      page->needsInspector());
        update();
    };
    connect(pages, &PageHost::modeChanged, this, show);
    m_parts.actions->showPage(pages->current());
}

void WindowCommands::connectView()
{
    const Actions *a = m_parts.actions;
    Theme *theme = m_context.theme;
    connect(a->themes, &QActionGroup::triggered, theme, [theme](const QAction *action) {
        const QString mode = action->data().toString();
        theme->setMode(mode == u"light"  ? Theme::Mode::Light
                       : mode == u"dark" ? Theme::Mode::Dark
                                         : Theme::Mode::System);
    });
    connect(a->sidePanels, &QAction::toggled, this, [this](bool shown) {
        m_parts.stack->setVisible(shown);
        m_parts.inspector->setVisible(shown && m_parts.pages->current()->needsInspector());
    });
    connect(a->fullScreen, &QAction::toggled, m_window, [this](bool full) {
        m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, full));
    });
    connect(a->nextPanel, &QAction::triggered, this, [this] { moveFocus(1); });
    connect(a->previousPanel, &QAction::triggered, this, [this] { moveFocus(-1); });
    connect(a->filterList, &QAction::triggered, this,
            [this] { openListFilter(m_parts.stack, m_parts.pages->current(), m_parts.inspector); });
    StackPanel *stack = m_parts.stack;
    connect(a->nextHit, &QAction::triggered, stack, [stack] { stack->stepFind(1); });
    connect(a->previousHit, &QAction::triggered, stack, [stack] { stack->stepFind(-1); });
    connect(a->find, &QAction::triggered, this,
            [this] { showActionFinder(m_context, m_parts.actions, m_parts.inspector, m_window); });
}

void WindowCommands::connectComputing()
{
    const Actions *a = m_parts.actions;
    LayerResults *results = m_context.results;
    connect(a->kernels, &QActionGroup::triggered, this,
            [this](const QAction *action) { setKernel(action->data().toString()); });
    connect(a->computeAgain, &QAction::triggered, results, &LayerResults::computeAgain);
    connect(a->previewFirst, &QAction::triggered, results, &LayerResults::preview);
    connect(a->stopComputing, &QAction::triggered, results, &LayerResults::stop);
    const CostQuestion *question = m_parts.status->question();
    connect(question, &CostQuestion::computeRequested, a->computeAgain, &QAction::trigger);
    connect(question, &CostQuestion::previewRequested, a->previewFirst, &QAction::trigger);
}

void WindowCommands::connectHelp()
{
    const Actions *a = m_parts.actions;
    connect(a->layerHelp, &QAction::triggered, this, &WindowCommands::showHelp);
    connect(m_parts.inspector, &Inspector::helpRequested, a->layerHelp, &QAction::trigger);
    connect(a->keyboardHelp, &QAction::triggered, this, &WindowCommands::showKeyboard);
    connect(a->about, &QAction::triggered, this, &WindowCommands::showAbout);
}

void WindowCommands::update()
{
    const Actions *a = m_parts.actions;
    ModelDocument *document = m_context.document;
    const QUndoStack *undo = document->undoStack();
    a->undo->setEnabled(undo->canUndo());
    a->redo->setEnabled(undo->canRedo());
    const auto worded = [](const QString &verb, const QString &step) {
        return step.isEmpty() ? verb : u"%1 %2"_s.arg(verb, step);
    };
    a->undo->setText(worded(tr("Undo"), undo->undoText()));
    a->redo->setText(worded(tr("Redo"), undo->redoText()));
    a->layerHelp->setEnabled(m_context.selection->layer() >= 0);
    const LayerResults &results = *m_context.results;
    const auto &question = results.question();
    a->computeAgain->setText(question ? tr("Compute the whole") : tr("Compute again"));
    a->previewFirst->setEnabled(question && question->offersPreview && !results.isPreview());
    a->stopComputing->setEnabled(results.isRunning());
    const Page *page = m_parts.pages->current();
    a->copy->setEnabled(page->canCopy());
    a->exportPicture->setEnabled(page->canExport());
    const bool hasAnything = document->model().size() > 0 || !document->inputTensors().empty();
    a->print->setEnabled(hasAnything);
    a->exportPdf->setEnabled(hasAnything);
    a->themes->actions().at(static_cast<int>(m_context.theme->mode()))->setChecked(true);
    for (QAction *action : a->kernels->actions())
        action->setChecked(action->data().toString() == results.kernel());
}

void WindowCommands::setKernel(const QString &name)
{
    for (const QAction *action : m_parts.actions->kernels->actions()) {
        if (action->data().toString() != name)
            continue;
        m_context.results->setKernel(name);
        m_parts.status->showKernels(name.isEmpty() ? QString() : action->text());
        update();
        return;
    }
}

void WindowCommands::moveFocus(int direction)
{
    QList<QWidget *> panels{m_parts.stack};
    for (const PagePanel &panel : m_parts.pages->current()->panels())
        panels << panel.widget;
    panels << m_parts.inspector << m_parts.status->question();
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
    if (next == m_parts.stack) {
        m_parts.stack->focusList();
        return;
    }
    if (QWidget *main = next->focusProxy(); main != nullptr && main->isEnabled()) {
        main->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget *field = next;
    while (field->focusPolicy() == Qt::NoFocus && field->nextInFocusChain() != next &&
           (field == next || next->isAncestorOf(field)))
        field = field->nextInFocusChain();
    field->setFocus(Qt::ShortcutFocusReason);
}

void WindowCommands::showHelp()
{
    const int layer = m_context.selection->layer();
    if (layer >= 0)
        showLayerHelp(m_context.document->model().layer(layer).type(), m_window,
                      m_parts.inspector->form()->focusedArgument());
}

void WindowCommands::showKeyboard()
{
    auto *list = new ShortcutList(m_parts.actions->keys(), m_window);
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
