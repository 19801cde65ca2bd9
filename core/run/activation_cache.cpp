// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/activation_cache.h"

namespace convscope {

ActivationCache::ActivationCache(std::int64_t budgetBytes) : m_budget(budgetBytes) {}

std::optional<CachedActivation> ActivationCache::find(const Fingerprint &key)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->value;
}

bool ActivationCache::contains(const Fingerprint &key) const
{
    const std::scoped_lock lock(m_mutex);
    return m_index.contains(key);
}

void ActivationCache::insert(const Fingerprint &key, CachedActivation value)
{
    std::list<Entry> evicted;
    const std::scoped_lock lock(m_mutex);
    if (m_index.contains(key) || value.output.bytes() > m_budget)
        return;
    m_bytes += value.output.bytes();
    m_entries.push_front({key, std::move(value)});
    m_index[key] = m_entries.begin();
    evict(evicted);
}

void ActivationCache::erase(const Fingerprint &key)
{
    // Given back once the lock is free: that may take a while.
    std::list<Entry> erased;
    const std::scoped_lock lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return;
    m_bytes -= found->second->value.output.bytes();
    erased.splice(erased.begin(), m_entries, found->second);
    m_index.erase(found);
}

void ActivationCache::clear()
{
    std::list<Entry> erased;
    const std::scoped_lock lock(m_mutex);
    erased.swap(m_entries);
    m_index.clear();
    m_bytes = 0;
}

std::int64_t ActivationCache::bytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_bytes;
}

void ActivationCache::evict(std::list<Entry> &evicted)
{
    while (m_bytes > m_budget) {
        m_bytes -= m_entries.back().value.output.bytes();
        m_index.erase(m_entries.back().key);
        evicted.splice(evicted.end(), m_entries, std::prev(m_entries.end()));
    }
}

} // namespace convscope
