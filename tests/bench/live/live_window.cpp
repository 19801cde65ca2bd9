// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "live_window.h"

#include "pages/explore/explore_page.h"
#include "stack/stack_panel.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/shape_ribbon.h"
#include "window/actions/actions.h"
#include "window/files/file_menus.h"

#include <QEventLoop>
#include <QListView>
#include <QTimer>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nothing more is expected after so long without a changed picture.
constexpr qint64 kCalm = 40'000'000;
constexpr qint64 kPatience = 60'000'000'000;

// The places of m_debts.
constexpr std::size_t kMaps = 0;
constexpr std::size_t kCards = 2;

} // namespace

LiveWindow::LiveWindow(PaintWatch *application, Theme *theme)
    : m_application(application), m_window(theme, false)
{
    // Nobody is there to answer whether long work shall start.
    m_window.results()->setLimits(RunLimits::none());
    m_window.resize(1440, 900);
    m_window.show();
    m_debts[kMaps].widget = m_window.page<ExplorePage>()->grid()->grid()->viewport();
    m_debts[kMaps + 1].widget = m_window.page<ExplorePage>()->panel()->map();
    m_debts[kCards].widget = m_window.stackPanel()->list()->viewport();
    m_debts[kCards + 1].widget = m_window.ribbon()->viewport();
    for (std::size_t i = 0; i < m_debts.size(); ++i)
        m_application->watch(m_debts[i].widget,
                             [this, i](qint64 began, qint64 ended) { painted(i, began, ended); });
    QObject::connect(m_window.page<ExplorePage>()->presenter(), &MapsPresenter::shownChanged,
                     m_application, [this] { shownChanged(); });
    QObject::connect(m_window.results(), &LayerResults::layerChanged, m_application,
                     [this](int layer) { pictureChanged(layer); });
    QObject::connect(m_window.results(), &LayerResults::thumbnailChanged, m_application,
                     [this](int layer) { pictureChanged(layer); });
}

bool LiveWindow::open(QSize size)
{
    m_window.openFirstLook();
    if (!settle())
        return false;
    QImage photo(FileMenus::samplePath(u"astronaut.png"_s));
    if (photo.isNull() || !m_folder.isValid())
        return false;
    if (photo.size() != size)
        photo = photo.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QString path = m_folder.filePath(u"photo.png"_s);
    if (!photo.convertToFormat(QImage::Format_RGB888).save(path))
        return false;
    m_window.open(path);
    if (!settle())
        return false;
    const std::vector<Tensor> &inputs = m_window.document()->inputTensors();
    return inputs.size() == 1 && inputs.front().rank() == 4 &&
           inputs.front().extent(1) == size.height() && inputs.front().extent(2) == size.width();
}

void LiveWindow::shownChanged()
{
    const RenderedMaps *shown = m_window.page<ExplorePage>()->presenter()->shown();
    if (shown == nullptr ||
        (shown->request.output.fingerprint() == m_shown && shown->range == m_shownRange))
        return;
    m_shown = shown->request.output.fingerprint();
    m_shownRange = shown->range;
    owe(kMaps, 2);
}

void LiveWindow::pictureChanged(int layer)
{
    if (!m_compares)
        return;
    const auto place = static_cast<std::size_t>(layer + 1);
    m_pictures.resize(std::max(m_pictures.size(), place + 1));
    const EvaluatedLayer *evaluated = m_window.results()->at(layer);
    if (evaluated == nullptr || evaluated->picture.thumbnail == m_pictures[place])
        return;
    m_pictures[place] = evaluated->picture.thumbnail;
    owe(kCards, 2);
}

void LiveWindow::owe(std::size_t first, std::size_t count)
{
    m_lastChange = m_application->now();
    for (std::size_t i = first; i < first + count; ++i) {
        if (m_debts[i].widget->isVisible())
            m_debts[i].since = m_lastChange;
    }
}

void LiveWindow::painted(std::size_t which, qint64 began, qint64 ended)
{
    Debt &debt = m_debts[which];
    if (!debt.since || *debt.since > began)
        return;
    debt.since.reset();
    if (!m_first)
        m_first = ended;
    m_last = ended;
    if (which == kMaps)
        ++m_mapsPainted;
}

bool LiveWindow::isPaid() const
{
    return std::none_of(m_debts.begin(), m_debts.end(),
                        [](const Debt &debt) { return debt.since.has_value(); });
}

bool LiveWindow::runUntil(const std::function<bool()> &done)
{
    const qint64 begin = m_application->now();
    // Wakes the loop below, so that it can see that nothing happens any more.
    QTimer tick;
    tick.start(10);
    while (!done()) {
        if (m_application->now() - begin > kPatience)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool LiveWindow::settle()
{
    m_lastChange = m_application->now();
    return runUntil([this] {
        if (!m_window.isSettled() || !isPaid())
            m_lastChange = m_application->now();
        return m_application->now() - m_lastChange > kCalm;
    });
}

std::optional<PaintTimes> LiveWindow::timed(const std::function<void()> &edit)
{
    m_first.reset();
    m_last.reset();
    const qint64 begin = m_application->now();
    edit();
    if (!settle() || !m_first)
        return std::nullopt;
    return PaintTimes{static_cast<double>(*m_first - begin) / 1e6,
                      static_cast<double>(*m_last - begin) / 1e6};
}

bool LiveWindow::startAfresh()
{
    // Without what it holds the cache does not grow, so that no run pays for new memory; a clear
    // one alone would leave pictures and statistics that are known already.
    m_window.results()->sharedCache()->clear();
    m_window.actions()->redrawWeights->trigger();
    return settle();
}

} // namespace convscope
