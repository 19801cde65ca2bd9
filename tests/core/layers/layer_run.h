// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"
#include "layers/registry.h"

#include <string>
#include <utility>
#include <vector>

namespace convscope::testing {

using Arguments = std::vector<std::pair<std::string, Value>>;

/// A layer of a class with these arguments, set together; aborts where one is refused.
[[nodiscard]] Layer makeLayer(const std::string &className, const Arguments &arguments);

/// What setting the arguments says.
[[nodiscard]] Result<Layer> tryLayer(const std::string &className, const Arguments &arguments);

/// first, first + 1, … in this shape.
[[nodiscard]] Tensor counting(const Extents &extents, float first = 1);
[[nodiscard]] Tensor tensor(const Extents &extents, const std::vector<float> &values);

/// Infers the shape, checks the weights against their specs and runs. `kernel` as KernelContext.
[[nodiscard]] Result<Tensor> runLayer(const Layer &layer, const std::vector<Tensor> &inputs,
                                      const std::vector<Tensor> &weights,
                                      const std::string &kernel = {});

/// Every value, exactly, as text: shape and numbers.
[[nodiscard]] std::string text(const Tensor &tensor);

} // namespace convscope::testing
