// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/input_pair_pictures.h"

#include "params/input_problem.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Larger pictures are drawn from every nth pixel.
constexpr std::int64_t kMostPixels = 1400;
constexpr std::size_t kClasses = 64;
/// Values looked at for the curves and the range, about.
constexpr std::int64_t kMostValues = 1 << 20;

struct Range
{
    double low = 0;
    double high = 1;
};

struct TensorRegion
{
    std::int64_t row = 0, column = 0, rows = 0, columns = 0;
};

TensorRegion whole(const Tensor &tensor)
{
    return {0, 0, tensor.extent(1), tensor.extent(2)};
}

/// Calls see(channel, value) for about kMostValues of the region.
template <class See>
void forValues(const Tensor &tensor, const TensorRegion &region, See see)
{
    const std::int64_t channels = tensor.extent(-1);
    const std::int64_t all = region.rows * region.columns * channels;
    const auto step =
        std::max<std::int64_t>(1, std::llround(std::sqrt(double(all) / double(kMostValues))));
    for (std::int64_t row = region.row; row < region.row + region.rows; row += step) {
        for (std::int64_t column = region.column; column < region.column + region.columns;
             column += step) {
            const float *pixel = tensor.data() + (row * tensor.extent(2) + column) * channels;
            for (std::int64_t c = 0; c < channels; ++c)
                if (std::isfinite(pixel[c]))
                    see(c, double(pixel[c]));
        }
    }
}

Range rangeOfValues(const Tensor &tensor, const TensorRegion &region)
{
    Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    forValues(tensor, region, [&](std::int64_t, double value) {
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    });
    if (!(range.low <= range.high))
        return {};
    if (range.low == range.high)
        range.high = range.low + 1;
    return range;
}

ValueCurves curves(const Tensor &tensor, const TensorRegion &region, const Range &range)
{
    ValueCurves curves;
    curves.low = range.low;
    curves.high = range.high;
    curves.channels.assign(static_cast<std::size_t>(tensor.extent(-1)),
                           std::vector<double>(kClasses));
    forValues(tensor, region, [&](std::int64_t c, double value) {
        const double share = (value - range.low) / (range.high - range.low);
        const auto at = static_cast<std::size_t>(
            std::clamp(share * double(kClasses), 0.0, double(kClasses - 1)));
        ++curves.channels[static_cast<std::size_t>(c)][at];
    });
    return curves;
}

QImage picture(const Tensor &tensor, const Range &range, bool blueFirst)
{
    const std::int64_t rows = tensor.extent(1);
    const std::int64_t columns = tensor.extent(2);
    const std::int64_t channels = tensor.extent(-1);
    const std::int64_t step = (std::max(rows, columns) + kMostPixels - 1) / kMostPixels;
    QImage image(static_cast<int>((columns + step - 1) / step),
                 static_cast<int>((rows + step - 1) / step), QImage::Format_RGB32);
    const auto level = [&](float value) {
        const double share = (double(value) - range.low) / (range.high - range.low);
        return std::isfinite(share) ? std::clamp(static_cast<int>(share * 255 + 0.5), 0, 255) : 0;
    };
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const float *pixel = tensor.data() + (y * step * columns + x * step) * channels;
            if (channels < 3)
                line[x] = qRgb(level(pixel[0]), level(pixel[0]), level(pixel[0]));
            else
                line[x] = qRgb(level(pixel[blueFirst ? 2 : 0]), level(pixel[1]),
                               level(pixel[blueFirst ? 0 : 2]));
        }
    }
    return image;
}

/// The range's own ends, where it has some.
std::optional<Range> endsOf(PictureRange range)
{
    switch (range) {
    case PictureRange::ZeroToOne:
        return Range{0, 1};
    case PictureRange::MinusOneToOne:
        return Range{-1, 1};
    case PictureRange::ZeroTo255:
        return Range{0, 255};
    case PictureRange::Auto:
    case PictureRange::Caffe:
    case PictureRange::Torch:
        break;
    }
    return std::nullopt;
}

} // namespace

bool hasInputPair(const ChosenInput &chosen)
{
    if (!chosen.read || chosen.read->tensor.rank() != 4 || chosen.read->tensor.extent(0) != 1 ||
        chosen.read->tensor.size() == 0)
        return false;
    const Extents wanted = statedExtents(chosen);
    return wanted[1] > 0 && wanted[2] > 0 &&
           (!chosen.ready || (chosen.ready->tensor.rank() == 4 && chosen.ready->tensor.size() > 0));
}

PlaneFit inputPlaneFit(const ChosenInput &chosen)
{
    const Extents &have = chosen.read->tensor.extents();
    const Extents wanted = chosen.ready ? chosen.ready->tensor.extents() : statedExtents(chosen);
    const bool isFitted = have[1] != wanted[1] || have[2] != wanted[2];
    return planeFit({have[1], have[2]}, {wanted[1], wanted[2]},
                    isFitted ? fitOf(chosen) : Fit::Resize, chosen.preparation.anchor);
}

InputPairPictures inputPairPictures(const ChosenInput &chosen, PictureRange range)
{
    InputPairPictures pictures;
    const Tensor &read = chosen.read->tensor;
    pictures.fit = inputPlaneFit(chosen);
    const double white = chosen.read->white;
    const Range stored = white > 0 ? Range{0, white} : rangeOfValues(read, whole(read));
    pictures.file = picture(read, stored, false);
    const AxisFit &r = pictures.fit.rows;
    const AxisFit &c = pictures.fit.columns;
    TensorRegion kept;
    kept.row = std::max<std::int64_t>(r.offset, 0);
    kept.column = std::max<std::int64_t>(c.offset, 0);
    kept.rows = std::min(r.offset + r.frame, r.have) - kept.row;
    kept.columns = std::min(c.offset + c.frame, c.have) - kept.column;
    pictures.fileValues = curves(read, kept, stored);
    if (!chosen.ready)
        return pictures;
    const Tensor &ready = chosen.ready->tensor;
    const Range all = rangeOfValues(ready, whole(ready));
    const Range shown = white > 0 ? endsOf(range).value_or(all) : all;
    pictures.black = shown.low;
    pictures.white = shown.high;
    const bool isCaffe = white > 0 && range == PictureRange::Caffe;
    pictures.model = picture(ready, shown, isCaffe);
    pictures.modelValues = curves(ready, whole(ready), all);
    // The file's order, so that a colour means one thing.
    if (isCaffe)
        std::reverse(pictures.modelValues.channels.begin(), pictures.modelValues.channels.end());
    return pictures;
}

} // namespace convscope
