// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/shrink.h"

#include "testing/layer_probe.h"

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// The cells from `first` on along one axis, `count` of them.
std::optional<Tensor> cut(const Tensor &tensor, std::size_t axis, std::int64_t first,
                          std::int64_t count)
{
    Extents extents = tensor.extents();
    extents[axis] = count;
    Extents source;
    auto part = makeTensor(extents, "a part of the input", [&](const Extents &index) {
        source = index;
        source[axis] += first;
        return tensor.values()[flatIndex(tensor.extents(), source)];
    });
    if (!part)
        return std::nullopt;
    return std::move(*part);
}

class Shrinking
{
public:
    Shrinking(Tensor input, const std::function<bool(const Tensor &)> &fails, int attempts)
        : m_best(std::move(input)), m_fails(fails), m_attempts(attempts)
    {
    }

    void shorten(std::size_t axis)
    {
        for (bool progress = true; progress;) {
            const std::int64_t length = m_best.extents()[axis];
            const std::int64_t half = length / 2;
            progress =
                length > 1 && half >= 1 &&
                (take(cut(m_best, axis, 0, half)) || take(cut(m_best, axis, length - half, half)) ||
                 take(cut(m_best, axis, 0, length - 1)) || take(cut(m_best, axis, 1, length - 1)));
        }
    }

    void simplify()
    {
        const auto size = static_cast<std::size_t>(m_best.size());
        for (std::size_t block = size; block >= 1; block /= 2) {
            for (std::size_t first = 0; first < size && m_attempts > 0; first += block) {
                if (!take(filled(first, block, 0)))
                    (void)take(filled(first, block, 1));
            }
        }
    }

    [[nodiscard]] const Tensor &best() const { return m_best; }

private:
    bool take(std::optional<Tensor> candidate)
    {
        if (!candidate || m_attempts <= 0)
            return false;
        --m_attempts;
        if (!m_fails(*candidate))
            return false;
        m_best = std::move(*candidate);
        return true;
    }

    /// nullopt where the block has that value already.
    std::optional<Tensor> filled(std::size_t first, std::size_t count, float value) const
    {
        std::vector<float> values(m_best.values().begin(), m_best.values().end());
        bool differs = false;
        for (std::size_t i = first; i < std::min(first + count, values.size()); ++i) {
            // A value that is simple already stays.
            if (values[i] == value || (value == 1 && values[i] == 0))
                continue;
            differs = true;
            values[i] = value;
        }
        if (!differs)
            return std::nullopt;
        return Tensor::of(m_best.extents(), values);
    }

    Tensor m_best;
    const std::function<bool(const Tensor &)> &m_fails;
    int m_attempts;
};

} // namespace

Tensor smallestFailing(const Tensor &input, std::size_t channelAxis,
                       const std::function<bool(const Tensor &)> &fails, int attempts)
{
    Shrinking shrinking(input, fails, attempts);
    for (std::size_t axis = 0; axis < input.extents().size(); ++axis) {
        if (axis != channelAxis)
            shrinking.shorten(axis);
    }
    shrinking.simplify();
    return shrinking.best();
}

} // namespace convscope
