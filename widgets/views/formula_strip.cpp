// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/formula_strip.h"

#include "controls/command_button.h"
#include "controls/segmented_tabs.h"
#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFull = 164;
constexpr int kPhotoWidth = 156;
/// Between the photo's side and the rows.
constexpr int kCaptionGap = 12;
/// Below the photo: two lines of its field.
constexpr int kCaption = 28;

} // namespace

FormulaStrip::FormulaStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Why this value"));
    m_tabs = new SegmentedTabs(this);
    m_tabs->setAccessibleName(tr("What the strip shows"));
    m_tabs->addTab(tr("Sum"));
    m_tabs->addTab(tr("All maps"));
    m_copy = new QToolButton(this);
    m_copy->setAutoRaise(true);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setIcon(themedIcon(u"copy"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the sum with all digits"));
    m_sort = new QToolButton(this);
    m_sort->setAutoRaise(true);
    m_sort->setCheckable(true);
    m_sort->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sort->setIcon(themedIcon(u"sort"));
    m_sort->setText(tr("By value"));
    m_open = new CommandButton(u"right"_s, tr("Open arithmetic"), {}, this);
    m_sums = new SumTable(this);
    m_bars = new ChannelBarsView(this);
    connect(m_copy, &QToolButton::clicked, this, &FormulaStrip::copyRequested);
    connect(m_open, &QPushButton::clicked, this, &FormulaStrip::arithmeticRequested);
    connect(m_bars, &ChannelBarsView::channelChosen, this, &FormulaStrip::channelChosen);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        arrange();
        Q_EMIT profileWanted();
    });
    connect(m_sort, &QToolButton::toggled, this, [this](bool isSorted) {
        m_isSorted = isSorted;
        Q_EMIT profileWanted();
    });
    updateTexts();
    arrange();
}

QSize FormulaStrip::sizeHint() const
{
    return {616, isOpen() ? kFull : kLine};
}

bool FormulaStrip::showsProfile() const
{
    return m_tabs->currentIndex() == 1;
}

void FormulaStrip::setPicture(FormulaPicture picture)
{
    m_picture = std::move(picture);
    updateTexts();
    arrange();
}

void FormulaStrip::updateTexts()
{
    setAccessibleDescription(
        m_picture.hint.isEmpty()
            ? u"%1 %2: %3"_s.arg(m_picture.title, m_picture.place, m_picture.brief)
            : m_picture.hint);
    m_sums->setRows(m_picture.sums);
    // Two lines may not have room for all of it.
    setToolTip(m_picture.fieldWords);
}

void FormulaStrip::setProfile(ChannelBars bars)
{
    m_bars->setBars(std::move(bars));
}

void FormulaStrip::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    m_isOpened = false;
    updateGeometry();
    arrange();
}

void FormulaStrip::setOpened(bool isOpened)
{
    if (isOpened == m_isOpened)
        return;
    m_isOpened = isOpened;
    updateGeometry();
    arrange();
}

QRect FormulaStrip::body() const
{
    return rect().adjusted(kMargin, kHead, -kMargin, -10);
}

QRect FormulaStrip::photoRect() const
{
    if (m_picture.photo.isNull() || !isOpen() || showsProfile())
        return {};
    const QRect room = body();
    const int height = m_picture.fieldWords.isEmpty()
                           ? room.height()
                           : rect().bottom() - room.top() - qRound(kCaption * fontFactor());
    QSize size = m_picture.photo.size().scaled(kPhotoWidth, height, Qt::KeepAspectRatio);
    // Rows come first where the strip is narrow.
    if (width() < 480)
        return {};
    return QRect(room.topLeft(), size);
}

QRect FormulaStrip::stemsRect() const
{
    const QRect room = body();
    return m_picture.stems.empty() || width() < 480
               ? QRect()
               : QRect(room.left(), room.top(), 170, room.height());
}

QRect FormulaStrip::fieldRect() const
{
    const QRect photo = photoRect();
    if (photo.isEmpty() || m_picture.field.isNull() || !m_picture.box)
        return {};
    // A magnifier in the corner that is farthest from the field.
    const QSize size = m_picture.field.size().scaled(QSize(58, 58), Qt::KeepAspectRatio);
    const QPointF middle = m_picture.box->center();
    const int x = middle.x() > 0.5 ? photo.left() + 4 : photo.right() - size.width() - 3;
    const int y = middle.y() > 0.5 ? photo.top() + 4 : photo.bottom() - size.height() - 3;
    return QRect(QPoint(x, y), size);
}

std::array<QString, 2> FormulaStrip::captionLines() const
{
    const QFontMetrics metrics(convscope::font(FontRole::Caption));
    const QString &words = m_picture.fieldWords;
    std::array<QString, 2> best{words, QString()};
    int narrowest = metrics.horizontalAdvance(words);
    const auto tryAt = [&](qsizetype end, qsizetype next) {
        const std::array lines{words.left(end), words.mid(next)};
        const int width =
            std::max(metrics.horizontalAdvance(lines[0]), metrics.horizontalAdvance(lines[1]));
        if (width < narrowest) {
            narrowest = width;
            best = lines;
        }
    };
    // Between two statements; only where they have no room, within one.
    const QString dot = u" · "_s;
    for (auto at = words.indexOf(dot); at >= 0; at = words.indexOf(dot, at + 1))
        tryAt(at, at + dot.size());
    if (narrowest > captionRoom()) {
        for (auto at = words.indexOf(u", "); at >= 0; at = words.indexOf(u", ", at + 1))
            tryAt(at + 1, at + 2);
    }
    return best;
}

int FormulaStrip::captionRoom() const
{
    // Rows come first: a channel's two pictures and its number.
    constexpr int kLeastRows = 176;
    const int right = m_sums->isVisibleTo(this) ? m_sums->x() - 18 : body().right();
    return std::max(kPhotoWidth, right - kLeastRows - kCaptionGap - body().left());
}

int FormulaStrip::captionWidth() const
{
    if (m_picture.fieldWords.isEmpty())
        return 0;
    const QFontMetrics metrics(convscope::font(FontRole::Caption));
    int wanted = kPhotoWidth;
    for (const QString &line : captionLines())
        wanted = std::max(wanted, metrics.horizontalAdvance(line) + 2);
    return std::min(wanted, captionRoom());
}

QRect FormulaStrip::rowsRect() const
{
    const QRect photo = photoRect();
    const QRect room = body();
    const QRect stems = stemsRect();
    int left = room.left();
    // What stands below the photo may be wider.
    if (!photo.isEmpty())
        left += std::max(photo.width(), captionWidth()) + kCaptionGap;
    if (!stems.isEmpty())
        left = stems.right() + 18;
    const int right = m_sums->isVisibleTo(this) ? m_sums->x() - 18 : room.right();
    return QRect(left, room.top(), std::max(right - left, 0), room.height());
}

void FormulaStrip::arrange()
{
    const bool isExplained = m_picture.hint.isEmpty();
    const bool isBody = isOpen() && isExplained;
    const QRect room = body();
    const int sumWidth = std::clamp(room.width() / 3, 150, 204);
    m_sums->setGeometry(room.right() - sumWidth, room.top(), sumWidth, room.height());
    m_sums->setVisible(isBody && !showsProfile());
    m_bars->setGeometry(room);
    m_bars->setVisible(isBody && showsProfile());
    int right = width() - kMargin;
    const auto place = [&](QWidget *widget, bool isShown) {
        widget->setVisible(isShown);
        if (!isShown)
            return;
        const QSize size = widget->sizeHint();
        const int height = std::min(size.height(), 26);
        right -= size.width();
        widget->setGeometry(right, ((isOpen() ? kHead : kLine) - height) / 2 + 1, size.width(),
                            height);
        right -= 8;
    };
    m_copy->setToolButtonStyle(width() >= 680 ? Qt::ToolButtonTextBesideIcon
                                              : Qt::ToolButtonIconOnly);
    place(m_open, isExplained && (isBody || width() >= 420));
    place(m_copy, isBody && width() >= 560 && !showsProfile());
    place(m_sort, isBody && showsProfile());
    place(m_tabs, isBody && width() >= 440);
    update();
}

void FormulaStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FormulaStrip::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_isCompact && at.y() < kLine && event->button() == Qt::LeftButton) {
        setOpened(!m_isOpened);
        return;
    }
    if (photoRect().contains(at) && event->button() == Qt::LeftButton) {
        Q_EMIT photoChosen();
        return;
    }
    QWidget::mousePressEvent(event);
}

void FormulaStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_picture.hint.isEmpty())
            Q_EMIT arithmeticRequested();
        return;
    case Qt::Key_Space:
        if (m_isCompact)
            setOpened(!m_isOpened);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FormulaStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace convscope
