// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/findings.h"

#include "layers/activations.h"
#include "tensor/data_format_order.h"
#include "testing/weight_layouts.h"

#include <algorithm>
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
        if (const auto flipped = reversed(kernel, spatial());
            flipped && matches(m_probe.withWeight(*m_kernel, *flipped)))
            add("flipped_kernel",
                words("it matches with {kernel} turned by 180°: a convolution in the mathematical "
                      "sense, where Keras correlates",
                      kernelName()));
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
        struct Way
        {
            Words words;
            std::vector<IntPair> zeros;
        };
        std::vector<Way> ways(2);
        ways[0].words = words("it matches with the odd zero before instead of after");
        ways[1].words = words("it matches with the same number of zeros on both sides, as PyTorch "
                              "pads");
        for (const AxisReport &report : m_axes) {
            const std::int64_t before = report.map.padBefore();
            const std::int64_t after = report.map.padAfter();
            ways[0].zeros.push_back({after, before});
            const std::int64_t half = (report.window - 1) / 2;
            ways[1].zeros.push_back({half, half});
        }
        for (const Way &way : ways) {
            const auto input = padded(way.zeros);
            if (!input)
                continue;
            if (matches(valid->withInput(*input).compute())) {
                add("shifted_padding", way.words);
                return;
            }
        }
    }

    void tryChannels()
    {
        const Tensor &input = m_probe.inputs.front();
        const auto axis = static_cast<std::size_t>(
            channelAxis(dataFormat(m_probe.layer), static_cast<int>(input.extents().size())));
        constexpr std::int64_t kMostPermuted = 4;
        const std::int64_t channels = input.extents()[axis];
        if (channels < 2)
            return;
        const std::vector<std::size_t> axes{axis};
        if (const auto turned = reversed(input, axes);
            turned && matches(m_probe.withInput(*turned).compute())) {
            add("channel_order", channels == 3
                                     ? words("it matches with the channels of the input in the "
                                             "order 2, 1, 0: blue, green, red")
                                     : words("it matches with the channels of the input in reverse "
                                             "order"));
            return;
        }
        if (channels > kMostPermuted)
            return;
        std::vector<std::int64_t> order(static_cast<std::size_t>(channels));
        std::iota(order.begin(), order.end(), std::int64_t{0});
        while (std::next_permutation(order.begin(), order.end())) {
            Extents source;
            const auto mixed = makeTensor(input.extents(), "reordered", [&](const Extents &index) {
                source = index;
                source[axis] = order[static_cast<std::size_t>(index[axis])];
                return input.values()[flatIndex(input.extents(), source)];
            });
            if (mixed && matches(m_probe.withInput(*mixed).compute())) {
                add("channel_order", words("it matches with the channels of the input in the order "
                                           "{order}",
                                           toString(Extents(order))));
                return;
            }
        }
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

    static Words oldHardSigmoid()
    {
        return words("it matches with the hard_sigmoid of Keras 2: clip(0.2·x + 0.5, 0, 1)");
    }

    void tryActivations()
    {
        if (!m_probe.hasArgument("activation"))
            return;
        const std::string present = m_probe.activation();
        for (const ObjectType &type : activations().types()) {
            if (type.className == present || (present.empty() && type.className == "linear"))
                continue;
            const ObjectValue other = activations().make(type.className);
            if (!matches(m_probe.withArgument("activation", other)))
                continue;
            const bool old = type.className == "hard_sigmoid_keras2";
            if (old)
                add("hard_sigmoid_2x", oldHardSigmoid());
            else
                add("other_activation",
                    words("it matches with activation = {activation}",
                          type.identifiers.empty() ? type.className : type.identifiers.front()));
        }
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
