// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/input_choices.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/themed_icon.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

struct InputChoices
{
    Q_DECLARE_TR_FUNCTIONS(InputChoices)
};

constexpr int kMiniature = 54;
/// Right edges of the columns of a range's row, from the right edge of the row.
constexpr int kMeanColumn = 14;
constexpr int kRangeColumn = kMeanColumn + RangeRow::kMeanWidth;

/// The largest rectangle of this shape in the middle of `box`.
QRectF fittedInto(QSizeF shape, const QRectF &box)
{
    const QSizeF size = shape.scaled(box.size(), Qt::KeepAspectRatio);
    return {box.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QSize frameOf(Fit fit, QSize from, QSize to)
{
    const PlaneSize frame = fitFrame(fit, {from.height(), from.width()}, {to.height(), to.width()});
    return {static_cast<int>(frame.columns), static_cast<int>(frame.rows)};
}

/// Three digits are enough to choose by.
QString figureText(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f',
                           size >= 100  ? 0
                           : size >= 10 ? 1
                                        : 2)
        .replace(u'-', QChar(0x2212));
}

} // namespace

QString fitWord(Fit fit)
{
    switch (fit) {
    case Fit::Refuse:
        return InputChoices::tr("Refuse");
    case Fit::Resize:
        return InputChoices::tr("Resize");
    case Fit::Crop:
        return InputChoices::tr("Crop");
    case Fit::Pad:
        return InputChoices::tr("Pad");
    case Fit::Model:
        return InputChoices::tr("Model takes it");
    }
    return {};
}

QString rangeWord(PictureRange range)
{
    switch (range) {
    case PictureRange::Auto:
        return u"auto"_s;
    case PictureRange::ZeroToOne:
        return InputChoices::tr("0 to 1");
    case PictureRange::MinusOneToOne:
        return InputChoices::tr("−1 to 1");
    case PictureRange::ZeroTo255:
        return InputChoices::tr("0 to 255");
    case PictureRange::Caffe:
        return u"caffe"_s;
    case PictureRange::Torch:
        return u"torch"_s;
    }
    return {};
}

FitCard::FitCard(Fit fit, QWidget *parent) : QAbstractButton(parent), m_fit(fit)
{
    setText(fit == Fit::Model ? tr("Model") : fitWord(fit));
    setAccessibleName(fitWord(fit));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FitCard::setPicture(const QImage &picture, QSize from, QSize to, FitAnchor anchor)
{
    m_picture = picture;
    m_from = from;
    m_to = to;
    m_anchor = anchor;
    update();
}

QSize FitCard::sizeHint() const
{
    return {62, scaledHeight(80)};
}

QSize FitCard::minimumSizeHint() const
{
    // Five stand beside each other in the narrowest inspector.
    return {40, scaledHeight(80)};
}

void FitCard::paintMiniature(QPainter &painter, const QRect &box) const
{
    if (m_picture.isNull() || m_from.isEmpty() || m_to.isEmpty())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF whole(QPointF(), QSizeF(m_picture.size()));
    const double perColumn = whole.width() / m_from.width();
    const double perRow = whole.height() / m_from.height();
    const auto offset = [&](int axis, int have, int wanted) {
        return static_cast<double>(fitOffset(m_anchor, axis, have, wanted));
    };
    switch (m_fit) {
    case Fit::Refuse: {
        const QRectF place = fittedInto(m_from, box);
        painter.setOpacity(0.4);
        painter.drawImage(place, m_picture, whole);
        painter.setOpacity(1);
        paintIcon(painter, QRectF(place.center() - QPointF(8, 8), QSizeF(16, 16)), u"error",
                  tokens().error);
        break;
    }
    case Fit::Resize:
        painter.drawImage(fittedInto(m_to, box), m_picture, whole);
        break;
    case Fit::Crop: {
        const QSize kept = frameOf(Fit::Crop, m_from, m_to);
        const QRectF part(offset(1, m_from.width(), kept.width()) * perColumn,
                          offset(0, m_from.height(), kept.height()) * perRow,
                          kept.width() * perColumn, kept.height() * perRow);
        painter.drawImage(fittedInto(m_to, box), m_picture, part);
        break;
    }
    case Fit::Pad: {
        const QSize all = frameOf(Fit::Pad, m_from, m_to);
        const QRectF frame = fittedInto(all, box);
        const double scale = frame.width() / all.width();
        painter.fillRect(frame, Qt::black);
        painter.drawImage(QRectF(frame.left() + offset(1, m_from.width(), all.width()) * scale,
                                 frame.top() + offset(0, m_from.height(), all.height()) * scale,
                                 m_from.width() * scale, m_from.height() * scale),
                          m_picture, whole);
        break;
    }
    case Fit::Model:
        painter.drawImage(fittedInto(m_from, box), m_picture, whole);
        break;
    }
}

void FitCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const bool isHot = isEnabled() && (underMouse() || isDown());
    paintPanel(painter, rect(), 6,
               isChecked() ? t.accentSoft
               : isHot     ? t.hover
                           : t.surface,
               isChecked() ? t.accent : t.line);
    if (hasFocus() || isChecked())
        paintRing(painter, rect(), 6, 2, t.accent);
    const int words = scaledHeight(22);
    painter.save();
    if (!isEnabled())
        painter.setOpacity(0.4);
    const int side = std::min(kMiniature, width() - 6);
    paintMiniature(painter, QRect((width() - side) / 2, 4, side, height() - words - 6));
    painter.restore();
    QFont face = convscope::font(isChecked() ? FontRole::Title : FontRole::Small);
    face.setPixelSize(convscope::font(FontRole::Small).pixelSize());
    painter.setFont(face);
    painter.setPen(!isEnabled() ? t.disabled : isChecked() ? t.accentText : t.text);
    const QRect line(2, height() - words, width() - 4, words - 3);
    painter.drawText(line, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
}

RangeRow::RangeRow(PictureRange range, QWidget *parent) : QAbstractButton(parent)
{
    setText(rangeWord(range));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeRow::setFigures(const std::optional<RangeFigures> &figures)
{
    m_figures = figures;
    setAccessibleDescription(figures
                                 ? InputChoices::tr("from %1 to %2, mean %3")
                                       .arg(figureText(figures->minimum),
                                            figureText(figures->maximum), figureText(figures->mean))
                                 : QString());
    update();
}

QSize RangeRow::sizeHint() const
{
    return {240, scaledHeight(25)};
}

void RangeRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked())
        painter.fillRect(rect(), t.accentSoft);
    else if (isEnabled() && underMouse())
        painter.fillRect(rect(), t.hover);
    const QPointF centre(14 + 7, height() / 2.0);
    painter.setPen(QPen(!isEnabled()  ? t.line
                        : isChecked() ? t.accent
                                      : t.control,
                        isChecked() ? 4 : 1));
    painter.setBrush(t.surface);
    const double radius = isChecked() ? 5 : 6.5;
    painter.drawEllipse(centre, radius, radius);
    painter.setFont(convscope::font(isChecked() ? FontRole::Title : FontRole::Text));
    painter.setPen(!isEnabled() ? t.disabled : t.text);
    painter.drawText(QRect(36, 0, width() - 36, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
    if (m_figures) {
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(isEnabled() ? t.text : t.disabled);
        painter.drawText(
            QRect(0, 0, width() - kRangeColumn, height()), Qt::AlignVCenter | Qt::AlignRight,
            u"%1 … %2"_s.arg(figureText(m_figures->minimum), figureText(m_figures->maximum)));
        painter.drawText(QRect(0, 0, width() - kMeanColumn, height()),
                         Qt::AlignVCenter | Qt::AlignRight, figureText(m_figures->mean));
    }
    if (hasFocus())
        paintRing(painter, rect().adjusted(2, 1, -2, -1), 4, 2, t.accent);
}

} // namespace convscope
