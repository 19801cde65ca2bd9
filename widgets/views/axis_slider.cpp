// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/axis_slider.h"

#include "style/fonts.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/panel_buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kRowHeight = 36;
/// Eight positions a second: slow enough to see each, fast enough for motion.
constexpr int kPlayInterval = 125;

} // namespace

AxisSlider::AxisSlider(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    m_play = new PanelIconButton(u"play"_s, tr("Play %1").arg(name), this);
    m_label = new QLabel(name, this);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setAccessibleName(name);
    m_slider->setPageStep(10);
    m_words = new QLabel(this);
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_label);
    row->addWidget(m_slider, 1);
    row->addWidget(m_words);
    setFixedHeight(scaledHeight(kRowHeight));
    connect(m_play, &QAbstractButton::clicked, this, &AxisSlider::togglePlaying);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        updateWords();
        Q_EMIT valueChanged(value);
    });
    m_playing.setInterval(kPlayInterval);
    connect(&m_playing, &QTimer::timeout, this,
            [this] { m_slider->setValue(value() + 1 < count() ? value() + 1 : 0); });
    setCount(1);
}

void AxisSlider::setCount(int count)
{
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, std::max(0, count - 1));
    if (count <= 1)
        setPlaying(false);
    m_play->setEnabled(count > 1);
    updateWords();
}

void AxisSlider::setValue(int value)
{
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(value);
    updateWords();
}

int AxisSlider::value() const
{
    return m_slider->value();
}

int AxisSlider::count() const
{
    return m_slider->maximum() + 1;
}

void AxisSlider::step(int steps)
{
    m_slider->setValue(value() + steps);
}

void AxisSlider::setPlaying(bool playing)
{
    if (playing && count() > 1)
        m_playing.start();
    else
        m_playing.stop();
    m_play->setIconName(isPlaying() ? u"pause"_s : u"play"_s);
    m_play->setAccessibleName(isPlaying() ? tr("Pause %1").arg(m_name) : tr("Play %1").arg(m_name));
    m_play->setToolTip(m_play->accessibleName());
}

void AxisSlider::updateWords()
{
    const QFont number = convscope::font(FontRole::Number);
    m_label->setFont(number);
    m_words->setFont(number);
    const int last = m_slider->maximum();
    // Counted from 0, as everywhere: "6 / 11" would be read as the sixth.
    const QString range = tr("of 0–%1").arg(last);
    m_words->setText(
        u"%1 <span style=\"color:%2\">%3</span>"_s.arg(value()).arg(tokens().text2.name(), range));
    // The row does not move while the number grows.
    m_words->setFixedWidth(QFontMetrics(number).horizontalAdvance(u"%1 %2"_s.arg(last).arg(range)) +
                           4);
}

void AxisSlider::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateWords();
        setFixedHeight(scaledHeight(kRowHeight));
    }
    QWidget::changeEvent(event);
}

void AxisSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    DevicePixels pixels(painter, *this);
    const int line = pixels.hairline();
    painter.fillRect(0, pixels.of(height()) - line, pixels.of(width()), line, tokens().line);
}

void AxisSlider::hideEvent(QHideEvent *event)
{
    setPlaying(false);
    QWidget::hideEvent(event);
}

} // namespace convscope
