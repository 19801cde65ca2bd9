// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace convscope::testing {

/// A layer with random arguments, inputs that it takes and weights that it runs with.
struct RandomLayer
{
    Layer layer;
    std::vector<Tensor> inputs;
    std::vector<Tensor> weights;
};

/// Random numbers away from 0: a lost term or a wrong sign shows.
[[nodiscard]] Tensor randomTensor(const Extents &extents, std::mt19937 &random);

/// Random arguments for a class, found in its schema alone (argument lists that depend on the shape
/// excepted), so that a new class is tried without a word about it. The last extents are small.
/// With `first`, the first input has this shape. Nullopt where no legal ones were found.
[[nodiscard]] std::optional<RandomLayer>
randomLayer(const LayerType &type, std::mt19937 &random, const std::optional<Extents> &first = {},
            const std::vector<std::string> &activations = {});

} // namespace convscope::testing
