// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/properties.h"

#include "base/check.h"
#include "kernels/parallel.h"
#include "layers/registry.h"
#include "layers/time_distributed.h"
#include "run/background.h"
#include "tensor/data_format_order.h"
#include "tensor/random.h"
#include "testing/explanation_property.h"
#include "testing/impulse_property.h"
#include "testing/shift_property.h"
#include "testing/shrink.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

std::optional<Words> always(const LayerProbe &)
{
    return std::nullopt;
}

Words needs(std::string_view what)
{
    return words("says nothing of a layer without {what}", what);
}

// --- steps ---------------------------------------------------------------------------------------

/// A layer within TimeDistributed by itself, all steps as one batch; any other as it is. What is
/// done along axes finds them where the layer has them.
LayerProbe insideSteps(const LayerProbe &probe)
{
    const LayerType *inside = insideTimeDistributed(probe.layer.type());
    if (inside == nullptr)
        return probe;
    LayerProbe steps = probe;
    steps.layer = Layer(*inside, probe.layer.name()).withParams(probe.layer.params());
    for (Tensor &input : steps.inputs)
        input = withoutSteps(input);
    return steps;
}

template <auto WhyNot>
std::optional<Words> whyNotInsideSteps(const LayerProbe &probe)
{
    return WhyNot(insideSteps(probe));
}

template <auto Check>
Result<PropertyOutcome> checkInsideSteps(const LayerProbe &probe, const Tolerance &tolerance)
{
    auto outcome = Check(insideSteps(probe), tolerance);
    if (outcome && !outcome->worstIndex.empty() &&
        insideTimeDistributed(probe.layer.type()) != nullptr) {
        Extents &index = outcome->worstIndex;
        const std::int64_t steps = probe.inputs.front().extent(1);
        index.insert(index.begin(), index.front() / steps);
        index[1] %= steps;
    }
    return outcome;
}

// --- shape ---------------------------------------------------------------------------------------

Result<PropertyOutcome> checkShape(const LayerProbe &probe, const Tolerance &)
{
    std::vector<Shape> shapes;
    for (const Tensor &input : probe.inputs)
        shapes.emplace_back(input.extents());
    const auto inferred = inferShape(probe.layer, shapes);
    if (!inferred)
        return fail(inferred.error());
    const auto output = probe.compute();
    if (!output)
        return fail(output.error());
    PropertyOutcome outcome;
    outcome.holds = *inferred == Shape(output->extents());
    outcome.said = words("inferred {inferred}, computed {computed}", inferred->toString(),
                         toString(output->extents()));
    return outcome;
}

// --- data_format ---------------------------------------------------------------------------------

std::optional<Words> whyNoOtherFormat(const LayerProbe &probe)
{
    if (!probe.hasArgument("data_format"))
        return needs("data_format");
    if (runsAlongAnAxis(probe))
        return words("{activation} runs along the last axis, which is another one in the other "
                     "data_format",
                     probe.activation());
    return std::nullopt;
}

Tensor inFormat(const Tensor &tensor, DataFormat from, DataFormat to)
{
    return tensor.rank() >= 3 ? toDataFormat(tensor, from, to) : tensor;
}

Result<PropertyOutcome> checkDataFormat(const LayerProbe &probe, const Tolerance &tolerance)
{
    const auto here = probe.compute();
    if (!here)
        return fail(here.error());
    const auto there = inOtherFormat(probe);
    if (!there)
        return fail(there.error());
    const bool isLast = dataFormat(insideSteps(probe).layer) == DataFormat::ChannelsLast;
    return outcomeOf(
        compare(*there, *here, tolerance),
        words("in {format}, turned back", isLast ? "channels_first" : "channels_last"));
}

// --- linear --------------------------------------------------------------------------------------

std::optional<Words> whyNotLinear(const LayerProbe &probe)
{
    if (isLinear(probe.layer))
        return std::nullopt;
    const std::string activation = probe.activation();
    if (!activation.empty() && activation != "linear")
        return words("the activation {activation} is not linear", activation);
    return words("{class} is not a linear layer", probe.layer.type().className);
}

/// Uniform in (−1, 1), keyed by the seed.
Result<Tensor> noise(const Extents &extents, std::uint64_t seed)
{
    const RandomField field(FingerprintBuilder().add(seed).finish());
    std::uint64_t row = 0;
    return makeTensor(extents, "a random input", [&](const Extents &) {
        return static_cast<float>(2 * field.uniform(row++, 0) - 1);
    });
}

Result<Tensor> combined(const Tensor &a, float alpha, const Tensor &b, float beta)
{
    std::size_t at = 0;
    return makeTensor(a.extents(), "a sum of inputs", [&](const Extents &) {
        const std::size_t i = at++;
        return alpha * a.values()[i] + beta * b.values()[i];
    });
}

Result<PropertyOutcome> checkLinear(const LayerProbe &probe, const Tolerance &tolerance)
{
    constexpr float kAlpha = 0.75F;
    constexpr float kBeta = -1.5F;
    // f(αx + βy) = αf(x) + βf(y) + (1 − α − β)·f(0), in every input at once.
    LayerProbe other = probe;
    LayerProbe sum = probe;
    LayerProbe zero = probe;
    for (std::size_t i = 0; i < probe.inputs.size(); ++i) {
        const Tensor &x = probe.inputs[i];
        auto y = noise(x.extents(), 1 + i);
        if (!y)
            return fail(y.error());
        auto both = combined(x, kAlpha, *y, kBeta);
        auto nothing = combined(x, 0, x, 0);
        if (!both || !nothing)
            return fail(both ? nothing.error() : both.error());
        other.inputs[i] = std::move(*y);
        sum.inputs[i] = std::move(*both);
        zero.inputs[i] = std::move(*nothing);
    }
    const std::array<const LayerProbe *, 4> probes{&probe, &other, &zero, &sum};
    std::array<Tensor, 4> results;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        auto result = probes[i]->compute();
        if (!result)
            return fail(result.error());
        results[i] = std::move(*result);
    }
    std::size_t at = 0;
    const auto expected =
        makeTensor(results[0].extents(), "a sum of outputs", [&](const Extents &) {
            const std::size_t i = at++;
            return kAlpha * results[0].values()[i] + kBeta * results[1].values()[i] +
                   (1 - kAlpha - kBeta) * results[2].values()[i];
        });
    if (!expected)
        return fail(expected.error());
    // Four roundings meet here.
    Tolerance wider = tolerance;
    wider.absolute *= 4;
    wider.relative *= 4;
    return outcomeOf(compare(results[3], *expected, wider),
                     words("f({alpha}·x − {beta}·y) against the sum of the parts", 0.75, 1.5));
}

// --- crop_pad ------------------------------------------------------------------------------------

std::optional<Words> whyNoCrop(const LayerProbe &probe)
{
    if (probe.layer.type().group != LayerGroup::Pad)
        return words("is asked of zero padding, not of {class}", probe.layer.type().className);
    return std::nullopt;
}

Result<PropertyOutcome> checkCropPad(const LayerProbe &probe, const Tolerance &)
{
    std::string className = probe.layer.type().className;
    className.replace(0, std::string_view("ZeroPadding").size(), "Cropping");
    const LayerType *type = findLayerType(className);
    if (type == nullptr)
        return fail("E10", "layer", className, words("there is no {class}", className));
    auto crop = Layer(*type, "crop").with("cropping", probe.layer.value("padding"));
    if (crop && probe.hasArgument("data_format") && type->table->indexOf("data_format") >= 0)
        crop = crop->with("data_format", probe.layer.value("data_format"));
    if (!crop)
        return fail(crop.error());
    const auto padded = probe.compute();
    if (!padded)
        return fail(padded.error());
    // Cropping1D knows one order only.
    const bool turns = type->table->indexOf("data_format") < 0;
    const DataFormat own = dataFormat(probe.layer);
    LayerProbe back{*crop,
                    {turns ? inFormat(*padded, own, DataFormat::ChannelsLast) : *padded},
                    {},
                    probe.kernel,
                    probe.stop};
    const auto cropped = back.compute();
    if (!cropped)
        return fail(cropped.error());
    return outcomeOf(compare(turns ? inFormat(*cropped, DataFormat::ChannelsLast, own) : *cropped,
                             probe.inputs.front(), {0, 0, false}),
                     words("{class} takes off what was added", className));
}

// --- threads -------------------------------------------------------------------------------------

Result<PropertyOutcome> checkThreads(const LayerProbe &probe, const Tolerance &)
{
    Result<Tensor> alone = fail("cancelled", {}, {}, words("the run was cancelled"));
    computeAlone([&] { alone = probe.compute(); });
    if (!alone)
        return fail(alone.error());
    const auto together = probe.compute();
    if (!together)
        return fail(together.error());
    return outcomeOf(compare(*together, *alone, {0, 0, false}),
                     words("one thread against {threads}", threadCount()));
}

} // namespace

PropertyOutcome outcomeOf(const Comparison &comparison, Words whatWasTried)
{
    PropertyOutcome outcome;
    outcome.holds = comparison.matches;
    outcome.maxError = comparison.maxError;
    outcome.allowed = comparison.allowed;
    outcome.worstIndex = comparison.worstIndex;
    outcome.said = comparison.matches ? std::move(whatWasTried)
                                      : words("{tried}: {difference}", std::move(whatWasTried),
                                              comparison.message);
    return outcome;
}

Result<Tensor> inOtherFormat(const LayerProbe &probe)
{
    const LayerProbe steps = insideSteps(probe);
    const DataFormat own = dataFormat(steps.layer);
    const bool isLast = own == DataFormat::ChannelsLast;
    const DataFormat other = isLast ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast;
    const char *name = isLast ? "channels_first" : "channels_last";
    auto turned = steps.withArgument("data_format", std::string(name));
    if (!turned)
        return fail("E5", "data_format", name, words("the layer does not take {format}", name));
    for (Tensor &input : turned->inputs)
        input = inFormat(input, own, other);
    const auto result = turned->compute();
    if (!result)
        return result;
    const Tensor back = inFormat(*result, other, own);
    return back.isNull() || insideTimeDistributed(probe.layer.type()) == nullptr
               ? back
               : withSteps(back, probe.inputs.front());
}

bool isLinear(const Layer &layer)
{
    const LayerType &type = layer.type();
    if (type.table->indexOf("activation") >= 0) {
        const Value value = layer.value("activation");
        const auto *activation = std::get_if<ObjectValue>(&value);
        if (activation == nullptr || !(activation->isNone() || activation->className == "linear"))
            return false;
    }
    switch (type.group) {
    case LayerGroup::Convolution:
    case LayerGroup::Transposed:
    case LayerGroup::Separable:
    case LayerGroup::Crop:
    case LayerGroup::Pad:
    case LayerGroup::UpSample:
    case LayerGroup::Shape:
        return true;
    case LayerGroup::Pool:
        return type.className.find("Average") != std::string::npos;
    case LayerGroup::Activation:
        return false;
    case LayerGroup::Normalization:
        return type.className == "BatchNormalization" || type.className == "Rescaling";
    case LayerGroup::Merge:
        return type.className == "Add" || type.className == "Subtract" ||
               type.className == "Average" || type.className == "Concatenate";
    case LayerGroup::Noise:
        return true;
    case LayerGroup::Core:
        return type.className == "Dense" || type.className == "Rescaling";
    }
    checkFailed("a known group", std::source_location::current());
}

bool runsAlongAnAxis(const LayerProbe &probe)
{
    static constexpr std::array<std::string_view, 5> kAlong{"softmax", "log_softmax", "sparsemax",
                                                            "glu", "Softmax"};
    return probe.layer.type().className == "Softmax" ||
           std::find(kAlong.begin(), kAlong.end(), probe.activation()) != kAlong.end();
}

std::span<const Property> properties()
{
    static const std::vector<Property> list{
        {"shape", words("The inferred shape is the computed one"), always, checkShape},
        {"data_format", words("channels_first is channels_last, turned"), whyNoOtherFormat,
         checkDataFormat},
        {"linear", words("A sum of inputs gives the sum of outputs"), whyNotLinear, checkLinear},
        {"impulse", words("An impulse gives back the kernel, flipped"),
         whyNotInsideSteps<whyNoImpulse>, checkInsideSteps<checkImpulse>},
        {"shift", words("A shifted input gives a shifted output"), whyNotInsideSteps<whyNoShift>,
         checkInsideSteps<checkShift>},
        {"crop_pad", words("Cropping takes off what padding added"), whyNotInsideSteps<whyNoCrop>,
         checkInsideSteps<checkCropPad>},
        {"threads", words("The same bits with one thread and with all"), always, checkThreads},
        {"explanation", words("The explanation of a random cell is its value"), whyNoExplanation,
         checkExplanation},
    };
    return list;
}

const Property *findProperty(std::string_view name)
{
    const auto all = properties();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Property &p) { return p.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Result<PropertyOutcome> checkProperty(const Property &property, const LayerProbe &probe,
                                      const Tolerance &tolerance)
{
    auto outcome = property.check(probe, tolerance);
    if (!outcome || outcome->holds || probe.inputs.empty())
        return outcome;
    const auto stillFails = [&](const std::vector<Tensor> &inputs) {
        LayerProbe smaller = probe;
        smaller.inputs = inputs;
        if (probe.stop.stop_requested() || property.whyNot(smaller))
            return false;
        const auto again = property.check(smaller, tolerance);
        return again && !again->holds;
    };
    std::vector<std::size_t> channels;
    for (const Tensor &input : probe.inputs)
        channels.push_back(static_cast<std::size_t>(
            channelAxis(dataFormat(probe.layer), static_cast<int>(input.extents().size()))));
    outcome->smallestInputs = smallestFailing(probe.inputs, channels, stillFails);
    return outcome;
}

} // namespace convscope
