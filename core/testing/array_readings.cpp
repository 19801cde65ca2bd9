// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/array_readings.h"

#include "testing/layer_probe.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

using Order = std::vector<std::size_t>;

/// "batch", "rows", "columns", "channels": what the axes of an output mean.
std::vector<std::string> meanings(std::size_t rank, DataFormat format)
{
    std::vector<std::string> names{"batch"};
    const std::size_t spatial = rank < 3 ? 0 : rank - 2;
    for (std::size_t axis = 0; axis < spatial; ++axis)
        names.push_back(axisName(static_cast<int>(axis), static_cast<int>(spatial)));
    names.insert(format == DataFormat::ChannelsLast ? names.end() : names.begin() + 1, "channels");
    return names;
}

/// How the array that is read in this order was stored, as a tuple of words.
std::string storedAs(const Order &order, const std::vector<std::string> &names)
{
    std::vector<std::string> stored(order.size());
    for (std::size_t axis = 0; axis < order.size(); ++axis)
        stored[order[axis]] = names[axis];
    std::string text;
    for (const std::string &name : stored)
        text += (text.empty() ? "(" : ", ") + name;
    return text + ')';
}

class Readings
{
public:
    Readings(Extents wanted, DataFormat format)
        : m_wanted(std::move(wanted)), m_format(format), m_names(meanings(m_wanted.size(), format))
    {
    }

    /// An array of the right rank; `isOther`: not the one that was given.
    void add(const Tensor &array, bool isOther)
    {
        if (isOther && array.extents() == m_wanted)
            m_found.push_back({array,
                               {"data_format", words("it matches with the batch added that the "
                                                     "array leaves out")},
                               true});
        Order other = otherFormat();
        addOrder(array, other, true);
        Order order(m_wanted.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        addReversed(array, order);
        addReversed(array, other);
        while (std::next_permutation(order.begin(), order.end())) {
            if (order != other)
                addOrder(array, order, false);
        }
    }

    std::vector<OtherReading> found() && { return std::move(m_found); }

private:
    std::size_t channels() const
    {
        return m_format == DataFormat::ChannelsLast ? m_wanted.size() - 1 : 1;
    }

    /// order[i]: which axis of an array in the other data_format is axis i here.
    Order otherFormat() const
    {
        const std::size_t rank = m_wanted.size();
        Order order{0};
        for (std::size_t axis = 1; axis + 1 < rank; ++axis)
            order.push_back(m_format == DataFormat::ChannelsLast ? axis + 1 : axis);
        order.insert(m_format == DataFormat::ChannelsLast ? order.end() : order.begin() + 1,
                     m_format == DataFormat::ChannelsLast ? 1 : rank - 1);
        return order;
    }

    bool fits(const Tensor &array, const Order &order) const
    {
        for (std::size_t axis = 0; axis < order.size(); ++axis) {
            if (array.extents()[order[axis]] != m_wanted[axis])
                return false;
        }
        return true;
    }

    void addOrder(const Tensor &array, const Order &order, bool isFormat)
    {
        if (std::is_sorted(order.begin(), order.end()) || !fits(array, order))
            return;
        auto turned = permuted(array, order);
        if (!turned)
            return;
        m_found.push_back({std::move(*turned),
                           {isFormat ? "data_format" : "swapped_axes",
                            words("it matches with the axes of the array read as {axes}",
                                  storedAs(order, m_names))},
                           isFormat});
    }

    void addReversed(const Tensor &array, const Order &order)
    {
        const std::size_t axis = channels();
        if (m_wanted[axis] < 2 || !fits(array, order))
            return;
        const auto turned = permuted(array, order);
        if (!turned)
            return;
        auto backwards = reversed(*turned, std::vector<std::size_t>{axis});
        if (!backwards)
            return;
        m_found.push_back(
            {std::move(*backwards),
             {"channel_order", words("it matches with the channels of the array in reverse order")},
             false});
    }

    Extents m_wanted;
    DataFormat m_format;
    std::vector<std::string> m_names;
    std::vector<OtherReading> m_found;
};

} // namespace

std::vector<OtherReading> readingsOf(const Tensor &array, const Extents &wanted, DataFormat format)
{
    if (wanted.size() < 2 || array.size() != elementCount(wanted).value_or(-1))
        return {};
    Readings readings(wanted, format);
    const auto rank = array.extents().size();
    if (rank == wanted.size()) {
        readings.add(array, false);
    } else if (rank + 1 == wanted.size() && wanted.front() == 1) {
        Extents extents = array.extents();
        extents.insert(extents.begin(), 1);
        readings.add(array.reshaped(extents), true);
    }
    return std::move(readings).found();
}

} // namespace convscope
