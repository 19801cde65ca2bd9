// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/opencv_oracle.h"

#include "base/concat.h"
#include "layers/activations.h"

#include <opencv2/imgproc.hpp>

namespace convscope {

namespace {

/// Positions of one image of a batch in either data format.
struct Layout
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t channels = 0;
    bool isLast = true;

    Layout(const Extents &extents, DataFormat format) : isLast(format == DataFormat::ChannelsLast)
    {
        rows = extents[isLast ? 1 : 2];
        columns = extents[isLast ? 2 : 3];
        channels = extents[isLast ? 3 : 1];
    }

    [[nodiscard]] std::size_t at(std::int64_t image, std::int64_t channel, std::int64_t row,
                                 std::int64_t column) const
    {
        const std::int64_t position =
            isLast ? ((image * rows + row) * columns + column) * channels + channel
                   : ((image * channels + channel) * rows + row) * columns + column;
        return static_cast<std::size_t>(position);
    }
};

cv::Mat_<double> plane(const Tensor &tensor, const Layout &layout, std::int64_t image,
                       std::int64_t channel)
{
    cv::Mat_<double> out(static_cast<int>(layout.rows), static_cast<int>(layout.columns));
    for (int row = 0; row < out.rows; ++row) {
        for (int column = 0; column < out.cols; ++column)
            out(row, column) =
                static_cast<double>(tensor.values()[layout.at(image, channel, row, column)]);
    }
    return out;
}

/// The taps between input channel `in` and output `out` of a kernel (rows, columns, in, out), with
/// zeros between them where it is dilated.
cv::Mat_<double> taps(const Tensor &kernel, std::int64_t in, std::int64_t out,
                      std::span<const AxisReport> axes)
{
    const Extents &extents = kernel.extents();
    cv::Mat_<double> mat(static_cast<int>(axes[0].window), static_cast<int>(axes[1].window), 0.0);
    for (std::int64_t row = 0; row < extents[0]; ++row) {
        for (std::int64_t column = 0; column < extents[1]; ++column) {
            const auto position = static_cast<std::size_t>(
                ((row * extents[1] + column) * extents[2] + in) * extents[3] + out);
            mat(static_cast<int>(row * axes[0].map.tapStep),
                static_cast<int>(column * axes[1].map.tapStep)) =
                static_cast<double>(kernel.values()[position]);
        }
    }
    return mat;
}

/// Which channels of the input and of the kernel make output channel `f`.
struct Reach
{
    std::int64_t firstInput = 0;
    std::int64_t count = 1;
    std::int64_t kernelIn = 0;
    std::int64_t kernelOut = 0;
};

Reach reachOf(const Layer &layer, const Tensor &kernel, std::int64_t f)
{
    if (layer.type().className == "DepthwiseConv2D") {
        const std::int64_t multiplier = kernel.extent(3);
        return {f / multiplier, 1, f / multiplier, f % multiplier};
    }
    const auto groups = std::get<std::int64_t>(layer.value("groups"));
    const std::int64_t perGroup = kernel.extent(3) / groups;
    return {f / perGroup * kernel.extent(2), kernel.extent(2), 0, f};
}

cv::Mat_<double> correlate(const Layer &layer, const Tensor &input, const Layout &layout,
                           const Tensor &kernel, std::span<const AxisReport> axes,
                           std::int64_t image, std::int64_t f)
{
    const Reach reach = reachOf(layer, kernel, f);
    cv::Mat_<double> sum;
    for (std::int64_t i = 0; i < reach.count; ++i) {
        cv::Mat padded;
        cv::copyMakeBorder(plane(input, layout, image, reach.firstInput + i), padded,
                           static_cast<int>(axes[0].map.padBefore()), 0,
                           static_cast<int>(axes[1].map.padBefore()), 0, cv::BORDER_CONSTANT, 0);
        cv::Mat one;
        cv::filter2D(padded, one, CV_64F, taps(kernel, reach.kernelIn + i, reach.kernelOut, axes),
                     cv::Point(0, 0), 0, cv::BORDER_CONSTANT);
        if (sum.empty())
            sum = one;
        else
            sum += one;
    }
    return sum;
}

} // namespace

Result<Tensor> computeWithOpenCv(const Layer &layer, const Tensor &input,
                                 std::span<const Tensor> weights)
{
    const std::string &name = layer.type().className;
    if (name != "Conv2D" && name != "DepthwiseConv2D")
        return fail("input", {}, {},
                    concat("OpenCV's filter2D computes Conv2D and DepthwiseConv2D, not ", name));
    const Shape inputShape(input.extents());
    const auto shape = inferShape(layer, std::span(&inputShape, 1));
    if (!shape)
        return fail(shape.error());
    const Tensor &kernel = weights.front();
    Extents extents = shape->extents().value();
    const DataFormat format = dataFormat(layer);
    // Before an activation that halves the channels (glu) there are more.
    const std::int64_t channels =
        name == "Conv2D" ? kernel.extent(3) : kernel.extent(2) * kernel.extent(3);
    extents[static_cast<std::size_t>(channelAxis(format, 4))] = channels;
    auto buffer = TensorBuffer::allocate(extents, "the oracle's output");
    if (!buffer)
        return fail(buffer.error());
    const auto axes = layer.type().axes(layer.params(), inputShape);
    const Layout in(input.extents(), format);
    const Layout out(extents, format);
    const bool hasBias = std::get<bool>(layer.value("use_bias"));
    try {
        for (std::int64_t image = 0; image < extents[0]; ++image) {
            for (std::int64_t f = 0; f < channels; ++f) {
                const cv::Mat_<double> sum = correlate(layer, input, in, kernel, axes, image, f);
                const double bias =
                    hasBias ? static_cast<double>(weights[1].values()[static_cast<std::size_t>(f)])
                            : 0;
                for (std::int64_t row = 0; row < out.rows; ++row) {
                    for (std::int64_t column = 0; column < out.columns; ++column)
                        buffer->data()[out.at(image, f, row, column)] =
                            static_cast<float>(sum(static_cast<int>(row * axes[0].map.step),
                                                   static_cast<int>(column * axes[1].map.step)) +
                                               bias);
                }
            }
        }
    } catch (const cv::Exception &error) {
        return fail("input", {}, {}, concat("OpenCV refuses this case: ", error.what()));
    }
    // The activation is ours: the convolution is what is held against OpenCV.
    return applyActivation(std::get<ObjectValue>(layer.value("activation")),
                           Tensor(std::move(*buffer)), {});
}

} // namespace convscope
