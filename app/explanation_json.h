// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explanation.h"
#include "layers/cell_set.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What the explained cell sees of one tensor before it.
struct FieldLine
{
    std::string layer;
    /// Per spatial axis.
    std::vector<CellRange> box;
    double paddingShare = 0;
};

/// The document of `convscope explain --json`. Numbers that are none become null.
[[nodiscard]] nlohmann::ordered_json toJson(const Explanation &told,
                                            std::span<const FieldLine> field);

} // namespace convscope
