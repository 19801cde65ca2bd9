// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/convscope_style.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/style_parts.h"
#include "style/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr char kPrimary[] = "convscopePrimary";
constexpr char kOverlay[] = "convscopeOverlay";
constexpr char kAccented[] = "convscopeAccented";
constexpr char kError[] = "convscopeError";

} // namespace

void overlayScrollBars(QWidget *area)
{
    area->setProperty(kOverlay, true);
}

void markPrimary(QWidget *button)
{
    button->setProperty(kPrimary, true);
    button->update();
}

bool isPrimary(const QWidget *widget)
{
    return widget != nullptr && widget->property(kPrimary).toBool();
}

void markAccented(QWidget *button)
{
    button->setProperty(kAccented, true);
    button->update();
}

void markError(QWidget *field, bool wrong)
{
    field->setProperty(kError, wrong);
    field->update();
}

bool isMarkedError(const QWidget *widget)
{
    return widget != nullptr && widget->property(kError).toBool();
}

ConvScopeStyle::ConvScopeStyle() : QProxyStyle(u"Fusion"_s)
{
    setObjectName(u"convscope"_s);
}

void ConvScopeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Hover is painted, so enter and leave must repaint.
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QTabBar *>(widget) || widget->inherits("QLineEdit") ||
        widget->inherits("QSlider"))
        widget->setAttribute(Qt::WA_Hover);
}

void ConvScopeStyle::polish(QPalette &)
{
    // Fusion would darken the palette that Theme has set.
}

int ConvScopeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollView_ScrollBarOverlap: {
        // Asked for the bar, which stands in a container of the area.
        const QWidget *area = widget;
        while (area != nullptr && qobject_cast<const QAbstractScrollArea *>(area) == nullptr)
            area = area->parentWidget();
        return area != nullptr && area->property(kOverlay).toBool() ? 10 : 0;
    }
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
    case PM_MenuPanelWidth:
    case PM_ToolTipLabelFrameWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuBarItemSpacing:
    case PM_MenuBarHMargin:
        return 0;
    case PM_ButtonMargin:
        return 10;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 16;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConvScopeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_animation;
    case SH_FocusFrame_AboveWidget:
    case SH_Slider_AbsoluteSetButtons:
        return hint == SH_FocusFrame_AboveWidget ? 1 : int(Qt::LeftButton);
    case SH_FocusFrame_Mask:
        // The ring is transparent inside by itself.
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConvScopeStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                       const QSize &size, const QWidget *widget) const
{
    const int height = scaledHeight(28);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 24, height};
    case CT_LineEdit:
        return {size.width() + 10, height};
    case CT_SpinBox:
        return {size.width() + 28, height};
    case CT_ComboBox: {
        return {size.width() + 36, height};
    }
    case CT_ToolButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), 24)};
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return parts::menuItemSize(*item, size);
        break;
    case CT_MenuBarItem:
        return {size.width() + 18, scaledHeight(28)};
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 12, std::max(base.height(), scaledHeight(26))};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect ConvScopeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                     SubControl part, const QWidget *widget) const
{
    switch (control) {
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return visualRect(option->direction, option->rect, parts::spinBoxPart(*spin, part));
        break;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (part == SC_ComboBoxListBoxPopup)
                break;
            return visualRect(option->direction, option->rect, parts::comboBoxPart(*combo, part));
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return parts::scrollBarPart(*bar, part);
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect ConvScopeStyle::subElementRect(SubElement element, const QStyleOption *option,
                                     const QWidget *widget) const
{
    if (element == SE_LineEditContents && widget != nullptr) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            return option->rect.adjusted(7, 1, -7, -1);
        return option->rect;
    }
    if (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration) {
        const QRect base = QProxyStyle::subElementRect(element, option, widget);
        return base.translated(option->direction == Qt::LeftToRight ? 4 : -4, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void ConvScopeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = tokens();
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            parts::paintFieldPanel(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameButtonBevel:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
        parts::paintButtonPanel(*painter, *option, widget);
        return;
    case PE_PanelButtonTool:
        parts::paintToolPanel(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
        parts::paintCheckBox(*painter, *option);
        return;
    case PE_IndicatorItemViewItemCheck: {
        QStyleOption box(*option);
        box.rect = QRect(0, 0, 16, 16);
        box.rect.moveCenter(option->rect.center());
        parts::paintCheckBox(*painter, box);
        return;
    }
    case PE_IndicatorRadioButton:
        parts::paintRadioButton(*painter, *option);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowRight: {
        const int angle = element == PE_IndicatorArrowDown   ? 0
                          : element == PE_IndicatorArrowLeft ? 90
                          : element == PE_IndicatorArrowUp   ? 180
                                                             : 270;
        const bool off = !option->state.testFlag(State_Enabled);
        paintChevron(*painter, QRectF(option->rect).center(), 8, angle, off ? t.disabled : t.text2);
        return;
    }
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_FrameMenu:
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameWindow:
        paintPanel(*painter, option->rect, element == PE_FrameMenu ? 0 : 4, QColor(), t.line);
        return;
    case PE_IndicatorItemViewItemDrop:
        // Between two items; the middle of the gap that lists leave below each.
        if (option->rect.height() <= 1)
            painter->fillRect(
                QRectF(option->rect.left(), option->rect.top() - 2, option->rect.width(), 2),
                t.accent);
        else
            paintDashedEdge(*painter, option->rect, 4, 2, t.accent);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            parts::paintItemPanel(*painter, *item);
        return;
    case PE_PanelItemViewRow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConvScopeStyle::drawControl(ControlElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = tokens();
    switch (element) {
    case CE_Splitter: {
        QRectF line(option->rect);
        const qreal hair = hairline(*painter);
        if (line.width() < line.height())
            line = QRectF(line.left(), line.top(), hair, line.height());
        else
            line = QRectF(line.left(), line.top(), line.width(), hair);
        painter->fillRect(option->rect, t.window);
        painter->fillRect(line, option->state.testFlag(State_MouseOver) ? t.control : t.line);
        return;
    }
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button != nullptr && isPrimary(widget)) {
            QStyleOptionButton inked(*button);
            inked.palette.setColor(QPalette::Active, QPalette::ButtonText, t.onAccent);
            inked.palette.setColor(QPalette::Inactive, QPalette::ButtonText, t.onAccent);
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && option->state.testFlag(State_Enabled) &&
            (option->state.testFlag(State_On) || isMarkedError(widget) ||
             (widget != nullptr && widget->property(kAccented).toBool()))) {
            QStyleOptionToolButton inked(*button);
            inked.palette.setColor(QPalette::ButtonText,
                                   isMarkedError(widget) ? t.error : t.accentText);
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            parts::paintComboLabel(
                *painter, *combo, subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget));
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            parts::paintMenuItem(*painter, *item);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            parts::paintMenuBarItem(*painter, *item);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, t.window);
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, t.surface);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            parts::paintTab(*painter, *tab);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            parts::paintProgress(*painter, *bar);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem inked(*item);
            inked.palette.setColor(QPalette::HighlightedText, t.text);
            // The selection is a fill here, not a frame.
            inked.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConvScopeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                        QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            parts::paintSpinBox(*painter, *spin, widget);
            return;
        }
        break;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            parts::paintComboBox(*painter, *combo, widget);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            parts::paintScrollBar(*painter, *bar,
                                  subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            parts::paintSlider(*painter, *slider,
                               subControlRect(CC_Slider, slider, SC_SliderHandle, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace convscope
