// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

namespace convscope {

/// The document of a command run with --json, to stdout. The first one wins, whichever thread it
/// comes from: a later call never returns, as whoever wrote the first is about to end the program.
void writeJson(const nlohmann::ordered_json &document);

/// The same, but false where a document was begun already.
[[nodiscard]] bool tryWriteJson(const nlohmann::ordered_json &document);

} // namespace convscope
