// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// Takes the terms of a stage in their order, adds them up, and keeps them all or, where they are
/// too many, the largest. Memory is bounded by the options, whatever the number of terms.
class TermList
{
public:
    TermList(Reduce reduce, const ExplainOptions &options);

    void add(const Term &term);
    /// Σ of the products, in the order they came in.
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// The first largest value, or smallest of Reduce::Min; a NaN wins. Null where there was none.
    [[nodiscard]] const Term *winner() const { return m_count > 0 ? &m_winner : nullptr; }
    /// Puts terms, channel sums, winner and what was omitted into the stage.
    void finish(Stage &stage);

private:
    struct Kept
    {
        std::int64_t order = 0;
        Term term;
    };
    /// What decides which terms are kept.
    [[nodiscard]] double weightOf(const Term &term) const;
    [[nodiscard]] bool isSmaller(const Kept &a, const Kept &b) const;
    void keepLargest();

    Reduce m_reduce;
    const ExplainOptions &m_options;
    std::vector<Kept> m_kept;
    bool m_isHeap = false;
    std::int64_t m_count = 0;
    double m_sum = 0;
    Term m_winner;
    std::int64_t m_winnerOrder = 0;
};

} // namespace convscope
