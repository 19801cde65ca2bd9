// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"

#include <QString>

#include <string_view>

namespace convscope {

struct Error;

// What core says, in the language of the window. The translations stand in the context "core"; a
// pattern without one is shown in English.

[[nodiscard]] QString localized(const Words &words);
/// The message of an error.
[[nodiscard]] QString localized(const Error &error);
/// An entry of a table: the label or doc of an argument, the summary of a class, the name of an
/// axis.
[[nodiscard]] QString localizedTerm(std::string_view text);

/// The same in every language: names, shapes, Python values. UTF-8.
[[nodiscard]] inline QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace convscope
