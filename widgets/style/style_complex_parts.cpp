// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/style_parts.h"

#include "style/convscope_style.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QPainter>

#include <algorithm>

namespace convscope::parts {

namespace {

/// Width of the two stepper arrows; a narrow field has less to give.
int stepperWidth(const QRect &rect)
{
    return rect.width() < 52 ? 17 : 20;
}

QColor arrowColour(const QStyleOptionComplex &option, bool usable, QStyle::SubControl part)
{
    const Tokens &t = tokens();
    if (!usable)
        return t.line;
    const bool active = option.activeSubControls == part;
    if (active && option.state.testFlag(QStyle::State_Sunken))
        return t.accentText;
    return active && option.state.testFlag(QStyle::State_MouseOver) ? t.text : t.control;
}

} // namespace

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const bool arrows = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int steppers = arrows ? stepperWidth(r) : 5;
    const int half = r.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return arrows ? QRect(r.right() - steppers + 1, r.top(), steppers, half) : QRect();
    case QStyle::SC_SpinBoxDown:
        return arrows ? QRect(r.right() - steppers + 1, r.top() + half, steppers, r.height() - half)
                      : QRect();
    case QStyle::SC_SpinBoxEditField:
        return r.adjusted(7, 1, -steppers, -1);
    default:
        return r;
    }
}

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    if (option.frame)
        paintFieldPanel(painter, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QRectF r(option.rect);
    const qreal x = r.right() - (r.width() < 52 ? 9 : 10.5);
    const bool off = isOff(option);
    paintChevron(painter, {x, r.center().y() - 4.5}, 6, 180,
                 arrowColour(option, !off && (option.stepEnabled & QAbstractSpinBox::StepUpEnabled),
                             QStyle::SC_SpinBoxUp));
    paintChevron(painter, {x, r.center().y() + 4.5}, 6, 0,
                 arrowColour(option,
                             !off && (option.stepEnabled & QAbstractSpinBox::StepDownEnabled),
                             QStyle::SC_SpinBoxDown));
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return {r.right() - 25, r.top(), 26, r.height()};
    case QStyle::SC_ComboBoxEditField:
        return r.adjusted(option.editable ? 7 : 9, 1, -26, -1);
    default:
        return r;
    }
}

void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.frame)
        paintFieldPanel(painter, option, widget);
    const QRectF r(option.rect);
    paintChevron(painter, {r.right() - 14.5, r.center().y() + 0.5}, 9, 0,
                 isOff(option) ? tokens().disabled : tokens().text2);
}

void paintComboLabel(QPainter &painter, const QStyleOptionComboBox &option, const QRect &rect)
{
    if (option.editable)
        return;
    QRect line = rect;
    if (!option.currentIcon.isNull()) {
        const QRect icon(line.left(), line.top() + (line.height() - option.iconSize.height()) / 2,
                         option.iconSize.width(), option.iconSize.height());
        option.currentIcon.paint(&painter, icon, Qt::AlignCenter,
                                 isOff(option) ? QIcon::Disabled : QIcon::Normal);
        line.setLeft(icon.right() + 7);
    }
    painter.setPen(isOff(option) ? tokens().disabled : tokens().text);
    painter.drawText(
        line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        option.fontMetrics.elidedText(option.currentText, Qt::ElideMiddle, line.width()));
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? r.height() : r.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0)
        thumb = std::clamp(
            int(qint64(option.pageStep) * length / std::max<qint64>(1, range + option.pageStep)),
            std::min(28, length), length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect box = upright ? QRect(r.left(), r.top() + from, r.width(), size)
                                  : QRect(r.left() + from, r.top(), size, r.height());
        return QStyle::visualRect(option.direction, r, box);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return r;
    default:
        return {};
    }
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    const Tokens &t = tokens();
    if (option.maximum <= option.minimum)
        return;
    const bool held = option.state.testFlag(QStyle::State_Sunken);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) || held;
    const qreal width = over ? 7 : 5;
    QRectF bar(thumb);
    if (option.orientation == Qt::Vertical)
        bar = QRectF(bar.center().x() - width / 2, bar.top() + 2, width, bar.height() - 4);
    else
        bar = QRectF(bar.left() + 2, bar.center().y() - width / 2, bar.width() - 4, width);
    paintPanel(painter, bar, width / 2, held ? t.text2 : t.control, QColor());
}

void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Tokens &t = tokens();
    const bool off = isOff(option);
    const QRectF r(option.rect);
    const QPointF centre = QRectF(handle).center();
    const bool flat = option.orientation == Qt::Horizontal;
    const QRectF groove = flat ? QRectF(r.left(), centre.y() - 2, r.width(), 4)
                               : QRectF(centre.x() - 2, r.top(), 4, r.height());
    paintPanel(painter, groove, 2, t.track, QColor());
    QRectF done = groove;
    if (flat && option.upsideDown)
        done.setLeft(centre.x());
    else if (flat)
        done.setRight(centre.x());
    else if (option.upsideDown)
        done.setTop(centre.y());
    else
        done.setBottom(centre.y());
    paintPanel(painter, done, 2, off ? t.disabled : t.accent, QColor());
    const QRectF knob(centre.x() - 6, centre.y() - 6, 12, 12);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) && !off;
    paintPanel(painter, knob, 6, over ? t.accentSoft : t.surface, QColor());
    paintRing(painter, knob, 6, 1.5, off ? t.disabled : t.accent);
}

} // namespace convscope::parts
