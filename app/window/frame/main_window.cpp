// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/main_window.h"

#include "controls/hair_splitter.h"
#include "controls/key_rules.h"
#include "evaluation/input_keeper.h"
#include "language/core_words.h"
#include "pages/problems/problem_pages.h"
#include "params/input_form.h"
#include "params/inspector.h"
#include "presenters/field_presenter.h"
#include "presenters/input_presenter.h"
#include "presenters/inspector_presenter.h"
#include "presenters/reads_presenter.h"
#include "presenters/stack_presenter.h"
#include "stack/stack_panel.h"
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/shape_ribbon.h"
#include "window/actions/actions.h"
#include "window/actions/key_bindings.h"
#include "window/commands/graph_commands.h"
#include "window/commands/stack_commands.h"
#include "window/files/document_files.h"
#include "window/files/invitation.h"
#include "window/frame/header.h"
#include "window/frame/proportions.h"
#include "window/frame/window_commands.h"
#include "window/frame/window_session.h"
#include "window/guide/tour.h"
#include "window/printing/printing.h"
#include "window/status/reading_bar.h"
#include "window/status/status_line.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kCacheBudget = std::int64_t{1} << 30;

} // namespace

MainWindow::MainWindow(Theme *theme, bool restore, QWidget *parent)
    : MainWindow(theme, restore, pageList(), parent)
{
}

MainWindow::MainWindow(Theme *theme, bool restore, std::span<const PageEntry> pages,
                       QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_restores(restore),
      m_results(&m_document, std::make_shared<ActivationCache>(kCacheBudget)),
      m_selection(&m_document),
      m_status(new StatusLine), m_context{&m_document, &m_results, &m_selection, m_theme, m_status},
      m_host(new PageHost(m_context, pages)), m_actions(new Actions(this, m_host->pages())),
      m_files(new DocumentFiles(m_context, m_actions, this))
{
    setAcceptDrops(true);
    resize(1440, 900);
    setMinimumSize(880, 560);
    buildLayout();
    makePresenters();
    makeCommands();
    connectDocument();
    connectEmptyPage();
    connect(m_actions->keys(), &KeyBindings::changed, this, &MainWindow::showKeys);
    m_files->setAsking(m_restores);
    if (m_restores)
        m_isRestored = restoreSession(sessionParts());
    showKeys();
    m_host->refresh();
    updateTitle();
    updateCommands();
}

MainWindow::~MainWindow()
{
    // The document tells of its end (the undo stack empties itself); by then some of those who
    // would listen and look at the rest of the window are gone.
    m_document.undoStack()->disconnect();
    m_document.disconnect();
    m_results.disconnect();
    m_selection.disconnect();
}

void MainWindow::buildLayout()
{
    // Not menuBar(): it would put an empty bar in the header's place.
    setMenuWidget(new Header(m_actions));
    m_ribbon = new ShapeRibbon;
    m_stack = new StackPanel;
    m_stack->setMinimumWidth(200);
    m_inspector = new Inspector;
    m_inspector->setMinimumWidth(264);
    m_body = new HairSplitter(Qt::Horizontal);
    m_body->addWidget(m_stack);
    m_body->addWidget(m_host);
    m_body->addWidget(m_inspector);
    m_body->setStretchFactor(1, 1);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_ribbon);
    layout->addWidget(m_body, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
    m_proportions = new Proportions(Proportions::Parts{m_body, m_stack, m_host, m_ribbon}, this);
}

void MainWindow::makePresenters()
{
    m_inspectorPresenter =
        new InspectorPresenter(&m_document, &m_results, &m_selection, m_inspector, this);
    m_inputKeeper = new InputKeeper(&m_document, this);
    m_inputPresenter =
        new InputPresenter(&m_document, &m_selection, m_inspector->inputForm(), this);
    connect(m_inspector->inputForm(), &InputForm::openRequested, m_actions->open,
            &QAction::trigger);
    m_stackPresenter = new StackPresenter(m_context, m_stack, m_ribbon, this);
    m_stackPresenter->setScale(devicePixelRatioF());
    new FieldPresenter(m_context, m_ribbon, this);
    m_readsPresenter = new ReadsPresenter(m_context, m_inspector->reads(), this);
    connect(m_stackPresenter, &StackPresenter::updated, this, [this] {
        updateState();
        m_host->refresh();
    });
    const auto showPageTab = [this] {
        const Page *page = m_host->current();
        m_inspector->setPageTab(page->inspectorTab(), page->title());
    };
    connect(m_host, &PageHost::modeChanged, this, showPageTab);
    showPageTab();
    for (const Page *page : m_host->pages())
        connect(page, &Page::layerMeasured, m_inspectorPresenter,
                &InspectorPresenter::setStatistics);
}

void MainWindow::makeCommands()
{
    m_stackCommands =
        new StackCommands(m_context, {m_actions, m_stack, m_inspector, m_host->problems()}, this);
    m_graphCommands =
        new GraphCommands(m_context, {m_actions, m_readsPresenter, m_stackPresenter}, this);
    connect(m_host->problems(), &ProblemPages::feedRequested, m_graphCommands,
            &GraphCommands::askForOutput);
    m_commands =
        new WindowCommands(m_context, {m_actions, m_host, m_stack, m_inspector, m_status}, this);
    m_printing = new Printing(m_context, m_host, m_actions, this);
    m_tour = new Tour({m_stack, m_ribbon, m_host, m_inspector, m_status}, m_actions->tour,
                      m_document.undoStack(), this);
}

void MainWindow::connectDocument()
{
    const auto forgetMessages = [this] {
        m_status->clearMessage();
        m_status->clearFailure();
        updateState();
    };
    connect(&m_document, &ModelDocument::nothingChanged, this, forgetMessages);
    connect(&m_document, &ModelDocument::changed, this, [this, forgetMessages] {
        forgetMessages();
        m_host->refresh();
        updateTitle();
        updateCommands();
    });
    connect(&m_document, &ModelDocument::pathChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &ModelDocument::revisited, &m_selection, &Selection::selectLayer);
    connect(&m_document, &ModelDocument::inputRevisited, &m_selection, &Selection::selectInput);
    connect(&m_document, &ModelDocument::refused, this,
            [this](int, const Error &error) { m_status->showFailure(localized(error)); });
    connect(m_document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::updateTitle);
    connect(&m_selection, &Selection::layerSelected, this, [this] {
        m_host->refresh();
        updateCommands();
    });
    connect(&m_selection, &Selection::inputSelected, m_host, &PageHost::refresh);
    connect(&m_results, &LayerResults::progressed, this, &MainWindow::updateCommands);
    connect(&m_results, &LayerResults::questionChanged, this, &MainWindow::updateCommands);
    connect(&m_results, &LayerResults::finished, this, &MainWindow::updateCommands);
    connect(m_status, &StatusLine::problemActivated, this, [this] {
        m_status->clearFailure();
        updateState();
        m_stackCommands->goToProblem(1);
    });
    connect(m_status, &StatusLine::unknownActivated, m_graphCommands, &GraphCommands::goToUnknown);
    m_files->setPages(m_host);
    // After the files that are being opened with it.
    connect(
        m_files, &DocumentFiles::outputMissing, m_graphCommands,
        [this](const QString &layer, const QString &path) {
            m_graphCommands->askAgain(layer, path, m_files->isAsking());
        },
        Qt::QueuedConnection);
    connect(m_files, &DocumentFiles::taken, this, &MainWindow::updateState);
    connect(m_files, &DocumentFiles::reading, m_status->reading(), &ReadingBar::showShare);
    connect(m_files, &DocumentFiles::readingEnded, m_status->reading(), &ReadingBar::end);
    connect(m_status->reading(), &ReadingBar::cancelRequested, m_files,
            &DocumentFiles::stopReading);
    connect(m_stack, &StackPanel::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            m_files->openOnStack(path);
    });
}

void MainWindow::connectEmptyPage()
{
    EmptyPage *empty = m_host->problems()->emptyPage();
    auto *invitation = new Invitation(empty);
    connect(invitation, &Invitation::openRequested, m_files, &DocumentFiles::open);
    connect(invitation, &Invitation::stackRequested, m_files, &DocumentFiles::openBundledStack);
    connect(empty, &EmptyPage::openRequested, m_actions->open, &QAction::trigger);
    connect(empty, &EmptyPage::pasteRequested, m_actions->paste, &QAction::trigger);
}

void MainWindow::showKeys()
{
    const auto words = [](const QAction *action) { return keyText(action->shortcut()); };
    m_stack->setKeys(words(m_actions->addLayer), words(m_actions->nextProblem));
    m_inspector->setHelpKey(words(m_actions->layerHelp));
    m_host->problems()->errorPage()->setRepairKey(words(m_actions->applyRepair));
    m_status->setComputeKey(words(m_actions->computeAgain));
    updateState();
}

void MainWindow::updateCommands()
{
    m_stackCommands->update();
    m_graphCommands->update();
    m_commands->update();
}

void MainWindow::updateTitle()
{
    const QString name = m_document.path().isEmpty()
                             ? QString::fromStdString(m_document.model().name)
                             : QFileInfo(m_document.path()).fileName();
    setWindowTitle(u"%1[*] – ConvScope"_s.arg(name));
    setWindowModified(m_document.isModified());
}

void MainWindow::updateState()
{
    m_status->showState(m_document, m_results, m_stackPresenter->problemCount(),
                        m_stackPresenter->firstProblem());
}

SessionParts MainWindow::sessionParts()
{
    return {this,          m_theme,    &m_results, m_host, m_actions, m_files->menus(),
            m_proportions, m_commands, m_tour};
}

void MainWindow::fitScreen(QRect room)
{
    // A frame and its title stand around the window.
    constexpr QSize kFrame{8, 40};
    if (!m_isRestored)
        resize(QSize(1440, 900).boundedTo(room.size() - kFrame).expandedTo(minimumSize()));
}

void MainWindow::open(const QString &path)
{
    m_files->open(path);
}

void MainWindow::openFirstLook()
{
    m_files->openBundledStack(u"first_look.npz"_s);
}

void MainWindow::openBundledStack(const QString &name)
{
    m_files->openBundledStack(name);
}

bool MainWindow::isSettled() const
{
    return !m_files->isBusy() && !m_inputKeeper->isBusy() && m_inputPresenter->isSettled() &&
           !m_graphCommands->isBusy() && !m_results.isRunning() &&
           !m_inspectorPresenter->isBehind() && m_host->isSettled();
}

bool MainWindow::confirmDiscard()
{
    const QList<Page *> &pages = m_host->pages();
    return m_files->confirmDiscard() &&
           (!m_files->isAsking() || std::all_of(pages.begin(), pages.end(),
                                                [](Page *page) { return page->confirmDiscard(); }));
}

bool MainWindow::endSession(bool canAsk)
{
    if (canAsk) {
        if (!confirmDiscard())
            return false;
    } else {
        m_files->keepCopy();
    }
    if (m_restores)
        saveSession(sessionParts());
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!confirmDiscard()) {
        event->ignore();
        return;
    }
    m_results.stop();
    if (m_restores)
        saveSession(sessionParts());
    event->accept();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal)
        m_stackPresenter->setScale(devicePixelRatioF());
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_proportions->follow(size());
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_files->isBusy()) {
        m_files->stopReading();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_results.isRunning()) {
        m_results.stop();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->take(event->mimeData());
}

} // namespace convscope
