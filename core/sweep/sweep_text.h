// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sweep/sweep.h"

#include <span>

namespace convscope {

/// Why a setting cannot be, with the layer's name where it is not the one that varies; empty where
/// it can.
[[nodiscard]] std::string errorText(const Sweep &sweep, const SweepCell &cell);

/// Comma-separated values, a line per setting: every argument, output_shape, ms, max_difference,
/// error.
[[nodiscard]] std::string sweepCsv(const Sweep &sweep, std::span<const SweepCell> cells);

} // namespace convscope
