// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace convscope {

/// JSON whose objects keep the order of their keys, as Keras writes them.
using Json = nlohmann::ordered_json;

/// Parses a whole document. Errors: "file", naming `what` and where it stops being JSON.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const std::string &what);

/// One line, for Error::received and for files.
[[nodiscard]] std::string jsonText(const Json &value);

/// As Python would print it, cut off after some 120 characters: for sentences.
[[nodiscard]] std::string pythonText(const Json &value);

/// An integer, also written as an integral float (3.0); no booleans.
[[nodiscard]] std::optional<std::int64_t> integerOf(const Json &value);

/// The member of an object, or nullptr where there is none (or `object` is no object).
[[nodiscard]] const Json *member(const Json &object, std::string_view key);
/// The member's string, empty where there is none.
[[nodiscard]] std::string stringMember(const Json &object, std::string_view key);

} // namespace convscope
