// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/term_list.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Channel by channel; the terms of one stand together.
std::vector<ChannelSum> channelSums(const std::vector<Term> &terms)
{
    std::vector<ChannelSum> sums;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (sums.empty() || sums.back().channel != terms[i].channel)
            sums.push_back({terms[i].channel, i, 0, 0});
        ++sums.back().count;
        sums.back().sum += terms[i].product;
    }
    return sums;
}

} // namespace

TermList::TermList(Reduce reduce, const ExplainOptions &options)
    : m_reduce(reduce), m_options(options)
{
}

double TermList::weightOf(const Term &term) const
{
    const double number = m_reduce == Reduce::Max   ? term.value
                          : m_reduce == Reduce::Min ? -term.value
                                                    : std::abs(term.product);
    return std::isnan(number) ? std::numeric_limits<double>::infinity() : number;
}

bool TermList::isSmaller(const Kept &a, const Kept &b) const
{
    const double x = weightOf(a.term);
    const double y = weightOf(b.term);
    return x != y ? x < y : a.order > b.order;
}

void TermList::keepLargest()
{
    const auto isLarger = [this](const Kept &a, const Kept &b) { return isSmaller(b, a); };
    if (!m_isHeap) {
        const auto middle = m_kept.begin() +
                            static_cast<std::ptrdiff_t>(std::min(m_options.largest, m_kept.size()));
        std::partial_sort(m_kept.begin(), middle, m_kept.end(), isLarger);
        m_kept.erase(middle, m_kept.end());
        std::make_heap(m_kept.begin(), m_kept.end(), isLarger);
        m_isHeap = true;
        return;
    }
    std::push_heap(m_kept.begin(), m_kept.end(), isLarger);
    std::pop_heap(m_kept.begin(), m_kept.end(), isLarger);
    m_kept.pop_back();
}

void TermList::add(const Term &term)
{
    const bool wins =
        m_count == 0 || (std::isnan(term.value) && !std::isnan(m_winner.value)) ||
        (m_reduce == Reduce::Min ? term.value < m_winner.value : term.value > m_winner.value);
    if (wins) {
        m_winner = term;
        m_winnerOrder = m_count;
    }
    m_sum += term.product;
    const Kept kept{m_count++, term};
    // The heap's head is the smallest that is kept.
    if (m_isHeap && (m_kept.empty() || !isSmaller(m_kept.front(), kept)))
        return;
    m_kept.push_back(kept);
    if (m_isHeap || m_kept.size() > m_options.mostTerms)
        keepLargest();
}

void TermList::finish(Stage &stage)
{
    std::sort(m_kept.begin(), m_kept.end(),
              [](const Kept &a, const Kept &b) { return a.order < b.order; });
    stage.terms.reserve(m_kept.size());
    const bool isRanked = m_reduce == Reduce::Max || m_reduce == Reduce::Min;
    double listed = 0;
    for (const Kept &kept : m_kept) {
        if (isRanked && kept.order == m_winnerOrder)
            stage.winner = stage.terms.size();
        listed += kept.term.product;
        stage.terms.push_back(kept.term);
    }
    stage.omittedCount = m_count - static_cast<std::int64_t>(m_kept.size());
    if (stage.omittedCount > 0)
        stage.omittedSum = m_sum - listed;
    else if (stage.isWeighted)
        stage.channels = channelSums(stage.terms);
}

} // namespace convscope
