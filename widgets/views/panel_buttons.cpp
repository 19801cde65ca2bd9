// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/panel_buttons.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kButtonPadding = 8;
constexpr int kIcon = 16;
constexpr QSize kSwatch{40, 10};
constexpr int kButtonGap = 6;

} // namespace

PanelMenuButton::PanelMenuButton(bool flat, QWidget *parent)
    : QAbstractButton(parent), m_menu(new QMenu(this)), m_isFlat(flat)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &PanelMenuButton::openMenu);
}

void PanelMenuButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void PanelMenuButton::setSwatch(std::span<const std::uint32_t> colours)
{
    if (colours.empty()) {
        m_swatch = {};
    } else {
        m_swatch = QImage(static_cast<int>(colours.size()), 1, QImage::Format_RGB32);
        std::copy(colours.begin(), colours.end(), reinterpret_cast<QRgb *>(m_swatch.bits()));
    }
    updateGeometry();
    update();
}

void PanelMenuButton::setCompact(bool compact)
{
    m_isCompact = compact;
    updateGeometry();
    update();
}

int PanelMenuButton::leadWidth() const
{
    if (!m_swatch.isNull())
        return kSwatch.width();
    return m_iconName.isEmpty() ? 0 : kIcon;
}

QSize PanelMenuButton::sizeHint() const
{
    int width = 2 * kButtonPadding + kIcon;
    if (leadWidth() > 0)
        width += leadWidth() + kButtonGap;
    if (!m_isCompact)
        width += QFontMetrics(font()).horizontalAdvance(text()) + kButtonGap;
    if (m_isCompact && m_isFlat)
        width -= kIcon + kButtonGap;
    return {width, scaledHeight(24)};
}

void PanelMenuButton::openMenu()
{
    setDown(true);
    m_menu->exec(mapToGlobal(QPoint(0, height() + 2)));
    setDown(false);
    update();
}

void PanelMenuButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter) {
        openMenu();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void PanelMenuButton::changeEvent(QEvent *event)
{
    updateGeometry();
    QAbstractButton::changeEvent(event);
}

void PanelMenuButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = underMouse() && isEnabled();
    if (!m_isFlat) {
        paintField(painter, rect(), 5,
                   isDown() ? t.pressed
                   : isHot  ? t.hover
                            : t.surface,
                   t.line, t.control);
    } else if (isHot || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? t.pressed : t.hover);
        painter.drawRoundedRect(rect(), 5, 5);
    }
    const QColor colour = !isEnabled() ? t.disabled : m_isFlat ? t.text2 : t.text;
    int x = kButtonPadding;
    if (!m_swatch.isNull()) {
        const QRect swatch(QPoint(x, (height() - kSwatch.height()) / 2), kSwatch);
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(swatch, m_swatch);
        painter.restore();
    } else if (!m_iconName.isEmpty()) {
        paintIcon(painter, QRectF(x, (height() - kIcon) / 2.0, kIcon, kIcon), m_iconName, colour);
    }
    if (leadWidth() > 0)
        x += leadWidth() + kButtonGap;
    if (!m_isCompact) {
        painter.setPen(colour);
        painter.setFont(font());
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         text());
    }
    if (!(m_isCompact && m_isFlat))
        paintIcon(
            painter,
            QRectF(width() - kButtonPadding - kIcon + 2, (height() - kIcon) / 2.0, kIcon, kIcon),
            u"down", colour);
}

PanelIconButton::PanelIconButton(const QString &iconName, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(label);
    setToolTip(label);
}

void PanelIconButton::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

QSize PanelIconButton::sizeHint() const
{
    return {scaledHeight(24), scaledHeight(24)};
}

void PanelIconButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked())
        painter.setBrush(t.accentSoft);
    else if (isDown())
        painter.setBrush(t.pressed);
    else if (underMouse() && isEnabled())
        painter.setBrush(t.hover);
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect(), 4, 4);
    const QColor colour = !isEnabled() ? t.disabled : isChecked() ? t.accentText : t.text2;
    paintIcon(painter, QRectF((width() - kIcon) / 2.0, (height() - kIcon) / 2.0, kIcon, kIcon),
              m_iconName, colour);
}

} // namespace convscope
