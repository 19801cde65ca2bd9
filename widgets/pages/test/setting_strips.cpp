// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/setting_strips.h"

#include "pages/test/setting_maps.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

SettingStrips::SettingStrips(const SettingMaps *maps, QWidget *parent)
    : QWidget(parent), m_maps(maps)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Maps along each argument"));
}

void SettingStrips::show(const Sweep &sweep, const std::vector<SweepCell> &cells,
                         std::int64_t index)
{
    m_sweep.axes = sweep.axes;
    m_index = index;
    m_canBe.clear();
    for (const SweepCell &cell : cells)
        m_canBe.push_back(!cell.error);
    arrange();
    update();
}

void SettingStrips::arrange()
{
    m_strips.clear();
    int top = 0;
    const auto count = static_cast<std::int64_t>(m_canBe.size());
    const std::vector<SweepAxis> &axes = m_sweep.axes;
    for (std::size_t axis = 0; axis < axes.size() && m_index >= 0 && m_index < count; ++axis) {
        std::vector<std::size_t> choice = m_sweep.choiceOf(m_index);
        const int values = static_cast<int>(axes[axis].values.size());
        if (values < 2)
            continue;
        Strip strip;
        strip.top = top;
        strip.argument = QString::fromStdString(axes[axis].argument);
        QStringList others;
        for (std::size_t i = 0; i < axes.size(); ++i) {
            if (i != axis)
                others << QString::fromStdString(axes[i].argument + ' ' + axes[i].texts[choice[i]]);
        }
        strip.others = others.join(u", "_s);
        // As many values as have room, this one among them.
        const int shown = std::min(values, kMost);
        const int first = std::clamp(static_cast<int>(choice[axis]) - shown / 2, 0, values - shown);
        const int wide = (width() - 4 - (kMost - 1) * kGap) / kMost;
        for (int i = 0; i < shown; ++i) {
            choice[axis] = static_cast<std::size_t>(first + i);
            const std::int64_t index = m_sweep.indexOf(choice);
            strip.tiles.push_back({QRect(2 + i * (wide + kGap), top + kTitle, wide, kPicture),
                                   index, QString::fromStdString(axes[axis].texts[choice[axis]]),
                                   m_canBe[static_cast<std::size_t>(index)]});
        }
        m_strips.push_back(std::move(strip));
        top += kTitle + kPicture + kLabel + kGap;
    }
    if (height() != top)
        setFixedHeight(top);
}

void SettingStrips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SettingStrips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const Strip &strip : m_strips) {
        const QRect title(0, strip.top, width(), kTitle - 4);
        const QString said = tr("Along %1").arg(strip.argument);
        painter.setFont(convscope::font(FontRole::Title));
        painter.setPen(tokens().text);
        painter.drawText(title, Qt::AlignVCenter, said);
        const QRect rest =
            title.adjusted(QFontMetrics(painter.font()).horizontalAdvance(said) + 8, 0, 0, 0);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(tokens().text2);
        painter.drawText(
            rest, Qt::AlignVCenter | Qt::AlignRight,
            QFontMetrics(painter.font()).elidedText(strip.others, Qt::ElideRight, rest.width()));
        for (const Tile &tile : strip.tiles) {
            const QSize box = tile.area.size() * devicePixelRatioF();
            QImage picture = m_maps->picture(tile.index, box, tokens().isDark);
            if (picture.isNull()) {
                painter.fillRect(tile.area, tokens().sunken);
                painter.setPen(tokens().text2);
                painter.drawText(tile.area.adjusted(4, 2, -4, -2),
                                 Qt::AlignCenter | Qt::TextWordWrap,
                                 tile.canBe ? u"…"_s : tr("cannot be set"));
            } else {
                picture.setDevicePixelRatio(devicePixelRatioF());
                const QSizeF size = picture.deviceIndependentSize();
                painter.fillRect(tile.area, tokens().sunken);
                painter.drawImage(
                    QPointF(tile.area.left() + (tile.area.width() - size.width()) / 2,
                            tile.area.top() + (tile.area.height() - size.height()) / 2),
                    picture);
            }
            const bool isThis = tile.index == m_index;
            if (isThis)
                paintRing(painter, tile.area.adjusted(-2, -2, 2, 2), 0, 2, tokens().accent);
            painter.setFont(convscope::font(FontRole::MonoCaption));
            painter.setPen(isThis ? tokens().accentText : tokens().text2);
            painter.drawText(
                QRect(tile.area.left(), tile.area.bottom() + 4, tile.area.width(), kLabel - 2),
                Qt::AlignVCenter, tile.value);
        }
    }
}

void SettingStrips::mousePressEvent(QMouseEvent *event)
{
    for (const Strip &strip : m_strips) {
        for (const Tile &tile : strip.tiles) {
            if (tile.area.contains(event->position().toPoint())) {
                Q_EMIT chosen(tile.index);
                return;
            }
        }
    }
}

} // namespace convscope
