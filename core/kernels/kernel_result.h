// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace convscope {

/// What tells one result of an operation from another: its word, its numbers and its operands.
/// Cheap: no pass over the values.
[[nodiscard]] FingerprintBuilder operationFingerprint(std::string_view operation,
                                                      const KernelContext &context,
                                                      std::span<const Tensor> operands);

/// The filled buffer as a tensor, or Error{rule "cancelled"} where `done` is false.
[[nodiscard]] Result<Tensor> finishedTensor(TensorBuffer buffer, bool done,
                                            const FingerprintBuilder &identity);

/// Values a tile of a memory-bound operation holds: 64 KiB, a share of the second-level cache.
inline constexpr std::int64_t kTileValues = std::int64_t{1} << 14;

} // namespace convscope
