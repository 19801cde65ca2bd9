// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/drawn_weights.h"

#include "layers/initializers.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <unordered_map>

#include <unistd.h>

namespace convscope {

namespace {

constexpr std::int64_t kLeastBudget = std::int64_t{128} << 20;
constexpr std::int64_t kMostBudget = std::int64_t{2} << 30;

std::int64_t defaultBudget()
{
    const std::int64_t machine =
        static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return std::clamp(machine / 16, kLeastBudget, kMostBudget);
}

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

    bool contains(const Fingerprint &key) const
    {
        const std::lock_guard lock(m_mutex);
        return m_index.contains(key);
    }

    void insert(const Fingerprint &key, const Tensor &weight)
    {
        Entries forgotten; // given back once the lock is free
        const std::lock_guard lock(m_mutex);
        if (charge(weight) > m_budget || m_index.contains(key))
            return;
        m_entries.emplace_front(key, weight);
        m_index.emplace(key, m_entries.begin());
        m_charged += charge(weight);
        trim(forgotten);
    }

    void setBudget(std::int64_t bytes)
    {
        Entries forgotten;
        const std::lock_guard lock(m_mutex);
        m_budget = bytes;
        trim(forgotten);
    }

    std::int64_t charged() const
    {
        const std::lock_guard lock(m_mutex);
        return m_charged;
    }

private:
    using Entries = std::list<std::pair<Fingerprint, Tensor>>; // most recently used first

    void trim(Entries &forgotten)
    {
        while (m_charged > m_budget) {
            m_charged -= charge(m_entries.back().second);
            m_index.erase(m_entries.back().first);
            forgotten.splice(forgotten.begin(), m_entries, std::prev(m_entries.end()));
        }
    }

    mutable std::mutex m_mutex;
    std::int64_t m_budget = defaultBudget();
    Entries m_entries;
    std::unordered_map<Fingerprint, Entries::iterator, FingerprintHash> m_index;
    std::int64_t m_charged = 0;
};

DrawnWeights &memory()
{
    static DrawnWeights instance;
    return instance;
}

Fingerprint identity(const ObjectValue &initializer, const Extents &shape, const Fingerprint &key)
{
    FingerprintBuilder builder;
    builder.add(key).add(std::string_view(toPython(initializer)));
    for (const std::int64_t extent : shape)
        builder.add(extent);
    return builder.finish();
}

} // namespace

Result<Tensor> drawnWeight(const ObjectValue &initializer, const Extents &shape,
                           const Fingerprint &key, const std::stop_token &stop)
{
    const Fingerprint wanted = identity(initializer, shape, key);
    if (Tensor known = memory().find(wanted); !known.isNull())
        return known;
    auto drawn = draw(initializer, shape, key, stop);
    if (drawn)
        memory().insert(wanted, *drawn);
    return drawn;
}

bool isDrawn(const ObjectValue &initializer, const Extents &shape, const Fingerprint &key)
{
    return memory().contains(identity(initializer, shape, key));
}

void setDrawnWeightBudget(std::int64_t bytes)
{
    memory().setBudget(bytes);
}

std::int64_t drawnWeightBytes()
{
    return memory().charged();
}

} // namespace convscope
