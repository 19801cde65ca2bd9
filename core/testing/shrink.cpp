// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/shrink.h"

#include "testing/layer_probe.h"

#include <algorithm>
#include <optional>
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
    using Inputs = std::vector<Tensor>;

    Shrinking(Inputs inputs, const std::vector<std::size_t> &channelAxes,
              const std::function<bool(const Inputs &)> &fails, int attempts)
        : m_best(std::move(inputs)), m_channelAxes(channelAxes), m_fails(fails),
          m_attempts(attempts)
    {
    }

    /// The axis of every input that is as long there as the longest: the others repeat along it.
    void shortenTogether(std::size_t axis)
    {
        std::int64_t length = 0;
        for (std::size_t i = 0; i < m_best.size(); ++i) {
            if (isFree(i, axis))
                length = std::max(length, m_best[i].extent(static_cast<int>(axis)));
        }
        std::vector<std::size_t> which;
        for (std::size_t i = 0; i < m_best.size(); ++i) {
            if (isFree(i, axis) && m_best[i].extent(static_cast<int>(axis)) == length)
                which.push_back(i);
        }
        shorten(which, axis);
    }

    void shortenAlone(std::size_t axis)
    {
        for (std::size_t i = 0; i < m_best.size(); ++i) {
            if (isFree(i, axis))
                shorten({i}, axis);
        }
    }

    void simplify(std::size_t input)
    {
        const auto size = static_cast<std::size_t>(m_best[input].size());
        for (std::size_t block = size; block >= 1; block /= 2) {
            for (std::size_t first = 0; first < size && m_attempts > 0; first += block) {
                if (!take(filled(input, first, block, 0)))
                    (void)take(filled(input, first, block, 1));
            }
        }
    }

    [[nodiscard]] const Inputs &best() const { return m_best; }

private:
    [[nodiscard]] bool isFree(std::size_t input, std::size_t axis) const
    {
        return axis < m_best[input].extents().size() && axis != m_channelAxes[input];
    }

    void shorten(const std::vector<std::size_t> &which, std::size_t axis)
    {
        for (bool progress = !which.empty(); progress;) {
            const std::int64_t length = m_best[which.front()].extents()[axis];
            const std::int64_t half = length / 2;
            progress = length > 1 && half >= 1 &&
                       (take(without(which, axis, 0, half)) ||
                        take(without(which, axis, length - half, half)) ||
                        take(without(which, axis, 0, length - 1)) ||
                        take(without(which, axis, 1, length - 1)));
        }
    }

    std::optional<Inputs> without(const std::vector<std::size_t> &which, std::size_t axis,
                                  std::int64_t first, std::int64_t count) const
    {
        Inputs candidate = m_best;
        for (const std::size_t input : which) {
            auto part = cut(candidate[input], axis, first, count);
            if (!part)
                return std::nullopt;
            candidate[input] = std::move(*part);
        }
        return candidate;
    }

    bool take(std::optional<Inputs> candidate)
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
    std::optional<Inputs> filled(std::size_t input, std::size_t first, std::size_t count,
                                 float value) const
    {
        const Tensor &old = m_best[input];
        std::vector<float> values(old.values().begin(), old.values().end());
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
        Inputs candidate = m_best;
        candidate[input] = Tensor::of(old.extents(), values);
        return candidate;
    }

    Inputs m_best;
    const std::vector<std::size_t> &m_channelAxes;
    const std::function<bool(const Inputs &)> &m_fails;
    int m_attempts;
};

} // namespace

std::vector<Tensor> smallestFailing(const std::vector<Tensor> &inputs,
                                    const std::vector<std::size_t> &channelAxes,
                                    const std::function<bool(const std::vector<Tensor> &)> &fails,
                                    int attempts)
{
    Shrinking shrinking(inputs, channelAxes, fails, attempts);
    std::size_t rank = 0;
    for (const Tensor &input : inputs)
        rank = std::max(rank, input.extents().size());
    for (std::size_t axis = 0; axis < rank; ++axis) {
        shrinking.shortenTogether(axis);
        if (inputs.size() > 1)
            shrinking.shortenAlone(axis);
    }
    for (std::size_t i = 0; i < inputs.size(); ++i)
        shrinking.simplify(i);
    return shrinking.best();
}

} // namespace convscope
