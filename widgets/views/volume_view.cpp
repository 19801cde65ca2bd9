// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/volume_view.h"

#include "style/fonts.h"
#include "style/numbers.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kProfileHeight = 190;
/// It gives up this much where the planes gain a whole step of scale by it.
constexpr int kLeastProfile = 130;
/// Below this height the planes take all the room.
constexpr int kProfileFrom = 430;

} // namespace

VolumeView::VolumeView(QWidget *parent) : LargeMapView(tr("Volume"), parent) {}

void VolumeView::setPictures(const VolumePictures &pictures)
{
    m_pictures = pictures;
    const auto pyramid = [](const QImage &picture) {
        const auto cells = static_cast<std::int64_t>(picture.width()) * picture.height();
        return cells <= PicturePyramid::kSmallPicture ? PicturePyramid::build(picture)
                                                      : PicturePyramid::flat(picture);
    };
    m_slice = pyramid(pictures.slice);
    m_column = pyramid(pictures.column);
    m_row = pyramid(pictures.row);
    m_largest = pyramid(pictures.largest);
    setCursor(m_cursor);
    update();
}

void VolumeView::setCursor(const VolumeCursor &cursor)
{
    const VolumeExtent &extent = m_pictures.extent;
    m_cursor = cursor;
    if (!extent.isEmpty()) {
        m_cursor.slice = std::clamp<std::int64_t>(cursor.slice, 0, extent.slices - 1);
        m_cursor.row = std::clamp<std::int64_t>(cursor.row, 0, extent.rows - 1);
        m_cursor.column = std::clamp<std::int64_t>(cursor.column, 0, extent.columns - 1);
    }
    update();
}

void VolumeView::setField(std::optional<std::pair<VolumeCursor, VolumeCursor>> field,
                          const QString &words)
{
    if (field == m_field && words == m_fieldWords)
        return;
    m_field = field;
    m_fieldWords = words;
    update();
}

void VolumeView::setHeat(VolumeHeat heat)
{
    m_heat = std::move(heat);
    update();
}

void VolumeView::setProfile(const SliceProfile &profile)
{
    m_profile = profile;
    update();
}

void VolumeView::setTwoToneGuides(bool twoTone)
{
    m_isTwoTone = twoTone;
    update();
}

QRect VolumeView::profileRect() const
{
    if (height() < kProfileFrom || m_profile.map.isEmpty())
        return {};
    int size = scaledHeight(kProfileHeight);
    const int least = scaledHeight(kLeastProfile);
    if (layoutOver(height() - least).scale > layoutOver(height() - size).scale)
        size = least;
    return {0, height() - size, width(), size};
}

VolumeLayout VolumeView::layoutOver(int room) const
{
    const qreal ratio = devicePixelRatioF();
    return VolumeLayout::of(m_pictures.extent, QSize(qRound(width() * ratio), qRound(room * ratio)),
                            ratio, QFontMetrics(convscope::font(FontRole::MonoCaption)).height());
}

VolumeLayout VolumeView::layoutInUse() const
{
    return layoutOver(height() - profileRect().height());
}

/// The cursor's value: the slice is the picture that changes least while the cursor moves, the
/// others may still be on their way.
std::optional<float> VolumeView::value() const
{
    const Plane &plane = m_pictures.slicePlane;
    if (plane.isEmpty() || m_cursor.row >= plane.rows || m_cursor.column >= plane.columns)
        return std::nullopt;
    return plane.at(m_cursor.row, m_cursor.column);
}

QString VolumeView::spokenCell() const
{
    const QString place = tr("slice %1, row %2, column %3")
                              .arg(m_cursor.slice)
                              .arg(m_cursor.row)
                              .arg(m_cursor.column);
    const auto number = value();
    return number ? place + u", "_s + valueText(static_cast<double>(*number)) : place;
}

QString VolumeView::spokenCurrent() const
{
    return spokenCell();
}

void VolumeView::moveTo(VolumeCursor cursor)
{
    if (m_pictures.extent.isEmpty())
        return;
    const VolumeCursor before = m_cursor;
    setCursor(cursor);
    if (m_cursor == before)
        return;
    Q_EMIT cursorMoved(m_cursor);
    announceSoon();
}

void VolumeView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    mouseMoveEvent(event);
}

void VolumeView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = (event->position() * devicePixelRatioF()).toPoint();
    const auto cursor = layoutInUse().cursorAt(point, m_cursor, m_pictures.extent);
    QWidget::setCursor(cursor ? Qt::CrossCursor : Qt::ArrowCursor);
    if (cursor && event->buttons().testFlag(Qt::LeftButton))
        moveTo(*cursor);
}

void VolumeView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int steps = takeNotches(*event);
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        changeMap(steps);
    else if (steps != 0)
        moveTo({m_cursor.slice - steps, m_cursor.row, m_cursor.column});
}

void VolumeView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    VolumeCursor to = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        to.column -= step;
        return moveTo(to);
    case Qt::Key_Right:
        to.column += step;
        return moveTo(to);
    case Qt::Key_Up:
        to.row -= step;
        return moveTo(to);
    case Qt::Key_Down:
        to.row += step;
        return moveTo(to);
    case Qt::Key_Home:
        to.column = 0;
        if (isControl)
            to.row = 0;
        return moveTo(to);
    case Qt::Key_End:
        to.column = m_pictures.extent.columns - 1;
        if (isControl)
            to.row = m_pictures.extent.rows - 1;
        return moveTo(to);
    case Qt::Key_Less:
        to.slice -= 1;
        return moveTo(to);
    case Qt::Key_Greater:
        to.slice += 1;
        return moveTo(to);
    default:
        break;
    }
    LargeMapView::keyPressEvent(event);
}

} // namespace convscope
