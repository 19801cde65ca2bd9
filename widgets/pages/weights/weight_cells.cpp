// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_cells.h"

#include "controls/quiet_spin_box.h"
#include "pages/weights/cell_digits.h"
#include "style/cached_text.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/numbers.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLargest = 58;
constexpr int kSmallest = 24;
/// In tables, which scroll: digits have room.
constexpr int kSmallestInTable = 46;
constexpr int kHeadHeight = 18;
constexpr int kStems = 120;
constexpr int kMargin = 2;
/// Pixels that a press may move before it is a drag.
constexpr int kSlack = 4;
constexpr qint64 kStepPause = 1000;

} // namespace

WeightCells::WeightCells(QWidget *parent)
    : QAbstractScrollArea(parent), m_field(new QuietDoubleSpinBox(viewport()))
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    overlayScrollBars(this);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Values"));
    m_field->setAccessibleName(tr("Value"));
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_field->setAlignment(Qt::AlignCenter);
    m_field->hide();
    m_field->installEventFilter(this);
    connect(m_field, &QuietDoubleSpinBox::valueEdited, this, [this](double value, bool continuing) {
        if (!continuing && std::exchange(m_hasTyped, true))
            Q_EMIT gestureBegins();
        m_hasTyped = true;
        Q_EMIT valueWanted(m_current, value);
    });
    m_announcing.setSingleShot(true);
    m_announcing.setInterval(200);
    connect(&m_announcing, &QTimer::timeout, this, [this] {
        QAccessibleValueChangeEvent change(this, spoken(m_current));
        QAccessible::updateAccessibility(&change);
    });
}

WeightCells::~WeightCells() = default;

void WeightCells::setSheet(CellSheet sheet)
{
    const bool isOther = sheet.rows != m_sheet.rows || sheet.columns != m_sheet.columns;
    m_sheet = std::move(sheet);
    if (isOther) {
        m_field->hide();
        m_isPressed = m_isDragging = false;
        m_current.row =
            std::clamp<std::int64_t>(m_current.row, 0, std::max<std::int64_t>(0, m_sheet.rows - 1));
        m_current.column = std::clamp<std::int64_t>(m_current.column, 0,
                                                    std::max<std::int64_t>(0, m_sheet.columns - 1));
    }
    layOut();
    viewport()->update();
}

void WeightCells::valuesChanged()
{
    if (isEditing()) {
        m_field->setValue(shortest(m_sheet.value(m_current.row, m_current.column)));
    }
    viewport()->update();
    m_announcing.start();
}

void WeightCells::setCurrent(SheetCell cell)
{
    if (m_sheet.rows <= 0 || m_sheet.columns <= 0)
        return;
    cell.row = std::clamp<std::int64_t>(cell.row, 0, m_sheet.rows - 1);
    cell.column = std::clamp<std::int64_t>(cell.column, 0, m_sheet.columns - 1);
    const bool isOther = !(cell == m_current);
    m_current = cell;
    const QRect rect = cellRect(cell);
    const QRect view = viewport()->rect().adjusted(m_left, m_top, 0, 0);
    if (rect.left() < view.left())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.left() - view.left());
    else if (rect.right() > view.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.right() -
                                        view.right() + kMargin);
    if (rect.top() < view.top())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - view.top());
    else if (rect.bottom() > view.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() - view.bottom() +
                                      kMargin);
    viewport()->update();
    if (!isOther)
        return;
    m_sinceStep.invalidate();
    m_announcing.start();
    Q_EMIT currentChanged(cell);
}

void WeightCells::layOut()
{
    const QSize room = viewport()->size();
    m_left = 0;
    if (m_sheet.rowHead && m_sheet.rows > 0) {
        const QFont face = convscope::font(FontRole::Caption);
        const std::int64_t seen = std::min<std::int64_t>(m_sheet.rows, 8);
        for (std::int64_t row = 0; row < seen; ++row)
            m_left = std::max(m_left, qCeil(textWidth(face, m_sheet.rowHead(row))));
        m_left = std::max(m_left, qCeil(textWidth(face, m_sheet.rowHead(m_sheet.rows - 1)))) + 8;
    }
    m_top = m_sheet.columnHead ? scaledHeight(kHeadHeight) : 0;
    setMaximumHeight(std::max(minimumSizeHint().height(), wholeHeight()));
    const std::int64_t rows = std::max<std::int64_t>(1, m_sheet.rows);
    const std::int64_t columns = std::max<std::int64_t>(1, m_sheet.columns);
    const int wide = room.width() - m_left - kMargin;
    const int high = room.height() - m_top - kMargin;
    const std::int64_t fitting =
        m_sheet.isLine || m_sheet.rowHead ? wide / columns : std::min(wide / columns, high / rows);
    m_pitch = pitchOf(fitting);
    m_stems = m_sheet.isLine ? std::clamp(high - m_pitch - 4, 0, kStems * 2) : 0;
    const auto pixels = [](std::int64_t cells, int pitch) {
        return static_cast<int>(std::min<std::int64_t>(cells * pitch, 1 << 30));
    };
    horizontalScrollBar()->setRange(0, std::max(0, pixels(columns, m_pitch) - wide));
    horizontalScrollBar()->setPageStep(std::max(1, wide));
    horizontalScrollBar()->setSingleStep(m_pitch);
    verticalScrollBar()->setRange(0, std::max(0, pixels(rows, m_pitch) + m_stems - high));
    verticalScrollBar()->setPageStep(std::max(1, high));
    verticalScrollBar()->setSingleStep(m_pitch);
    placeField();
}

QPoint WeightCells::origin() const
{
    return {m_left + kMargin - horizontalScrollBar()->value(),
            m_top + kMargin + m_stems - verticalScrollBar()->value()};
}

QRect WeightCells::cellRect(SheetCell cell) const
{
    const int gap = m_pitch >= 30 ? 2 : 1;
    const QPoint from = origin();
    return {from.x() + static_cast<int>(cell.column * m_pitch),
            from.y() + static_cast<int>(cell.row * m_pitch), m_pitch - gap, m_pitch - gap};
}

std::optional<SheetCell> WeightCells::cellAt(QPoint position) const
{
    const QPoint inside = position - origin();
    if (position.x() < m_left || position.y() < m_top || inside.x() < 0)
        return std::nullopt;
    // A stem belongs to the cell below it.
    if (inside.y() < 0 && !m_sheet.isLine)
        return std::nullopt;
    const SheetCell cell{m_sheet.isLine ? 0 : inside.y() / m_pitch, inside.x() / m_pitch};
    const bool isBelow = m_sheet.isLine && inside.y() >= m_pitch;
    if (cell.row >= m_sheet.rows || cell.column >= m_sheet.columns || isBelow)
        return std::nullopt;
    return cell;
}

QString WeightCells::spoken(SheetCell cell) const
{
    if (cell.row >= m_sheet.rows || cell.column >= m_sheet.columns)
        return {};
    const QString value = valueText(double(m_sheet.value(cell.row, cell.column)), 6);
    return m_sheet.place ? u"%1, %2"_s.arg(m_sheet.place(cell.row, cell.column), value) : value;
}

int WeightCells::pitchOf(std::int64_t fitting) const
{
    const int smallest = m_sheet.rowHead ? kSmallestInTable : kSmallest;
    return fitting >= smallest ? static_cast<int>(std::min<std::int64_t>(fitting, kLargest))
                               : kLargest;
}

int WeightCells::wholeHeight() const
{
    const std::int64_t rows = std::max<std::int64_t>(1, m_sheet.rows);
    const std::int64_t columns = std::max<std::int64_t>(1, m_sheet.columns);
    const std::int64_t fitting = (viewport()->width() - m_left - kMargin) / columns;
    const int pitch = pitchOf(fitting);
    const std::int64_t cells = std::min<std::int64_t>(rows * pitch, 1 << 20);
    return m_top + 2 * kMargin + (m_sheet.isLine ? 2 * kStems + 4 : 0) + static_cast<int>(cells);
}

QSize WeightCells::sizeHint() const
{
    return {static_cast<int>(std::min<std::int64_t>(m_sheet.columns, 5)) * kLargest + 8,
            wholeHeight()};
}

double WeightCells::unit(SheetCell cell) const
{
    const double reach = m_sheet.reach ? m_sheet.reach(cell.row) : 1;
    const double size = std::max(reach, std::abs(double(m_sheet.value(cell.row, cell.column))));
    return size > 1e-30 && std::isfinite(size) ? std::pow(10.0, std::floor(std::log10(size)) - 2)
                                               : 0.01;
}

void WeightCells::moveBy(std::int64_t rows, std::int64_t columns)
{
    setCurrent({m_current.row + rows, m_current.column + columns});
}

void WeightCells::stepValue(int steps, bool isFine)
{
    const double by = unit(m_current) * (isFine ? 0.1 : 1);
    const bool continuing = m_sinceStep.isValid() && m_sinceStep.elapsed() < kStepPause;
    m_sinceStep.start();
    if (!continuing)
        Q_EMIT gestureBegins();
    const double value = double(m_sheet.value(m_current.row, m_current.column));
    Q_EMIT valueWanted(m_current, (std::round(value / by) + steps) * by);
}

bool WeightCells::isEditing() const
{
    return m_field->isVisibleTo(viewport());
}

void WeightCells::placeField()
{
    if (!isEditing())
        return;
    const QRect cell = cellRect(m_current);
    const int high = scaledHeight(24);
    const int wide =
        std::max(cell.width() - 6, qCeil(textWidth(m_field->font(), u"−0.00000"_s)) + 14);
    m_field->setGeometry(
        QRect(cell.center().x() - wide / 2, cell.center().y() - high / 2, wide, high));
}

void WeightCells::openField(QKeyEvent *typed)
{
    if (m_sheet.rows <= 0)
        return;
    m_field->setValue(shortest(m_sheet.value(m_current.row, m_current.column)));
    m_field->setFont(convscope::font(FontRole::Number));
    // A sign alone is no value yet, so that the first one goes on with something.
    m_hasTyped = false;
    Q_EMIT gestureBegins();
    m_field->show();
    placeField();
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
    if (typed != nullptr) {
        QKeyEvent again(typed->type(), typed->key(), typed->modifiers(), typed->text());
        QCoreApplication::sendEvent(m_field, &again);
    }
}

void WeightCells::closeField(std::int64_t rows, std::int64_t columns)
{
    if (!isEditing())
        return;
    m_field->hide();
    setFocus(Qt::OtherFocusReason);
    moveBy(rows, columns);
}

bool WeightCells::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QAbstractScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            closeField(1, 0);
            return true;
        case Qt::Key_Tab:
            closeField(0, 1);
            return true;
        case Qt::Key_Backtab:
            closeField(0, -1);
            return true;
        case Qt::Key_Escape:
            m_field->hide();
            setFocus(Qt::OtherFocusReason);
            Q_EMIT gestureCancelled();
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        m_field->hide();
    return QAbstractScrollArea::eventFilter(watched, event);
}

bool WeightCells::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), cell ? spoken(*cell) : QString(), viewport(),
                           cell ? cellRect(*cell) : QRect());
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        Q_EMIT menuWanted(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WeightCells::mousePressEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->pos());
    if (!cell || event->button() == Qt::MiddleButton)
        return;
    m_field->hide();
    setFocus(Qt::MouseFocusReason);
    setCurrent(*cell);
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_press = event->pos();
}

void WeightCells::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed) {
        const auto cell = cellAt(event->pos());
        viewport()->setCursor(cell ? Qt::SizeVerCursor : Qt::ArrowCursor);
        Q_EMIT hovered(cell);
        return;
    }
    if (!m_isDragging) {
        if (std::abs(event->pos().y() - m_press.y()) < kSlack)
            return;
        m_isDragging = true;
        m_dragY = m_press.y();
        m_dragFrom = m_dragged = double(m_sheet.value(m_current.row, m_current.column));
        Q_EMIT gestureBegins();
    }
    const bool isFine = event->modifiers().testFlag(Qt::ShiftModifier);
    const double by = unit(m_current) * (isFine ? 0.1 : 1);
    m_dragged += (m_dragY - event->pos().y()) * by;
    m_dragY = event->pos().y();
    Q_EMIT valueWanted(m_current, std::round(m_dragged / by) * by);
}

void WeightCells::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        endDrag(true);
}

void WeightCells::endDrag(bool keep)
{
    const bool wasDragging = std::exchange(m_isDragging, false);
    m_isPressed = false;
    m_sinceStep.invalidate();
    if (wasDragging && !keep)
        Q_EMIT gestureCancelled();
}

void WeightCells::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->pos()))
        openField(nullptr);
}

void WeightCells::leaveEvent(QEvent *event)
{
    Q_EMIT hovered(std::nullopt);
    QAbstractScrollArea::leaveEvent(event);
}

void WeightCells::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void WeightCells::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void WeightCells::changeEvent(QEvent *event)
{
    layOut();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void WeightCells::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void WeightCells::scrollContentsBy(int, int)
{
    placeField();
    viewport()->update();
}

} // namespace convscope
