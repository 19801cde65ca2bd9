// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/repairs.h"
#include "model/shape_inference.h"
#include "views/error_report.h"

#include <QString>

namespace convscope {

// The error page's words: pure functions of the model, its shapes and the repairs found.

/// Title, formula, axes and repairs (without miniatures) of an illegal layer.
[[nodiscard]] ErrorReport errorReport(const Model &model, const ModelShapes &shapes, int index,
                                      const std::vector<Repair> &repairs);

} // namespace convscope
