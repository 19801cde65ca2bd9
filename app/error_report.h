// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <nlohmann/json.hpp>

namespace convscope {

/// 1: the model, an input or a test is wrong; 2: wrong usage or an unreadable file; 130:
/// interrupted.
[[nodiscard]] int exitStatus(const Error &error);

/// {"error": {"rule", "layer", "argument", "received", "template", "values", "message"}}, null
/// where there is nothing to say. A value that is words itself is {"template", "values"}.
[[nodiscard]] nlohmann::ordered_json errorDocument(const Error &error);

/// The message to stderr and, with --json, the document to stdout; returns the exit status.
int reportError(const Error &error, bool json);

} // namespace convscope
