// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

namespace convscope {

/// The Q of a QR decomposition with a positive diagonal, in place: `vectors` holds `count` ≤
/// `length` vectors of full rank one behind the other, and becomes as many orthonormal ones that
/// span the same. On all threads where there are many, the same bits everywhere. Some 2 · count² ·
/// length multiply–adds. False where `stop` was requested.
[[nodiscard]] bool orthonormalize(std::span<double> vectors, std::int64_t count,
                                  std::int64_t length, const std::stop_token &stop = {});

} // namespace convscope
