// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/cell_set.h"

#include <QString>

#include <span>

namespace convscope {

/// "rows 84–88, columns 144–148": a range per spatial axis.
[[nodiscard]] QString rangesText(std::span<const CellRange> box);

} // namespace convscope
