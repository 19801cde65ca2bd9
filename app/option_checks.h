// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace convscope {

/// A number that `accepts` takes; "must be a number " and `words` otherwise. CLI::Range lets NaN
/// through.
[[nodiscard]] CLI::Validator numberThat(std::function<bool(double)> accepts, std::string words);

} // namespace convscope
