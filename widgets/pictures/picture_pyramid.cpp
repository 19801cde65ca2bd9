// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/picture_pyramid.h"

#include "visual/pixel_blend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace convscope {

namespace {

QImage halved(const QImage &picture)
{
    const int width = (picture.width() + 1) / 2;
    const int height = (picture.height() + 1) / 2;
    QImage half(width, height, QImage::Format_RGB32);
    if (half.isNull())
        return half;
    for (int y = 0; y < height; ++y) {
        const auto *upper = reinterpret_cast<const QRgb *>(picture.constScanLine(2 * y));
        const auto *lower = reinterpret_cast<const QRgb *>(
            picture.constScanLine(std::min(2 * y + 1, picture.height() - 1)));
        auto *out = reinterpret_cast<QRgb *>(half.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int left = 2 * x;
            const int right = std::min(left + 1, picture.width() - 1);
            ColourSum sum;
            sum.add(upper[left], 64);
            sum.add(upper[right], 64);
            sum.add(lower[left], 64);
            sum.add(lower[right], 64);
            out[x] = sum.colour();
        }
    }
    return half;
}

/// Taps for output pixels [from, to) over `cells` cells that are `scale` pixels large and start at
/// `origin`: areas where scale < 1, linear interpolation between cell centres otherwise.
std::vector<PixelTaps> tapsOf(int from, int to, int origin, double scale, int cells)
{
    std::vector<PixelTaps> taps(static_cast<std::size_t>(std::max(0, to - from)));
    for (int pixel = from; pixel < to; ++pixel) {
        PixelTaps &tap = taps[static_cast<std::size_t>(pixel - from)];
        double low = (pixel - origin) / scale;
        double high = (pixel - origin + 1) / scale;
        if (scale >= 1) {
            const double middle = (low + high) / 2;
            low = middle - 0.5;
            high = middle + 0.5;
        }
        low = std::clamp(low, 0.0, cells - 1e-6);
        high = std::clamp(high, low + 1e-6, static_cast<double>(cells));
        tap.first = static_cast<int>(low);
        const int count = std::clamp(static_cast<int>(std::ceil(high)) - tap.first, 1, 4);
        int rest = 256;
        for (int i = 0; i < count; ++i) {
            const double begin = std::max(low, static_cast<double>(tap.first + i));
            const double end = std::min(high, static_cast<double>(tap.first + i + 1));
            const int weight =
                i + 1 == count
                    ? rest
                    : std::min(rest, static_cast<int>(256 * (end - begin) / (high - low) + 0.5));
            tap.weights[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(weight);
            rest -= weight;
        }
    }
    return taps;
}

/// Area averages or linear interpolation of one level into `target` (device pixels, inside `out`).
void drawSmooth(const QImage &level, QPoint origin, double scaleX, double scaleY,
                const QRect &target, QImage &out)
{
    const auto across =
        tapsOf(target.left(), target.right() + 1, origin.x(), scaleX, level.width());
    const auto down = tapsOf(target.top(), target.bottom() + 1, origin.y(), scaleY, level.height());
    const auto width = static_cast<std::size_t>(target.width());
    // The last rows of the level, already blended across, by row modulo their number.
    constexpr int kKept = 4;
    std::array<std::vector<QRgb>, kKept> lines;
    std::array<int, kKept> rows{-1, -1, -1, -1};
    for (auto &line : lines)
        line.resize(width);
    for (std::size_t y = 0; y < down.size(); ++y) {
        const PixelTaps &tap = down[y];
        std::array<const QRgb *, kKept> source{};
        std::array<std::uint16_t, kKept> weights{};
        std::size_t count = 0;
        for (int i = 0; i < kKept; ++i) {
            const std::uint16_t weight = tap.weights[static_cast<std::size_t>(i)];
            if (weight == 0)
                continue;
            const int row = tap.first + i;
            const auto slot = static_cast<std::size_t>(row % kKept);
            if (rows[slot] != row) {
                blendAcross(reinterpret_cast<const QRgb *>(level.constScanLine(row)), level.width(),
                            across, lines[slot].data());
                rows[slot] = row;
            }
            weights[count] = weight;
            source[count++] = lines[slot].data();
        }
        auto *line = reinterpret_cast<QRgb *>(out.scanLine(target.top() + static_cast<int>(y))) +
                     target.left();
        blendDown(std::span(source).first(count), weights, target.width(), line);
    }
}

/// Every device pixel takes the colour of the cell whose edges enclose it.
void drawCells(const QImage &picture, const MapTransform &transform, const QRect &target,
               QImage &out)
{
    const auto width = static_cast<std::size_t>(target.width());
    std::vector<int> columns(width);
    for (int x = 0; x < target.width(); ++x)
        columns[static_cast<std::size_t>(x)] = static_cast<int>(std::clamp<std::int64_t>(
            transform.columnAt(target.left() + x), 0, picture.width() - 1));
    std::int64_t drawnRow = -1;
    const uchar *drawnLine = nullptr;
    for (int y = target.top(); y <= target.bottom(); ++y) {
        const auto row = std::clamp<std::int64_t>(transform.rowAt(y), 0, picture.height() - 1);
        uchar *bytes = out.scanLine(y) + static_cast<std::ptrdiff_t>(target.left()) * 4;
        if (row == drawnRow) {
            std::memcpy(bytes, drawnLine, width * 4);
            continue;
        }
        const auto *in =
            reinterpret_cast<const QRgb *>(picture.constScanLine(static_cast<int>(row)));
        auto *line = reinterpret_cast<QRgb *>(bytes);
        for (std::size_t x = 0; x < width; ++x)
            line[x] = in[columns[x]];
        drawnRow = row;
        drawnLine = bytes;
    }
}

} // namespace

PicturePyramid PicturePyramid::flat(const QImage &picture)
{
    PicturePyramid pyramid;
    if (picture.isNull())
        return pyramid;
    pyramid.m_levels.push_back(picture.convertToFormat(QImage::Format_RGB32));
    pyramid.m_levels.back().setDevicePixelRatio(1);
    pyramid.m_isComplete = picture.width() == 1 && picture.height() == 1;
    return pyramid;
}

PicturePyramid PicturePyramid::build(const QImage &picture)
{
    PicturePyramid pyramid = flat(picture);
    while (!pyramid.isNull() &&
           (pyramid.m_levels.back().width() > 1 || pyramid.m_levels.back().height() > 1)) {
        QImage half = halved(pyramid.m_levels.back());
        if (half.isNull())
            return pyramid;
        pyramid.m_levels.push_back(std::move(half));
    }
    pyramid.m_isComplete = true;
    return pyramid;
}

const QImage &PicturePyramid::picture() const
{
    static const QImage none;
    return m_levels.empty() ? none : m_levels.front();
}

void PicturePyramid::draw(const MapTransform &transform, bool smooth, QImage &out) const
{
    if (isNull())
        return;
    const QRect whole(QPoint(transform.origin),
                      QPoint(std::max(transform.origin.x(), transform.columnEdge(columns()) - 1),
                             std::max(transform.origin.y(), transform.rowEdge(rows()) - 1)));
    const QRect target = whole & out.rect();
    if (target.isEmpty())
        return;
    // The finest level whose cells are not larger than a pixel by more than a factor of two.
    std::size_t level = 0;
    double scale = transform.scale;
    while (scale <= 0.5 && level + 1 < m_levels.size()) {
        scale *= 2;
        ++level;
    }
    if (!smooth || scale <= 0.5) {
        drawCells(m_levels.front(), transform, target, out);
        return;
    }
    // A halved odd extent covers half a cell more than the picture has.
    const double scaleX = transform.scale * std::ldexp(1.0, static_cast<int>(level));
    drawSmooth(m_levels[level], transform.origin, scaleX, scaleX, target, out);
}

} // namespace convscope
