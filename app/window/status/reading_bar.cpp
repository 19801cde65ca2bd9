// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/status/reading_bar.h"

#include "controls/token_label.h"
#include "style/convscope_style.h"
#include "style/fonts.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include <chrono>
#include <cmath>

namespace convscope {

namespace {

constexpr int kSteps = 1000;
constexpr int kBarWidth = 120;
constexpr int kBarHeight = 6;
/// What is read sooner would only flicker.
constexpr std::chrono::milliseconds kGlance{150};

} // namespace

ReadingBar::ReadingBar(QWidget *parent)
    : QWidget(parent), m_name(new TokenLabel({}, FontRole::Caption, &Tokens::text, this)),
      m_bar(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(kBarWidth, kBarHeight);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stops reading; what is open stays (Esc)."));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    markAccented(m_cancel);
    m_cancel->setFont(convscope::font(FontRole::Caption));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_bar),
                          static_cast<QWidget *>(m_cancel)})
        row->addWidget(part);
    setAccessibleName(tr("Reading a file"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kGlance);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QToolButton::clicked, this, &ReadingBar::cancelRequested);
    hide();
}

void ReadingBar::showShare(const QString &fileName, double share)
{
    m_name->setText(tr("Reading %1").arg(fileName));
    m_bar->setValue(static_cast<int>(std::lround(share * kSteps)));
    m_bar->setAccessibleName(m_name->text());
    if (!m_isReading)
        m_delay.start();
    m_isReading = true;
}

void ReadingBar::end()
{
    m_isReading = false;
    m_delay.stop();
    m_bar->reset();
    hide();
}

int ReadingBar::shown() const
{
    return m_isReading ? m_bar->value() : 0;
}

} // namespace convscope
