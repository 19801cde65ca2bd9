// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "tensor/tensor.h"

#include <vector>

namespace convscope {

/// Milliseconds the executor alone takes to bring `before`, already computed, to `after`.
[[nodiscard]] double engineMilliseconds(const Model &before, const Model &after,
                                        const std::vector<Tensor> &inputs);

} // namespace convscope
