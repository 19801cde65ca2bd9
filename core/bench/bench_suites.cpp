// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench/bench_suites.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr BenchLine kLines[] = {
    {"live", "conv ic3 in512x512 oc16 k3x3 p=same"},
    {"live", "conv ic16 in512x512 oc16 k3x3 p=same"},
    {"live", "conv ic16 in256x256 oc32 k3x3 p=same"},
    {"live", "conv ic32 in256x256 oc32 k3x3 d2x2 p=same"},
    {"live", "conv ic32 in512x512 oc8 k5x5 p=same"},
    {"live", "conv ic3 in1200x1600 oc32 k3x3 p=same"},
    {"live", "conv ic1 in512x512 oc8 k3x3 p=same"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k1x1 p=valid"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k2x2 p=valid"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k1x1 s2x2 p=valid"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k3x3 s2x2 p=same"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k3x3 p=same"},
    {"seed", "conv mb4 ic3 in600x600 oc64 k3x3 p=valid"},
    {"dcgan", "deconv ic512 in4x4 oc256 k5x5 s2x2 p=same"},
    {"dcgan", "deconv ic256 in8x8 oc128 k5x5 s2x2 p=same"},
    {"dcgan", "deconv ic128 in16x16 oc64 k5x5 s2x2 p=same"},
    {"dcgan", "deconv ic64 in32x32 oc3 k5x5 s2x2 p=same"},
    {"dcgan", "deconv ic128 in64x64 oc64 k2x2 s2x2 p=valid"},
    {"dcgan", "deconv ic64 in56x56 oc64 k4x4 s2x2 p=same"},
    {"mobilenet_v1", "conv ic3 in224x224 oc32 k3x3 s2x2 p=same"},
    {"mobilenet_v1", "depthwise ic32 in112x112 k3x3 p=same"},
    {"mobilenet_v1", "conv ic32 in112x112 oc64 k1x1 p=same"},
    {"mobilenet_v1", "depthwise ic64 in112x112 k3x3 s2x2 p=same"},
    {"mobilenet_v1", "conv ic64 in56x56 oc128 k1x1 p=same"},
    {"mobilenet_v1", "depthwise ic128 in56x56 k3x3 p=same"},
    {"mobilenet_v1", "conv ic128 in56x56 oc128 k1x1 p=same"},
    {"mobilenet_v1", "depthwise ic512 in14x14 k3x3 p=same"},
    {"mobilenet_v1", "conv ic512 in14x14 oc512 k1x1 p=same"},
    {"mobilenet_v1", "depthwise ic1024 in7x7 k3x3 p=same"},
    {"mobilenet_v1", "conv ic1024 in7x7 oc1024 k1x1 p=same"},
    {"vgg16", "conv ic3 in224x224 oc64 k3x3 p=same"},
    {"vgg16", "conv ic64 in224x224 oc64 k3x3 p=same"},
    {"vgg16", "conv ic64 in112x112 oc128 k3x3 p=same"},
    {"vgg16", "conv ic128 in112x112 oc128 k3x3 p=same"},
    {"vgg16", "conv ic128 in56x56 oc256 k3x3 p=same"},
    {"vgg16", "conv ic256 in56x56 oc256 k3x3 p=same"},
    {"vgg16", "conv ic512 in28x28 oc512 k3x3 p=same"},
    {"vgg16", "conv ic512 in14x14 oc512 k3x3 p=same"},
    {"resnet50", "conv ic3 in224x224 oc64 k7x7 s2x2 p=same"},
    {"resnet50", "conv ic64 in56x56 oc64 k1x1 p=same"},
    {"resnet50", "conv ic64 in56x56 oc64 k3x3 p=same"},
    {"resnet50", "conv ic64 in56x56 oc256 k1x1 p=same"},
    {"resnet50", "conv ic256 in56x56 oc64 k1x1 p=same"},
    {"resnet50", "conv ic128 in56x56 oc128 k3x3 s2x2 p=same"},
    {"resnet50", "conv ic128 in28x28 oc128 k3x3 p=same"},
    {"resnet50", "conv ic128 in28x28 oc512 k1x1 p=same"},
    {"resnet50", "conv ic512 in28x28 oc128 k1x1 p=same"},
    {"resnet50", "conv ic256 in14x14 oc256 k3x3 p=same"},
    {"resnet50", "conv ic256 in14x14 oc1024 k1x1 p=same"},
    {"resnet50", "conv ic1024 in14x14 oc256 k1x1 p=same"},
    {"resnet50", "conv ic512 in7x7 oc512 k3x3 p=same"},
    {"resnet50", "conv ic512 in7x7 oc2048 k1x1 p=same"},
    {"wavenet", "conv ic64 in16000 oc128 k2 p=valid"},
    {"wavenet", "conv ic64 in16000 oc128 k2 d64 p=valid"},
    {"wavenet", "conv ic64 in16000 oc128 k2 d512 p=valid"},
    {"wavenet", "conv ic64 in16000 oc256 k1 p=valid"},
    {"wavenet", "conv ic128 in4000 oc128 k7 p=valid"},
    {"c3d", "conv ic3 in16x56x56 oc64 k3x3x3 p=same"},
    {"c3d", "conv ic64 in16x28x28 oc128 k3x3x3 p=same"},
    {"c3d", "conv ic128 in8x14x14 oc256 k3x3x3 p=same"},
    {"c3d", "conv ic256 in4x7x7 oc512 k3x3x3 p=same"},
    {"memory", "pad ic32 in512x512 p=1,1x1,1"},
    {"memory", "crop ic32 in512x512 p=1,1x1,1"},
    {"memory", "max_pool ic32 in512x512 k2x2 s2x2"},
    {"memory", "average_pool ic32 in512x512 k3x3 p=same"},
    {"memory", "upsample ic32 in512x512 k2x2 nearest"},
    {"memory", "upsample ic32 in512x512 k2x2 bilinear"},
    {"memory", "relu ic32 in512x512"},
    {"memory", "sigmoid ic32 in512x512"},
    {"memory", "tanh ic32 in512x512"},
    {"memory", "softmax ic32 in512x512"},
    {"memory", "batch_norm ic32 in512x512"},
    {"memory", "add ic32 in512x512"},
    {"memory", "concatenate ic32 in512x512"},
    {"memory", "permute ic32 in512x512"},
    {"memory", "pad ic32 in512x512 p=1,1x1,1 first"},
    {"memory", "crop ic32 in512x512 p=1,1x1,1 first"},
    {"memory", "max_pool ic32 in512x512 k2x2 s2x2 first"},
    {"memory", "average_pool ic32 in512x512 k3x3 p=same first"},
    {"memory", "upsample ic32 in512x512 k2x2 nearest first"},
    {"memory", "upsample ic32 in512x512 k2x2 bilinear first"},
    {"memory", "softmax ic32 in512x512 first"},
    {"memory", "batch_norm ic32 in512x512 first"},
    {"memory", "concatenate ic32 in512x512 first"},
    {"memory", "permute ic32 in512x512 first"},
};

} // namespace

std::span<const BenchLine> benchLines()
{
    return kLines;
}

std::vector<std::string_view> benchSuites()
{
    std::vector<std::string_view> names;
    for (const BenchLine &line : kLines)
        if (std::find(names.begin(), names.end(), line.suite) == names.end())
            names.push_back(line.suite);
    return names;
}

} // namespace convscope
