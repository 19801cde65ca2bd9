// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weight_drag.h"

#include "layers/registry.h"
#include "pages/explore/explore_page.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weights_page.h"
#include "pages/weights/weights_presenter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 60 Hz.
constexpr int kMoveEvery = 16;
/// Moves one way before the drag turns round.
constexpr int kSweep = 40;
/// A frame.
constexpr double kBlocked = 16.7;

/// Milliseconds that this thread has worked: beside other programs a wait says little.
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void sendMouse(QWidget *widget, QEvent::Type type, const QPointF &at)
{
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, at, widget->mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

bool measure(LiveWindow &live, const QString &layer, const QString &image, double seconds,
             FigurePrinter &printer)
{
    MainWindow &window = live.window();
    auto *page = window.page<WeightsPage>();
    WeightCells *cells = page->views().cells;
    live.setComparing(false);
    const int stepsBefore = window.document()->undoStack()->index();
    double worst = 0;
    double mostWork = 0;
    double workedBefore = worked();
    int moves = 0;
    int shown = 0;
    QObject receiver;
    QObject::connect(page->presenter()->live(), &LiveMapPresenter::shown, &receiver,
                     [&] { ++shown; });
    const QPointF from = cells->cellRect({0, 0}).center();
    sendMouse(cells->viewport(), QEvent::MouseButtonPress, from);
    QElapsedTimer sinceTick;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &receiver, [&] {
        worst = std::max(worst, static_cast<double>(sinceTick.nsecsElapsed()) / 1e6 - 1);
        sinceTick.start();
        const double now = worked();
        mostWork = std::max(mostWork, now - workedBefore);
        workedBefore = now;
    });
    QTimer mouse;
    mouse.setTimerType(Qt::PreciseTimer);
    QObject::connect(&mouse, &QTimer::timeout, &receiver, [&] {
        const int phase = moves % (2 * kSweep);
        // Values that were there before would come from the cache.
        const double y =
            (phase < kSweep ? phase : 2 * kSweep - phase) + moves / (2 * kSweep) * 0.37;
        sendMouse(cells->viewport(), QEvent::MouseMove, from - QPointF(0, 5 + y));
        ++moves;
    });
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
    sinceTick.start();
    tick.start(1);
    mouse.start(kMoveEvery);
    loop.exec();
    tick.stop();
    mouse.stop();
    sendMouse(cells->viewport(), QEvent::MouseButtonRelease, from);
    Figure figure;
    figure.what = u"blocked"_s;
    figure.image = image;
    figure.layer = layer;
    figure.kind = u"weight"_s;
    figure.argument = u"kernel"_s;
    figure.milliseconds = worst;
    figure.limit = kBlocked;
    figure.note = u"%1 moves, %2 maps shown, most work at once %3 ms, %4 undo steps"_s.arg(
        QString::number(moves), QString::number(shown), QString::number(mostWork, 'f', 1),
        QString::number(window.document()->undoStack()->index() - stepsBefore));
    const bool settled = live.settle();
    window.document()->undoStack()->setIndex(stepsBefore);
    if (!settled || !live.settle())
        return false;
    printer.print(figure);
    return true;
}

} // namespace

bool measureWeightDrag(LiveWindow &live, int layer, const QString &image, double seconds,
                       FigurePrinter &printer)
{
    MainWindow &window = live.window();
    const Model &model = window.document()->model();
    if (window.document()->shapes().layers[std::size_t(layer)].weights.empty())
        return true;
    const QString name = QString::fromStdString(model.layer(layer).name());
    window.selection()->selectLayer(layer);
    window.centre()->setCurrent(window.page<WeightsPage>());
    const bool measured = live.settle() && measure(live, name, image, seconds, printer);
    window.centre()->setCurrent(window.page<ExplorePage>());
    return measured && live.settle();
}

bool measureMatrixDrag(LiveWindow &live, double seconds, FigurePrinter &printer)
{
    MainWindow &window = live.window();
    const Layer layer(*findLayerType("Dense"), "fc1");
    DocumentState state;
    state.model.layers.push_back(
        std::make_shared<const Layer>(layer.with("units", std::int64_t{4096}).value()));
    auto input = std::make_shared<Input>();
    const std::vector<float> values(25088, 0.5F);
    input->tensor = Tensor::of({1, 25088}, values);
    state.input = input;
    window.document()->reset(state, {});
    window.selection()->selectLayer(0);
    window.centre()->setCurrent(window.page<WeightsPage>());
    return live.settle() && measure(live, u"fc1"_s, u"25088"_s, seconds, printer);
}

} // namespace convscope
