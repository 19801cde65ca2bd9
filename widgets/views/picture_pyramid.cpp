// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/picture_pyramid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace convscope {

namespace {

/// Weighted neighbours of one output position: at most four, weights of 256ths that sum to 256.
struct Taps
{
    int first = 0;
    int count = 1;
    std::array<std::uint32_t, 4> weights{256, 0, 0, 0};
};

/// All colour channels in one multiplication: 16 bits each, of which a sum of weights of 256 takes
/// all.
struct Sum
{
    static constexpr std::uint64_t kChannels = 0x00FF00FF00FF00FF;
    std::uint64_t sum = 0x0080008000800080;

    void add(QRgb colour, std::uint32_t weight)
    {
        const std::uint64_t both = colour | static_cast<std::uint64_t>(colour) << 24;
        sum += (both & kChannels) * weight;
    }
    [[nodiscard]] QRgb colour() const
    {
        const std::uint64_t means = (sum >> 8) & kChannels;
        return 0xFF000000U | static_cast<QRgb>(means) | static_cast<QRgb>(means >> 24);
    }
};

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
            Sum sum;
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
std::vector<Taps> tapsOf(int from, int to, int origin, double scale, int cells)
{
    std::vector<Taps> taps(static_cast<std::size_t>(std::max(0, to - from)));
    for (int pixel = from; pixel < to; ++pixel) {
        Taps &tap = taps[static_cast<std::size_t>(pixel - from)];
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
        tap.count = std::clamp(static_cast<int>(std::ceil(high)) - tap.first, 1, 4);
        std::uint32_t rest = 256;
        for (int i = 0; i < tap.count; ++i) {
            const double begin = std::max(low, static_cast<double>(tap.first + i));
            const double end = std::min(high, static_cast<double>(tap.first + i + 1));
            const auto weight = i + 1 == tap.count
                                    ? rest
                                    : std::min(rest, static_cast<std::uint32_t>(
                                                         256 * (end - begin) / (high - low) + 0.5));
            tap.weights[static_cast<std::size_t>(i)] = weight;
            rest -= weight;
        }
    }
    return taps;
}

/// `kTaps` of every tap, those beyond its count weigh nothing; all lie inside the row.
template <int kTaps>
void blendTaps(const QRgb *in, const std::vector<Taps> &taps, QRgb *out)
{
    for (const Taps &tap : taps) {
        Sum sum;
        for (int i = 0; i < kTaps; ++i)
            sum.add(in[tap.first + i], tap.weights[static_cast<std::size_t>(i)]);
        *out++ = sum.colour();
    }
}

void blendAcross(const QRgb *in, const std::vector<Taps> &taps, int most, QRgb *out)
{
    switch (most) {
    case 1:
        return blendTaps<1>(in, taps, out);
    case 2:
        return blendTaps<2>(in, taps, out);
    case 3:
        return blendTaps<3>(in, taps, out);
    default:
        return blendTaps<4>(in, taps, out);
    }
}

/// Moves taps at the end of a row to the left, so that `most` of them never reach beyond it.
void keepInside(std::vector<Taps> &taps, int most, int cells)
{
    for (Taps &tap : taps) {
        const int beyond = std::min(tap.first, std::max(0, tap.first + most - cells));
        if (beyond == 0)
            continue;
        std::array<std::uint32_t, 4> moved{};
        for (int i = 0; i < tap.count; ++i)
            moved[static_cast<std::size_t>(i + beyond)] = tap.weights[static_cast<std::size_t>(i)];
        tap.weights = moved;
        tap.first -= beyond;
        tap.count += beyond;
    }
}

/// Byte by byte: the compiler makes vector instructions of loops whose length it knows.
void blendDown(const QRgb *const *rows, const Taps &tap, std::size_t width, QRgb *out)
{
    constexpr std::size_t kPixels = 16;
    constexpr std::size_t kBytes = 4 * kPixels;
    std::size_t x = 0;
    for (; x + kPixels <= width; x += kPixels) {
        std::array<std::uint16_t, kBytes> sums;
        sums.fill(128);
        for (std::size_t i = 0; i < static_cast<std::size_t>(tap.count); ++i) {
            const auto *in = reinterpret_cast<const uchar *>(rows[i] + x);
            const auto weight = static_cast<std::uint16_t>(tap.weights[i]);
            for (std::size_t k = 0; k < kBytes; ++k)
                sums[k] = static_cast<std::uint16_t>(sums[k] + in[k] * weight);
        }
        auto *bytes = reinterpret_cast<uchar *>(out + x);
        for (std::size_t k = 0; k < kBytes; ++k)
            bytes[k] = static_cast<uchar>(sums[k] >> 8);
    }
    for (; x < width; ++x) {
        Sum sum;
        for (std::size_t i = 0; i < static_cast<std::size_t>(tap.count); ++i)
            sum.add(rows[i][x], tap.weights[i]);
        out[x] = sum.colour();
    }
}

/// Area averages or linear interpolation of one level into `target` (device pixels, inside `out`).
void drawSmooth(const QImage &level, QPoint origin, double scaleX, double scaleY,
                const QRect &target, QImage &out)
{
    auto across = tapsOf(target.left(), target.right() + 1, origin.x(), scaleX, level.width());
    int most = 1;
    for (const Taps &tap : across)
        most = std::max(most, tap.count);
    most = std::min(most, level.width());
    keepInside(across, most, level.width());
    const auto down = tapsOf(target.top(), target.bottom() + 1, origin.y(), scaleY, level.height());
    const auto width = static_cast<std::size_t>(target.width());
    // The last rows of the level, already blended across, by row modulo their number.
    constexpr int kKept = 4;
    std::array<std::vector<QRgb>, kKept> lines;
    std::array<int, kKept> rows{-1, -1, -1, -1};
    for (auto &line : lines)
        line.resize(width);
    for (std::size_t y = 0; y < down.size(); ++y) {
        const Taps &tap = down[y];
        std::array<const QRgb *, kKept> source{};
        for (int i = 0; i < tap.count; ++i) {
            const int row = tap.first + i;
            const auto slot = static_cast<std::size_t>(row % kKept);
            if (rows[slot] != row) {
                blendAcross(reinterpret_cast<const QRgb *>(level.constScanLine(row)), across, most,
                            lines[slot].data());
                rows[slot] = row;
            }
            source[static_cast<std::size_t>(i)] = lines[slot].data();
        }
        auto *line = reinterpret_cast<QRgb *>(out.scanLine(target.top() + static_cast<int>(y))) +
                     target.left();
        blendDown(source.data(), tap, width, line);
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
