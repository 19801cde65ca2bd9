// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "hover.h"

#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/explore/explore_page.h"
#include "views/feature_map_view.h"

#include <QElapsedTimer>
#include <QMouseEvent>

#include <algorithm>
#include <functional>
#include <optional>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMoves = 60;
constexpr qint64 kPatienceMs = 2000;
constexpr double kHover = 8;

/// Milliseconds from a mouse move over `widget` to the end of the first update that painted it
/// while `isThere`; nothing where that does not come.
std::optional<double> moveTo(PaintWatch &application, QWidget *widget, const QPointF &point,
                             const std::function<bool()> &isThere)
{
    std::optional<qint64> painted;
    application.watch(widget, [&](qint64, qint64 ended) {
        if (!painted && isThere())
            painted = ended;
    });
    QElapsedTimer patience;
    patience.start();
    const qint64 start = application.now();
    QMouseEvent move(QEvent::MouseMove, point, widget->mapToGlobal(point), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &move);
    while (!painted && patience.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    application.watch(widget, [](qint64, qint64) {});
    return painted ? std::optional(static_cast<double>(*painted - start) / 1e6) : std::nullopt;
}

void print(const QString &kind, const QString &layer, const QString &image,
           std::vector<double> times, FigurePrinter &printer)
{
    if (times.empty())
        return;
    std::sort(times.begin(), times.end());
    Figure figure;
    figure.what = u"hover"_s;
    figure.image = image;
    figure.layer = layer;
    figure.kind = kind;
    figure.milliseconds = times[times.size() / 2];
    figure.limit = kHover;
    figure.note = u"median of %1; 90 % within %2 ms, the worst %3 ms"_s.arg(
        QString::number(times.size()), QString::number(times[times.size() * 9 / 10], 'f', 1),
        QString::number(times.back(), 'f', 1));
    printer.print(figure);
}

} // namespace

bool measureHover(PaintWatch &application, LiveWindow &live, int layer, const QString &image,
                  FigurePrinter &printer)
{
    MainWindow &window = live.window();
    const QString name = QString::fromStdString(window.document()->model().layer(layer).name());
    window.selection()->selectLayer(layer);
    window.centre()->setCurrent(window.page<ExplorePage>());
    if (!live.settle())
        return false;
    FeatureMapView *map = window.page<ExplorePage>()->panel()->map();
    std::vector<double> times;
    if (map->isVisible()) {
        for (int i = 0; i < kMoves; ++i) {
            // Within the middle of the map, each time another cell.
            const QPointF point(map->width() * (0.3 + 0.4 * (i % 8) / 8),
                                map->height() * (0.3 + 0.4 * (i / 8) / 8));
            if (const auto time = moveTo(application, map, point, [] { return true; }))
                times.push_back(*time);
        }
        print(u"map"_s, name, image, times, printer);
    }
    auto *page = window.page<ArithmeticPage>();
    window.selection()->pin(PinnedCell{{20, 20}});
    window.centre()->setCurrent(page);
    if (!live.settle())
        return false;
    ArithmeticView *view = page->view();
    std::vector<ArithmeticView::Place> cells;
    for (const ArithmeticView::Place &place : view->places()) {
        if (place.grid == ArithmeticView::Grid::Output)
            cells.push_back(place);
    }
    times.clear();
    for (std::size_t i = 0; i < kMoves && cells.size() > 1; ++i) {
        const ArithmeticView::Place &place = cells[i % cells.size()];
        const QPointF point = view->rectOf(place).value_or(QRect()).center();
        const auto time = moveTo(application, view, point,
                                 [&] { return page->isSettled() && view->pointedAt() == place; });
        if (time)
            times.push_back(*time);
    }
    print(u"arithmetic"_s, name, image, times, printer);
    window.selection()->pin(std::nullopt);
    window.centre()->setCurrent(window.page<ExplorePage>());
    return live.settle();
}

} // namespace convscope
