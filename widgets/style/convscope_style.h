// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace convscope {

/// Fusion with the flat look of the design: one-pixel edges, fields with a darker foot, thin scroll
/// bars, quiet hover. Colours come from tokens() while painting, so a theme change needs only a
/// repaint. No style sheets anywhere: a styled widget would ignore a later palette.
class ConvScopeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ConvScopeStyle();

    /// Milliseconds for folds and moves; 0 turns motion off.
    void setAnimationDuration(int milliseconds) { m_animation = milliseconds; }

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

private:
    int m_animation = 160;
};

/// Scroll bars of this area lie over its margin and take no room of their own.
void overlayScrollBars(QWidget *area);
/// The one filled button of a screen.
void markPrimary(QWidget *button);
[[nodiscard]] bool isPrimary(const QWidget *widget);
/// A flat button whose words are in the accent: the way on, e.g. "Add layer".
void markAccented(QWidget *button);
/// A field whose content is refused: soft red fill and red edge; a flat button with bad news: its
/// words are red.
void markError(QWidget *field, bool wrong);
[[nodiscard]] bool isMarkedError(const QWidget *widget);

} // namespace convscope
