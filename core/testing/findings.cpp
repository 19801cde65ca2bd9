// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/findings.h"

#include "kernels/functions/elementwise.h"
#include "layers/activations.h"
#include "tensor/data_format_order.h"
#include "testing/lost_bias.h"
#include "testing/weight_layouts.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace convscope {

namespace {

/// One layer held against an expected output under one change after another.
class Causes
{
public:
    Causes(const LayerProbe &probe, const Tensor &expected, const Tolerance &tolerance)
        : m_probe(probe), m_expected(expected), m_tolerance(tolerance), m_axes(probe.axes())
    {
        for (const std::string_view name : {"kernel", "depthwise_kernel"}) {
            if (!m_kernel && !probe.inputs.empty())
                m_kernel = probe.weightNamed(name);
        }
        // Fewer weights than the layer wants: an index may be beyond them.
        if (m_kernel && *m_kernel >= probe.weights.size())
            m_kernel.reset();
    }

    std::vector<Finding> find()
    {
        if (m_probe.inputs.empty() || matches(m_probe.compute()))
            return {};
        tryKernel();
        tryPadding();
        tryChannels();
        tryLayouts();
        tryBias();
        tryLostBias();
        tryActivations();
        tryInterpolation();
        tryDataFormat();
        return std::move(m_found);
    }

private:
    bool matches(const Result<Tensor> &result) const
    {
        return result && compare(*result, m_expected, m_tolerance).matches;
    }
    bool matches(const std::optional<LayerProbe> &probe) const
    {
        return probe && matches(probe->compute());
    }

    void add(std::string_view kind, Words message)
    {
        m_found.push_back({std::string(kind), std::move(message)});
    }

    /// Axes 0 … rank − 1 of a kernel are spatial.
    std::vector<std::size_t> spatial() const
    {
        std::vector<std::size_t> axes(m_axes.size());
        std::iota(axes.begin(), axes.end(), std::size_t{0});
        return axes;
    }

    void tryKernel()
    {
        if (!m_kernel || m_axes.empty())
            return;
        const Tensor &kernel = m_probe.weights[*m_kernel];
        if (kernel.rank() < static_cast<int>(m_axes.size()))
            return;
        tryMirrors(kernel);
        if (m_axes.size() < 2)
            return;
        std::vector<std::size_t> order(kernel.extents().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::swap(order[m_axes.size() - 2], order[m_axes.size() - 1]);
        if (const auto swapped = permuted(kernel, order);
            swapped && swapped->extents() == kernel.extents() &&
            matches(m_probe.withWeight(*m_kernel, *swapped)))
            add("swapped_axes",
                words("it matches with rows and columns of {kernel} swapped", kernelName()));
        trySwappedArguments();
    }

    /// The kernel mirrored along all its spatial axes, then along some of them.
    void tryMirrors(const Tensor &kernel)
    {
        const unsigned all = (1U << m_axes.size()) - 1;
        for (unsigned mask = all; mask > 0; --mask) {
            std::vector<std::size_t> axes;
            std::string named;
            for (const std::size_t axis : spatial()) {
                if ((mask >> axis & 1U) == 0)
                    continue;
                axes.push_back(axis);
                named += (named.empty() ? "" : ", ") + nameOf(axis);
            }
            const auto mirrored = reversed(kernel, axes);
            if (!mirrored || !matches(m_probe.withWeight(*m_kernel, *mirrored)))
                continue;
            add("flipped_kernel",
                mask == all ? words("it matches with {kernel} turned by 180°: a convolution in the "
                                    "mathematical sense, where Keras correlates",
                                    kernelName())
                            : words("it matches with {kernel} mirrored along its {axes} alone",
                                    kernelName(), named));
            return;
        }
    }

    std::string nameOf(std::size_t axis) const
    {
        return axisName(static_cast<int>(axis), static_cast<int>(m_axes.size()));
    }

    /// strides=(1, 2) written as (2, 1), and the like.
    void trySwappedArguments()
    {
        for (const std::string_view name :
             {"strides", "dilation_rate", "kernel_size", "pool_size", "size"}) {
            if (!m_probe.hasArgument(name))
                continue;
            Value value = m_probe.layer.value(name);
            auto *tuple = std::get_if<IntList>(&value);
            if (tuple == nullptr || tuple->size() < 2 ||
                (*tuple)[tuple->size() - 2] == tuple->back())
                continue;
            std::swap((*tuple)[tuple->size() - 2], tuple->back());
            if (matches(m_probe.withArgument(name, value)))
                add("swapped_axes", words("it matches with {argument} = {value}: rows come before "
                                          "columns",
                                          name, toPython(value)));
        }
    }

    std::string kernelName() const
    {
        return weightSpecs(m_probe.layer, std::vector<Shape>{Shape(m_probe.inputs[0].extents())})
            .at(*m_kernel)
            .name;
    }

    /// The same windows over an input padded by hand: zeros before and after each spatial axis.
    Result<Tensor> padded(std::span<const IntPair> zeros) const
    {
        const Tensor &input = m_probe.inputs.front();
        Extents extents = input.extents();
        const std::size_t first = firstSpatial();
        for (std::size_t axis = 0; axis < zeros.size(); ++axis)
            extents[first + axis] += zeros[axis][0] + zeros[axis][1];
        Extents source;
        return makeTensor(extents, "the padded input", [&](const Extents &index) {
            source = index;
            for (std::size_t axis = 0; axis < zeros.size(); ++axis) {
                source[first + axis] -= zeros[axis][0];
                if (source[first + axis] < 0 ||
                    source[first + axis] >= input.extents()[first + axis])
                    return 0.0F;
            }
            return input.values()[flatIndex(input.extents(), source)];
        });
    }

    std::size_t firstSpatial() const
    {
        return dataFormat(m_probe.layer) == DataFormat::ChannelsLast ? 1 : 2;
    }

    void tryPadding()
    {
        if (!m_probe.hasArgument("padding") || !m_kernel || m_axes.empty() ||
            m_probe.layer.type().group == LayerGroup::Transposed)
            return;
        const auto valid = m_probe.withArgument("padding", std::string("valid"));
        if (!valid)
            return;
        std::vector<IntPair> own;
        std::vector<IntPair> swapped;
        std::vector<IntPair> even;
        bool isOddZero = true;
        for (const AxisReport &report : m_axes) {
            const std::int64_t before = report.map.padBefore();
            const std::int64_t after = report.map.padAfter();
            isOddZero = isOddZero && std::abs(before - after) <= 1;
            own.push_back({before, after});
            swapped.push_back({after, before});
            const std::int64_t half = (report.window - 1) / 2;
            even.push_back({half, half});
        }
        const auto fits = [&](const std::vector<IntPair> &zeros) {
            const auto input = padded(zeros);
            return input && matches(valid->withInput(*input).compute());
        };
        if (isOddZero && swapped != own && fits(swapped)) {
            add("shifted_padding", words("it matches with the odd zero before instead of after"));
            return;
        }
        if (even != own && fits(even)) {
            add("shifted_padding", words("it matches with the same number of zeros on both sides, "
                                         "as PyTorch pads"));
            return;
        }
        for (const std::vector<IntPair> &zeros : splitsOf(own)) {
            if (!fits(zeros))
                continue;
            add("shifted_padding", words("it matches with as many zeros at other places: {zeros}, "
                                         "before + after, instead of {own}",
                                         textOf(zeros), textOf(own)));
            return;
        }
    }

    /// As many zeros, split in every other way between before and after; where these are too many,
    /// axis by axis.
    static std::vector<std::vector<IntPair>> splitsOf(const std::vector<IntPair> &own)
    {
        constexpr std::int64_t kMostTogether = 100;
        std::int64_t count = 1;
        for (const IntPair &zeros : own)
            count = std::min(count * (zeros[0] + zeros[1] + 1), kMostTogether + 1);
        std::vector<std::vector<IntPair>> splits;
        if (count > kMostTogether) {
            for (std::size_t axis = 0; axis < own.size(); ++axis) {
                const std::int64_t total = own[axis][0] + own[axis][1];
                for (std::int64_t before = 0; before <= std::min(total, kMostTogether); ++before) {
                    splits.push_back(own);
                    splits.back()[axis] = {before, total - before};
                }
            }
            return splits;
        }
        for (std::int64_t i = 0; i < count; ++i) {
            std::int64_t rest = i;
            std::vector<IntPair> zeros = own;
            for (IntPair &pair : zeros) {
                const std::int64_t total = pair[0] + pair[1];
                pair = {rest % (total + 1), total - rest % (total + 1)};
                rest /= total + 1;
            }
            if (zeros != own)
                splits.push_back(std::move(zeros));
        }
        return splits;
    }

    /// "rows 0+2, columns 1+1"
    std::string textOf(const std::vector<IntPair> &zeros) const
    {
        std::string text;
        for (std::size_t axis = 0; axis < zeros.size(); ++axis)
            text += (axis > 0 ? ", " : "") + nameOf(axis) + ' ' + std::to_string(zeros[axis][0]) +
                    '+' + std::to_string(zeros[axis][1]);
        return text;
    }

    std::size_t channelAxisOf(const Tensor &tensor) const
    {
        return static_cast<std::size_t>(
            channelAxis(dataFormat(m_probe.layer), static_cast<int>(tensor.extents().size())));
    }

    /// The order of the channels of `tensor` that fits: the reverse, or any of a few.
    template <class Fits>
    std::optional<std::vector<std::int64_t>> channelOrder(const Tensor &tensor,
                                                          const Fits &fits) const
    {
        const std::size_t axis = channelAxisOf(tensor);
        constexpr std::int64_t kMostPermuted = 4;
        const std::int64_t channels = tensor.extents()[axis];
        if (channels < 2)
            return std::nullopt;
        const auto isFitting = [&](const std::vector<std::int64_t> &order) {
            Extents source;
            const auto mixed = makeTensor(tensor.extents(), "reordered", [&](const Extents &index) {
                source = index;
                source[axis] = order[static_cast<std::size_t>(index[axis])];
                return tensor.values()[flatIndex(tensor.extents(), source)];
            });
            return mixed && fits(*mixed);
        };
        std::vector<std::int64_t> order(static_cast<std::size_t>(channels));
        std::iota(order.rbegin(), order.rend(), std::int64_t{0});
        if (isFitting(order))
            return order;
        if (channels > kMostPermuted)
            return std::nullopt;
        std::reverse(order.begin(), order.end());
        while (std::next_permutation(order.begin(), order.end())) {
            if (isFitting(order))
                return order;
        }
        return std::nullopt;
    }

    void tryChannels()
    {
        const Tensor &input = m_probe.inputs.front();
        if (const auto order = channelOrder(input, [&](const Tensor &mixed) {
                return matches(m_probe.withInput(mixed).compute());
            })) {
            const bool isReverse = std::is_sorted(order->rbegin(), order->rend());
            add("channel_order",
                !isReverse           ? words("it matches with the channels of the input in the "
                                                       "order {order}",
                                             toString(Extents(*order)))
                : order->size() == 3 ? words("it matches with the channels of the input in the "
                                             "order 2, 1, 0: blue, green, red")
                                     : words("it matches with the channels of the input in "
                                             "reverse order"));
            return;
        }
        const auto result = m_probe.compute();
        if (!result || result->rank() < 2 || result->extents() != m_expected.extents())
            return;
        if (const auto order = channelOrder(*result, [&](const Tensor &mixed) {
                return compare(mixed, m_expected, m_tolerance).matches;
            }))
            add("channel_order",
                std::is_sorted(order->rbegin(), order->rend())
                    ? words("what is expected is the result with its channels in reverse order")
                    : words("what is expected is the result with its channels in the order {order}",
                            toString(Extents(*order))));
    }

    void tryLayouts()
    {
        for (const WeightLayout &layout : weightLayouts(m_probe)) {
            if (matches(layout.probe.compute())) {
                add("weight_layout", layout.words);
                continue;
            }
            // Weights of an old file, stored in another order: both causes at once.
            if (m_probe.activation() != "hard_sigmoid" ||
                !matches(layout.probe.withArgument("activation",
                                                   activations().make("hard_sigmoid_keras2"))))
                continue;
            add("weight_layout", layout.words);
            add("hard_sigmoid_2x", oldHardSigmoid());
        }
    }

    void tryBias()
    {
        const bool has = m_probe.hasArgument("use_bias");
        if (has && matches(m_probe.withArgument("use_bias", false)))
            add("missing_bias", words("it matches without the bias"));
        const auto bias = m_probe.weightNamed("bias");
        if (!has || !bias || *bias >= m_probe.weights.size())
            return;
        const Tensor &values = m_probe.weights[*bias];
        const auto none =
            makeTensor(values.extents(), "no bias", [](const Extents &) { return 0.0F; });
        if (m_found.empty() && none && matches(m_probe.withWeight(*bias, *none).compute()))
            add("missing_bias", words("it matches with a bias of 0"));
    }

    /// The bias is what is expected, and not what is here.
    void tryLostBias()
    {
        if (const auto lost = lostBias(m_probe, m_expected, m_tolerance))
            add("missing_bias", *lost);
    }

    static Words oldHardSigmoid()
    {
        return words("it matches with the hard_sigmoid of Keras 2: clip(0.2·x + 0.5, 0, 1)");
    }

    /// The first that matches, the simplest: several may agree on the values at hand.
    void tryActivations()
    {
        if (m_probe.hasArgument("approximate")) {
            const Value value = m_probe.layer.value("approximate");
            const auto *now = std::get_if<bool>(&value);
            if (now != nullptr && matches(m_probe.withArgument("approximate", !*now)))
                add("other_activation",
                    words("it matches with approximate = {value}", toPython(Value(!*now))));
        }
        if (!m_probe.hasArgument("activation"))
            return;
        const std::string present = m_probe.activation();
        for (const ObjectType &type : activations().types()) {
            if (type.className == present || (present.empty() && type.className == "linear"))
                continue;
            const ObjectValue other = activations().make(type.className);
            if (!matches(m_probe.withArgument("activation", other)))
                continue;
            if (type.className == "hard_sigmoid_keras2")
                add("hard_sigmoid_2x", oldHardSigmoid());
            else
                add("other_activation",
                    words("it matches with activation = {activation}",
                          type.identifiers.empty() ? type.className : type.identifiers.front()));
            return;
        }
        // No string stands for this one.
        const auto linear = m_probe.withArgument("activation", activations().make("linear"));
        if (!linear)
            return;
        const auto sums = linear->compute();
        if (sums && matches(elementwise({ElementwiseOp::GeluApproximate}, *sums, KernelContext{})))
            add("other_activation",
                words("it matches with the approximate gelu: ½·x·(1 + tanh(√(2 ÷ π)·(x + "
                      "0.044715·x³)))"));
    }

    void tryInterpolation()
    {
        if (m_probe.hasArgument("interpolation") &&
            matches(m_probe.withArgument("interpolation", std::string("bilinear_legacy"))))
            add("legacy_bilinear",
                words(
                    "it matches with the bilinear of Keras 2.2.3 to 2.3.1, which aligns the first "
                    "cells instead of the centres"));
    }

    void tryDataFormat()
    {
        if (!m_probe.hasArgument("data_format"))
            return;
        const bool isLast = dataFormat(m_probe.layer) == DataFormat::ChannelsLast;
        const char *other = isLast ? "channels_first" : "channels_last";
        if (matches(m_probe.withArgument("data_format", std::string(other)))) {
            add("data_format", words("it matches with data_format = '{format}'", other));
            return;
        }
        // The result of the other format, or an input in it.
        const DataFormat own = isLast ? DataFormat::ChannelsLast : DataFormat::ChannelsFirst;
        const DataFormat to = isLast ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast;
        const Tensor &input = m_probe.inputs.front();
        if (input.rank() >= 3) {
            const Tensor turned = toDataFormat(input, to, own);
            if (!turned.isNull() && matches(m_probe.withInput(turned).compute()))
                add("data_format",
                    words("it matches with an input that is read as {format}", other));
        }
        const auto result = m_probe.compute();
        if (result && result->rank() >= 3) {
            const Tensor turned = toDataFormat(*result, own, to);
            if (!turned.isNull() && compare(turned, m_expected, m_tolerance).matches)
                add("data_format",
                    words("what is expected is the result in {format} order", other));
        }
    }

    const LayerProbe &m_probe;
    const Tensor &m_expected;
    const Tolerance &m_tolerance;
    std::vector<AxisReport> m_axes;
    std::optional<std::size_t> m_kernel;
    std::vector<Finding> m_found;
};

} // namespace

std::vector<Finding> findCauses(const LayerProbe &probe, const Tensor &expected,
                                const Tolerance &tolerance)
{
    return Causes(probe, expected, tolerance).find();
}

} // namespace convscope
