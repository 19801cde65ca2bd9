// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace convscope {

/// A computed layer output and how it came about.
struct CachedActivation
{
    Tensor output;
    std::string kernel;
    double milliseconds = 0;
};

/// Fingerprint → activation under a byte budget that is never exceeded; the least recently used go
/// first, and what alone is larger is not kept. Several runs may share one. Thread-safe.
class ActivationCache
{
public:
    explicit ActivationCache(std::int64_t budgetBytes);

    [[nodiscard]] std::optional<CachedActivation> find(const Fingerprint &key);
    /// Asking is no use of the entry.
    [[nodiscard]] bool contains(const Fingerprint &key) const;
    void insert(const Fingerprint &key, CachedActivation value);
    void erase(const Fingerprint &key);
    void clear();

    [[nodiscard]] std::int64_t bytes() const;
    [[nodiscard]] std::int64_t budgetBytes() const { return m_budget; }

private:
    struct Entry
    {
        Fingerprint key;
        CachedActivation value;
    };

    void evict(std::list<Entry> &evicted);

    const std::int64_t m_budget;
    mutable std::mutex m_mutex;
    std::int64_t m_bytes = 0;
    std::list<Entry> m_entries; // most recently used first
    std::unordered_map<Fingerprint, std::list<Entry>::iterator, FingerprintHash> m_index;
};

} // namespace convscope
