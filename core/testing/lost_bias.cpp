// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/lost_bias.h"

#include "layers/activations.h"

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// The layer without any bias, and what is said if one explains the difference.
struct Bare
{
    LayerProbe probe;
    Words said;
};

std::optional<Bare> bareOf(const LayerProbe &probe)
{
    const Value uses = probe.layer.value("use_bias");
    const auto *has = std::get_if<bool>(&uses);
    if (has != nullptr && !*has)
        return Bare{probe, words("it matches with a bias, which this layer does not have "
                                 "(use_bias=False)")};
    const auto at = probe.weightNamed("bias");
    auto without = probe.withArgument("use_bias", false);
    if (!at || !without)
        return std::nullopt;
    if (*at >= probe.weights.size())
        return Bare{std::move(*without),
                    words("it matches with a bias, whose array is missing among the weights")};
    const auto stored = probe.weights[*at].values();
    if (!std::all_of(stored.begin(), stored.end(), [](float value) { return value == 0; }))
        return std::nullopt;
    without->weights.erase(without->weights.begin() + static_cast<std::ptrdiff_t>(*at));
    return Bare{std::move(*without), words("it matches with a bias, where the stored one is 0")};
}

} // namespace

std::optional<Words> lostBias(const LayerProbe &probe, const Tensor &expected,
                              const Tolerance &tolerance)
{
    if (!probe.hasArgument("use_bias") || probe.inputs.empty())
        return std::nullopt;
    const std::string activation = probe.activation();
    const bool isRelu = activation == "relu";
    if (!isRelu && !activation.empty() && activation != "linear")
        return std::nullopt;
    auto bare = bareOf(probe);
    if (!bare)
        return std::nullopt;
    if (const auto linear = bare->probe.withArgument("activation", activations().make("linear")))
        bare->probe = *linear;
    const auto sums = bare->probe.compute();
    if (!sums || sums->rank() < 2 || sums->extents() != expected.extents())
        return std::nullopt;
    const auto axis = static_cast<std::size_t>(channelAxis(dataFormat(probe.layer), sums->rank()));
    const auto channels = static_cast<std::size_t>(sums->extents()[axis]);
    if (channels == 0 || sums->values().size() < 2 * channels)
        return std::nullopt;
    std::size_t inner = 1;
    for (std::size_t i = axis + 1; i < sums->extents().size(); ++i)
        inner *= static_cast<std::size_t>(sums->extents()[i]);

    const auto computed = sums->values();
    const auto wanted = expected.values();
    std::vector<double> bias(channels, 0);
    std::vector<double> counts(channels, 0);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        // What relu has cut off says nothing.
        if (isRelu && wanted[i] <= 0)
            continue;
        bias[i / inner % channels] +=
            static_cast<double>(wanted[i]) - static_cast<double>(computed[i]);
        counts[i / inner % channels] += 1;
    }
    for (std::size_t channel = 0; channel < channels; ++channel)
        bias[channel] /= std::max(counts[channel], 1.0);
    std::size_t at = 0;
    const auto biased = makeTensor(sums->extents(), "the biased sums", [&](const Extents &) {
        const std::size_t i = at++;
        const double sum = static_cast<double>(computed[i]) + bias[i / inner % channels];
        return static_cast<float>(isRelu ? std::max(sum, 0.0) : sum);
    });
    if (!biased || !compare(*biased, expected, tolerance).matches)
        return std::nullopt;
    return std::move(bare->said);
}

} // namespace convscope
