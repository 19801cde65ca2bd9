// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace convscope {

/// The folder that holds samples/ and stacks/ as files. First of these that has them: the
/// environment's CONVSCOPE_DATA_DIR, ../share/convscope beside the running program's folder, the
/// configured installation, the source tree. Empty path where none has them.
[[nodiscard]] std::filesystem::path dataFolder();

} // namespace convscope
