// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// Single-letter changes between two words (Levenshtein, "An algorithm for …", 1966), case ignored.
[[nodiscard]] int editDistance(std::string_view a, std::string_view b);

/// The known words nearest to a wrong one, best first, at most three; empty where none is near.
[[nodiscard]] std::vector<std::string> nearMatches(std::string_view wrong,
                                                   std::span<const std::string> known);

/// The sentence, which has no full stop, with "Did you mean 'kernel_constraint'?" behind it where a
/// word is near; else the sentence as it is.
[[nodiscard]] Words didYouMean(Words said, std::string_view wrong,
                               std::span<const std::string> known);

} // namespace convscope
