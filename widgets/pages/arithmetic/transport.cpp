// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/transport.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/panel_buttons.h"
#include "views/panel_header.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <limits>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kSpeeds{0.5, 1.0, 2.0, 4.0, 10.0, 25.0, 60.0};

} // namespace

Transport::Transport(QWidget *parent) : QWidget(parent)
{
    m_layer = new QLabel(this);
    m_cell = new QLabel(this);
    m_pin = new PanelIconButton(u"pin"_s, tr("Keep this cell pinned"), this);
    m_pin->setCheckable(true);
    m_back = new PanelIconButton(u"step_back"_s, tr("One cell back"), this);
    m_play = new PanelIconButton(u"play"_s, tr("Play"), this);
    m_forward = new PanelIconButton(u"step_forward"_s, tr("One cell on"), this);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setAccessibleName(tr("Cell in scan order"));
    m_slider->setMinimumWidth(60);
    m_slider->setMaximumWidth(160);
    m_slider->setPageStep(10);
    m_words = new QLabel(this);
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rate = new PanelMenuButton(false, this);
    m_rate->setAccessibleName(tr("Speed"));
    auto *group = new QActionGroup(this);
    for (const double speed : kSpeeds) {
        QAction *action = m_rate->menu()->addAction(tr("%1 per s").arg(speed));
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this](const QAction *action) {
        setCellsPerSecond(action->data().toDouble());
        Q_EMIT speedChosen(m_speed);
    });
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 0, 12, 1);
    // The header gives up words before it widens the page.
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    m_row->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_layer, m_cell, m_pin})
        m_row->addWidget(part);
    m_row->addStretch(1);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_slider, m_words, m_rate})
        m_row->addWidget(part);
    m_row->setStretchFactor(m_slider, 0);
    setFixedHeight(scaledHeight(kPanelHeader));
    connect(m_back, &QAbstractButton::clicked, this, [this] { step(-1, false); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { step(1, false); });
    connect(m_play, &QAbstractButton::clicked, this, &Transport::togglePlaying);
    connect(m_pin, &QAbstractButton::clicked, this, &Transport::pinToggled);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const double most = static_cast<double>(m_slider->maximum());
        const auto last = static_cast<double>(m_count - 1);
        Q_EMIT moved(m_count - 1 <= m_slider->maximum()
                         ? value
                         : static_cast<std::int64_t>(last * (value / most)));
    });
    connect(&m_playing, &QTimer::timeout, this, [this] { step(1, true); });
    setPosition(0, 0);
    updateSpeed();
}

void Transport::setTitle(const QString &layer, const QString &cell)
{
    m_layer->setFont(convscope::font(FontRole::Title));
    m_cell->setFont(convscope::font(FontRole::Number));
    m_layer->setText(layer);
    m_cell->setText(cell);
}

void Transport::setPosition(std::int64_t position, std::int64_t count)
{
    m_position = position;
    m_count = count;
    const QSignalBlocker blocker(m_slider);
    constexpr std::int64_t kMost = 1 << 30;
    m_slider->setRange(0, static_cast<int>(std::clamp<std::int64_t>(count - 1, 0, kMost)));
    m_slider->setValue(count - 1 <= kMost
                           ? static_cast<int>(position)
                           : static_cast<int>(static_cast<double>(position) /
                                              static_cast<double>(count - 1) * kMost));
    for (QWidget *part : std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_slider})
        part->setEnabled(count > 1);
    if (count <= 1)
        setPlaying(false);
    updateWords();
}

void Transport::setPinned(bool isPinned)
{
    m_pin->setChecked(isPinned);
    m_pin->setEnabled(m_count > 0);
}

void Transport::setCellsPerSecond(double speed)
{
    m_speed = std::clamp(speed, kSpeeds.front(), kSpeeds.back());
    updateSpeed();
}

void Transport::updateSpeed()
{
    m_playing.setInterval(static_cast<int>(1000 / m_speed));
    m_rate->setText(tr("%1 per s").arg(m_speed));
    for (QAction *action : m_rate->menu()->actions())
        action->setChecked(action->data().toDouble() == m_speed);
}

void Transport::addSwitch(QWidget *widget)
{
    m_row->insertWidget(4, widget);
}

std::optional<std::int64_t> Transport::neighbour(std::int64_t cells) const
{
    if (m_count < 1)
        return std::nullopt;
    return std::clamp<std::int64_t>(m_position + cells, 0, m_count - 1);
}

void Transport::step(std::int64_t cells, bool wraps)
{
    if (m_count < 1)
        return;
    std::int64_t to = m_position + cells;
    if (to >= m_count)
        to = wraps ? 0 : m_count - 1;
    to = std::max<std::int64_t>(to, 0);
    if (to != m_position)
        Q_EMIT moved(to);
}

void Transport::setPlaying(bool isPlaying)
{
    const bool wasPlaying = this->isPlaying();
    if (isPlaying && m_count > 1)
        m_playing.start();
    else
        m_playing.stop();
    m_play->setIconName(this->isPlaying() ? u"pause"_s : u"play"_s);
    m_play->setAccessibleName(this->isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    if (wasPlaying != this->isPlaying())
        Q_EMIT playingChanged(!wasPlaying);
}

void Transport::updateWords()
{
    const QFont number = convscope::font(FontRole::MonoCaption);
    m_words->setFont(number);
    m_words->setText(m_count < 1
                         ? QString()
                         : u"%1 / %2"_s.arg(integerText(m_position + 1), integerText(m_count)));
    // Nothing moves while the number grows.
    const QString widest = integerText(m_count);
    m_words->setFixedWidth(QFontMetrics(number).horizontalAdvance(widest + u" / "_s + widest) + 4);
}

void Transport::fit()
{
    // What the stack or the grids say as well goes first; the slider gives way before it goes.
    QList<QWidget *> parts{m_words, m_layer, m_slider};
    parts << m_yielding << m_cell;
    for (QWidget *part : parts)
        part->show();
    const int given = m_slider->sizeHint().width() - m_slider->minimumWidth();
    const auto fits = [this](int less) {
        // Parts within a switch change its width at once.
        for (QWidget *part : m_yielding) {
            part->parentWidget()->layout()->invalidate();
            part->parentWidget()->updateGeometry();
        }
        m_row->invalidate();
        return m_row->sizeHint().width() - less <= width();
    };
    bool isFitting = fits(0);
    for (QWidget *part : parts) {
        if (isFitting)
            break;
        part->hide();
        isFitting = fits(m_slider->isHidden() ? 0 : given);
    }
    // At once: nothing is seen in between.
    m_row->activate();
}

void Transport::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Transport::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    DevicePixels pixels(painter, *this);
    const int line = pixels.hairline();
    painter.fillRect(0, pixels.of(height()) - line, pixels.of(width()), line, tokens().line);
}

void Transport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        updateWords();
        setFixedHeight(scaledHeight(kPanelHeader));
    }
    QWidget::changeEvent(event);
}

void Transport::hideEvent(QHideEvent *event)
{
    setPlaying(false);
    QWidget::hideEvent(event);
}

} // namespace convscope
