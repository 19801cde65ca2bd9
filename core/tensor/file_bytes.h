// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

using Bytes = std::vector<unsigned char>;

/// Whether a path is a file with an end: a regular one or a pipe. Errors: "file" (missing, a
/// folder, a device, a socket).
[[nodiscard]] Result<void> checkReadable(const std::string &path);

/// The whole content of a file or pipe. Errors: those of checkReadable, "file" (unreadable; a pipe
/// into which nobody writes within a second), "memory" (checked before allocating).
[[nodiscard]] Result<Bytes> readFileBytes(const std::string &path);
[[nodiscard]] Result<std::string> readFileText(const std::string &path);

/// Lets `write` fill a new file beside `path` and then renames it over `path`, so that whoever
/// reads `path` sees the old content or the whole new one. The new file is removed where something
/// fails.
[[nodiscard]] Result<void>
replaceFile(const std::string &path,
            const std::function<Result<void>(const std::string &temporaryPath)> &write);
[[nodiscard]] Result<void> replaceFile(const std::string &path,
                                       std::span<const unsigned char> content);

/// Error{rule "file"} whose message is "path: reason".
[[nodiscard]] Failure fileError(const std::string &path, Words reason);

} // namespace convscope
