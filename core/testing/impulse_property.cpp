// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/impulse_property.h"

#include <optional>

namespace convscope {

namespace {

/// Position of the kernel's input and output channel axes; classes of one kernel only.
struct KernelRule
{
    std::string_view kernel;
    bool isTransposed = false;
    bool isDepthwise = false;
};

std::optional<KernelRule> kernelRule(const LayerProbe &probe)
{
    if (probe.axes().empty() || !probe.hasArgument("use_bias"))
        return std::nullopt;
    switch (probe.layer.type().group) {
    case LayerGroup::Convolution:
        return KernelRule{"kernel", false, false};
    case LayerGroup::Transposed:
        return KernelRule{"kernel", true, false};
    case LayerGroup::Separable:
        // A separable layer has two kernels; its impulse response is their product.
        if (probe.hasArgument("filters"))
            return std::nullopt;
        return KernelRule{"depthwise_kernel", false, true};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Words> whyNoImpulse(const LayerProbe &probe)
{
    if (!kernelRule(probe) || !isLinear(probe.layer))
        return words("is asked of convolutions of one kernel without activation, not of {class}",
                     probe.layer.type().className);
    return std::nullopt;
}

Result<PropertyOutcome> checkImpulse(const LayerProbe &probe, const Tolerance &tolerance)
{
    const KernelRule rule = *kernelRule(probe);
    const auto at = probe.weightNamed(rule.kernel).value_or(0);
    const Tensor &kernel = probe.weights[at];
    const std::vector<AxisReport> axes = probe.axes();
    const DataFormat format = dataFormat(probe.layer);
    const Extents &in = probe.inputs.front().extents();
    const auto channels =
        static_cast<std::size_t>(channelAxis(format, static_cast<int>(in.size())));
    const std::size_t firstSpatial = format == DataFormat::ChannelsLast ? 1 : 2;
    // In the middle, so that the whole kernel shows where the input allows it.
    Extents where(in.size(), 0);
    for (std::size_t axis = 0; axis < axes.size(); ++axis)
        where[firstSpatial + axis] = in[firstSpatial + axis] / 2;
    where[channels] = in[channels] / 2;
    auto impulse = makeTensor(in, "an impulse",
                              [&](const Extents &index) { return index == where ? 1.0F : 0.0F; });
    if (!impulse)
        return fail(impulse.error());
    const auto response = probe.withInput(std::move(*impulse)).compute();
    if (!response)
        return fail(response.error());

    const auto bias = probe.weightNamed("bias");
    const std::size_t rank = axes.size();
    const std::int64_t c = where[channels];
    const Extents &k = kernel.extents();
    const std::int64_t groups =
        probe.hasArgument("groups") ? std::get<std::int64_t>(probe.layer.value("groups")) : 1;
    const std::int64_t filters =
        rule.isDepthwise ? k[rank] * k[rank + 1] : k[rank + (rule.isTransposed ? 0 : 1)];
    /// The weight from the impulse's channel to filter f at these taps; 0 where they are not
    /// joined.
    const auto weight = [&](const Extents &taps, std::int64_t f) -> double {
        Extents index = taps;
        if (rule.isDepthwise) {
            if (f / k[rank + 1] != c)
                return 0;
            index.insert(index.end(), {c, f % k[rank + 1]});
        } else if (rule.isTransposed) {
            index.insert(index.end(), {f, c});
        } else {
            if (f / (filters / groups) != c / k[rank])
                return 0;
            index.insert(index.end(), {c % k[rank], f});
        }
        return static_cast<double>(kernel.values()[flatIndex(k, index)]);
    };
    const auto expected = makeTensor(response->extents(), "the response", [&](const Extents &o) {
        double sum = bias
                         ? static_cast<double>(
                               probe.weights[*bias].values()[static_cast<std::size_t>(o[channels])])
                         : 0;
        if (o[0] != 0)
            return static_cast<float>(sum);
        Extents taps(rank, 0);
        for (bool more = true; more;) {
            bool touches = true;
            for (std::size_t axis = 0; axis < rank && touches; ++axis)
                touches = axes[axis].map.source(o[firstSpatial + axis], taps[axis]) ==
                          where[firstSpatial + axis];
            if (touches)
                sum += weight(taps, o[channels]);
            more = false;
            for (std::size_t axis = rank; axis-- > 0 && !more;) {
                more = ++taps[axis] < axes[axis].map.taps;
                if (!more)
                    taps[axis] = 0;
            }
        }
        return static_cast<float>(sum);
    });
    if (!expected)
        return fail(expected.error());
    return outcomeOf(compare(*response, *expected, tolerance),
                     words("a 1 at {index} gives back the kernel", toString(where)));
}

} // namespace convscope
