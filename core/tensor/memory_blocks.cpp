// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/memory_blocks.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace convscope {

namespace {

constexpr std::size_t kLarge = std::size_t{1} << 20;
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::uint64_t kPatience = 64;

/// The drag of a number over 2048×2048, 2 cores: worst wait of the event loop 134 ms with large
/// pages, 11 ms without, for some 5 % of the speed of convolutions.
std::atomic<bool> usesLargePages = true;

struct Block
{
    float *memory;
    std::size_t bytes;
    std::uint64_t freedAt;
};

/// What a block held when it was marked, and who has it now.
struct Mark
{
    enum class State
    {
        Held, ///< whoever marked it
        Idle,
        Given ///< again, as it was
    };
    std::uint64_t number;
    State state;
};

std::size_t roundUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

float *systemBlock(std::size_t bytes)
{
    const bool huge = bytes >= 2 * kHugePage;
    auto *memory = static_cast<float *>(std::aligned_alloc(huge ? kHugePage : 64, bytes));
    // Fewer page faults and TLB misses; a refusal changes the speed only.
    if (memory != nullptr && huge && usesLargePages)
        static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));
    return memory;
}

thread_local bool mayRelease = true;

/// Memory on its way back to the system, once no lock is held.
class Release
{
public:
    Release() = default;
    ~Release()
    {
        for (float *memory : m_due)
            std::free(memory);
    }
    Release(const Release &) = delete;
    Release &operator=(const Release &) = delete;

    void add(float *memory) { m_due.push_back(memory); }

private:
    std::vector<float *> m_due;
};

class BlockStock
{
public:
    /// The smallest waiting block of at least `bytes` and at most a quarter more, of several the
    /// one freed last, which is in the caches; else null.
    Block take(std::size_t bytes)
    {
        Block best{nullptr, bytes, 0};
        Release release;
        const std::scoped_lock lock(m_mutex);
        ++m_clock;
        auto found = m_idle.end();
        for (auto it = m_idle.begin(); it != m_idle.end(); ++it)
            if (it->bytes >= bytes && it->bytes <= bytes + bytes / 4 &&
                (found == m_idle.end() || it->bytes <= found->bytes))
                found = it;
        if (found != m_idle.end()) {
            best = *found;
            if (const auto mark = m_marks.find(best.memory); mark != m_marks.end())
                mark->second.state = Mark::State::Given;
            m_idle.erase(found);
            m_bytes -= best.bytes;
        }
        trim(release);
        return best;
    }

    void give(float *memory, std::size_t bytes)
    {
        Release release;
        const std::scoped_lock lock(m_mutex);
        const auto mark = m_marks.find(memory);
        if (mark != m_marks.end() && mark->second.state == Mark::State::Held)
            mark->second.state = Mark::State::Idle;
        else if (mark != m_marks.end())
            m_marks.erase(mark); // somebody had it who did not ask
        m_idle.push_back({memory, bytes, m_clock});
        m_bytes += bytes;
        trim(release);
    }

    void mark(const float *memory, std::uint64_t number)
    {
        const std::scoped_lock lock(m_mutex);
        m_marks[memory] = {number, Mark::State::Held};
    }

    std::uint64_t takeMark(const float *memory)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_marks.find(memory);
        if (found == m_marks.end())
            return 0;
        const Mark mark = found->second;
        m_marks.erase(found);
        return mark.state == Mark::State::Given ? mark.number : 0;
    }

    std::size_t bytes()
    {
        const std::scoped_lock lock(m_mutex);
        return m_bytes;
    }

    void clear()
    {
        Release release;
        const std::scoped_lock lock(m_mutex);
        while (!m_idle.empty())
            dropOldest(release);
    }

private:
    // Blocks lie in the order in which they were freed.
    void trim(Release &release)
    {
        while (mayRelease && !m_idle.empty() &&
               (m_bytes > m_limit || m_idle.front().freedAt + kPatience < m_clock))
            dropOldest(release);
    }

    void dropOldest(Release &release)
    {
        m_bytes -= m_idle.front().bytes;
        m_marks.erase(m_idle.front().memory);
        release.add(m_idle.front().memory);
        m_idle.erase(m_idle.begin());
    }

    static std::size_t machineShare()
    {
        const long pages = ::sysconf(_SC_PHYS_PAGES);
        const long size = ::sysconf(_SC_PAGESIZE);
        return pages > 0 && size > 0
                   ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(size) / 4
                   : kLarge;
    }

    std::mutex m_mutex;
    std::vector<Block> m_idle;
    std::unordered_map<const float *, Mark> m_marks;
    std::size_t m_bytes = 0;
    std::uint64_t m_clock = 0;
    const std::size_t m_limit = machineShare();
};

/// Never destroyed: tensors of static lifetime give their blocks back after main.
BlockStock &stock()
{
    static auto *const blocks = new BlockStock;
    return *blocks;
}

} // namespace

std::size_t blockBytes(std::size_t bytes)
{
    return roundUp(bytes, bytes < kLarge ? 64 : bytes < 2 * kHugePage ? kLarge / 16 : kHugePage);
}

std::shared_ptr<float[]> allocateBlock(std::size_t bytes)
{
    if (bytes < kLarge) {
        auto *memory = static_cast<float *>(std::aligned_alloc(64, blockBytes(bytes)));
        return {memory, [](float *p) { std::free(p); }};
    }
    Block block = stock().take(blockBytes(bytes));
    if (block.memory == nullptr)
        block.memory = systemBlock(block.bytes);
    if (block.memory == nullptr) {
        releaseIdleBlocks();
        block.memory = systemBlock(block.bytes);
    }
    return {block.memory, [size = block.bytes](float *p) {
                if (p != nullptr)
                    stock().give(p, size);
            }};
}

void markBlock(const float *block, std::uint64_t mark)
{
    stock().mark(block, mark);
}

std::uint64_t takeMark(const float *block)
{
    return stock().takeMark(block);
}

void useOrdinaryPages()
{
    usesLargePages = false;
}

void neverReleaseHere()
{
    mayRelease = false;
}

std::size_t idleBlockBytes()
{
    return stock().bytes();
}

void releaseIdleBlocks()
{
    stock().clear();
}

} // namespace convscope
