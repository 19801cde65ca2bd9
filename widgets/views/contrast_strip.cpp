// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/contrast_strip.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "views/accessible_views.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kStripMargin = 14;
constexpr int kButtonWidth = 116;
constexpr int kCompactButton = 52;
constexpr int kHandleReach = 7;

} // namespace

ContrastStrip::ContrastStrip(QWidget *parent) : QWidget(parent)
{
    installAccessibleViews();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Contrast"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (std::size_t i = 0; i < m_colours.size(); ++i)
        m_colours[i] = qRgb(static_cast<int>(i), static_cast<int>(i), static_cast<int>(i));
    m_button = new QPushButton(this);
    m_button->setToolTip(tr("Automatic range: 99.6 % of the values, 98 %, then all of them (A)"));
    connect(m_button, &QPushButton::clicked, this, &ContrastStrip::cycleAutomatic);
    m_field = new QLineEdit(this);
    m_field->setAccessibleName(tr("Limit of the range"));
    m_field->hide();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::editingFinished, this, [this] { closeField(true); });
    updateWords();
}

QSize ContrastStrip::sizeHint() const
{
    return {616, scaledHeight(60)};
}

QSize ContrastStrip::minimumSizeHint() const
{
    return {220, 44};
}

void ContrastStrip::setDistribution(const Distribution &distribution)
{
    if (distribution == m_distribution)
        return;
    m_distribution = distribution;
    update();
}

void ContrastStrip::setRange(ValueRange range)
{
    if (m_isDragging || range == m_range)
        return;
    m_range = range;
    update();
}

void ContrastStrip::setColormap(const Colormap &colormap, bool inverted)
{
    std::array<QRgb, 256> colours{};
    std::copy(colormap.colours.begin(), colormap.colours.end(), colours.begin());
    if (inverted)
        std::reverse(colours.begin(), colours.end());
    if (colours == m_colours)
        return;
    m_colours = colours;
    update();
}

void ContrastStrip::setAutomaticShare(double share)
{
    if (share == m_share)
        return;
    m_share = share;
    updateWords();
}

void ContrastStrip::setSharing(const QString &words)
{
    if (words == m_sharing)
        return;
    m_sharing = words;
    update();
}

void ContrastStrip::setStale(bool stale)
{
    if (stale == m_isStale)
        return;
    m_isStale = stale;
    update();
}

void ContrastStrip::cycleAutomatic()
{
    const double next = m_share == 0.996 ? 0.98 : m_share == 0.98 ? 1.0 : 0.996;
    m_share = next;
    updateWords();
    Q_EMIT automaticRequested(next);
}

void ContrastStrip::updateWords()
{
    m_button->setText(isCompact()       ? tr("Auto")
                      : m_share == 0    ? tr("Auto")
                      : m_share == 1.0  ? tr("Full range")
                      : m_share == 0.98 ? tr("Auto 98 %")
                                        : tr("Auto 99.6 %"));
    m_button->setAccessibleName(tr("Automatic range"));
    QFont small = convscope::font(FontRole::Small);
    m_button->setFont(small);
    m_field->setFont(convscope::font(FontRole::MonoCaption));
}

/// From the least to the largest value, with 0 inside where all values have one sign, as wide as
/// the range at least.
std::pair<double, double> ContrastStrip::axis() const
{
    double low = std::min(0.0, static_cast<double>(m_distribution.minimum));
    double high = std::max(0.0, static_cast<double>(m_distribution.maximum));
    low = std::min(low, static_cast<double>(m_range.low));
    high = std::max(high, static_cast<double>(m_range.high));
    if (!(high > low))
        high = low + 1;
    return {low, high};
}

QRect ContrastStrip::barsRect() const
{
    const int button = isCompact() ? kCompactButton : kButtonWidth;
    const int left = 12;
    const int right = width() - kStripMargin - button - kStripMargin;
    return {left, 9, std::max(1, right - left), isCompact() ? 19 : 22};
}

QRect ContrastStrip::colourRect() const
{
    const QRect bars = barsRect();
    return {bars.left(), bars.bottom() + 1, bars.width(), isCompact() ? 8 : 9};
}

double ContrastStrip::xOf(double value) const
{
    const auto [low, high] = axis();
    const QRect bars = barsRect();
    return bars.left() + std::clamp((value - low) / (high - low), 0.0, 1.0) * bars.width();
}

double ContrastStrip::valueAt(double x) const
{
    const auto [low, high] = axis();
    const QRect bars = barsRect();
    return low + std::clamp((x - bars.left()) / bars.width(), 0.0, 1.0) * (high - low);
}

std::int64_t ContrastStrip::clippedCount() const
{
    const double low = static_cast<double>(m_distribution.minimum);
    const double high = static_cast<double>(m_distribution.maximum);
    std::int64_t clipped = 0;
    const auto bins = static_cast<double>(m_distribution.bins.size());
    for (std::size_t i = 0; i < m_distribution.bins.size(); ++i) {
        const double middle = low + (static_cast<double>(i) + 0.5) / bins * (high - low);
        if (middle < static_cast<double>(m_range.low) || middle > static_cast<double>(m_range.high))
            clipped += m_distribution.bins[i];
    }
    return clipped;
}

ContrastStrip::Handle ContrastStrip::handleAt(QPointF position) const
{
    if (position.y() > colourRect().bottom() + 6 ||
        position.x() > barsRect().right() + kHandleReach)
        return Handle::None;
    const double toLow = std::abs(position.x() - xOf(static_cast<double>(m_range.low)));
    const double toHigh = std::abs(position.x() - xOf(static_cast<double>(m_range.high)));
    if (std::min(toLow, toHigh) > kHandleReach)
        return Handle::None;
    return toHigh <= toLow ? Handle::High : Handle::Low;
}

void ContrastStrip::edit(Handle handle, double value, bool continuing)
{
    if (handle == Handle::None || !std::isfinite(value))
        return;
    auto &limit = handle == Handle::Low ? m_range.low : m_range.high;
    limit = static_cast<float>(value);
    // The handles push each other apart rather than cross.
    const auto [low, high] = axis();
    const auto least = static_cast<float>((high - low) / 1024);
    const ValueRange before = m_range;
    if (handle == Handle::Low)
        m_range.high = std::max(m_range.high, m_range.low + least);
    else
        m_range.low = std::min(m_range.low, m_range.high - least);
    m_movesLow = (continuing && m_movesLow) || handle == Handle::Low || m_range.low != before.low;
    m_movesHigh =
        (continuing && m_movesHigh) || handle == Handle::High || m_range.high != before.high;
    m_share = 0;
    updateWords();
    update();
    tellRange(continuing);
}

void ContrastStrip::tellRange(bool continuing)
{
    Q_EMIT rangeEdited(m_range, continuing, m_movesLow, m_movesHigh);
}

void ContrastStrip::openField(Handle handle)
{
    if (handle == Handle::None)
        return;
    m_editing = handle;
    const double value = static_cast<double>(handle == Handle::Low ? m_range.low : m_range.high);
    m_field->setText(QString::number(value, 'g', 6));
    const int fieldWidth = 84;
    const int x = std::clamp(static_cast<int>(xOf(value)) - fieldWidth / 2, 2,
                             std::max(2, width() - fieldWidth - 2));
    const int fieldHeight = scaledHeight(22);
    m_field->setGeometry(x, height() - fieldHeight - 1, fieldWidth, fieldHeight);
    m_field->show();
    m_field->setFocus(Qt::PopupFocusReason);
    m_field->selectAll();
}

void ContrastStrip::closeField(bool keep)
{
    if (m_editing == Handle::None)
        return;
    const Handle handle = m_editing;
    m_editing = Handle::None;
    QString text = m_field->text().trimmed();
    text.replace(QChar(0x2212), u'-');
    bool isNumber = false;
    double value = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber)
        value = QLocale().toDouble(text, &isNumber);
    m_field->hide();
    setFocus(Qt::PopupFocusReason);
    const double before = static_cast<double>(handle == Handle::Low ? m_range.low : m_range.high);
    if (keep && isNumber && QString::number(before, 'g', 6) != text)
        edit(handle, value, false);
}

bool ContrastStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::int64_t clipped = clippedCount();
        const QString words =
            clipped == 0 ? tr("No value is outside the range %1 to %2.")
                               .arg(valueText(static_cast<double>(m_range.low)),
                                    valueText(static_cast<double>(m_range.high)))
                         : tr("About %1 of %2 values are outside the range %3 to %4.")
                               .arg(integerText(clipped), integerText(m_distribution.count),
                                    valueText(static_cast<double>(m_range.low)),
                                    valueText(static_cast<double>(m_range.high)));
        QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    return QWidget::event(event);
}

bool ContrastStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            closeField(true);
            return true;
        case Qt::Key_Escape:
            closeField(false);
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ContrastStrip::placeParts()
{
    const int button = isCompact() ? kCompactButton : kButtonWidth;
    const int buttonHeight = scaledHeight(24);
    m_button->setGeometry(width() - kStripMargin - button,
                          isCompact() ? (height() - buttonHeight) / 2 : 10, button, buttonHeight);
}

void ContrastStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
    updateWords();
}

void ContrastStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        updateWords();
        placeParts();
        updateGeometry();
    }
    update();
    QWidget::changeEvent(event);
}

void ContrastStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Handle handle = handleAt(event->position());
    if (handle == Handle::None)
        return;
    m_active = handle;
    m_isDragging = true;
    m_movesLow = false;
    m_movesHigh = false;
    update();
}

void ContrastStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging) {
        edit(m_active, valueAt(event->position().x()), true);
        return;
    }
    setCursor(handleAt(event->position()) == Handle::None ? Qt::ArrowCursor : Qt::SizeHorCursor);
}

void ContrastStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    if (m_movesLow || m_movesHigh)
        tellRange(false);
}

void ContrastStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_isDragging = false;
    if (event->position().x() > barsRect().right() + kHandleReach)
        return;
    const double x = event->position().x();
    const bool isLow = std::abs(x - xOf(static_cast<double>(m_range.low))) <
                       std::abs(x - xOf(static_cast<double>(m_range.high)));
    m_active = isLow ? Handle::Low : Handle::High;
    openField(m_active);
}

void ContrastStrip::keyPressEvent(QKeyEvent *event)
{
    const auto [low, high] = axis();
    const double step =
        (high - low) / (event->modifiers().testFlag(Qt::ShiftModifier) ? 20.0 : 200.0);
    const double value = static_cast<double>(m_active == Handle::Low ? m_range.low : m_range.high);
    switch (event->key()) {
    case Qt::Key_Left:
        return edit(m_active, value - step, false);
    case Qt::Key_Right:
        return edit(m_active, value + step, false);
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_active = m_active == Handle::Low ? Handle::High : Handle::Low;
        update();
        return;
    case Qt::Key_Home:
        return edit(m_active, low, false);
    case Qt::Key_End:
        return edit(m_active, high, false);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            break;
        return openField(m_active);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace convscope
