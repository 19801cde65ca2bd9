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

/// The sentence, which has no full stop, and "Did you mean 'kernel_constraint'?" where a word is
/// near.
[[nodiscard]] Words didYouMean(Words said, std::string_view wrong,
                               std::span<const std::string> known);

/// ". Did you mean 'kernel_constraint'?" or nothing, to append to a sentence that is no words yet.
[[nodiscard]] std::string didYouMean(std::string_view wrong, std::span<const std::string> known);

} // namespace convscope
