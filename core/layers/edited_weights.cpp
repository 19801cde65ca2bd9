// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/edited_weights.h"

#include <algorithm>
#include <list>
#include <mutex>

namespace convscope {

namespace {

/// Two weights of a layer, or what is shown and what is being computed.
constexpr std::size_t kCopies = 2;

using Blocks = std::vector<WeightBlock>;

/// Calls row(from, length, blockFrom) for every run of cells of a block that lie one behind the
/// other: positions in the weight and in the block.
template <class Row>
void forEachRow(const Extents &weight, const Extents &first, const Extents &extents, const Row &row)
{
    const std::size_t rank = weight.size();
    if (std::any_of(extents.begin(), extents.end(), [](std::int64_t e) { return e == 0; }))
        return;
    if (rank == 0) {
        row(std::int64_t{0}, std::int64_t{1}, std::int64_t{0});
        return;
    }
    Extents at(rank, 0);
    std::int64_t done = 0;
    for (;;) {
        std::int64_t place = 0;
        for (std::size_t axis = 0; axis < rank; ++axis)
            place = place * weight[axis] + first[axis] + at[axis];
        row(place, extents.back(), done);
        done += extents.back();
        std::size_t axis = rank - 1;
        while (axis > 0 && ++at[axis - 1] == extents[axis - 1]) {
            at[axis - 1] = 0;
            --axis;
        }
        if (axis == 0)
            return;
    }
}

void put(float *to, const Extents &weight, const WeightBlock &block)
{
    const float *values = block.values.data();
    forEachRow(weight, block.first, block.values.extents(),
               [&](std::int64_t place, std::int64_t length, std::int64_t from) {
                   std::copy_n(values + from, length, to + place);
               });
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

/// The copies made last, of which a run needs the same again while other layers are edited.
class Copies
{
public:
    Tensor find(const Fingerprint &wanted)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::find_if(m_recent.begin(), m_recent.end(), [&](const Tensor &copy) {
            return copy.fingerprint() == wanted;
        });
        if (found == m_recent.end())
            return {};
        m_recent.splice(m_recent.begin(), m_recent, found);
        return m_recent.front();
    }

    void insert(const Tensor &copy)
    {
        std::list<Tensor> forgotten; // given back once the lock is free
        const std::scoped_lock lock(m_mutex);
        m_recent.push_front(copy);
        if (m_recent.size() > kCopies)
            forgotten.splice(forgotten.end(), m_recent, std::prev(m_recent.end()));
    }

private:
    std::mutex m_mutex;
    std::list<Tensor> m_recent;
};

Copies &copies()
{
    static Copies instance;
    return instance;
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
    forEachRow(weight.extents(), first, extents,
               [&](std::int64_t place, std::int64_t length, std::int64_t to) {
                   std::copy_n(weight.data() + place, length, buffer->data() + to);
               });
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
    auto buffer = TensorBuffer::allocate(weight.extents(), "the edited weight");
    if (!buffer)
        return {};
    std::copy(weight.values().begin(), weight.values().end(), buffer->data());
    for (const WeightBlock &block : own)
        put(buffer->data(), weight.extents(), block);
    Tensor copy(std::move(*buffer), wanted);
    copies().insert(copy);
    return copy;
}

std::int64_t bytesToEdit(const Tensor &weight, std::size_t position,
                         const std::vector<WeightBlock> &blocks)
{
    const Blocks own = blocksOf(position, blocks);
    return own.empty() || !copies().find(identity(weight, own)).isNull() ? 0 : weight.bytes();
}

} // namespace convscope
