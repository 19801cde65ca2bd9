// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/segmented_tabs.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QPainter>
#include <QWheelEvent>

namespace convscope {

SegmentedTabs::SegmentedTabs(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(true);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

int SegmentedTabs::boxHeight() const
{
    return scaledHeight(26);
}

QFont SegmentedTabs::wordFont(bool selected) const
{
    QFont font = convscope::font(FontRole::Small);
    if (selected)
        font.setWeight(QFont::Medium);
    return font;
}

QSize SegmentedTabs::tabSizeHint(int index) const
{
    // The heavier face sets the width, so that nothing moves when the choice does.
    const int width = QFontMetrics(wordFont(true)).horizontalAdvance(tabText(index));
    return {width + 2 * wordMargin(), boxHeight()};
}

QSize SegmentedTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index) - QSize(2 * wordMargin() - 8, 0);
}

QSize SegmentedTabs::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += isTabVisible(i) ? tabSizeHint(i).width() : 0;
    return {width, boxHeight()};
}

QSize SegmentedTabs::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += isTabVisible(i) ? minimumTabSizeHint(i).width() : 0;
    return {width, boxHeight()};
}

void SegmentedTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    QRectF box;
    for (int i = 0; i < count(); ++i)
        box |= isTabVisible(i) ? QRectF(tabRect(i)) : QRectF();
    paintPanel(painter, box, 6, t.sunken, QColor());
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        if (!isTabVisible(i))
            continue;
        const QRectF tab(tabRect(i));
        const bool selected = i == currentIndex();
        if (selected)
            paintPanel(painter, tab.adjusted(1, 1, -1, -1), 5, t.surface, t.line);
        const bool off = !isEnabled() || !isTabEnabled(i);
        const bool over = underMouse() && tab.contains(pointer);
        painter.setFont(wordFont(selected));
        painter.setPen(off ? t.disabled : selected || over ? t.text : t.text2);
        painter.drawText(tab, Qt::AlignCenter | Qt::TextHideMnemonic, tabText(i));
    }
}

void SegmentedTabs::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

ModeSwitch::ModeSwitch(QWidget *parent) : SegmentedTabs(parent)
{
    setExpanding(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int ModeSwitch::boxHeight() const
{
    return scaledHeight(30);
}

QFont ModeSwitch::wordFont(bool selected) const
{
    QFont font = convscope::font(FontRole::Text);
    if (selected)
        font.setWeight(QFont::Medium);
    return font;
}

} // namespace convscope
