// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/main_window.h"

#include "controls/hair_splitter.h"
#include "controls/key_rules.h"
#include "language/core_words.h"
#include "model/edit.h"
#include "pages/problems/problem_pages.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "style/theme.h"
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/shape_ribbon.h"
#include "window/actions.h"
#include "window/cost_question.h"
#include "window/file_menus.h"
#include "window/header.h"
#include "window/inspector_presenter.h"
#include "window/invitation.h"
#include "window/key_bindings.h"
#include "window/printing.h"
#include "window/status_line.h"
#include "window/tour.h"
#include "window/window_commands.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kCacheBudget = std::int64_t{1} << 30;

// Where parts give way as the window shrinks (widths, heights), and how far it must grow again.
constexpr int kHysteresis = 40;
constexpr int kOneColumn = 1240;
constexpr int kThreeColumns = 1960;
constexpr int kFourColumns = 2520;
constexpr int kMostColumns = 4;
constexpr int kCompactCards = 1140;
constexpr int kLowRibbon = 740;

/// How long after an edit its cards follow at the latest: most runs have ended by then.
constexpr int kFirstCardsMs = 24;

bool crosses(bool isBelow, int size, int threshold)
{
    return isBelow ? size < threshold + kHysteresis : size < threshold;
}

/// Columns of the map grid.
int columnsFor(int width, int before)
{
    int columns = 1;
    for (const int threshold : {kOneColumn, kThreeColumns, kFourColumns}) {
        if (!crosses(before <= columns, width, threshold))
            ++columns;
    }
    return columns;
}

} // namespace

MainWindow::MainWindow(Theme *theme, bool restore, QWidget *parent)
    : MainWindow(theme, restore, pageList(), parent)
{
}

MainWindow::MainWindow(Theme *theme, bool restore, std::span<const PageEntry> pages,
                       QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_restores(restore),
      m_results(&m_document, kCacheBudget), m_selection(&m_document),
      m_status(new StatusLine), m_context{&m_document, &m_results, &m_selection, m_theme, m_status},
      m_host(new PageHost(m_context, pages)), m_actions(new Actions(this, m_host->pages())),
      m_menus(new FileMenus(m_actions, this))
{
    setAcceptDrops(true);
    resize(1440, 900);
    setMinimumSize(880, 560);
    buildLayout();
    m_commands = new WindowCommands(this);
    m_printing = new Printing(m_context, m_host, m_actions, this);
    m_tour = new Tour(this);
    connectDocument();
    connectPages();
    connectStack();
    updateThumbnails();
    connect(m_theme, &Theme::changed, this, &MainWindow::updateThumbnails);
    connect(m_actions->keys(), &KeyBindings::changed, this, &MainWindow::showKeys);
    if (m_restores)
        restoreSession();
    showKeys();
    updateEverything();
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
    m_header = new Header(m_actions);
    // Not menuBar(): it would put an empty bar in the header's place.
    setMenuWidget(m_header);
    m_ribbon = new ShapeRibbon;
    m_ribbon->setFixedHeight(108);
    m_stack = new StackPanel;
    m_stack->setMinimumWidth(200);
    m_inspector = new Inspector;
    m_inspector->setMinimumWidth(264);
    m_inspectorPresenter =
        new InspectorPresenter(&m_document, &m_results, &m_selection, m_inspector, this);
    m_body = new HairSplitter(Qt::Horizontal);
    m_body->addWidget(m_stack);
    m_body->addWidget(m_host);
    m_body->addWidget(m_inspector);
    m_body->setStretchFactor(1, 1);
    m_body->setSizes({264, 872, 304});
    connect(m_body, &QSplitter::splitterMoved, this, [this] { m_isBodyMoved = true; });
    connect(m_body, &HairSplitter::handleDoubleClicked, this, &MainWindow::resetBody);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_ribbon);
    layout->addWidget(m_body, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
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

void MainWindow::connectDocument()
{
    connect(&m_document, &ModelDocument::changed, this, &MainWindow::updateEverything);
    connect(&m_document, &ModelDocument::pathChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &ModelDocument::refused, this,
            [this](int, const Error &error) { m_status->showFailure(localized(error)); });
    connect(m_document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::updateTitle);
    connect(&m_results, &LayerResults::layerChanged, this, &MainWindow::layerHasChanged);
    connect(&m_results, &LayerResults::thumbnailChanged, this, &MainWindow::layerHasChanged);
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &MainWindow::updateLayers);
    connect(&m_results, &LayerResults::progressed, this, &MainWindow::followProgress);
    connect(&m_results, &LayerResults::finished, this, &MainWindow::updateCards);
    connect(&m_results, &LayerResults::questionChanged, this, [this] {
        updateEverything();
        updateState();
    });
    connect(m_status->question(), &CostQuestion::computeRequested, m_actions->computeAgain,
            &QAction::trigger);
    connect(m_status->question(), &CostQuestion::previewRequested, m_actions->previewFirst,
            &QAction::trigger);
    connect(&m_selection, &Selection::layerSelected, this, [this](int layer) {
        m_stack->select(layer);
        m_ribbon->setCurrent(layer + 1);
        m_host->refresh();
        m_commands->update();
    });
    // Cards and ribbon show the map that is looked at.
    connect(&m_selection, &Selection::lookedElsewhere, this, [this] {
        m_results.setShownChannel(m_selection.layer(), m_selection.lookedAt().channel);
    });
    connect(m_ribbon, &ShapeRibbon::selected, this,
            [this](int face) { m_selection.selectLayer(face - 1); });
    connect(m_status, &StatusLine::problemActivated, this, [this] {
        m_status->clearFailure();
        updateState();
        m_commands->goToProblem(1);
    });
    connect(&m_opening, &FileOpening::opened, this, &MainWindow::take);
    connect(
        &m_opening, &FileOpening::failed, this, [this](const QString &path, const Error &error) {
            const QString name = path.isEmpty() ? tr("The clipboard") : QFileInfo(path).fileName();
            const QString message = localized(error);
            m_status->showFailure(message.contains(name) ? message
                                                         : u"%1: %2"_s.arg(name, message));
        });
    connect(m_menus, &FileMenus::openRequested, this, &MainWindow::open);
    connect(m_menus, &FileMenus::stackRequested, this, &MainWindow::openBundledStack);
}

void MainWindow::connectPages()
{
    const auto show = [this](const Page *page) {
        m_actions->showPage(page);
        m_commands->update();
    };
    connect(m_host, &PageHost::modeChanged, this, show);
    connect(m_actions->modes, &QActionGroup::triggered, this, [this](const QAction *mode) {
        m_host->setCurrent(m_host->page(mode->data().toString()));
    });
    for (const Page *page : m_host->pages()) {
        connect(page, &Page::possibilitiesChanged, m_commands, &WindowCommands::update);
        connect(page, &Page::layerMeasured, m_inspectorPresenter,
                &InspectorPresenter::setStatistics);
    }
    show(m_host->current());
    connectEmptyPage();
}

void MainWindow::connectEmptyPage()
{
    EmptyPage *empty = m_host->problems()->emptyPage();
    auto *invitation = new Invitation(empty);
    connect(invitation, &Invitation::openRequested, this, &MainWindow::open);
    connect(invitation, &Invitation::stackRequested, this, &MainWindow::openBundledStack);
    connect(empty, &EmptyPage::openRequested, m_actions->open, &QAction::trigger);
    connect(empty, &EmptyPage::pasteRequested, m_actions->paste, &QAction::trigger);
}

void MainWindow::connectStack()
{
    connect(m_stack, &StackPanel::selectionChanged, &m_selection, &Selection::selectLayer);
    connect(m_stack, &StackPanel::addRequested, this,
            [this](int position) { m_commands->addLayerAt(position); });
    connect(m_stack, &StackPanel::removeRequested, &m_document, &ModelDocument::removeLayer);
    connect(m_stack, &StackPanel::moveRequested, &m_document, &ModelDocument::moveLayer);
    connect(m_stack, &StackPanel::renameRequested, &m_document, &ModelDocument::renameLayer);
    connect(m_stack, &StackPanel::nextProblemRequested, this,
            [this] { m_commands->goToProblem(1); });
    connect(m_stack, &StackPanel::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            open(path);
    });
}

void MainWindow::updateEverything()
{
    if (m_results.isRunning() && hasSameLayers()) {
        // Most runs end before a person sees the cards change: then they change once.
        m_areAllBehind = true;
        // Not anew for every move of a drag, or they would never change while it lasts.
        if (!m_cardTimer.isActive())
            m_cardTimer.start(kFirstCardsMs);
    } else {
        updateCards();
    }
    m_stack->select(m_selection.layer());
    m_ribbon->setCurrent(m_selection.layer() + 1);
    m_host->refresh();
    updateTitle();
    m_commands->update();
}

void MainWindow::updateThumbnails()
{
    // The least that is as large as cards and ribbon show them anywhere.
    const int side = qCeil(112 * devicePixelRatioF());
    m_results.setThumbnails(QSize(side, side), m_theme->isDark());
}

void MainWindow::updateTitle()
{
    const QString name = m_document.path().isEmpty()
                             ? QString::fromStdString(m_document.model().name)
                             : QFileInfo(m_document.path()).fileName();
    setWindowTitle(u"%1[*] – ConvScope"_s.arg(name));
    setWindowModified(m_document.isModified());
}

void MainWindow::open(const QString &path)
{
    if (path.isEmpty())
        return;
    if (FileOpening::isModel(path) && !confirmDiscard())
        return;
    m_opening.open(path, spatialRankOfModel());
}

void MainWindow::openFirstLook()
{
    openBundledStack(u"first_look.npz"_s);
}

void MainWindow::openBundledStack(const QString &name)
{
    const QString path = FileMenus::stackPath(name);
    if (path.isEmpty()) {
        m_status->showFailure(tr("The bundled stacks are not installed."));
        return;
    }
    if (!confirmDiscard())
        return;
    m_opening.open(path, std::nullopt);
    if (const QString sample = FileMenus::sampleForStack(name); !sample.isEmpty())
        m_opening.open(FileMenus::samplePath(sample), 2);
}

std::optional<int> MainWindow::spatialRankOfModel() const
{
    for (const auto &layer : m_document.model().layers) {
        if (const int rank = layer->type().inputRank; rank >= 3)
            return rank - 2;
    }
    return std::nullopt;
}

void MainWindow::take(const OpenedFile &file)
{
    m_status->clearFailure();
    if (file.model) {
        DocumentState state;
        state.model = *file.model;
        state.input = file.input;
        state.ownInputs = file.ownInputs;
        if (!state.input && state.ownInputs.empty())
            state.input = m_document.state().input;
        const bool isBundled = FileMenus::stackPath(QFileInfo(file.path).fileName()) == file.path;
        m_document.reset(std::move(state), isBundled ? QString() : file.path);
        m_selection.selectLayer(m_document.model().size() > 0 ? 0 : -1);
        if (!file.warnings.empty())
            m_status->showMessage(QString::fromStdString(file.warnings.front()), 12000);
    } else if (file.input) {
        const QString title = QString::fromStdString(file.input->title);
        // The first photo belongs to what was just opened: nothing to undo.
        if (m_document.input() == nullptr && !m_document.isModified()) {
            DocumentState state = m_document.state();
            state.input = file.input;
            m_document.reset(std::move(state), m_document.path());
        } else {
            m_document.setInput(file.input, tr("open %1").arg(title));
        }
        if (!file.input->notes.empty())
            m_status->showMessage(QString::fromStdString(file.input->notes.front()), 8000);
    }
    m_menus->remember(file.path);
    updateState();
}

bool MainWindow::isSettled() const
{
    if (m_opening.isBusy() || m_results.isRunning() || m_inspectorPresenter->isBehind())
        return false;
    return m_host->isSettled();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal)
        updateThumbnails();
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool wasWide = m_columns == kMostColumns;
    m_columns = columnsFor(width(), m_columns);
    for (Page *page : m_host->pages())
        page->setColumns(m_columns);
    const bool isCompact = crosses(m_isCompact, width(), kCompactCards);
    if (isCompact != m_isCompact) {
        m_isCompact = isCompact;
        m_stack->setCompact(isCompact);
        resetBody();
    } else if (wasWide != (m_columns == kMostColumns) && !m_isBodyMoved) {
        resetBody();
    }
    m_isLow = crosses(m_isLow, height(), kLowRibbon);
    m_ribbon->setFixedHeight(m_isLow ? 72 : height() >= 1300 ? 132 : 108);
}

void MainWindow::resetBody()
{
    // Not yet at its size where the window has just got its own.
    centralWidget()->layout()->setGeometry(centralWidget()->rect());
    const bool isWide = m_columns == kMostColumns;
    const int stack = m_isCompact ? 208 : isWide ? 300 : 264;
    const int inspector = m_isCompact ? 272 : isWide ? 340 : 304;
    m_body->setSizes({stack, m_body->width() - stack - inspector, inspector});
    m_isBodyMoved = false;
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
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
    m_commands->takeMimeData(event->mimeData());
}

} // namespace convscope
