// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace convscope {

/// The Q of a QR decomposition with a positive diagonal: orthonormal columns where rows ≥ columns,
/// else orthonormal rows. `matrix` is row-major, of full rank; single-threaded, the same bits
/// everywhere.
[[nodiscard]] std::vector<double> orthonormalized(std::vector<double> matrix, std::size_t rows,
                                                  std::size_t columns);

} // namespace convscope
