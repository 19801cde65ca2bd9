// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/opencv_net.h"

namespace convscope {

/// A layer on its way to OpenCV: what every step needs of it. Signals are pictures of one row,
/// since dnn's windows have at least two axes.
class OpenCvWindows
{
public:
    /// `input`: the layer's first input, channels first.
    OpenCvWindows(const LayerProbe &probe, const Tensor &input, const Extents &output);

    [[nodiscard]] OpenCvNet convolution() const;
    [[nodiscard]] OpenCvNet separable() const;
    [[nodiscard]] OpenCvNet transposed() const;
    [[nodiscard]] OpenCvNet pooling(bool isMax) const;
    [[nodiscard]] OpenCvNet globalPooling(bool isMax) const;
    [[nodiscard]] OpenCvNet padding() const;
    [[nodiscard]] OpenCvNet cropping() const;
    [[nodiscard]] OpenCvNet upSampling(bool isBilinear) const;

private:
    [[nodiscard]] OpenCvNet net() const;
    /// Numbers per spatial axis, with `first` before those of a signal.
    template <class Of>
    [[nodiscard]] std::vector<std::int64_t> perAxis(std::int64_t first, const Of &of) const;
    [[nodiscard]] bool hasBias() const;
    /// dnn's convolution with a kernel of Keras' order (…, in, out), which `isDepthwise` reads as
    /// (…, in, multiplier).
    [[nodiscard]] cv::dnn::LayerParams convolutionWith(const Tensor &kernel, bool isDepthwise,
                                                       std::int64_t groups, bool isWindow,
                                                       const Tensor *bias) const;
    /// The zeros around the input, as a step of their own: dnn's convolution knows no odd ones.
    void addZeros(OpenCvNet &net) const;
    [[nodiscard]] cv::dnn::LayerParams slice(const Extents &first) const;
    [[nodiscard]] Extents lifted(const Extents &extents) const;

    const LayerProbe &m_probe;
    const Tensor &m_input;
    Extents m_output;
    std::vector<AxisReport> m_axes;
};

} // namespace convscope
