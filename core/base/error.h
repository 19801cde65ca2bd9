// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

namespace convscope {

/// Something the user can put right: which rule, where, what was received, and the sentence to show.
struct Error
{
    /// "E1" … "E17" of the layers' error catalogue, else "file", "input", "memory" or "cancelled".
    std::string rule;
    /// Name of the layer, empty outside of a model (the model fills it in).
    std::string layer;
    /// Keras name of the argument, e.g. "kernel_size"; empty where none is at fault.
    std::string argument;
    /// The received value as JSON text, e.g. "[3, 0]"; empty where there is none.
    std::string received;
    /// One or two sentences: the rule, what was received, and the arithmetic.
    std::string message;

    bool operator==(const Error &) const = default;
};

} // namespace convscope
