// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace convscope {

/// A value, or why there is none. Failures a user causes travel this way; nothing in core throws.
template <class T>
using Result = tl::expected<T, Error>;

/// Converts to any Result<T>.
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(Error error)
{
    return Failure(std::move(error));
}

/// `received` is JSON text, see Error. `said` comes from words("… {name} …", value, …).
[[nodiscard]] inline Failure fail(std::string rule, std::string argument, std::string received,
                                  Words said)
{
    return Failure(
        Error(std::move(rule), {}, std::move(argument), std::move(received), std::move(said)));
}

} // namespace convscope
