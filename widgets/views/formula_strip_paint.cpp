// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/formula_strip.h"
#include "views/map_marks.h"
#include "views/series_colours.h"

#include "controls/command_button.h"
#include "controls/segmented_tabs.h"
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Two-toned, so that it is seen on every photo.
void paintBox(QPainter &painter, QRect rect)
{
    // As small as a mark can be and still be found.
    constexpr int kLeast = 7;
    if (rect.width() < kLeast)
        rect.adjust(-(kLeast - rect.width() + 1) / 2, 0, (kLeast - rect.width()) / 2, 0);
    if (rect.height() < kLeast)
        rect.adjust(0, -(kLeast - rect.height() + 1) / 2, 0, (kLeast - rect.height()) / 2);
    fillFrame(painter, rect.adjusted(-2, -2, 2, 2), 4, QColor(0, 0, 0, 204));
    fillFrame(painter, rect.adjusted(-1, -1, 1, 1), 2, Qt::white);
}

/// As squares, at most `room` large.
QSize fitted(const QImage &picture, QSize room)
{
    const int cell = std::max(1, std::min(room.width() / std::max(picture.width(), 1),
                                          room.height() / std::max(picture.height(), 1)));
    const QSize whole(picture.width() * cell, picture.height() * cell);
    return whole.width() > room.width() || whole.height() > room.height()
               ? picture.size().scaled(room, Qt::KeepAspectRatio)
               : whole;
}

} // namespace

void FormulaStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRectF(0, 0, width(), hairline(painter)), t.line);
    paintLine(painter);
    if (isOpen() && m_picture.hint.isEmpty() && !showsProfile()) {
        paintPhoto(painter);
        paintStems(painter);
        paintRows(painter);
    }
    if (m_picture.isStale && isOpen() && m_picture.hint.isEmpty())
        paintStaleBadge(painter, {width() - kMargin, kHead + 2}, tr("Out of date"));
    if (hasFocus())
        paintRing(painter, QRectF(rect()), 3, 2, t.accent);
}

void FormulaStrip::paintLine(QPainter &painter)
{
    const Tokens &t = tokens();
    const int height = isOpen() ? kHead : kLine;
    int x = kMargin;
    if (m_isCompact) {
        paintChevron(painter, QPointF(x + 5, height / 2.0 + 1), 9, isOpen() ? 0 : 180, t.text2);
        x += 22;
    }
    if (!m_picture.hint.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        const QRect room = isOpen() ? rect().adjusted(x, 4, -kMargin, -4)
                                    : QRect(x, 0, width() - x - kMargin, height);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_picture.hint);
        return;
    }
    int right = width() - kMargin;
    for (const QWidget *widget :
         {static_cast<const QWidget *>(m_tabs), static_cast<const QWidget *>(m_copy),
          static_cast<const QWidget *>(m_sort), static_cast<const QWidget *>(m_open)}) {
        if (widget->isVisibleTo(this))
            right = std::min(right, widget->x() - 8);
    }
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    drawLineOfText(painter, QRect(x, 1, right - x, height), Qt::AlignVCenter | Qt::AlignLeft,
                   m_picture.title);
    x += qRound(textWidth(painter.font(), m_picture.title)) + 10;
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(t.text2);
    const QString &detail = isOpen() ? m_picture.place : m_picture.brief;
    if (x + textWidth(painter.font(), detail) <= right)
        drawLineOfText(painter, QRect(x, 1, right - x, height), Qt::AlignVCenter | Qt::AlignLeft,
                       detail);
}

void FormulaStrip::paintPhoto(QPainter &painter)
{
    const QRect photo = photoRect();
    if (photo.isEmpty())
        return;
    const Tokens &t = tokens();
    {
        DevicePixels pixels(painter, *this);
        drawPicture(painter, pixels.of(QRectF(photo)), m_picture.photo);
    }
    if (m_picture.box) {
        const QRectF share = *m_picture.box;
        painter.save();
        painter.setClipRect(photo.adjusted(-3, -3, 3, 3));
        paintBox(painter, QRectF(photo.left() + share.left() * photo.width(),
                                 photo.top() + share.top() * photo.height(),
                                 share.width() * photo.width(), share.height() * photo.height())
                              .toAlignedRect());
        painter.restore();
    }
    if (const QRect lens = fieldRect(); !lens.isEmpty()) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(lens, m_picture.field);
        painter.restore();
        fillFrame(painter, lens.adjusted(-2, -2, 2, 2), 2, QColor(0, 0, 0, 204));
        fillFrame(painter, lens.adjusted(-1, -1, 1, 1), 1, Qt::white);
    }
    if (m_picture.fieldWords.isEmpty())
        return;
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    const QFontMetrics metrics(painter.font());
    QRect line(photo.left(), photo.bottom() + 3, captionWidth(),
               (rect().bottom() - photo.bottom() - 3) / 2);
    for (const QString &words : captionLines()) {
        drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignTop,
                       metrics.elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
}

void FormulaStrip::paintStems(QPainter &painter)
{
    const QRect room = stemsRect();
    if (room.isEmpty())
        return;
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    drawLineOfText(
        painter, QRect(room.left(), room.top() - 2, room.width(), 14),
        Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter.font()).elidedText(m_picture.stemWords, Qt::ElideRight, room.width()));
    float low = 0;
    float high = 0;
    std::size_t taps = 0;
    for (const std::vector<float> &line : m_picture.stems) {
        taps = std::max(taps, line.size());
        for (const float weight : line) {
            low = std::min(low, weight);
            high = std::max(high, weight);
        }
    }
    if (taps == 0 || !(high > low))
        return;
    const QRectF plot = QRectF(room).adjusted(2, 20, -2, -16);
    const double zero = plot.top() + static_cast<double>(high / (high - low)) * plot.height();
    const double pitch = plot.width() / static_cast<double>(taps);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.control, 1));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    const auto count = static_cast<double>(m_picture.stems.size());
    const double step = std::min(pitch / (count + 1), 6.0);
    const double radius = std::clamp(step / 2.5, 1.0, 2.5);
    for (std::size_t line = 0; line < m_picture.stems.size(); ++line) {
        const QColor colour = seriesColour(static_cast<int>(line));
        for (std::size_t tap = 0; tap < m_picture.stems[line].size(); ++tap) {
            const double x = plot.left() + (static_cast<double>(tap) + 0.5) * pitch +
                             (static_cast<double>(line) - (count - 1) / 2) * step;
            const double y = zero - static_cast<double>(m_picture.stems[line][tap]) /
                                        static_cast<double>(high - low) * plot.height();
            painter.setPen(QPen(colour, 1.5));
            painter.drawLine(QPointF(x, zero), QPointF(x, y));
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(x, y), radius, radius);
        }
    }
    painter.restore();
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(t.text2);
    const int every = std::max(1, static_cast<int>(20 / pitch));
    for (int tap = 0; tap < static_cast<int>(taps); tap += every)
        drawLineOfText(painter,
                       QRectF(plot.left() + (tap + 0.5) * pitch - 14, plot.bottom() + 2, 28, 14),
                       Qt::AlignCenter, QString::number(tap));
}

void FormulaStrip::paintRows(QPainter &painter)
{
    const Tokens &t = tokens();
    const QRect room = rowsRect();
    if (room.width() < 60)
        return;
    painter.fillRect(QRectF(room.right() + 9, room.top(), hairline(painter), room.height()),
                     t.line);
    if (m_picture.rows.empty()) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_picture.words);
        return;
    }
    const int count = static_cast<int>(m_picture.rows.size());
    const int pitch = std::min(34, room.height() / count);
    // Two pictures, their signs and the number find room.
    const int side = std::clamp(pitch - 4, 12, room.width() < 190 ? 26 : 30);
    int label = 12;
    bool isWide = false;
    for (const FormulaPicture::Row &row : m_picture.rows) {
        // Lines of a sequence are wide and low.
        isWide |= row.patch.width() > 2 * row.patch.height();
        if (!row.patch.isNull())
            label =
                std::max(label, qRound(textWidth(convscope::font(FontRole::Number), row.label)));
    }
    const int sumWidth = 78;
    const bool hasKernels = std::any_of(m_picture.rows.begin(), m_picture.rows.end(),
                                        [](const auto &row) { return !row.kernel.isNull(); });
    const int pictures = hasKernels ? 2 : 1;
    const int each =
        isWide ? std::clamp((room.width() - label - sumWidth - 30 * pictures) / pictures, 24, 140)
               : side;
    int y = room.top();
    for (const FormulaPicture::Row &row : m_picture.rows) {
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text2);
        const QRect line(room.left(), y, room.width(), pitch - 2);
        if (row.patch.isNull()) {
            painter.setFont(convscope::font(FontRole::Text));
            if (row.sum.isEmpty()) {
                // A sentence has all the room below.
                painter.drawText(QRect(room.left(), y, room.width(), room.bottom() - y),
                                 Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, row.label);
                break;
            }
            const qreal taken = textWidth(convscope::font(FontRole::Number), row.sum) + 8;
            drawLineOfText(
                painter, line, Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetrics(painter.font())
                    .elidedText(row.label, Qt::ElideRight, qRound(line.width() - taken)));
        } else {
            drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, row.label);
            int x = room.left() + label + 10;
            const auto picture = [&](const QImage &image) {
                // A line of a sequence is a strip.
                const QSize size = image.height() == 1 && image.width() > 1
                                       ? QSize(each, std::min(side, 14))
                                       : fitted(image, QSize(each, side));
                const QRect target(x + (each - size.width()) / 2,
                                   line.center().y() - size.height() / 2, size.width(),
                                   size.height());
                painter.drawImage(target, image);
                fillFrame(painter, target.adjusted(-1, -1, 1, 1), 1, t.line);
                x += each + 4;
            };
            picture(row.patch);
            painter.setPen(t.text2);
            if (!row.kernel.isNull()) {
                drawLineOfText(painter, QRect(x, line.top(), 14, line.height()), Qt::AlignCenter,
                               u"×"_s);
                x += 18;
                picture(row.kernel);
            }
            drawLineOfText(painter, QRect(x, line.top(), 14, line.height()), Qt::AlignCenter,
                           u"→"_s);
        }
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text);
        drawLineOfText(painter, line, Qt::AlignRight | Qt::AlignVCenter, row.sum);
        y += pitch;
    }
}

} // namespace convscope
