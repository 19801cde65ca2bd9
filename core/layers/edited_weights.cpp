// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/edited_weights.h"

#include "tensor/copy_region.h"
#include "tensor/memory_blocks.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

namespace convscope {

namespace {

/// Two weights of a layer, or what is shown and what is being computed.
constexpr std::size_t kCopies = 2;
/// Smaller ones are copied in no time.
constexpr std::int64_t kLarge = std::int64_t{1} << 20;

using Blocks = std::vector<WeightBlock>;

Region regionOf(const Tensor &weight)
{
    return {Extents(weight.extents().size(), 0), weight.extents()};
}

Region regionOf(const WeightBlock &block)
{
    return {block.first, block.values.extents()};
}

/// Sets the part of a block that lies in a region of the weight.
void put(float *to, const Tensor &weight, const WeightBlock &block, const Region &within)
{
    copyRegion(block.values.data(), regionOf(block), to, regionOf(weight),
               common(regionOf(block), within));
}

Blocks blocksOf(std::size_t position, const Blocks &blocks)
{
    Blocks own;
    std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(own),
                 [&](const WeightBlock &block) { return block.weight == position; });
    return own;
}

Fingerprint identity(const Tensor &weight, const Blocks &blocks)
{
    FingerprintBuilder builder;
    builder.add(std::string_view("edited")).add(weight.fingerprint());
    for (const WeightBlock &block : blocks) {
        for (const std::int64_t cell : block.first)
            builder.add(cell);
        builder.add(block.values.fingerprint());
    }
    return builder.finish();
}

/// What a copy holds.
struct Contents
{
    Fingerprint weight;
    Blocks blocks;
};

/// The copies made last, of which a run needs the same again while other layers are edited. Large
/// ones come back to the stock of memory as they were: the next copy of the same weight, which
/// differs in a block or two, is made from one of them.
class Copies
{
public:
    Tensor find(const Fingerprint &wanted)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::find_if(m_recent.begin(), m_recent.end(), [&](const Copy &copy) {
            return copy.tensor.fingerprint() == wanted;
        });
        if (found == m_recent.end())
            return {};
        m_recent.splice(m_recent.begin(), m_recent, found);
        return m_recent.front().tensor;
    }

    /// Lets go of all copies of a weight but the latest, so that their memory serves the next.
    void makeRoom(const Fingerprint &weight)
    {
        std::list<Copy> forgotten; // given back once the lock is free
        const std::scoped_lock lock(m_mutex);
        bool isLatest = true;
        for (auto copy = m_recent.begin(); copy != m_recent.end();) {
            const auto next = std::next(copy);
            if (copy->weight == weight && !std::exchange(isLatest, false))
                forgotten.splice(forgotten.end(), m_recent, copy);
            copy = next;
        }
    }

    /// A number for what a copy of these holds.
    std::uint64_t remember(Contents contents)
    {
        const std::scoped_lock lock(m_mutex);
        m_contents.emplace_front(++m_number, std::move(contents));
        if (m_contents.size() > 2 * kCopies)
            m_contents.pop_back();
        return m_number;
    }

    std::optional<Contents> contentsOf(std::uint64_t number)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::find_if(m_contents.begin(), m_contents.end(),
                                        [&](const auto &entry) { return entry.first == number; });
        return found == m_contents.end() ? std::nullopt : std::optional(found->second);
    }

    void insert(const Fingerprint &weight, const Tensor &copy)
    {
        std::list<Copy> forgotten;
        const std::scoped_lock lock(m_mutex);
        m_recent.push_front({weight, copy});
        if (m_recent.size() > kCopies)
            forgotten.splice(forgotten.end(), m_recent, std::prev(m_recent.end()));
    }

private:
    struct Copy
    {
        Fingerprint weight;
        Tensor tensor;
    };

    std::mutex m_mutex;
    std::list<Copy> m_recent;
    std::list<std::pair<std::uint64_t, Contents>> m_contents;
    std::uint64_t m_number = 0;
};

Copies &copies()
{
    static Copies instance;
    return instance;
}

/// The weight with its blocks.
void fill(float *to, const Tensor &weight, const Blocks &blocks)
{
    std::copy(weight.values().begin(), weight.values().end(), to);
    for (const WeightBlock &block : blocks)
        put(to, weight, block, regionOf(block));
}

/// The same where it is there with other blocks: costs those that differ.
void mend(float *to, const Tensor &weight, const Blocks &held, const Blocks &wanted)
{
    std::size_t same = 0;
    while (same < held.size() && same < wanted.size() && held[same] == wanted[same])
        ++same;
    for (std::size_t i = same; i < held.size(); ++i) {
        const Region region = regionOf(held[i]);
        copyRegion(weight.data(), regionOf(weight), to, regionOf(weight), region);
        for (std::size_t k = 0; k < same; ++k)
            put(to, weight, wanted[k], region);
    }
    for (std::size_t i = same; i < wanted.size(); ++i)
        put(to, weight, wanted[i], regionOf(wanted[i]));
}

} // namespace

Result<void> checkBlock(const WeightBlock &block, const Extents &weight)
{
    const Extents &extents = block.values.extents();
    bool fits = extents.size() == weight.size() && block.first.size() == weight.size();
    for (std::size_t axis = 0; fits && axis < weight.size(); ++axis)
        fits = block.first[axis] >= 0 && extents[axis] <= weight[axis] - block.first[axis];
    if (!fits)
        return fail(Error{"input",
                          {},
                          "weights",
                          {},
                          words("The block {block} at {first} lies outside of the weight {weight}",
                                toString(extents), toString(block.first), toString(weight))});
    return {};
}

Result<Tensor> blockOf(const Tensor &weight, const Extents &first, const Extents &extents)
{
    auto buffer = TensorBuffer::allocate(extents, "the block");
    if (!buffer)
        return fail(buffer.error());
    const Region block{first, extents};
    copyRegion(weight.data(), regionOf(weight), buffer->data(), block, block);
    return Tensor(std::move(*buffer));
}

Tensor editedWeight(const Tensor &weight, std::size_t position,
                    const std::vector<WeightBlock> &blocks)
{
    const Blocks own = blocksOf(position, blocks);
    if (own.empty())
        return weight;
    const Fingerprint wanted = identity(weight, own);
    if (Tensor known = copies().find(wanted); !known.isNull())
        return known;
    const bool isLarge = weight.bytes() >= kLarge;
    if (isLarge)
        copies().makeRoom(weight.fingerprint());
    auto buffer = TensorBuffer::allocate(weight.extents(), "the edited weight");
    if (!buffer)
        return {};
    float *values = buffer->data();
    const auto held = isLarge ? copies().contentsOf(takeMark(values)) : std::nullopt;
    if (held && held->weight == weight.fingerprint())
        mend(values, weight, held->blocks, own);
    else
        fill(values, weight, own);
    Tensor copy(std::move(*buffer), wanted);
    if (isLarge)
        markBlock(values, copies().remember({weight.fingerprint(), own}));
    copies().insert(weight.fingerprint(), copy);
    return copy;
}

std::int64_t bytesToEdit(const Tensor &weight, std::size_t position,
                         const std::vector<WeightBlock> &blocks)
{
    const Blocks own = blocksOf(position, blocks);
    return own.empty() || !copies().find(identity(weight, own)).isNull() ? 0 : weight.bytes();
}

} // namespace convscope
