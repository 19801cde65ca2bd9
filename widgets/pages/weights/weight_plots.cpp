// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_plots.h"

#include "pages/weights/weight_colours.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "weights_edit/frequency_response.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPlotMargin = 14;
constexpr int kLabel = 16;
constexpr std::int64_t kFrequencies = 64;
/// Decibels below the highest that are black.
constexpr float kFloor = 40;

} // namespace

WeightHistogram::WeightHistogram(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram of the weights"));
}

void WeightHistogram::setStatistics(const WeightStatistics &statistics)
{
    m_bins = statistics.bins;
    m_reach = statistics.reach;
    update();
}

QSize WeightHistogram::sizeHint() const
{
    return {200, 58 + scaledHeight(kLabel)};
}

QRectF WeightHistogram::area() const
{
    return QRectF(rect()).adjusted(kPlotMargin, 6, -kPlotMargin, -scaledHeight(kLabel));
}

bool WeightHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const double share = (help->pos().x() - area().x()) / area().width();
        QString text;
        if (share >= 0 && share < 1) {
            const auto bin = static_cast<std::size_t>(share * double(kWeightBins));
            const double width = 2 * m_reach / double(kWeightBins);
            const double low = -m_reach + double(bin) * width;
            text = tr("%1 to %2: %3 values")
                       .arg(valueText(low, 4), valueText(low + width, 4), integerText(m_bins[bin]));
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void WeightHistogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF plot = area();
    const std::int64_t most = *std::max_element(m_bins.begin(), m_bins.end());
    const WeightColours colours(m_reach);
    const qreal wide = plot.width() / double(kWeightBins);
    for (std::size_t bin = 0; bin < kWeightBins && most > 0; ++bin) {
        if (m_bins[bin] == 0)
            continue;
        const double value = m_reach * ((double(bin) + 0.5) / double(kWeightBins) * 2 - 1);
        // A single value among many is still seen.
        const qreal high =
            std::max(1.5, plot.height() * std::sqrt(double(m_bins[bin]) / double(most)));
        const QRectF bar(plot.x() + double(bin) * wide + 0.25, plot.bottom() - high, wide - 0.5,
                         high);
        painter.fillRect(bar, QColor(colours.colour(static_cast<float>(value))));
        painter.setPen(QPen(tokens().control, hairline(painter)));
        painter.drawRect(bar);
    }
    painter.setPen(QPen(tokens().control, hairline(painter)));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(tokens().text2);
    const QRectF labels(plot.x(), plot.bottom() + 2, plot.width(), scaledHeight(kLabel) - 2);
    drawLineOfText(painter, labels, Qt::AlignLeft | Qt::AlignTop, valueText(-m_reach, 4));
    drawLineOfText(painter, labels, Qt::AlignHCenter | Qt::AlignTop, u"0"_s);
    drawLineOfText(painter, labels, Qt::AlignRight | Qt::AlignTop, valueText(m_reach, 4));
}

NormBars::NormBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Norm of each filter"));
}

void NormBars::setNorms(std::vector<double> norms)
{
    m_norms = std::move(norms);
    m_largest = m_norms.empty() ? 0 : *std::max_element(m_norms.begin(), m_norms.end());
    update();
}

void NormBars::setCurrent(std::int64_t filter)
{
    m_current = filter;
    update();
}

QSize NormBars::sizeHint() const
{
    return {200, 50};
}

std::int64_t NormBars::filterAt(double x) const
{
    const double share = (x - kPlotMargin) / std::max(1.0, width() - 2.0 * kPlotMargin);
    const auto count = static_cast<std::int64_t>(m_norms.size());
    const auto filter = static_cast<std::int64_t>(std::floor(share * double(count)));
    return filter >= 0 && filter < count ? filter : -1;
}

bool NormBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::int64_t filter = filterAt(help->pos().x());
        QToolTip::showText(
            help->globalPos(),
            filter < 0
                ? QString()
                : tr("filter %1: norm %2").arg(filter).arg(valueText(m_norms[std::size_t(filter)])),
            this);
        return true;
    }
    return QWidget::event(event);
}

void NormBars::mousePressEvent(QMouseEvent *event)
{
    if (const std::int64_t filter = filterAt(event->position().x()); filter >= 0)
        Q_EMIT chosen(filter);
}

void NormBars::paintEvent(QPaintEvent *)
{
    if (m_norms.empty())
        return;
    QPainter painter(this);
    const QRectF plot = QRectF(rect()).adjusted(kPlotMargin, 4, -kPlotMargin, -4);
    // Many filters share a bar: the largest stands for them.
    const auto count = m_norms.size();
    const std::size_t bars = std::min<std::size_t>(count, std::size_t(plot.width() / 2));
    const qreal wide = plot.width() / double(std::max<std::size_t>(1, bars));
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const std::size_t from = bar * count / bars;
        const std::size_t to = std::max(from + 1, (bar + 1) * count / bars);
        const double norm = *std::max_element(m_norms.begin() + std::ptrdiff_t(from),
                                              m_norms.begin() + std::ptrdiff_t(to));
        const bool isCurrent = m_current >= std::int64_t(from) && m_current < std::int64_t(to);
        const qreal high = m_largest > 0 ? plot.height() * norm / m_largest : 0;
        const qreal gap = wide >= 4 ? 1 : 0;
        painter.fillRect(
            QRectF(plot.x() + double(bar) * wide, plot.bottom() - high, wide - gap, high),
            isCurrent ? tokens().accent : tokens().control);
    }
    painter.setPen(QPen(tokens().control, hairline(painter)));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

ResponsePlot::ResponsePlot(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ResponsePlot::heightForWidth(int /*width*/) const
{
    return m_line.empty() ? 116 : 88;
}

void ResponsePlot::setKernel(const std::vector<float> &values, std::int64_t rows,
                             std::int64_t columns)
{
    const bool wasLine = !m_line.empty();
    const auto response = frequencyResponse(values, rows, columns, kFrequencies);
    m_high = double(*std::max_element(response.begin(), response.end()));
    m_line.clear();
    m_picture = QImage();
    if (rows == 1) {
        m_line = response;
    } else {
        m_picture = QImage(int(kFrequencies), int(kFrequencies), QImage::Format_RGB32);
        const auto high = static_cast<float>(m_high);
        const ColourScale scale({high - kFloor, std::max(high, high - kFloor + 1)},
                                *findColormap("magma"), false);
        for (int row = 0; row < m_picture.height(); ++row) {
            auto *line = reinterpret_cast<QRgb *>(m_picture.scanLine(row));
            for (int column = 0; column < m_picture.width(); ++column)
                line[column] =
                    scale.colour(response[std::size_t(row * m_picture.width() + column)]);
        }
    }
    // The middle against the rim says most.
    const std::int64_t middle = kFrequencies / 2;
    const double zero = double(rows == 1 ? response[std::size_t(middle)]
                                         : response[std::size_t(middle * kFrequencies + middle)]);
    double rim = double(kLowestDecibels);
    for (std::size_t i = 0; i < std::size_t(kFrequencies); ++i)
        rim = std::max(rim, double(response[i]));
    if (m_high <= double(kLowestDecibels) + 1)
        m_words = tr("Nothing passes");
    else if (zero > rim + 6)
        m_words = tr("Low frequencies pass: a blur");
    else if (zero < m_high - 20)
        m_words = tr("The mean does not pass: edges");
    else if (rim > zero + 3)
        m_words = tr("High frequencies are raised: sharper");
    else
        m_words = tr("All frequencies pass about alike");
    setAccessibleName(tr("Frequency response. %1").arg(m_words));
    setToolTip(tr("%1. Horizontal and vertical frequency up to half a wave per cell, zero in the "
                  "middle; %2 dB at the brightest, %3 dB less at the darkest.")
                   .arg(m_words, valueText(m_high, 4), QString::number(double(kFloor))));
    if (wasLine != !m_line.empty())
        updateGeometry();
    update();
}

void ResponsePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::MonoCaption));
    if (!m_picture.isNull()) {
        const QRectF square(kPlotMargin, 4, 108, 108);
        painter.drawImage(square, m_picture);
        painter.setPen(t.text2);
        const qreal x = square.right() + 12;
        const QRectF side(x, square.y(), width() - x - kPlotMargin, square.height());
        drawLineOfText(painter, side, Qt::AlignLeft | Qt::AlignTop,
                       valueText(m_high, 3) + u" dB"_s);
        drawLineOfText(painter, side, Qt::AlignLeft | Qt::AlignBottom,
                       valueText(m_high - double(kFloor), 3) + u" dB"_s);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.drawText(side.adjusted(0, 20, 0, -20),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_words);
        return;
    }
    if (m_line.empty())
        return;
    const QRectF plot = QRectF(rect()).adjusted(kPlotMargin, 6, -kPlotMargin, -scaledHeight(20));
    painter.setPen(QPen(t.line, hairline(painter)));
    painter.drawRect(plot);
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPainterPath path;
    for (std::size_t i = 0; i < m_line.size(); ++i) {
        const double level =
            std::clamp((double(m_line[i]) - m_high + double(kFloor)) / double(kFloor), 0.0, 1.0);
        const QPointF at(plot.x() + plot.width() * double(i) / double(m_line.size() - 1),
                         plot.bottom() - plot.height() * level);
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    painter.setPen(QPen(t.accent, 1.75));
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    drawLineOfText(painter, QRectF(plot.x(), plot.bottom() + 2, plot.width(), scaledHeight(16)),
                   Qt::AlignLeft | Qt::AlignVCenter, m_words);
}

} // namespace convscope
