// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/repairs.h"

namespace convscope {

/// Repairs of an illegal layer by what it reads, their argument being "inputs": another tensor
/// beside what it reads where that is one too few, else another one in the place of one that does
/// not fit. The nearest tensors first, at most `most`; only those that stand before the layer.
/// Every one was checked by shape inference.
[[nodiscard]] std::vector<Repair> findReadRepairs(const Model &model, std::span<const Shape> inputs,
                                                  int index, std::size_t most = 3);

} // namespace convscope
