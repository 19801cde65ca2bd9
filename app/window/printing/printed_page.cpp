// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/printing/printed_page.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/plot.h"
#include "views/series_colours.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kBar = 14;

struct PrintedWords
{
    Q_DECLARE_TR_FUNCTIONS(PrintedWords)
};

/// As in the window, but of one size on every desktop, and with the widths of the type design:
/// paper has far finer dots.
QFont paperFont(FontRole role)
{
    QFont face = font(role);
    face.setPixelSize(qRound(face.pixelSize() / fontFactor()));
    face.setHintingPreference(QFont::PreferNoHinting);
    return face;
}

int wordsWidth(FontRole role, const QString &words)
{
    return static_cast<int>(std::ceil(QFontMetricsF(paperFont(role)).horizontalAdvance(words)));
}

/// One line, cut in the middle where it is too long.
void write(QPainter &painter, const QRectF &rect, int alignment, FontRole role,
           const QColor &colour, const QString &words)
{
    const QFont face = paperFont(role);
    painter.setFont(face);
    painter.setPen(colour);
    painter.drawText(rect, alignment | Qt::TextSingleLine,
                     QFontMetricsF(face).elidedText(words, Qt::ElideMiddle, rect.width()));
}

void frame(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setPen(QPen(colour, 0.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

bool hasTensor(const RibbonFace &face)
{
    return face.state != RibbonFace::State::Illegal && face.state != RibbonFace::State::Waiting;
}

/// Lines over their common range, as in the ribbon.
void paintLines(QPainter &painter, const QRectF &rect, const std::vector<LineEnvelope> &lines)
{
    PlotScale scale;
    scale.rect = rect;
    scale.low = std::numeric_limits<double>::infinity();
    scale.high = -scale.low;
    for (const LineEnvelope &line : lines) {
        const auto [low, high] = line.limits();
        scale.low = std::min(scale.low, static_cast<double>(low));
        scale.high = std::max(scale.high, static_cast<double>(high));
        scale.last = std::max(scale.last, static_cast<double>(line.length - 1));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto index = static_cast<int>(i);
        drawLine(painter, lines[i], scale,
                 lines.size() == 1 ? lightTokens().text : seriesColour(index), 0.6,
                 seriesDash(index));
    }
}

void paintFace(QPainter &painter, const RibbonColumn &column, const RibbonFace &face,
               bool isCurrent)
{
    const Tokens &t = lightTokens();
    const bool isIllegal = face.state == RibbonFace::State::Illegal;
    if (!hasTensor(face)) {
        painter.setPen(QPen(isIllegal ? t.error : t.control, 0.75, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(column.face);
    } else {
        for (int sheet = column.sheets; sheet > 0; --sheet) {
            const int step = sheet * RibbonLayout::kSheetStep;
            const QRectF rect = column.face.translated(step, -step);
            painter.fillRect(rect, face.dimensions == 1 ? t.surface : t.sunken);
            frame(painter, rect, t.control);
        }
        painter.fillRect(column.face, face.dimensions == 1 ? t.surface : t.sunken);
        if (face.dimensions != 1 && !face.picture.isNull())
            painter.drawImage(QRectF(column.face), face.picture);
        frame(painter, column.face, t.text2);
        if (face.dimensions == 1 && !face.lines.empty())
            paintLines(painter, QRectF(column.face).adjusted(1, 2, -1, -2), face.lines);
    }
    const QColor colour = isIllegal          ? t.error
                          : !hasTensor(face) ? t.text2
                          : isCurrent        ? t.accentText
                                             : t.text;
    write(painter, QRectF(column.shape).adjusted(-8, 0, 8, 0), Qt::AlignCenter, FontRole::Number,
          colour, ribbonCaption(face));
    if (isCurrent)
        painter.fillRect(column.foot, isIllegal ? t.error : t.accent);
}

void paintRibbon(QPainter &painter, const PrintedPage &page, const PageLayout &layout)
{
    const Tokens &t = lightTokens();
    for (const RibbonLine &line : layout.ribbonLines) {
        painter.save();
        painter.translate(line.origin);
        painter.scale(layout.ribbonScale, layout.ribbonScale);
        for (int i = line.first; i < line.first + line.count; ++i) {
            const RibbonColumn &column = layout.ribbon.columns[static_cast<std::size_t>(i)];
            const RibbonFace &face = page.faces[static_cast<std::size_t>(i)];
            paintFace(painter, column, face, i == page.current);
            if (i == line.first || column.arrow.isNull())
                continue;
            const QRectF arrow(column.arrow);
            const QPointF tip(arrow.right(), arrow.top() + 0.5);
            painter.setPen(QPen(t.control, 0.75));
            painter.drawLine(QPointF(arrow.left(), tip.y()), tip);
            painter.drawLine(tip - QPointF(4, 4), tip);
            painter.drawLine(tip - QPointF(4, -4), tip);
            write(painter, column.className, Qt::AlignHCenter | Qt::AlignBottom, FontRole::Caption,
                  face.state == RibbonFace::State::Illegal ? t.error : t.text2, face.className);
            write(painter, column.brief, Qt::AlignHCenter | Qt::AlignTop, FontRole::MonoCaption,
                  t.text2, face.brief);
        }
        painter.restore();
    }
    const RibbonLine &last = layout.ribbonLines.back();
    const auto left = static_cast<int>(page.faces.size()) - last.first - last.count;
    if (left > 0)
        write(painter,
              QRectF(0, last.origin.y() + PageLayout::kRibbonHeight * layout.ribbonScale - 4,
                     layout.title.width(), 14),
              Qt::AlignRight | Qt::AlignVCenter, FontRole::Caption, t.text2,
              PrintedWords::tr("and %1 more").arg(left));
}

/// The bar from the largest value down to the least, with the numbers beside it.
void paintScale(QPainter &painter, const PrintedPage &page, const QRectF &area)
{
    const Tokens &t = lightTokens();
    const QRectF bar(area.left() + 10, area.top(), kBar, area.height());
    QImage colours(1, 256, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i)
        colours.setPixel(
            0, 255 - i,
            page.colormap->colours[static_cast<std::size_t>(page.isInverted ? 255 - i : i)]);
    painter.drawImage(bar, colours);
    frame(painter, bar, t.control);
    const double low = static_cast<double>(page.range.low);
    const double high = static_cast<double>(page.range.high);
    std::vector<double> values{high, low};
    if (low < 0 && high > 0)
        values.push_back(0);
    for (const double value : values) {
        const double share = high > low ? (value - low) / (high - low) : value > low ? 1 : 0;
        const double y = std::clamp(bar.bottom() - share * bar.height(), bar.top(), bar.bottom());
        painter.setPen(QPen(t.text2, 0.5));
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4, y));
        const double top = std::clamp(y - 8, bar.top() - 2, std::max(bar.top(), bar.bottom() - 14));
        write(painter, QRectF(bar.right() + 7, top, area.right() - bar.right() - 7, 16),
              Qt::AlignLeft | Qt::AlignVCenter, FontRole::MonoCaption, t.text, valueText(value, 4));
    }
}

void paintSequence(QPainter &painter, const LineEnvelope &line, const ValueRange &range,
                   const QRectF &rect)
{
    PlotScale scale;
    scale.rect = rect;
    scale.low = static_cast<double>(range.low);
    scale.high = static_cast<double>(range.high);
    scale.last = static_cast<double>(std::max<std::int64_t>(1, line.length - 1));
    if (scale.low < 0 && scale.high > 0) {
        painter.setPen(QPen(lightTokens().line, 0.5));
        painter.drawLine(QPointF(rect.left(), scale.y(0)), QPointF(rect.right(), scale.y(0)));
    }
    drawLine(painter, line, scale, lightTokens().text, 0.6);
}

void paintMap(QPainter &painter, const PrintedPage &page, const PageLayout &layout)
{
    const Tokens &t = lightTokens();
    write(painter, layout.mapTitle, Qt::AlignLeft | Qt::AlignVCenter, FontRole::Title, t.text,
          page.mapTitle);
    const double taken = wordsWidth(FontRole::Title, page.mapTitle) + 12.0;
    write(painter, layout.mapTitle.adjusted(taken, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
          FontRole::Caption, t.text2, page.scaleWords);
    if (page.isSequence && !page.line.isEmpty()) {
        paintSequence(painter, page.line, page.range, layout.map);
        frame(painter, layout.map, t.control);
        const QRectF numbers = layout.scale.adjusted(6, 0, 0, 0);
        write(painter, QRectF(numbers.left(), numbers.top(), numbers.width(), 16), Qt::AlignLeft,
              FontRole::MonoCaption, t.text, valueText(static_cast<double>(page.range.high), 4));
        write(painter, QRectF(numbers.left(), numbers.bottom() - 16, numbers.width(), 16),
              Qt::AlignLeft | Qt::AlignBottom, FontRole::MonoCaption, t.text,
              valueText(static_cast<double>(page.range.low), 4));
        return;
    }
    if (page.map.isNull() || page.colormap == nullptr) {
        painter.setFont(paperFont(FontRole::Text));
        painter.setPen(t.text);
        painter.drawText(layout.map.adjusted(0, 4, 0, 0),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, page.reason);
        return;
    }
    painter.drawImage(layout.map, page.map);
    frame(painter, layout.map, t.control);
    paintScale(painter, page, layout.scale);
}

void paintGrid(QPainter &painter, const PrintedPage &page, const PageLayout &layout)
{
    const Tokens &t = lightTokens();
    if (layout.tiles.empty())
        return;
    const auto shown = static_cast<int>(layout.tiles.size());
    write(painter, layout.gridTitle, Qt::AlignLeft | Qt::AlignVCenter, FontRole::Title, t.text,
          shown < page.maps ? PrintedWords::tr("%1 of %2 maps, and %3 more")
                                  .arg(QString::number(shown), QString::number(page.maps),
                                       QString::number(page.maps - shown))
                            : PrintedWords::tr("%1 maps").arg(page.maps));
    for (std::size_t i = 0; i < layout.tiles.size() && i < page.channels.size(); ++i) {
        const int channel = page.channels[i];
        const QRectF &tile = layout.tiles[i];
        for (const auto &[index, picture] : page.tiles)
            if (index == channel)
                painter.drawImage(tile, picture);
        for (const auto &[index, line] : page.lines)
            if (index == channel)
                paintSequence(painter, line, page.range, tile);
        const bool isShown = channel == page.channel;
        frame(painter, tile, isShown ? t.accent : t.control);
        if (isShown) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.drawRect(tile);
        }
        write(painter, layout.tileWords[i], Qt::AlignLeft | Qt::AlignVCenter, FontRole::MonoCaption,
              isShown ? t.accentText : t.text2, QString::number(channel));
    }
}

/// Class, name, shape, parameters: their shares of a row.
std::vector<QRectF> cells(const QRectF &row)
{
    constexpr double kShares[] = {0.27, 0.29, 0.26, 0.18};
    std::vector<QRectF> rects;
    double left = row.left();
    for (const double share : kShares) {
        const double width = row.width() * share;
        rects.push_back({left, row.top(), width - (rects.size() < 3 ? 8 : 0), row.height()});
        left += width;
    }
    return rects;
}

void paintTable(QPainter &painter, const PrintedPage &page, const PageLayout &layout)
{
    const Tokens &t = lightTokens();
    constexpr int kLeft = Qt::AlignLeft | Qt::AlignVCenter;
    constexpr int kRight = Qt::AlignRight | Qt::AlignVCenter;
    for (const QRectF &head : layout.tableHeads) {
        const std::vector<QRectF> at = cells(head);
        write(painter, at[0], kLeft, FontRole::Caption, t.text2, PrintedWords::tr("Layer"));
        write(painter, at[1], kLeft, FontRole::Caption, t.text2, PrintedWords::tr("Name"));
        write(painter, at[2], kLeft, FontRole::Caption, t.text2, PrintedWords::tr("Output shape"));
        write(painter, at[3], kRight, FontRole::Caption, t.text2, PrintedWords::tr("Parameters"));
        painter.setPen(QPen(t.control, 0.5));
        painter.drawLine(head.bottomLeft(), head.bottomRight());
    }
    for (std::size_t i = 0; i < layout.rows.size() && i < page.rows.size(); ++i) {
        const PrintedPage::Row &row = page.rows[i];
        const std::vector<QRectF> at = cells(layout.rows[i]);
        write(painter, at[0], kLeft, FontRole::Small, t.text, row.className);
        write(painter, at[1], kLeft, FontRole::MonoCaption, t.text, row.name);
        // Why there is no output takes the room of the parameters as well.
        write(painter, row.isIllegal ? at[2] | at[3] : at[2], kLeft, FontRole::MonoCaption,
              row.isIllegal ? t.error : t.text, row.shape);
        write(painter, at[3], kRight, FontRole::MonoCaption, t.text, row.parameters);
        painter.setPen(QPen(t.line, 0.5));
        painter.drawLine(layout.rows[i].bottomLeft(), layout.rows[i].bottomRight());
    }
    const auto left = page.rows.size() - std::min(page.rows.size(), layout.rows.size());
    if (left > 0)
        write(painter, layout.moreRows, kLeft, FontRole::Caption, t.text2,
              PrintedWords::tr("and %1 more layers").arg(left));
}

} // namespace

PageContents PrintedPage::contents() const
{
    PageContents contents;
    for (const RibbonFace &face : faces) {
        RibbonExtent extent;
        extent.dimensions = hasTensor(face) ? face.dimensions : 0;
        extent.slices = face.slices;
        extent.rows = face.rows;
        extent.columns = face.columns;
        extent.channels = face.channels;
        extent.shapeWidth = wordsWidth(FontRole::Number, ribbonCaption(face));
        extent.arrowWidth = std::max(wordsWidth(FontRole::Caption, face.className),
                                     wordsWidth(FontRole::MonoCaption, face.brief));
        contents.ribbon.push_back(extent);
    }
    contents.map = QSizeF(cells);
    contents.maps = maps;
    contents.isSequence = isSequence;
    contents.layers = static_cast<int>(rows.size());
    return contents;
}

void paintPage(QPainter &painter, const PrintedPage &page, QSizeF size)
{
    const Tokens &t = lightTokens();
    const PageLayout layout = layoutPage(page.contents(), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Every value keeps its own colour.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    write(painter, layout.title, Qt::AlignLeft | Qt::AlignVCenter, FontRole::InspectorTitle, t.text,
          page.title);
    write(painter, layout.title, Qt::AlignRight | Qt::AlignVCenter, FontRole::Caption, t.text2,
          u"ConvScope"_s);
    write(painter, layout.facts, Qt::AlignLeft | Qt::AlignVCenter, FontRole::Caption, t.text2,
          page.facts);
    if (!layout.ribbonLines.empty())
        paintRibbon(painter, page, layout);
    paintMap(painter, page, layout);
    paintGrid(painter, page, layout);
    paintTable(painter, page, layout);
    painter.restore();
}

} // namespace convscope
