// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "views/map_grid.h"

#include <vector>

namespace convscope {

/// Of a layer that joins the channels of what it reads: which of its maps come from where. Empty
/// for every other layer. `format`: of its output.
[[nodiscard]] std::vector<GridHeading> mergeHeadings(const ModelDocument &document, int layer,
                                                     DataFormat format);

} // namespace convscope
