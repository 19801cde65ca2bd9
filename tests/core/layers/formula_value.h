// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace convscope::testing {

/// The value of a length formula as people read it: integers, + − · ÷, ( ), ⌊ ⌋, ⌈ ⌉, max(a, b).
/// Every ÷ stands directly inside a floor or ceiling. nullopt where it is none.
[[nodiscard]] std::optional<std::int64_t> formulaValue(const std::string &formula);

} // namespace convscope::testing
