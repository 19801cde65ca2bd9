// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/picture_file.h"

#include <string>

namespace convscope {

/// "data:image/png;base64,…", a picture within a page. Error "file".
[[nodiscard]] Result<std::string> dataUri(const Picture &picture);

} // namespace convscope
