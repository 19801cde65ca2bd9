// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// Independent fused multiply-adds in registers; returns how many floating-point operations it did
/// (2 each). `sink` receives a value that depends on all of them.
std::int64_t spinFusedMultiplyAdds(std::int64_t rounds, float *sink);

} // namespace convscope
