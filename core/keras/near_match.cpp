// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/near_match.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace convscope {

namespace {

constexpr std::size_t kMost = 3;
/// Longer "names" are no typing mistakes.
constexpr std::size_t kLongest = 100;

int lower(char c)
{
    return std::tolower(static_cast<unsigned char>(c));
}

} // namespace

int editDistance(std::string_view a, std::string_view b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int change = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::vector<std::string> nearMatches(std::string_view wrong, std::span<const std::string> known)
{
    if (wrong.size() > kLongest)
        return {};
    std::vector<std::pair<int, std::string>> ranked;
    for (const std::string &word : known) {
        const int distance = editDistance(wrong, word);
        const auto most = static_cast<int>(std::max(wrong.size(), word.size())) / 3;
        if (distance <= std::max(most, 1))
            ranked.emplace_back(distance, word);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::string> words;
    for (auto &[distance, word] : ranked) {
        if (words.size() < kMost && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(std::move(word));
    }
    return words;
}

Words didYouMean(Words said, std::string_view wrong, std::span<const std::string> known)
{
    const std::vector<std::string> near = nearMatches(wrong, known);
    switch (near.size()) {
    case 0:
        return said;
    case 1:
        return words("{problem}. Did you mean '{word}'?", std::move(said), near[0]);
    case 2:
        return words("{problem}. Did you mean '{word}' or '{second}'?", std::move(said), near[0],
                     near[1]);
    default:
        return words("{problem}. Did you mean '{word}' or '{second}' or '{third}'?",
                     std::move(said), near[0], near[1], near[2]);
    }
}

} // namespace convscope
