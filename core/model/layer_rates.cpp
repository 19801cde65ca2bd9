// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/layer_rates.h"

#include "kernels/simd/vector_target.h"
#include "layers/registry.h"

#include <algorithm>
#include <iterator>

namespace convscope {

namespace {

// Measured by tests/bench/rates and, layer by layer, tests/bench/forecast: one thread of an AMD
// EPYC (Zen 4) with 16 lanes, 2026-11-30. Where layers of a kind differ, by what their shapes do to
// it, about the middle of the ratio.

/// Multiply–adds per millisecond and lane, bytes per millisecond.
struct Rates
{
    double macs;
    double bytes;
};

/// Does nothing: hands on what it reads.
constexpr double kFree = 1e10;

struct ClassRates
{
    std::string_view className;
    Rates rates;
};

/// Classes that differ from their group.
constexpr ClassRates kOfClasses[] = {
    {"Conv1D", {3.8e6, 6e6}}, // no Winograd
    {"Conv3D", {5e6, 4e6}},
    {"Dense", {2.5e6, 8e6}},
    {"DepthwiseConv1D", {0.4e6, 15e6}},
    {"DepthwiseConv2D", {1e6, 15e6}},
    {"Flatten", {kFree, kFree}},
    {"GroupNormalization", {kFree, 0.7e6}}, // two passes over each line
    {"Identity", {kFree, kFree}},
    {"ActivityRegularization", {kFree, kFree}},
    {"LayerNormalization", {kFree, 0.7e6}},
    {"RMSNormalization", {kFree, 0.8e6}},
    {"Reshape", {kFree, kFree}},
    {"UnitNormalization", {kFree, 0.8e6}},
    {"ops.Cast", {kFree, kFree}},
    {"ops.Ceil", {kFree, 6e6}},
    {"ops.ExpandDims", {kFree, kFree}},
    {"ops.Floor", {kFree, 5e6}},
    {"ops.Log", {kFree, 2.2e6}},
    {"ops.LogSoftmax", {kFree, 5.6e6}},
    {"ops.Normalize", {kFree, 0.8e6}},
    {"ops.Round", {kFree, 2.8e6}},
    {"ops.Rsqrt", {kFree, 3e6}},
    {"ops.Sqrt", {kFree, 4.6e6}},
    {"ops.Squeeze", {kFree, kFree}},
    {"ops.StopGradient", {kFree, kFree}},
};

Rates ofGroup(LayerGroup group)
{
    switch (group) {
    case LayerGroup::Convolution:
        // Winograd's kernels do 7 to 8.5, the direct one at most 4.
        return {6e6, 4.5e6};
    case LayerGroup::Transposed:
        return {2.5e6, 5e6};
    case LayerGroup::Separable:
        return {2.1e6, 8e6};
    case LayerGroup::UpSample:
        return {kFree, 9.5e6};
    case LayerGroup::Pool:
        return {kFree, 12e6};
    case LayerGroup::Shape:
        return {kFree, 8e6};
    case LayerGroup::Noise: // does nothing at inference
        return {kFree, kFree};
    case LayerGroup::Crop:
    case LayerGroup::Pad:
    case LayerGroup::Activation:
    case LayerGroup::Normalization:
    case LayerGroup::Merge:
    case LayerGroup::Core:
        break;
    }
    return {kFree, 15e6};
}

/// The textbook's loops wait for each sum: one at a time, whatever the vectors' width.
constexpr LayerRates kReference{1.2e6, 1e6};

} // namespace

LayerRates layerRates(std::string_view kind)
{
    if (kind.ends_with("/reference"))
        return kReference;
    const std::string_view name = kind.substr(0, kind.find('/'));
    const auto *const own = std::find_if(std::begin(kOfClasses), std::end(kOfClasses),
                                         [&](const ClassRates &c) { return c.className == name; });
    const LayerType *type = findLayerType(name);
    const Rates rates = own != std::end(kOfClasses)
                            ? own->rates
                            : ofGroup(type != nullptr ? type->group : LayerGroup::Core);
    return {rates.macs * static_cast<double>(vectorFloats()), rates.bytes};
}

double drawnBytesPerMs()
{
    return 4.4e5;
}

} // namespace convscope
