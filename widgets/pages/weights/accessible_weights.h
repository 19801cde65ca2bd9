// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Lets screen readers read the cells and kernels of the Weights page. Once; later calls change
/// nothing.
void installAccessibleWeights();

} // namespace convscope
