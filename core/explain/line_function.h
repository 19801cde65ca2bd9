// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/stage_maker.h"

namespace convscope {

/// The function along an axis that a layer ends in: the stage over its line at this index of the
/// output. Appends the stages behind the cell's own number, then that of the line.
[[nodiscard]] double lineFunction(const StageMaker &maker, const Extents &index,
                                  const ExplainOptions &options, std::vector<Stage> &stages);

} // namespace convscope
