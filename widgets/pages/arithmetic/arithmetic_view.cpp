// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_view.h"

#include "controls/quiet_spin_box.h"
#include "pages/arithmetic/accessible_arithmetic.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAnnounceDelay = 200;
constexpr int kFieldWidth = 56;

/// Rows of a sequence: one.
const AxisMap kOneRow;

bool isWalkKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return false;
    }
}

} // namespace

ArithmeticView::ArithmeticView(QWidget *parent) : QWidget(parent), m_channel(new QuietSpinBox(this))
{
    installAccessibleArithmetic();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Arithmetic of a cell"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_channel->setAccessibleName(tr("Input channel"));
    m_channel->hide();
    connect(m_channel, &QuietSpinBox::valueEdited, this,
            [this](qint64 value) { Q_EMIT channelChosen(value); });
    m_announcing.setSingleShot(true);
    m_announcing.setInterval(kAnnounceDelay);
    connect(&m_announcing, &QTimer::timeout, this, [this] {
        const QString words = spoken(pointedAt());
        if (words.isEmpty())
            return;
        QAccessibleValueChangeEvent change(this, words);
        QAccessible::updateAccessibility(&change);
    });
}

void ArithmeticView::setScene(ArithmeticScene scene)
{
    const bool isOther = scene.isScatter != m_scene.isScatter || scene.axes != m_scene.axes;
    const bool isMoved = scene.cell != m_scene.cell;
    m_scene = std::move(scene);
    QStringList rules;
    for (const RuleLine &rule : m_scene.rules)
        rules << (rule.note.isEmpty() ? rule.words() : rule.words() + u", "_s + rule.note);
    setAccessibleDescription(rules.join(u"; "_s));
    if (isOther) {
        m_kept = {};
        m_hovered = {};
        m_walked = {cellGrid(), 0, 0};
    }
    arrange();
    if (isMoved || isOther)
        announce();
}

ArithmeticLayout ArithmeticView::layoutIn(QSize size) const
{
    if (m_scene.isEmpty())
        return {};
    const int lines = static_cast<int>(m_scene.rules.size());
    if (m_scene.isScatter)
        return layoutScatter(m_scene.axes, m_scene.pinned, size, lines);
    return layoutArithmetic(m_scene.axes, m_scene.pinned, size, m_scene.middle, lines);
}

void ArithmeticView::arrange()
{
    m_layout = layoutIn(size());
    m_inputShades = shadesOf(Grid::Input);
    m_kernelShades = shadesOf(Grid::Kernel);
    m_outputShades = shadesOf(Grid::Output);
    placeFields();
    update();
}

QString ArithmeticView::inputTitle() const
{
    // Shorter where the channel's field would stand over the next title.
    const int end =
        m_layout.isStacked || m_layout.kernel.isEmpty() ? width() : m_layout.kernel.rect.left();
    const QFont title = convscope::font(FontRole::Title);
    const int room = end - 8 - m_layout.input.rect.left();
    return m_channel->isVisibleTo(this) &&
                   textWidth(title, m_scene.inputTitle) + 8 + kFieldWidth > room
               ? tr("Channel")
               : m_scene.inputTitle;
}

void ArithmeticView::placeFields()
{
    const int x = m_layout.input.rect.left() +
                  qRound(textWidth(convscope::font(FontRole::Title), inputTitle())) + 8;
    const int y =
        m_layout.input.rect.top() - ArithmeticLayout::kTitle - ArithmeticLayout::kRuler + 6;
    m_channel->setGeometry(x, y, kFieldWidth, 24);
}

void ArithmeticView::setTap(int tap)
{
    if (tap == m_tap)
        return;
    m_tap = tap;
    update();
}

void ArithmeticView::setChannels(std::int64_t first, std::int64_t last, std::int64_t value,
                                 bool isShown)
{
    m_channel->setBounds(first, last);
    m_channel->setValue(value);
    m_channel->setVisible(isShown);
    placeFields();
    update();
}

ArithmeticView::Grid ArithmeticView::windowGrid() const
{
    return m_scene.isScatter ? Grid::Output : Grid::Input;
}

ArithmeticView::Grid ArithmeticView::cellGrid() const
{
    return m_scene.isScatter ? Grid::Input : Grid::Output;
}

const Lens &ArithmeticView::lens(Grid grid) const
{
    switch (grid) {
    case Grid::Kernel:
        return m_layout.kernel;
    case Grid::Output:
        return m_layout.output;
    default:
        return m_layout.input;
    }
}

const AxisMap &ArithmeticView::rowMap() const
{
    return m_scene.axes.size() > 1 ? m_scene.axes.front() : kOneRow;
}

const AxisMap &ArithmeticView::columnMap() const
{
    return m_scene.axes.back();
}

int ArithmeticView::kernelRows() const
{
    return static_cast<int>(rowMap().taps);
}

std::vector<Touch> ArithmeticView::touchesOf(std::int64_t row, std::int64_t column) const
{
    std::vector<Touch> touches;
    for (std::int64_t kr = 0; kr < rowMap().taps; ++kr) {
        const auto r = touchedIndex(rowMap(), row, kr);
        for (std::int64_t kc = 0; r && kc < columnMap().taps; ++kc) {
            if (const auto c = touchedIndex(columnMap(), column, kc))
                touches.push_back({*r, *c, static_cast<int>(kr * columnMap().taps + kc)});
        }
    }
    return touches;
}

ArithmeticView::Place ArithmeticView::placeAt(QPoint point) const
{
    for (const Grid grid : {Grid::Input, Grid::Kernel, Grid::Output}) {
        const Lens &at = lens(grid);
        if (const auto slot = at.slotAt(point))
            return {grid, at.rows[static_cast<std::size_t>(slot->y())],
                    at.columns[static_cast<std::size_t>(slot->x())]};
    }
    return {};
}

std::optional<QRect> ArithmeticView::rectOf(const Place &place) const
{
    if (place.grid == Grid::None || m_scene.isEmpty())
        return std::nullopt;
    return lens(place.grid).cellRect(place.row, place.column);
}

std::vector<ArithmeticView::Place> ArithmeticView::places() const
{
    std::vector<Place> all;
    if (m_scene.isEmpty())
        return all;
    for (const Grid grid : {Grid::Input, Grid::Kernel, Grid::Output}) {
        for (const std::int64_t row : lens(grid).rows) {
            for (const std::int64_t column : lens(grid).columns)
                all.push_back({grid, row, column});
        }
    }
    return all;
}

ArithmeticView::Place ArithmeticView::pointedAt() const
{
    if (m_scene.isEmpty())
        return {};
    if (m_hovered.grid != Grid::None)
        return m_hovered;
    if (hasFocus() && m_walked.grid != cellGrid())
        return m_walked;
    if (m_kept.grid != Grid::None)
        return m_kept;
    return {cellGrid(), m_scene.cell.size() > 1 ? m_scene.cell.front() : 0, m_scene.cell.back()};
}

std::optional<float> ArithmeticView::valueAt(const Place &place) const
{
    if (place.grid == Grid::Kernel) {
        const auto at = static_cast<std::size_t>(place.row * m_scene.kernelColumns + place.column);
        return at < m_scene.kernel.size() ? std::optional(m_scene.kernel[at]) : std::nullopt;
    }
    const Plane &plane = place.grid == Grid::Input ? m_scene.input : m_scene.output;
    if (place.row < 0 || place.column < 0 || place.row >= plane.rows ||
        place.column >= plane.columns)
        return std::nullopt;
    return plane.at(place.row, place.column);
}

QString ArithmeticView::spoken(const Place &place) const
{
    if (place.grid == Grid::None)
        return {};
    const auto value = valueAt(place);
    QString number = tr("padding");
    if (value)
        number = valueText(static_cast<double>(*value), 5);
    else if (m_scene.addsZeros && place.grid == Grid::Input)
        number = tr("0, added by padding");
    QString where;
    if (m_scene.isSequence())
        where = place.grid == Grid::Kernel ? tr("tap %1").arg(place.column)
                                           : tr("step %1").arg(place.column);
    else
        where = (place.grid == Grid::Kernel ? tr("tap row %1, column %2") : tr("row %1, column %2"))
                    .arg(place.row)
                    .arg(place.column);
    const QString grid = place.grid == Grid::Input    ? tr("input")
                         : place.grid == Grid::Kernel ? tr("weight")
                                                      : tr("output");
    return u"%1, %2, %3"_s.arg(grid, where, number);
}

QString ArithmeticView::toolTipAt(QPoint point) const
{
    if (m_layout.rules.contains(point)) {
        const auto line = static_cast<std::size_t>((point.y() - m_layout.rules.top()) /
                                                   ArithmeticLayout::kRuleLine);
        if (line >= m_scene.rules.size())
            return {};
        const RuleLine &rule = m_scene.rules[line];
        return rule.words() + (rule.note.isEmpty() ? QString() : u'\n' + rule.note);
    }
    const Place place = placeAt(point);
    if (place.grid == Grid::None)
        return {};
    QString text = spoken(place);
    if (const auto value = valueAt(place))
        text += u"\n"_s + QString::number(static_cast<double>(*value), 'g', 9);
    return text;
}

void ArithmeticView::setHovered(const Place &place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    if (place.grid == cellGrid() && valueAt(place))
        Q_EMIT outputPointed(m_scene.isSequence()
                                 ? std::vector<std::int64_t>{place.column}
                                 : std::vector<std::int64_t>{place.row, place.column});
    else
        Q_EMIT outputPointed(std::nullopt);
    if (place.grid == Grid::Kernel)
        Q_EMIT tapChosen(static_cast<int>(place.row * m_scene.kernelColumns + place.column));
    if (place.grid == windowGrid()) {
        for (const Touch &touch : m_scene.touches) {
            if (touch.row == place.row && touch.column == place.column)
                Q_EMIT tapChosen(touch.tap);
        }
    }
    update();
    announce();
}

void ArithmeticView::select(const Place &place)
{
    m_walked = place;
    if (place.grid == cellGrid()) {
        m_kept = {};
        if (valueAt(place))
            Q_EMIT cellChosen(m_scene.isSequence()
                                  ? std::vector<std::int64_t>{place.column}
                                  : std::vector<std::int64_t>{place.row, place.column});
    } else {
        m_kept = m_kept == place ? Place{} : place;
        if (place.grid == Grid::Kernel)
            Q_EMIT tapChosen(static_cast<int>(place.row * m_scene.kernelColumns + place.column));
    }
    update();
}

void ArithmeticView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(placeAt(event->position().toPoint()));
}

void ArithmeticView::mousePressEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    if (place.grid == Grid::None) {
        m_kept = {};
        update();
        return;
    }
    select(place);
}

void ArithmeticView::leaveEvent(QEvent *event)
{
    setHovered({});
    QWidget::leaveEvent(event);
}

void ArithmeticView::walk(std::int64_t rows, std::int64_t columns)
{
    if (m_scene.isEmpty())
        return;
    const Grid grid = m_walked.grid == Grid::None ? cellGrid() : m_walked.grid;
    if (grid == cellGrid()) {
        const Plane &plane = grid == Grid::Input ? m_scene.input : m_scene.output;
        const std::int64_t row = m_scene.isSequence() ? 0 : m_scene.pinned.front();
        const std::int64_t r = std::clamp<std::int64_t>(row + rows, 0, plane.rows - 1);
        const std::int64_t c =
            std::clamp<std::int64_t>(m_scene.pinned.back() + columns, 0, plane.columns - 1);
        m_kept = {};
        Q_EMIT cellChosen(m_scene.isSequence() ? std::vector<std::int64_t>{c}
                                               : std::vector<std::int64_t>{r, c});
        return;
    }
    // Within what is shown: the pinned cell alone moves the lens.
    const Lens &at = lens(grid);
    const int row = std::clamp<int>(at.rowSlot(m_walked.row) + static_cast<int>(rows), 0,
                                    static_cast<int>(at.rows.size()) - 1);
    const int column = std::clamp<int>(at.columnSlot(m_walked.column) + static_cast<int>(columns),
                                       0, static_cast<int>(at.columns.size()) - 1);
    m_walked = {grid, at.rows[static_cast<std::size_t>(row)],
                at.columns[static_cast<std::size_t>(column)]};
    if (grid == Grid::Kernel)
        Q_EMIT tapChosen(static_cast<int>(m_walked.row * m_scene.kernelColumns + m_walked.column));
    update();
    announce();
}

void ArithmeticView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (!isWalkKey(event->key()) || event->modifiers().testFlag(Qt::AltModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_hovered = {};
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    constexpr std::int64_t kFar = std::int64_t{1} << 30;
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(0, -step);
    case Qt::Key_Right:
        return walk(0, step);
    case Qt::Key_Up:
        return walk(-step, 0);
    case Qt::Key_Down:
        return walk(step, 0);
    case Qt::Key_Home:
        return walk(isControl ? -kFar : 0, -kFar);
    default:
        return walk(isControl ? kFar : 0, kFar);
    }
}

bool ArithmeticView::focusNextPrevChild(bool next)
{
    // The grids first: output, input, kernel; then whatever comes next.
    std::vector<Grid> order{cellGrid(), windowGrid()};
    if (!m_layout.kernel.isEmpty())
        order.push_back(Grid::Kernel);
    if (!hasFocus() || m_scene.isEmpty())
        return QWidget::focusNextPrevChild(next);
    const auto at = std::find(order.begin(), order.end(), m_walked.grid);
    const auto position = at == order.end() ? 0 : at - order.begin();
    const auto to = position + (next ? 1 : -1);
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(order.size()))
        return QWidget::focusNextPrevChild(next);
    const Grid grid = order[static_cast<std::size_t>(to)];
    m_walked = {grid, 0, 0};
    if (grid == windowGrid() && !m_scene.touches.empty()) {
        const Touch &middle = m_scene.touches[m_scene.touches.size() / 2];
        m_walked = {grid, middle.row, middle.column};
    } else if (grid == Grid::Kernel) {
        m_walked = {grid, m_tap / std::max(m_scene.kernelColumns, 1),
                    m_tap % std::max(m_scene.kernelColumns, 1)};
    }
    m_hovered = {};
    update();
    announce();
    return true;
}

void ArithmeticView::announce()
{
    m_announcing.start();
}

bool ArithmeticView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isWalkKey(key->key()) && !key->modifiers().testFlag(Qt::AltModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ArithmeticView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ArithmeticView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace convscope
