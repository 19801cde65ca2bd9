// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace convscope {

/// "preview at ¼"; empty for the whole.
[[nodiscard]] QString previewText(int reduction);
/// "¼".
[[nodiscard]] QString fractionText(int reduction);

} // namespace convscope
