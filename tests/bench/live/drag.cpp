// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "drag.h"

#include "controls/drag_label.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "window/actions/actions.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A mouse between 60 and 120 Hz.
constexpr int kMoveEvery = 10;
/// Moves one way before the drag turns round.
constexpr int kSweep = 8;
constexpr double kBlocked = 8;
constexpr double kPixelsPerStep = 8;

/// Time for which a host gave this machine's cores to others, since it started; 0 where unknown.
qint64 stolenMilliseconds()
{
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // cpu user nice system idle iowait irq softirq steal …, in hundredths of a second.
    const QList<QByteArray> fields = file.readLine().simplified().split(' ');
    return fields.size() > 8 ? fields[8].toLongLong() * 10 : 0;
}

} // namespace

std::optional<LabelToDrag> labelToDrag(MainWindow &window)
{
    const Layer &layer = window.document()->model().layer(window.selection()->layer());
    for (const ParamInfo &info : layer.type().table->params()) {
        const QString name = QString::fromStdString(info.name);
        ParamRow *row = window.inspector()->form()->row(name);
        if (info.rare || !row->editor()->canScrub())
            continue;
        if (auto *label = row->findChild<DragLabel *>())
            return LabelToDrag{label, name};
    }
    return std::nullopt;
}

LabelDrag::LabelDrag(DragLabel *label) : m_label(label), m_x(label->width() / 2.0)
{
    QMouseEvent event(QEvent::MouseButtonPress, QPointF(m_x, 8),
                      m_label->mapToGlobal(QPointF(m_x, 8)), Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(m_label, &event);
}

LabelDrag::~LabelDrag()
{
    QMouseEvent event(QEvent::MouseButtonRelease, QPointF(m_x, 8),
                      m_label->mapToGlobal(QPointF(m_x, 8)), Qt::LeftButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(m_label, &event);
}

void LabelDrag::step(int steps)
{
    m_x += steps * kPixelsPerStep;
    QMouseEvent event(QEvent::MouseMove, QPointF(m_x, 8), m_label->mapToGlobal(QPointF(m_x, 8)),
                      Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_label, &event);
}

bool measureDrag(LiveWindow &live, int layer, const QString &image, double seconds,
                 FigurePrinter &printer)
{
    MainWindow &window = live.window();
    window.selection()->selectLayer(layer);
    if (!live.settle() || !live.startAfresh())
        return false;
    const auto label = labelToDrag(window);
    if (!label)
        return true;
    live.setComparing(false);
    const int stepsBefore = window.document()->undoStack()->index();
    const int paintedBefore = live.mapsPainted();
    const qint64 stolenBefore = stolenMilliseconds();
    double worst = 0;
    int moves = 0;
    {
        LabelDrag drag(label->label);
        QElapsedTimer sinceTick;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick, &QTimer::timeout, &window, [&] {
            worst = std::max(worst, static_cast<double>(sinceTick.nsecsElapsed()) / 1e6 - 1);
            sinceTick.start();
        });
        QTimer mouse;
        mouse.setTimerType(Qt::PreciseTimer);
        QObject::connect(&mouse, &QTimer::timeout, &window, [&] {
            const int phase = moves % (2 * kSweep);
            // On the way back all would come from the cache.
            if (phase == 0 || phase == kSweep)
                window.actions()->redrawWeights->trigger();
            drag.step(phase < kSweep ? 1 : -1);
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
    }
    Figure figure;
    figure.what = u"blocked"_s;
    figure.image = image;
    figure.layer = QString::fromStdString(window.document()->model().layer(layer).name());
    figure.kind = u"slider"_s;
    figure.argument = label->argument;
    figure.milliseconds = worst;
    figure.limit = kBlocked;
    figure.note = u"%1 moves, %2 sets of maps painted, %3 ms stolen by the host"_s.arg(
        QString::number(moves), QString::number(live.mapsPainted() - paintedBefore),
        QString::number(stolenMilliseconds() - stolenBefore));
    const bool settled = live.settle();
    live.setComparing(true);
    window.document()->undoStack()->setIndex(stepsBefore);
    if (!settled || !live.settle())
        return false;
    printer.print(figure);
    return true;
}

} // namespace convscope
