// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/test_page.h"

#include "controls/hair_splitter.h"
#include "controls/search_field.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "pages/test/case_list.h"
#include "pages/test/case_panel.h"
#include "pages/test/changed_case.h"
#include "pages/test/comparison_view.h"
#include "pages/test/live_case.h"
#include "pages/test/sweep_page.h"
#include "pages/test/test_actions.h"
#include "style/theme.h"
#include "testing/oracles.h"
#include "testing/property_checks.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Below it table and case stand one above the other.
constexpr int kNarrow = 640;
/// Below it the table is as narrow as it goes.
constexpr int kCompact = 960;
constexpr int kCompactList = 292;
constexpr int kLeastWidth = 480;

QStringList pathsOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(u".npz"_s, Qt::CaseInsensitive) || QFileInfo(path).isDir())
            paths << path;
    }
    return paths;
}

/// F5 computes the settings again, Esc stops them; all other keys are the window's.
bool isSweepKey(const QKeyEvent &event, const SweepPage &sweep)
{
    return event.key() == Qt::Key_F5 || (event.key() == Qt::Key_Escape && sweep.isRunning());
}

} // namespace

TestPage::TestPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_stack(new QStackedWidget),
      m_splitter(new HairSplitter(Qt::Horizontal)), m_list(new CaseList(&m_suite, &m_runner)),
      m_panel(new CasePanel), m_sweep(new SweepPage(context)), m_actions(new TestActions(this))
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({430, 740});
    m_list->setMinimumWidth(280);
    m_panel->setMinimumWidth(320);
    // Both fit the middle of the smallest window; parts that stood beside stand
    // above there, or go.
    m_splitter->setMinimumWidth(kLeastWidth);
    m_sweep->setMinimumWidth(kLeastWidth);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_sweep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setAcceptDrops(true);
    connectParts();
}

void TestPage::connectParts()
{
    connect(&m_suite, &SuiteDocument::changed, this, &TestPage::suiteChanged);
    connect(&m_suite, &SuiteDocument::modifiedChanged, this, [this] {
        m_list->refreshOutcomes();
        Q_EMIT possibilitiesChanged();
    });
    connect(&m_runner, &SuiteRunner::progressed, m_list, &CaseList::refreshOutcomes);
    connect(&m_runner, &SuiteRunner::finished, this, [this] {
        m_list->refreshOutcomes();
        if (std::exchange(m_wantsFailure, false) && m_list->current() <= 0)
            m_list->goToFirstFailed();
    });
    connect(&m_runner, &SuiteRunner::looked, this, &TestPage::showLook);
    connect(&m_runner, &SuiteRunner::opined, m_panel, &CasePanel::showOpinions);
    connect(m_list, &CaseList::runAllRequested, this, &TestPage::runAll);
    connect(m_list, &CaseList::openRequested, m_actions, &TestActions::open);
    connect(m_list, &CaseList::saveLayerRequested, this, &TestPage::saveLayerAsCase);
    connect(m_list, &CaseList::sweepRequested, this, &TestPage::showSweep);
    connect(m_list, &CaseList::chosen, this, [this](int index) {
        m_current = index < 0 ? nullptr : m_suite.cases()[static_cast<std::size_t>(index)];
        lookAtCurrent();
    });
    connect(m_panel, &CasePanel::runRequested, this, [this] {
        if (m_current)
            m_runner.run({beside(m_current, context())}, m_oracle.toStdString());
        lookAtCurrent();
    });
    connect(m_panel, &CasePanel::acceptRequested, this, &TestPage::acceptAsExpected);
    connect(m_panel, &CasePanel::argumentGiven, this, &TestPage::changeArgument);
    connect(m_panel->comparison(), &ComparisonView::cellDescribed, this,
            [this](const QString &text) {
                if (m_isActive)
                    context().status->showCell(text);
            });
    connect(m_panel->comparison(), &ComparisonView::cellChosen, this, &TestPage::goToArithmetic);
    connect(m_sweep, &SweepPage::closeRequested, this, &TestPage::showCases);
    connect(m_sweep, &SweepPage::casesMade, this, [this](const std::vector<TestCase> &cases) {
        m_suite.add(cases, tr("Keep settings of a sweep"));
        showCases();
        runAll();
    });
    connect(context().results, &LayerResults::finished, this, [this](bool cancelled) {
        if (m_isActive && !cancelled)
            followStack();
    });
    connect(context().theme, &Theme::changed, this, [this] {
        m_list->refreshOutcomes();
        if (m_isActive)
            lookAtCurrent();
    });
}

void TestPage::activate()
{
    m_isActive = true;
    followStack();
    if (m_isLookDue)
        lookAtCurrent();
    m_sweep->setActive(true);
}

void TestPage::deactivate()
{
    m_isActive = false;
    m_sweep->setActive(false);
}

bool TestPage::isSettled() const
{
    return !m_runner.isRunning() && !m_runner.isLooking() && !m_files.isBusy() &&
           m_sweep->isSettled();
}

QList<PagePanel> TestPage::panels() const
{
    return {{u"cases"_s, m_list}, {u"case"_s, m_panel}, {u"sweep"_s, m_sweep}};
}

QWidget *TestPage::mainPanel() const
{
    return m_panel;
}

QList<QAction *> TestPage::actions() const
{
    return m_actions->list();
}

bool TestPage::startFilter()
{
    m_list->filter()->setFocus();
    m_list->filter()->selectAll();
    return true;
}

// --- running -------------------------------------------------------------------------------------

std::vector<CaseToRun> TestPage::toRun(bool followersOnly) const
{
    std::vector<CaseToRun> cases;
    for (const SuiteCase &test : m_suite.cases()) {
        CaseToRun one = beside(test, context());
        const bool follows = one.instead != nullptr;
        if (follows || !followersOnly)
            cases.push_back(std::move(one));
    }
    return cases;
}

void TestPage::runAll()
{
    m_runner.run(toRun(false), m_oracle.toStdString());
    lookAtCurrent();
}

void TestPage::followStack()
{
    if (m_suite.count() == 0 || m_runner.isRunning())
        return;
    std::vector<CaseToRun> followers = toRun(true);
    if (followers.empty())
        return;
    const bool isShown = m_current && beside(m_current, context()).instead;
    m_runner.run(std::move(followers), m_oracle.toStdString());
    if (isShown)
        lookAtCurrent();
}

SuiteCase TestPage::current() const
{
    return m_current && m_suite.indexOf(m_current) >= 0 ? m_current : nullptr;
}

void TestPage::lookAtCurrent()
{
    m_isLookDue = !m_isActive;
    if (!m_isActive)
        return;
    if (!m_current) {
        if (m_lookTitle.isEmpty())
            m_panel->showLook(nullptr, {}, {});
        return;
    }
    m_lookTitle = QString::fromStdString(m_current->name());
    m_lookAgainst = m_oracle.isEmpty() ? againstText(*m_current) : m_oracle;
    RunnerOptions options;
    options.oracle = findOracle(m_oracle.toStdString());
    m_panel->setIsOfSuite(true);
    m_panel->setBusy(true);
    m_runner.look(beside(m_current, context()), std::move(options), context().theme->isDark());
}

void TestPage::lookAtLayer(const std::vector<const Property *> &properties, const QString &against)
{
    const int layer = context().selection->layer();
    if (layer < 0) {
        context().status->showMessage(tr("Select a layer first."), 4000);
        return;
    }
    auto made = caseOfLayer(context(), layer);
    if (!made) {
        context().status->showFailure(localized(made.error()));
        return;
    }
    showCases();
    m_lookTitle = QString::fromStdString(made->name());
    m_lookAgainst = against;
    RunnerOptions options;
    options.properties = properties;
    if (properties.empty())
        options.oracle = findOracle(against.toStdString());
    m_current = nullptr;
    m_list->table()->setCurrentIndex({});
    m_panel->setIsOfSuite(false);
    m_panel->setBusy(true);
    m_runner.look({std::make_shared<const TestCase>(std::move(*made)), nullptr}, std::move(options),
                  context().theme->isDark());
}

void TestPage::runLayer()
{
    lookAtLayer({}, m_oracle.isEmpty() ? u"reference"_s : m_oracle);
}

void TestPage::checkProperties()
{
    lookAtLayer(propertiesNamed("all").value(), tr("properties"));
}

void TestPage::setOracle(const QString &name)
{
    if (name == m_oracle)
        return;
    m_oracle = name;
    m_runner.forgetAll();
    if (m_suite.count() > 0)
        runAll();
}

void TestPage::showLook(std::shared_ptr<const CaseLook> look)
{
    m_panel->setBusy(false);
    m_panel->showLook(std::move(look), m_lookTitle, m_lookAgainst);
    m_panel->setIsOfSuite(current() != nullptr);
    Q_EMIT possibilitiesChanged();
}

void TestPage::goToArithmetic()
{
    const std::shared_ptr<const CaseLook> &look = m_panel->look();
    const ComparisonView *view = m_panel->comparison();
    const int layer = m_current ? followedLayer(*m_current, context().document->model())
                                : context().selection->layer();
    if (layer < 0 || !look) {
        context().status->showMessage(tr("This case follows no layer of the open stack; its worst "
                                         "cell is explained below the numbers."),
                                      6000);
        return;
    }
    context().selection->selectLayer(layer);
    LookedAt at = context().selection->lookedAt();
    at.channel = look->difference.channel;
    at.batch = look->difference.batch;
    if (look->difference.worst.size() == 5)
        at.slice = look->difference.position;
    context().selection->look(at);
    context().selection->pin(look->rows == 1 ? PinnedCell{{view->column()}}
                                             : PinnedCell{{view->row(), view->column()}});
    // Pages do not know each other; the window's action of that page, where there is one, does.
    if (auto *mode = window()->findChild<QAction *>(u"page.arithmetic"_s))
        mode->trigger();
}

// --- views
// ----------------------------------------------------------------------------------------

void TestPage::nextFailed(int step)
{
    showCases();
    if (!m_list->goToFailed(step))
        context().status->showMessage(tr("No case has failed."), 3000);
}

void TestPage::toggleGroups()
{
    m_list->model()->setGrouped(!m_list->model()->isGrouped());
}

void TestPage::showSweep()
{
    m_sweep->begin();
    m_stack->setCurrentWidget(m_sweep);
}

bool TestPage::showsSweep() const
{
    return m_stack->currentWidget() == m_sweep;
}

void TestPage::showCases()
{
    m_stack->setCurrentWidget(m_splitter);
}

QStringList TestPage::viewNames() const
{
    return {u"cases"_s, u"sweep"_s};
}

void TestPage::showView(const QString &name)
{
    // A picture waits for all of it.
    m_sweep->setMostSeconds(std::numeric_limits<double>::infinity());
    if (name == u"sweep")
        showSweep();
    else
        showCases();
}

// --- window --------------------------------------------------------------------------------------

void TestPage::save(QSettings &settings) const
{
    settings.setValue(u"grouped"_s, m_list->model()->isGrouped());
    settings.setValue(u"oracle"_s, m_oracle);
}

void TestPage::restore(const QSettings &settings)
{
    m_list->model()->setGrouped(settings.value(u"grouped"_s, false).toBool());
    m_actions->chooseOracle(settings.value(u"oracle"_s).toString());
}

bool TestPage::event(QEvent *event)
{
    // Keys that the window has for the stack mean the suite while the focus is here. What is done
    // in the sweep is done to the stack: it keeps its keys there.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (showsSweep() ? isSweepKey(*key, *m_sweep) : m_actions->ofKey(key) != nullptr) {
            event->accept();
            return true;
        }
    }
    return Page::event(event);
}

void TestPage::keyPressEvent(QKeyEvent *event)
{
    if (showsSweep()) {
        if (event->key() == Qt::Key_F5)
            m_sweep->run();
        else
            Page::keyPressEvent(event);
        return;
    }
    if (QAction *action = m_actions->ofKey(event)) {
        action->trigger();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_runner.isRunning()) {
        m_runner.stop();
        return;
    }
    Page::keyPressEvent(event);
}

void TestPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    const bool isCompact = width() < kCompact;
    if (m_splitter->orientation() == wanted && m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    m_splitter->setOrientation(wanted);
    const int list = isCompact ? kCompactList : 430;
    m_splitter->setSizes(wanted == Qt::Vertical ? QList<int>{height() * 2 / 5, height() * 3 / 5}
                                                : QList<int>{list, std::max(width() - list, 320)});
}

void TestPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pathsOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TestPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (confirmDiscard())
        open(pathsOf(event->mimeData()));
}

} // namespace convscope
