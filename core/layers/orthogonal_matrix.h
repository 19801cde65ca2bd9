// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

namespace convscope {

/// The Q of a QR decomposition with a positive diagonal: orthonormal columns where rows ≥ columns,
/// else orthonormal rows. `matrix` is row-major, of full rank; single-threaded, the same bits
/// everywhere. Empty where `stop` was requested.
[[nodiscard]] std::vector<double> orthonormalized(std::vector<double> matrix, std::size_t rows,
                                                  std::size_t columns,
                                                  const std::stop_token &stop = {});

} // namespace convscope
