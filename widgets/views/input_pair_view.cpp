// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/input_pair_view.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_marks.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kPairMargin = 24;
constexpr double kArrow = 52;
constexpr double kPairTitle = 34;
constexpr double kPairLine = 17;
/// How near the outline counts as on it.
constexpr double kOutlineReach = 6;
constexpr double kVeil = 0.6;
/// Pixels of the screen for one of the picture.
constexpr double kSquaresFrom = 4;

/// As large as fits, in the middle of `box`.
QRectF fittedInto(const QRectF &box, double columns, double rows)
{
    if (columns <= 0 || rows <= 0 || box.width() <= 0 || box.height() <= 0)
        return {};
    const double scale = std::min(box.width() / columns, box.height() / rows);
    const QSizeF size(columns * scale, rows * scale);
    return {QPointF(box.center().x() - size.width() / 2,
                    box.top() + (box.height() - size.height()) / 2),
            size};
}

} // namespace

InputPairView::InputPairView(QWidget *parent)
    : LargeMapView(tr("The picture as it is and as the model reads it"), parent)
{
}

void InputPairView::setPair(InputPair pair)
{
    // Under the hand the outline is where the hand is; the pictures follow.
    if (m_drag && m_drag->hasMoved) {
        pair.fit.rows.offset = m_pair.fit.rows.offset;
        pair.fit.columns.offset = m_pair.fit.columns.offset;
    }
    m_pair = std::move(pair);
    const auto isInside = [this](const std::optional<MapCell> &cell) {
        return cell && cell->row < m_pair.fit.rows.wanted &&
               cell->column < m_pair.fit.columns.wanted;
    };
    if (!isInside(m_cell))
        m_cell.reset();
    update();
}

void InputPairView::setPinned(std::optional<MapCell> cell)
{
    if (cell == m_pinned)
        return;
    m_pinned = cell;
    update();
}

void InputPairView::setWords(const QString &value, const QString &place)
{
    m_value = value;
    m_place = place;
    update();
}

std::optional<MapCell> InputPairView::currentCell() const
{
    return m_cell ? m_cell : m_pinned;
}

bool InputPairView::isEmpty() const
{
    return m_pair.fit.rows.have <= 0 || m_pair.fit.rows.wanted <= 0;
}

int InputPairView::captionLines() const
{
    return std::max(1, static_cast<int>(m_pair.captions.size()));
}

QRectF InputPairView::fileRect() const
{
    const double half = (width() - 2 * kPairMargin - kArrow) / 2;
    const QRectF box(kPairMargin, kPairMargin + kPairTitle, half,
                     height() - 2 * kPairMargin - kPairTitle - captionLines() * kPairLine - 6);
    return fittedInto(box, double(m_pair.fit.columns.have), double(m_pair.fit.rows.have));
}

QRectF InputPairView::modelRect() const
{
    const double half = (width() - 2 * kPairMargin - kArrow) / 2;
    const QRectF box(width() - kPairMargin - half, kPairMargin + kPairTitle, half,
                     height() - 2 * kPairMargin - kPairTitle - captionLines() * kPairLine - 6);
    return m_pair.model.isNull()
               ? QRectF()
               : fittedInto(box, double(m_pair.fit.columns.wanted), double(m_pair.fit.rows.wanted));
}

QRectF InputPairView::inFile(double row, double column, double rows, double columns) const
{
    const QRectF file = fileRect();
    const double x = file.width() / double(m_pair.fit.columns.have);
    const double y = file.height() / double(m_pair.fit.rows.have);
    return {file.left() + column * x, file.top() + row * y, columns * x, rows * y};
}

std::optional<MapCell> InputPairView::cellAt(QPointF position) const
{
    if (isEmpty())
        return std::nullopt;
    const PlaneFit &fit = m_pair.fit;
    MapCell cell{-1, -1};
    if (const QRectF model = modelRect(); model.contains(position)) {
        cell = {static_cast<std::int64_t>((position.y() - model.top()) / model.height() *
                                          double(fit.rows.wanted)),
                static_cast<std::int64_t>((position.x() - model.left()) / model.width() *
                                          double(fit.columns.wanted))};
    } else if (const QRectF file = fileRect(); !m_pair.model.isNull() && file.contains(position)) {
        cell = {
            cellFrom(fit.rows,
                     (position.y() - file.top()) / file.height() * double(fit.rows.have) - 0.5),
            cellFrom(fit.columns,
                     (position.x() - file.left()) / file.width() * double(fit.columns.have) - 0.5)};
    }
    if (cell.row < 0 || cell.column < 0 || cell.row >= fit.rows.wanted ||
        cell.column >= fit.columns.wanted)
        return std::nullopt;
    return cell;
}

void InputPairView::point(std::optional<MapCell> cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    announceSoon();
    update();
    Q_EMIT pointed(currentCell());
}

QString InputPairView::spokenCurrent() const
{
    return currentCell() ? m_place + u", "_s + m_value : QString();
}

void InputPairView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag && event->buttons().testFlag(Qt::LeftButton)) {
        dragTo(event->position());
        return;
    }
    if (canDragFrom(event->position()))
        setCursor(Qt::SizeAllCursor);
    else
        unsetCursor();
    point(cellAt(event->position()));
}

void InputPairView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (canDragFrom(event->position())) {
        m_drag = Drag{event->position(), m_pair.fit.rows.offset, m_pair.fit.columns.offset, false};
        ++m_gesture;
        return;
    }
    pinAt(event->position());
}

void InputPairView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const bool isClick = !std::exchange(m_drag, std::nullopt)->hasMoved;
    if (isClick)
        pinAt(event->position());
}

void InputPairView::pinAt(QPointF position)
{
    if (const auto cell = cellAt(position))
        Q_EMIT pinWanted(cell == m_pinned ? std::nullopt : cell);
}

QRectF InputPairView::keptRect() const
{
    const PlaneFit &fit = m_pair.fit;
    return inFile(double(fit.rows.offset), double(fit.columns.offset), double(fit.rows.frame),
                  double(fit.columns.frame));
}

bool InputPairView::canDragFrom(QPointF position) const
{
    return m_pair.isDraggable && !isEmpty() &&
           keptRect()
               .adjusted(-kOutlineReach, -kOutlineReach, kOutlineReach, kOutlineReach)
               .contains(position);
}

void InputPairView::dragTo(QPointF position)
{
    const QPointF moved = position - m_drag->from;
    if (!m_drag->hasMoved && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_drag->hasMoved)
        point(std::nullopt);
    m_drag->hasMoved = true;
    const QRectF file = fileRect();
    moveKept(moved.y() * double(m_pair.fit.rows.have) / file.height(),
             moved.x() * double(m_pair.fit.columns.have) / file.width());
}

void InputPairView::moveKept(double rows, double columns)
{
    const auto moved = [](const AxisFit &axis, std::int64_t from, double by) {
        return std::clamp<std::int64_t>(from + std::llround(by), 0,
                                        std::max<std::int64_t>(axis.have - axis.frame, 0));
    };
    PlaneFit &fit = m_pair.fit;
    const std::int64_t row = moved(fit.rows, m_drag->row, rows);
    const std::int64_t column = moved(fit.columns, m_drag->column, columns);
    if (row == fit.rows.offset && column == fit.columns.offset)
        return;
    fit.rows.offset = row;
    fit.columns.offset = column;
    update();
    Q_EMIT keptDragged(row, column, m_gesture);
}

void InputPairView::leaveEvent(QEvent *)
{
    point(std::nullopt);
}

void InputPairView::keyPressEvent(QKeyEvent *event)
{
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const PlaneFit &fit = m_pair.fit;
    MapCell cell = currentCell().value_or(MapCell{fit.rows.wanted / 2, fit.columns.wanted / 2});
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_drag) {
            LargeMapView::keyPressEvent(event);
            return;
        }
        // The gesture is taken back.
        if (m_drag->hasMoved)
            moveKept(0, 0);
        m_drag.reset();
        return;
    case Qt::Key_Left:
        cell.column -= step;
        break;
    case Qt::Key_Right:
        cell.column += step;
        break;
    case Qt::Key_Up:
        cell.row -= step;
        break;
    case Qt::Key_Down:
        cell.row += step;
        break;
    case Qt::Key_Home:
        cell.column = 0;
        break;
    case Qt::Key_End:
        cell.column = fit.columns.wanted - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto current = currentCell())
            Q_EMIT pinWanted(current == m_pinned ? std::nullopt : current);
        return;
    default:
        LargeMapView::keyPressEvent(event);
        return;
    }
    if (isEmpty() || m_pair.model.isNull())
        return;
    point(MapCell{std::clamp<std::int64_t>(cell.row, 0, fit.rows.wanted - 1),
                  std::clamp<std::int64_t>(cell.column, 0, fit.columns.wanted - 1)});
}

void InputPairView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    if (isEmpty())
        return;
    painter.setOpacity(mapOpacity());
    const auto draw = [&painter](const QRectF &rect, const QImage &picture) {
        // Cells that are seen as such stay squares.
        painter.setRenderHint(QPainter::SmoothPixmapTransform,
                              rect.width() < kSquaresFrom * picture.width());
        painter.drawImage(rect, picture);
    };
    draw(fileRect(), m_pair.file);
    if (!m_pair.model.isNull())
        draw(modelRect(), m_pair.model);
    painter.setOpacity(1);
    paintTitles(painter);
    if (!m_pair.model.isNull()) {
        paintKept(painter);
        if (m_pinned)
            paintCell(painter, *m_pinned, true);
        if (const auto cell = currentCell(); cell && cell != m_pinned)
            paintCell(painter, *cell, false);
    }
    if (const auto cell = currentCell(); cell && !m_pair.model.isNull() && !m_value.isEmpty()) {
        const QRectF model = modelRect();
        const QPointF at(model.left() + (double(cell->column) + 0.5) * model.width() /
                                            double(m_pair.fit.columns.wanted),
                         model.top() + (double(cell->row) + 0.5) * model.height() /
                                           double(m_pair.fit.rows.wanted));
        const ReadOut words{m_value, m_place};
        paintTag(painter,
                 tagRect(tagSize(words), QRect(at.toPoint() - QPoint(6, 6), QSize(12, 12)),
                         rect().adjusted(4, 4, -4, -4)),
                 words);
    }
    paintBadge(painter, 12);
    paintEdges(painter);
}

void InputPairView::paintTitles(QPainter &painter)
{
    const Tokens &t = tokens();
    const double half = (width() - 2 * kPairMargin - kArrow) / 2;
    const QRectF file = fileRect();
    const QRectF model = modelRect();
    const auto title = [&](double left, double top, const QString &words, const QString &note) {
        const QRectF line(left, top - kPairTitle, half, kPairTitle - 6);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        const double room = QFontMetricsF(painter.font()).horizontalAdvance(note) + 12;
        painter.setPen(t.text2);
        const QFontMetricsF bold(convscope::font(FontRole::Title));
        // The title first.
        const bool hasNote = bold.horizontalAdvance(words) + room <= half;
        if (hasNote)
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, note);
        painter.setFont(convscope::font(FontRole::Title));
        painter.setPen(t.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font())
                             .elidedText(words, Qt::ElideMiddle, hasNote ? half - room : half));
    };
    const double right = width() - kPairMargin - half;
    title(kPairMargin, file.top(), m_pair.fileTitle, m_pair.fileNote);
    title(right, model.isEmpty() ? file.top() : model.top(), tr("What the model reads"),
          m_pair.modelNote);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    double y = file.bottom() + 6;
    for (const QString &line : m_pair.captions) {
        painter.drawText(QRectF(kPairMargin, y, half, kPairLine), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(line, Qt::ElideRight, half));
        y += kPairLine;
    }
    if (!model.isEmpty()) {
        painter.drawText(QRectF(right, model.bottom() + 6, half, kPairLine),
                         Qt::AlignLeft | Qt::AlignVCenter, m_pair.modelCaption);
        const double middle = (file.top() + file.bottom()) / 2;
        const QPointF from(kPairMargin + half + 10, middle);
        const QPointF to(right - 10, middle);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.text2, 1.5));
        painter.drawLine(from, to);
        paintChevron(painter, to - QPointF(3, 0), 10, 270, t.text2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    } else {
        painter.setPen(t.error);
        painter.setFont(convscope::font(FontRole::Text));
        painter.drawText(QRectF(right, file.top(), half, file.height()),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_pair.problem);
    }
}

void InputPairView::paintKept(QPainter &painter)
{
    const QRectF file = fileRect();
    const QRectF kept = keptRect().intersected(file);
    if (kept == file)
        return;
    QPainterPath rest;
    rest.addRect(file);
    QPainterPath inner;
    inner.addRect(kept);
    QColor veil = tokens().sunken;
    veil.setAlphaF(static_cast<float>(kVeil));
    painter.fillPath(rest.subtracted(inner), veil);
    painter.setPen(QPen(QColor(0, 0, 0, 204), 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(kept);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(kept);
}

void InputPairView::paintCell(QPainter &painter, MapCell cell, bool isPinned)
{
    const PlaneFit &fit = m_pair.fit;
    const QRectF model = modelRect();
    const double x = model.width() / double(fit.columns.wanted);
    const double y = model.height() / double(fit.rows.wanted);
    const QRectF there(model.left() + double(cell.column) * x, model.top() + double(cell.row) * y,
                       x, y);
    const double rows = double(fit.rows.frame) / double(fit.rows.wanted);
    const double columns = double(fit.columns.frame) / double(fit.columns.wanted);
    const QRectF here =
        inFile(double(fit.rows.offset) + double(cell.row) * rows,
               double(fit.columns.offset) + double(cell.column) * columns, rows, columns);
    DevicePixels pixels(painter, *this);
    const CellMark mark = isPinned ? CellMark::Pinned : CellMark::Pointed;
    for (const QRectF &spot : {there, here.intersected(fileRect())}) {
        if (!spot.isEmpty())
            paintCellMarker(painter, pixels,
                            QRect(QPoint(pixels.of(spot.left()), pixels.of(spot.top())),
                                  QPoint(pixels.of(spot.right()), pixels.of(spot.bottom()))),
                            mark);
    }
}

} // namespace convscope
