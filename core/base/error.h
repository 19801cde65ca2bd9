// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"

#include <string>
#include <utility>

namespace convscope {

/// Something the user can put right: which rule, where, what was received, and the sentence to
/// show.
struct Error
{
    Error() = default;
    Error(std::string ofRule, std::string ofLayer, std::string ofArgument, std::string asReceived,
          Words said)
        : rule(std::move(ofRule)), layer(std::move(ofLayer)), argument(std::move(ofArgument)),
          received(std::move(asReceived)), message(said.text()), words(std::move(said))
    {
    }

    /// Another sentence about the same mistake.
    void say(Words said)
    {
        message = said.text();
        words = std::move(said);
    }

    /// "E1" … "E17" of the layers' error catalogue, else "file", "input", "memory" or "cancelled".
    std::string rule;
    /// Name of the layer, empty outside of a model (the model fills it in).
    std::string layer;
    /// Keras name of the argument, e.g. "kernel_size"; empty where none is at fault.
    std::string argument;
    /// The received value as JSON text, e.g. "[3, 0]"; empty where there is none.
    std::string received;
    /// `words` in English: one or two sentences: the rule, what was received, and the arithmetic.
    std::string message;
    /// The sentence as data, for other languages and for programs.
    Words words;

    bool operator==(const Error &) const = default;
};

} // namespace convscope
