// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/tensor.h"
#include "weights_edit/weight_layout.h"

#include <string>
#include <string_view>

namespace convscope {

/// A block of weights as a spreadsheet and numpy.loadtxt read it: a line per row, tabs between
/// values, an empty line between kernels; every digit that float32 has. Filter by filter, channel
/// by channel, slice by slice; of a matrix a line per channel, of a vector one line. `layout` is
/// the block's own.
[[nodiscard]] std::string textOf(const Tensor &block, const WeightLayout &layout);

/// The block that a text means: what textOf() writes, cells from a spreadsheet (tabs, commas or
/// semicolons; a decimal comma where tabs or semicolons part the values), or an array as Python
/// prints it, with or without commas. Rows must be as long as the block's; a list of as many values
/// as a vector has may also stand in a column. Errors: "input" where a word is no number or the
/// numbers are not as many, with both shapes; "memory".
[[nodiscard]] Result<Tensor> blockOfText(std::string_view text, const WeightLayout &layout);

} // namespace convscope
