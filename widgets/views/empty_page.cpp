// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/empty_page.h"

#include "controls/command_button.h"
#include "controls/token_label.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"
#include "views/device_pixels.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr QSize kZone{480, 220};
constexpr QSize kSample{96, 72};
// Narrow windows have room for as much.
constexpr int kLeastSample = 64;
constexpr int kLeastStarter = 136;

/// A picture with its name below.
class SampleButton : public QAbstractButton
{
public:
    SampleButton(const EmptyPage::Sample &sample, QWidget *parent)
        : QAbstractButton(parent), m_picture(sample.picture)
    {
        setText(sample.name);
        setAccessibleName(EmptyPage::tr("Sample %1").arg(sample.name));
        setToolTip(sample.name);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(kSample.height() + scaledHeight(20));
        setMaximumWidth(kSample.width());
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {kSample.width(), height()}; }
    QSize minimumSizeHint() const override { return {kLeastSample, height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        {
            DevicePixels pixels(painter, *this);
            const QRect box = pixels.of(QRectF(0, 0, width(), kSample.height()));
            painter.fillRect(box, t.sunken);
            // Fills the tile; what sticks out is cut off.
            const QSize size = m_picture.size().scaled(box.size(), Qt::KeepAspectRatioByExpanding);
            if (!m_picture.isNull()) {
                QRect target(QPoint(), size);
                target.moveCenter(box.center());
                painter.setClipRect(box);
                drawPicture(painter, target, m_picture);
                painter.setClipping(false);
            }
            fillFrame(painter, box, underMouse() ? pixels.of(2) : pixels.hairline(),
                      underMouse() ? t.accent : t.line);
        }
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(t.text2);
        painter.drawText(QRect(0, kSample.height(), width(), height() - kSample.height()),
                         Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }

private:
    QImage m_picture;
};

/// A starter stack: its name and its layers.
class StarterButton : public QAbstractButton
{
public:
    StarterButton(const EmptyPage::Starter &starter, QWidget *parent)
        : QAbstractButton(parent), m_layers(starter.layers)
    {
        setText(starter.name);
        setAccessibleName(EmptyPage::tr("Starter stack %1: %2").arg(starter.name, starter.layers));
        setToolTip(starter.layers);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(scaledHeight(52));
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {198, scaledHeight(52)}; }
    QSize minimumSizeHint() const override { return {kLeastStarter, scaledHeight(52)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        paintPanel(painter, rect(), 6,
                   isDown()       ? t.pressed
                   : underMouse() ? t.hover
                                  : t.surface,
                   underMouse() ? t.control : t.line);
        const QRect inner = rect().adjusted(12, 7, -12, -7);
        painter.setPen(t.text);
        painter.setFont(convscope::font(FontRole::Title));
        painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, text());
        painter.setPen(t.text2);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_layers, Qt::ElideRight, inner.width()));
    }

private:
    QString m_layers;
};

} // namespace

EmptyPage::EmptyPage(QWidget *parent) : QWidget(parent)
{
    setAcceptDrops(true);
    setAccessibleName(tr("Nothing is open"));
    m_zone = new QWidget(this);
    m_zone->setFixedSize(std::max(kZone.width(), scaledHeight(kZone.width())),
                         scaledHeight(kZone.height()));
    auto *words = new TokenLabel(tr("Drop a picture, volume or sound"), FontRole::InspectorTitle,
                                 &Tokens::text, m_zone);
    auto *open = new CommandButton(u"open"_s, tr("Open…"), {}, m_zone);
    markPrimary(open);
    auto *paste = new CommandButton(u"paste"_s, tr("Paste"), {}, m_zone);
    connect(open, &QAbstractButton::clicked, this, &EmptyPage::openRequested);
    connect(paste, &QAbstractButton::clicked, this, &EmptyPage::pasteRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(paste);
    buttons->addStretch(1);
    auto *zone = new QVBoxLayout(m_zone);
    zone->setSpacing(16);
    zone->addStretch(3);
    zone->addWidget(words, 0, Qt::AlignHCenter);
    zone->addLayout(buttons);
    zone->addStretch(2);

    const auto section = [&](const QString &title, QWidget *&box, QHBoxLayout *&row, int gap) {
        box = new QWidget(this);
        auto *rows = new QVBoxLayout(box);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(8);
        rows->addWidget(new TokenLabel(title, FontRole::Title, &Tokens::text, box));
        row = new QHBoxLayout;
        row->setSpacing(gap);
        rows->addLayout(row);
        box->hide();
    };
    section(tr("Samples"), m_sampleBox, m_samples, 8);
    section(tr("Starter stacks"), m_starterBox, m_starters, 8);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(24);
    column->addStretch(2);
    column->addWidget(m_zone, 0, Qt::AlignHCenter);
    column->addWidget(m_sampleBox, 0, Qt::AlignHCenter);
    column->addWidget(m_starterBox, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyPage::setSamples(const std::vector<Sample> &samples)
{
    while (QLayoutItem *item = m_samples->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(samples.size(), kMostSamples); ++i) {
        auto *button = new SampleButton(samples[i], m_sampleBox);
        connect(button, &QAbstractButton::clicked, this,
                [this, id = samples[i].id] { Q_EMIT sampleChosen(id); });
        m_samples->addWidget(button);
    }
    m_sampleBox->setVisible(!samples.empty());
}

void EmptyPage::setStarters(const std::vector<Starter> &starters)
{
    while (QLayoutItem *item = m_starters->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(starters.size(), kMostStarters); ++i) {
        auto *button = new StarterButton(starters[i], m_starterBox);
        connect(button, &QAbstractButton::clicked, this,
                [this, id = starters[i].id] { Q_EMIT starterChosen(id); });
        m_starters->addWidget(button);
    }
    m_starterBox->setVisible(!starters.empty());
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect zone = m_zone->geometry();
    if (m_isDropTarget)
        paintPanel(painter, zone, 6, t.accentSoft, QColor());
    paintDashedEdge(painter, zone, 6, m_isDropTarget ? 2 : 1,
                    m_isDropTarget ? t.accent : t.control);
    paintIcon(painter, QRectF(zone.center().x() - 12, zone.top() + 36, 24, 24), u"image", t.text2);
}

void EmptyPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_isDropTarget = true;
    update();
}

void EmptyPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_isDropTarget = false;
    update();
    QWidget::dragLeaveEvent(event);
}

void EmptyPage::dropEvent(QDropEvent *event)
{
    m_isDropTarget = false;
    update();
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls());
}

} // namespace convscope
