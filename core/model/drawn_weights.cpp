// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/drawn_weights.h"

#include "layers/initializers.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <unordered_map>

namespace convscope {

namespace {

constexpr std::int64_t kBudget = std::int64_t{128} << 20;

/// Least charge of an entry, so that many tiny ones stay few enough.
constexpr std::int64_t kLeastCharge = 1024;

std::int64_t charge(const Tensor &weight)
{
    return std::max(weight.bytes(), kLeastCharge);
}

class DrawnWeights
{
public:
    Tensor find(const Fingerprint &key)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_index.find(key);
        if (found == m_index.end())
            return {};
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        return found->second->second;
    }

    void insert(const Fingerprint &key, const Tensor &weight)
    {
        const std::lock_guard lock(m_mutex);
        if (charge(weight) > kBudget || m_index.contains(key))
            return;
        m_entries.emplace_front(key, weight);
        m_index.emplace(key, m_entries.begin());
        m_charged += charge(weight);
        while (m_charged > kBudget) {
            m_charged -= charge(m_entries.back().second);
            m_index.erase(m_entries.back().first);
            m_entries.pop_back();
        }
    }

private:
    using Entries = std::list<std::pair<Fingerprint, Tensor>>; // most recently used first

    std::mutex m_mutex;
    Entries m_entries;
    std::unordered_map<Fingerprint, Entries::iterator, FingerprintHash> m_index;
    std::int64_t m_charged = 0;
};

} // namespace

Result<Tensor> drawnWeight(const ObjectValue &initializer, const Extents &shape,
                           const Fingerprint &key, const std::stop_token &stop)
{
    static DrawnWeights memory;
    FingerprintBuilder builder;
    builder.add(key).add(std::string_view(toPython(initializer)));
    for (const std::int64_t extent : shape)
        builder.add(extent);
    const Fingerprint identity = builder.finish();
    if (Tensor known = memory.find(identity); !known.isNull())
        return known;
    auto drawn = draw(initializer, shape, key, stop);
    if (drawn)
        memory.insert(identity, *drawn);
    return drawn;
}

} // namespace convscope
