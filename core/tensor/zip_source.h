// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

struct zip_source;

namespace convscope {

/// A regular file for libzip, read in blocks. libzip's own source asks the system for the file's
/// size five times a member and seeks six times, which is most of what small members cost. Null
/// where the path is no regular file or cannot be opened; whoever takes it says why. The caller
/// owns it until an archive takes it.
[[nodiscard]] zip_source *blockSource(const std::string &path);

} // namespace convscope
