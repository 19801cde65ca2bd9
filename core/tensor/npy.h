// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/file_bytes.h"
#include "tensor/tensor.h"

#include <optional>
#include <span>
#include <string>

namespace convscope {

/// One array of NumPy's .npy format (numpy.lib.format, versions 1 to 3).
struct NpyArray
{
    /// Numbers and booleans as float32, C order; null where the array is text.
    Tensor tensor;
    /// A text scalar (kinds U and S, rank 0 or one element) as UTF-8.
    std::optional<std::string> text;
};

/// Decodes the bytes of a .npy file; `what` names it in messages. Reads float16/32/64, integers and
/// booleans of either byte order and either axis order. Errors: "file" (and what is wrong),
/// "memory".
[[nodiscard]] Result<NpyArray> parseNpy(std::span<const unsigned char> bytes,
                                        const std::string &what);
/// A .npy file of numbers.
[[nodiscard]] Result<Tensor> readNpy(const std::string &path);

/// Version 1, "<f4", C order.
[[nodiscard]] Bytes npyBytes(const Tensor &tensor);
/// What npyBytes() begins with, before the values.
[[nodiscard]] Bytes npyHead(const Tensor &tensor);
/// A 0-d array of kind "<U"; `utf8` must be valid UTF-8, other bytes become U+FFFD.
[[nodiscard]] Bytes npyBytes(std::string_view utf8);
/// Replaces the file in one step.
[[nodiscard]] Result<void> writeNpy(const std::string &path, const Tensor &tensor);

} // namespace convscope
