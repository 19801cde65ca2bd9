// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "schema/value.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// An argument as a file states it that the class does not take.
struct RefusedArgument
{
    std::string argument;
    /// As JSON text, to be written back; empty where the file lacks the argument.
    std::string json;
    /// Where it is a value that may become legal when another argument changes.
    std::optional<Value> value;
    Error error;

    bool operator==(const RefusedArgument &) const = default;
};

/// What a file says of a layer beyond the arguments of its class: kept, so that it is written back
/// as it came in.
struct LayerStatement
{
    /// JSON text of an object: members of the config that are no arguments (a dtype policy …); of a
    /// class that is not known here the whole config. Empty: none.
    std::string config;
    /// The same of the members beside the config (module, registered_name …).
    std::string entry;
    /// What makes the layer illegal, in the file's order.
    std::vector<RefusedArgument> refused;

    [[nodiscard]] bool isEmpty() const
    {
        return config.empty() && entry.empty() && refused.empty();
    }
    bool operator==(const LayerStatement &) const = default;
};

} // namespace convscope
