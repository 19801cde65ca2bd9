// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/signal_view.h"

#include "style/fonts.h"
#include "style/numbers.h"

#include <QApplication>
#include <QFontMetrics>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

/// Longer signals are not counted through on the GUI thread.
constexpr std::int64_t kCountable = 1 << 16;
/// Zoomed in on fewer steps than this, the values themselves are drawn.
constexpr std::int64_t kReadable = 8192;
constexpr double kLeftAxis = 42;
constexpr double kRightMargin = 20;

} // namespace

SignalView::SignalView(QWidget *parent) : LargeMapView(tr("Signal"), parent) {}

void SignalView::setMode(Mode mode)
{
    m_mode = mode;
    update();
}

void SignalView::setInput(std::vector<SignalSeries> series)
{
    m_input = std::move(series);
    float low = std::numeric_limits<float>::infinity();
    float high = -low;
    for (const SignalSeries &channel : m_input) {
        const auto [least, most] = channel.line.limits();
        low = std::min(low, least);
        high = std::max(high, most);
    }
    // Values from 0 to 1 are shown over that range, so that it stays while the input changes.
    const bool isUnit = low >= 0 && high <= 1;
    m_inputRange = isUnit ? ValueRange{0, 1} : ValueRange{low, high > low ? high : low + 1};
    update();
}

void SignalView::setMap(const SignalSeries &map, ValueRange range, const QImage &strip)
{
    const bool isOtherLength = map.values.columns != m_map.values.columns;
    m_map = map;
    m_range = range;
    m_strip = strip.convertToFormat(QImage::Format_RGB32);
    m_cut.reset();
    if (length() <= kCountable) {
        std::int64_t cut = 0;
        for (std::int64_t step = 0; step < length(); ++step) {
            const float value = m_map.values.at(0, step);
            cut += !(value >= range.low && value <= range.high) ? 1 : 0;
        }
        m_cut = cut;
    }
    if (isOtherLength) {
        m_topRow = 0;
        m_walked.reset();
        setHovered(std::nullopt);
        fit();
        if (m_pinned && *m_pinned >= length())
            unpin();
    }
    update();
}

void SignalView::setHeat(StepHeat heat)
{
    if (heat == m_heat)
        return;
    m_heat = std::move(heat);
    update();
}

void SignalView::setField(std::optional<std::pair<std::int64_t, std::int64_t>> field,
                          const QString &words)
{
    if (field == m_field && words == m_fieldWords)
        return;
    m_field = field;
    m_fieldWords = words;
    update();
}

void SignalView::setWindow(std::optional<std::pair<std::int64_t, std::int64_t>> window)
{
    m_window = window;
    update();
}

void SignalView::fit()
{
    setSpan(0, 1);
}

void SignalView::setSpan(double begin, double end)
{
    const auto steps = static_cast<double>(std::max<std::int64_t>(1, length() - 1));
    // Eight steps in view at least.
    const double least = std::min(1.0, 8 / steps);
    double span = std::clamp(end - begin, least, 1.0);
    if (span > 1 - 1e-9)
        span = 1;
    m_begin = std::clamp((begin + end - span) / 2, 0.0, 1 - span);
    m_end = span == 1 ? 1 : m_begin + span;
    update();
}

std::optional<std::int64_t> SignalView::currentStep() const
{
    if (m_pinned)
        return m_pinned;
    return m_hovered ? m_hovered : m_walked;
}

void SignalView::pin(std::int64_t step)
{
    if (length() == 0)
        return;
    step = std::clamp<std::int64_t>(step, 0, length() - 1);
    if (m_pinned == step)
        return;
    m_pinned = step;
    m_walked = step;
    update();
    Q_EMIT stepPinned(m_pinned);
    announceSoon();
}

void SignalView::unpin()
{
    if (!m_pinned)
        return;
    m_pinned.reset();
    update();
    Q_EMIT stepPinned(std::nullopt);
}

QString SignalView::spokenStep(std::int64_t step) const
{
    if (step < 0 || step >= length())
        return {};
    return tr("step %1, %2")
        .arg(step)
        .arg(valueText(static_cast<double>(m_map.values.at(0, step))));
}

QString SignalView::spokenCurrent() const
{
    const auto step = currentStep();
    return step ? spokenStep(*step) : QString();
}

SignalView::Places SignalView::places() const
{
    Places at;
    const double title = scaledHeight(34);
    const double between = scaledHeight(52);
    const double foot = scaledHeight(30);
    const double width = std::max(16.0, this->width() - kLeftAxis - kRightMargin);
    if (m_input.empty()) {
        at.mapTitle = QRectF(kLeftAxis, 0, width, title);
        at.map = QRectF(kLeftAxis, title + 4, width, std::max(16.0, height() - title - 4 - foot));
        return at;
    }
    const double room = std::max(48.0, height() - title - between - foot);
    const double input = std::round(room * 0.35);
    at.inputTitle = QRectF(kLeftAxis, 0, width, title);
    at.input = QRectF(kLeftAxis, title + 2, width, input);
    at.mapTitle = QRectF(kLeftAxis, at.input.bottom() + between - title - 2, width, title);
    at.map = QRectF(kLeftAxis, at.input.bottom() + between, width, room - input - 2);
    return at;
}

SignalView::Cells SignalView::cells() const
{
    Cells cells;
    const QFontMetrics metrics(convscope::font(FontRole::Number));
    const int digits =
        static_cast<int>(integerText(std::max<std::int64_t>(0, length() - 1)).size());
    cells.width = metrics.horizontalAdvance(u'0') * (digits + 11) + 16;
    cells.height = scaledHeight(22);
    cells.area = rect().adjusted(12, scaledHeight(34), -12, -8);
    cells.columns = std::max(1, cells.area.width() / cells.width);
    return cells;
}

PlotScale SignalView::inputScale() const
{
    PlotScale scale;
    scale.rect = places().input;
    scale.low = static_cast<double>(m_inputRange.low);
    scale.high = static_cast<double>(m_inputRange.high);
    const auto steps =
        m_input.empty() ? 0.0 : static_cast<double>(m_input.front().values.columns - 1);
    scale.first = m_begin * steps;
    scale.last = m_end * steps;
    return scale;
}

PlotScale SignalView::mapScale() const
{
    PlotScale scale;
    scale.rect = places().map;
    scale.low = static_cast<double>(m_range.low);
    scale.high = static_cast<double>(m_range.high);
    const auto steps = static_cast<double>(std::max<std::int64_t>(1, length()) - 1);
    scale.first = m_begin * steps;
    scale.last = m_end * steps;
    return scale;
}

LineEnvelope SignalView::visible(const SignalSeries &series, const PlotScale &scale) const
{
    const auto from = static_cast<std::int64_t>(std::floor(scale.first));
    const auto to = static_cast<std::int64_t>(std::ceil(scale.last)) + 1;
    if (series.line.isExact() || to - from > kReadable)
        return series.line;
    return LineEnvelope::ofRange(series.values, from, to, LineEnvelope::defaultParts());
}

double SignalView::xOf(std::int64_t step) const
{
    return mapScale().x(static_cast<double>(step));
}

std::optional<std::int64_t> SignalView::stepAt(QPointF position) const
{
    if (length() == 0)
        return std::nullopt;
    if (m_mode == Mode::Numbers) {
        const Cells grid = cells();
        if (!QRectF(grid.area).contains(position))
            return std::nullopt;
        const int column = static_cast<int>(position.x() - grid.area.left()) / grid.width;
        const int row = static_cast<int>(position.y() - grid.area.top()) / grid.height + m_topRow;
        const std::int64_t step = std::int64_t{row} * grid.columns + column;
        return column < grid.columns && step < length() ? std::optional(step) : std::nullopt;
    }
    const PlotScale scale = mapScale();
    if (position.x() < scale.rect.left() - 4 || position.x() > scale.rect.right() + 4)
        return std::nullopt;
    return static_cast<std::int64_t>(std::llround(scale.stepAt(position.x())));
}

void SignalView::setHovered(std::optional<std::int64_t> step)
{
    if (m_hovered == step)
        return;
    m_hovered = step;
    update();
    Q_EMIT stepHovered(step);
}

void SignalView::goTo(std::int64_t step)
{
    if (length() == 0)
        return;
    step = std::clamp<std::int64_t>(step, 0, length() - 1);
    const PlotScale scale = mapScale();
    const auto at = static_cast<double>(step);
    if (at < scale.first || at > scale.last) {
        const double share = at / static_cast<double>(std::max<std::int64_t>(1, length() - 1));
        const double half = (m_end - m_begin) / 2;
        setSpan(share - half, share + half);
    }
    const Cells grid = cells();
    const int row = static_cast<int>(step / grid.columns);
    const int rows = std::max(1, grid.area.height() / grid.height);
    m_topRow = std::clamp(m_topRow, std::max(0, row - rows + 1), row);
    if (m_pinned) {
        pin(step);
    } else {
        m_walked = step;
        m_hovered = step;
        Q_EMIT stepHovered(step);
        announceSoon();
    }
    update();
}

void SignalView::scrollNumbers(int rows)
{
    const Cells grid = cells();
    const std::int64_t all = (length() + grid.columns - 1) / grid.columns;
    const std::int64_t most = std::max<std::int64_t>(0, all - grid.area.height() / grid.height);
    m_topRow = static_cast<int>(std::clamp<std::int64_t>(m_topRow + rows, 0, most));
    update();
}

void SignalView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scrollNumbers(0);
}

void SignalView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_isPanning = false;
    m_press = event->position();
    m_dragX = event->position().x();
}

void SignalView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isPressed && m_mode != Mode::Numbers && !isFit() &&
        (event->position() - m_press).manhattanLength() >= QApplication::startDragDistance())
        m_isPanning = true;
    if (m_isPanning) {
        const double shift =
            (event->position().x() - m_dragX) / places().map.width() * (m_end - m_begin);
        m_dragX = event->position().x();
        setSpan(m_begin - shift, m_end - shift);
        return;
    }
    setHovered(stepAt(event->position()));
}

void SignalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPressed || event->button() != Qt::LeftButton)
        return;
    m_isPressed = false;
    if (m_isPanning) {
        m_isPanning = false;
        return;
    }
    if (const auto step = stepAt(event->position())) {
        if (m_pinned == step)
            unpin();
        else
            pin(*step);
    }
}

void SignalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto step = stepAt(event->position()))
        pin(*step);
    fit();
}

void SignalView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_walked = m_hovered ? m_hovered : m_walked;
    setHovered(std::nullopt);
}

void SignalView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int steps = takeNotches(*event);
    if (steps == 0)
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        changeMap(steps);
        return;
    }
    if (m_mode == Mode::Numbers) {
        scrollNumbers(-3 * steps);
        return;
    }
    // Zooms at the pointer.
    const QRectF plot = places().map;
    const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    const double at = m_begin + share * (m_end - m_begin);
    const double span = (m_end - m_begin) * std::pow(1.5, -steps);
    setSpan(at - share * span, at + (1 - share) * span);
}

void SignalView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const std::int64_t current = currentStep().value_or(length() / 2);
    const std::int64_t line = m_mode == Mode::Numbers ? cells().columns : step;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Comma:
        return goTo(current - step);
    case Qt::Key_Right:
    case Qt::Key_Period:
        return goTo(current + step);
    case Qt::Key_Up:
        return goTo(current - line);
    case Qt::Key_Down:
        return goTo(current + line);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(length() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isControl)
            break;
        // Pinned already: into its arithmetic. Escape unpins.
        if (m_pinned)
            Q_EMIT stepOpened();
        else
            pin(current);
        return;
    case Qt::Key_Escape:
        if (m_pinned)
            return unpin();
        break;
    default:
        break;
    }
    LargeMapView::keyPressEvent(event);
}

} // namespace convscope
