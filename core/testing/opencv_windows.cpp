// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/opencv_windows.h"

#include <algorithm>

namespace convscope {

namespace {

using Lists = std::vector<std::pair<std::string, std::vector<std::int64_t>>>;

/// (…, a, b) as (b, a, …), or as (a, b, …) where `keeps`.
Tensor channelsInFront(const Tensor &kernel, bool keeps)
{
    const std::size_t rank = kernel.extents().size();
    std::vector<std::size_t> order{keeps ? rank - 2 : rank - 1, keeps ? rank - 1 : rank - 2};
    for (std::size_t axis = 0; axis + 2 < rank; ++axis)
        order.push_back(axis);
    auto turned = permuted(kernel, order);
    return turned ? std::move(*turned) : Tensor();
}

} // namespace

OpenCvWindows::OpenCvWindows(const LayerProbe &probe, const Tensor &input, const Extents &output)
    : m_probe(probe), m_input(input), m_output(output), m_axes(probe.axes())
{
}

Extents OpenCvWindows::lifted(const Extents &extents) const
{
    Extents all = extents;
    if (all.size() == 3)
        all.insert(all.begin() + 2, 1);
    return all;
}

OpenCvNet OpenCvWindows::net() const
{
    return {{blobOf(m_input, lifted(m_input.extents()))}, {}, m_output};
}

template <class Of>
std::vector<std::int64_t> OpenCvWindows::perAxis(std::int64_t first, const Of &of) const
{
    std::vector<std::int64_t> numbers;
    if (m_input.rank() == 3)
        numbers.push_back(first);
    for (const AxisReport &axis : m_axes)
        numbers.push_back(of(axis));
    return numbers;
}

bool OpenCvWindows::hasBias() const
{
    return m_probe.hasArgument("use_bias") && std::get<bool>(m_probe.layer.value("use_bias"));
}

void OpenCvWindows::addZeros(OpenCvNet &net) const
{
    const auto before = perAxis(0, [](const AxisReport &a) { return a.map.padBefore(); });
    const auto after = perAxis(0, [](const AxisReport &a) { return a.map.padAfter(); });
    std::vector<std::int64_t> zeros{0, 0, 0, 0};
    for (std::size_t axis = 0; axis < before.size(); ++axis) {
        zeros.push_back(before[axis]);
        zeros.push_back(after[axis]);
    }
    if (std::any_of(zeros.begin(), zeros.end(), [](std::int64_t n) { return n > 0; }))
        net.layers.push_back(dnnLayer("Padding", Lists{{"paddings", zeros}}));
}

cv::dnn::LayerParams OpenCvWindows::convolutionWith(const Tensor &kernel, bool isDepthwise,
                                                    std::int64_t groups, bool isWindow,
                                                    const Tensor *bias) const
{
    const Tensor turned = channelsInFront(kernel, isDepthwise);
    Extents extents = turned.extents();
    if (isDepthwise) {
        extents[1] *= extents[0];
        extents.erase(extents.begin());
        extents.insert(extents.begin() + 1, 1);
    }
    extents = lifted(extents);
    const auto size = perAxis(1, [&](const AxisReport &a) { return isWindow ? a.map.taps : 1; });
    const auto stride = perAxis(1, [&](const AxisReport &a) { return isWindow ? a.map.step : 1; });
    const auto dilation =
        perAxis(1, [&](const AxisReport &a) { return isWindow ? a.map.tapStep : 1; });
    cv::dnn::LayerParams params = dnnLayer(
        "Convolution", Lists{{"kernel_size", size}, {"stride", stride}, {"dilation", dilation}});
    params.set("num_output", static_cast<int>(extents.front()));
    params.set("group", static_cast<int>(groups));
    params.set("bias_term", bias != nullptr);
    params.blobs.push_back(ownBlob(turned, extents));
    if (bias != nullptr)
        params.blobs.push_back(ownBlob(*bias, {1, bias->size()}));
    return params;
}

OpenCvNet OpenCvWindows::convolution() const
{
    OpenCvNet made = net();
    addZeros(made);
    const bool isDepthwise = !m_probe.hasArgument("filters");
    const std::int64_t groups = isDepthwise ? m_input.extent(1)
                                : m_probe.hasArgument("groups")
                                    ? std::get<std::int64_t>(m_probe.layer.value("groups"))
                                    : 1;
    const std::vector<Tensor> &weights = m_probe.weights;
    made.layers.push_back(
        convolutionWith(weights[0], isDepthwise, groups, true, hasBias() ? &weights[1] : nullptr));
    return made;
}

OpenCvNet OpenCvWindows::separable() const
{
    OpenCvNet made = net();
    addZeros(made);
    const std::vector<Tensor> &weights = m_probe.weights;
    made.layers.push_back(convolutionWith(weights[0], true, m_input.extent(1), true, nullptr));
    made.layers.push_back(
        convolutionWith(weights[1], false, 1, false, hasBias() ? &weights[2] : nullptr));
    return made;
}

OpenCvNet OpenCvWindows::transposed() const
{
    // Everything that the kernel reaches, then the part that Keras keeps.
    const Tensor kernel = channelsInFront(m_probe.weights[0], false);
    const auto size = perAxis(1, [](const AxisReport &a) { return a.map.taps; });
    const auto stride = perAxis(1, [](const AxisReport &a) { return a.map.divisor; });
    const auto beyond = perAxis(0, [](const AxisReport &a) {
        const std::int64_t reached = (a.map.input - 1) * a.map.divisor + a.map.taps;
        return std::max<std::int64_t>(a.map.output - a.map.offset - reached, 0);
    });
    const auto first = perAxis(0, [](const AxisReport &a) { return -a.map.offset; });
    OpenCvNet made = net();
    cv::dnn::LayerParams params = dnnLayer(
        "Deconvolution", Lists{{"kernel_size", size}, {"stride", stride}, {"adj", beyond}});
    params.set("num_output", static_cast<int>(kernel.extent(1)));
    params.set("bias_term", hasBias());
    params.blobs.push_back(ownBlob(kernel, lifted(kernel.extents())));
    if (hasBias())
        params.blobs.push_back(ownBlob(m_probe.weights[1], {1, m_probe.weights[1].size()}));
    made.layers.push_back(std::move(params));
    Extents begin{0, 0};
    begin.insert(begin.end(), first.begin(), first.end());
    made.layers.push_back(slice(begin));
    return made;
}

cv::dnn::LayerParams OpenCvWindows::slice(const Extents &first) const
{
    cv::dnn::LayerParams params =
        dnnLayer("Slice", Lists{{"begin", first}, {"size", lifted(m_output)}});
    params.set("axis", 0);
    return params;
}

OpenCvNet OpenCvWindows::pooling(bool isMax) const
{
    const auto size = perAxis(1, [](const AxisReport &a) { return a.map.taps; });
    const auto stride = perAxis(1, [](const AxisReport &a) { return a.map.step; });
    auto pad = perAxis(0, [](const AxisReport &a) { return a.map.padBefore(); });
    const auto after = perAxis(0, [](const AxisReport &a) { return a.map.padAfter(); });
    OpenCvNet made = net();
    cv::dnn::LayerParams params =
        dnnLayer("Pooling", Lists{{"kernel_size", size}, {"stride", stride}});
    if (pad.size() == 2) {
        params.set("pad_t", static_cast<int>(pad[0]));
        params.set("pad_l", static_cast<int>(pad[1]));
        params.set("pad_b", static_cast<int>(after[0]));
        params.set("pad_r", static_cast<int>(after[1]));
    } else {
        pad.insert(pad.end(), after.begin(), after.end());
        const std::vector<int> ints(pad.begin(), pad.end());
        params.set("pad", cv::dnn::DictValue::arrayInt(ints.data(), static_cast<int>(ints.size())));
    }
    params.set("pool", std::string(isMax ? "max" : "ave"));
    params.set("ceil_mode", false);
    params.set("ave_pool_padded_area", false);
    made.layers.push_back(std::move(params));
    return made;
}

OpenCvNet OpenCvWindows::globalPooling(bool isMax) const
{
    // One window over everything: dnn's own word for it takes no volumes.
    OpenCvNet made = net();
    const Extents extents = lifted(m_input.extents());
    const std::vector<std::int64_t> all(extents.begin() + 2, extents.end());
    cv::dnn::LayerParams params = dnnLayer("Pooling", Lists{{"kernel_size", all}, {"stride", all}});
    params.set("pool", std::string(isMax ? "max" : "ave"));
    params.set("ceil_mode", false);
    made.layers.push_back(std::move(params));
    return made;
}

OpenCvNet OpenCvWindows::padding() const
{
    OpenCvNet made = net();
    std::vector<std::int64_t> zeros{0, 0, 0, 0};
    const auto before = perAxis(0, [](const AxisReport &a) { return a.map.offset; });
    for (std::size_t axis = 0; axis < before.size(); ++axis) {
        const std::int64_t input = lifted(m_input.extents())[axis + 2];
        zeros.push_back(before[axis]);
        zeros.push_back(lifted(m_output)[axis + 2] - input - before[axis]);
    }
    made.layers.push_back(dnnLayer("Padding", Lists{{"paddings", zeros}}));
    return made;
}

OpenCvNet OpenCvWindows::cropping() const
{
    OpenCvNet made = net();
    Extents first{0, 0};
    for (const std::int64_t n : perAxis(0, [](const AxisReport &a) { return -a.map.offset; }))
        first.push_back(n);
    made.layers.push_back(slice(first));
    return made;
}

OpenCvNet OpenCvWindows::upSampling(bool isBilinear) const
{
    OpenCvNet made = net();
    const Extents size = lifted(m_output);
    cv::dnn::LayerParams params;
    params.type = "Resize";
    params.set("height", static_cast<int>(size[2]));
    params.set("width", static_cast<int>(size[3]));
    params.set("interpolation", std::string(isBilinear ? "bilinear" : "nearest"));
    params.set("half_pixel_centers", isBilinear);
    made.layers.push_back(std::move(params));
    return made;
}

} // namespace convscope
