// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/weight_transforms.h"

#include "tensor/random.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Values between two looks at the stop token.
constexpr std::int64_t kPart = 1 << 16;

Failure cancelled()
{
    return fail("cancelled", {}, {}, words("Cancelled"));
}

/// Calls part(from, to) over all positions; false where it was stopped.
template <class Part>
bool inParts(std::int64_t count, const std::stop_token &stop, const Part &part)
{
    for (std::int64_t from = 0; from < count; from += kPart) {
        if (stop.stop_requested())
            return false;
        part(from, std::min(count, from + kPart));
    }
    return true;
}

/// Calls kernel(filter, channel) for every kernel; false where it was stopped.
template <class Kernel>
bool forEachKernel(const WeightLayout &layout, const std::stop_token &stop, const Kernel &kernel)
{
    return inParts(layout.filters() * layout.channels(), stop,
                   [&](std::int64_t from, std::int64_t to) {
                       for (std::int64_t i = from; i < to; ++i)
                           kernel(i % layout.filters(), i / layout.filters());
                   });
}

/// Calls cell(place) for every cell of a kernel, in slices, rows, columns.
template <class Cell>
void forEachCell(const KernelExtents &extents, std::int64_t filter, std::int64_t channel,
                 const Cell &cell)
{
    for (std::int64_t s = 0; s < extents.slices; ++s)
        for (std::int64_t r = 0; r < extents.rows; ++r)
            for (std::int64_t c = 0; c < extents.columns; ++c)
                cell(WeightPlace{filter, channel, s, r, c});
}

/// Where the value of a cell comes from.
WeightPlace sourceOf(WeightPlace cell, WeightOperation operation, const KernelExtents &extents)
{
    const WeightPlace to = cell;
    switch (operation) {
    case WeightOperation::Turn:
        cell.row = extents.rows - 1 - to.column;
        cell.column = to.row;
        break;
    case WeightOperation::MirrorColumns:
        cell.column = extents.columns - 1 - to.column;
        break;
    case WeightOperation::MirrorRows:
        cell.row = extents.rows - 1 - to.row;
        break;
    case WeightOperation::Transpose:
        std::swap(cell.row, cell.column);
        break;
    default:
        break;
    }
    return cell;
}

Result<Tensor> moved(const Tensor &block, const WeightLayout &layout, WeightOperation operation,
                     const std::stop_token &stop)
{
    const KernelExtents &kernel = layout.kernel();
    const bool isTurned =
        operation == WeightOperation::Turn || operation == WeightOperation::Transpose;
    if (isTurned && kernel.rows != kernel.columns)
        return fail("input", {}, {},
                    words("A kernel of {rows} × {columns} cannot be turned: it needs as many rows "
                          "as columns",
                          kernel.rows, kernel.columns));
    auto buffer = TensorBuffer::allocate(block.extents(), "the changed weights");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    const float *in = block.data();
    const bool ended = forEachKernel(layout, stop, [&](std::int64_t filter, std::int64_t channel) {
        forEachCell(kernel, filter, channel, [&](const WeightPlace &cell) {
            out[layout.offset(cell)] = in[layout.offset(sourceOf(cell, operation, kernel))];
        });
    });
    if (!ended)
        return cancelled();
    return Tensor(std::move(*buffer));
}

/// What belongs together: a kernel, a filter with all its channels, or all of a vector.
class Units
{
public:
    Units(const WeightLayout &layout, bool ofFilters)
        : m_filterStep(std::max<std::int64_t>(1, layout.offset({.filter = 1}))),
          m_count(layout.isVector() ? 1
                  : ofFilters       ? layout.filters()
                                    : layout.filters() * layout.channels()),
          m_ofFilters(ofFilters)
    {
    }
    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(m_count); }
    /// Of the value at a position: the kernels' axes come before those of channels and filters.
    [[nodiscard]] std::size_t of(std::int64_t position) const
    {
        return static_cast<std::size_t>((m_ofFilters ? position / m_filterStep : position) %
                                        m_count);
    }

private:
    std::int64_t m_filterStep;
    std::int64_t m_count;
    bool m_ofFilters;
};

Result<Tensor> normalised(const Tensor &block, const WeightLayout &layout,
                          const WeightTransform &transform, const std::stop_token &stop)
{
    const WeightOperation operation = transform.operation;
    const Units units(layout, transform.ofFilters);
    std::vector<double> sums(units.count(), 0.0);
    std::vector<double> sizes(units.count(), 0.0);
    const float *in = block.data();
    const bool summed = inParts(block.size(), stop, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const double value = in[i];
            const std::size_t unit = units.of(i);
            sums[unit] += operation == WeightOperation::NormToOne ? value * value : value;
            sizes[unit] += std::abs(value);
        }
    });
    if (!summed)
        return cancelled();
    const auto cells = static_cast<double>(block.size()) / static_cast<double>(units.count());
    for (std::size_t unit = 0; unit < units.count(); ++unit) {
        if (operation == WeightOperation::SumToZero) {
            sums[unit] /= cells;
            continue;
        }
        // A sum of rounding errors is none.
        const bool isZero = operation == WeightOperation::NormToOne
                                ? sums[unit] == 0
                                : std::abs(sums[unit]) <= 1e-6 * sizes[unit];
        if (isZero && units.count() == 1)
            return operation == WeightOperation::NormToOne
                       ? fail("input", {}, {},
                              words("The values are all 0: no factor makes their norm 1"))
                       : fail("input", {}, {},
                              words("The values sum to 0: no factor makes their sum 1"));
        // Of many, those that cannot stay as they are.
        sums[unit] = isZero                                    ? 1
                     : operation == WeightOperation::NormToOne ? std::sqrt(sums[unit])
                                                               : sums[unit];
    }
    auto buffer = TensorBuffer::allocate(block.extents(), "the changed weights");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    const bool ended = inParts(block.size(), stop, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const double value = in[i];
            const double by = sums[units.of(i)];
            out[i] = static_cast<float>(operation == WeightOperation::SumToZero ? value - by
                                                                                : value / by);
        }
    });
    if (!ended)
        return cancelled();
    return Tensor(std::move(*buffer));
}

Result<Tensor> shuffled(const Tensor &block, std::uint64_t seed, const std::stop_token &stop)
{
    auto buffer = TensorBuffer::allocate(block.extents(), "the changed weights");
    if (!buffer)
        return fail(buffer.error());
    std::copy(block.values().begin(), block.values().end(), buffer->data());
    const RandomField random(
        FingerprintBuilder().add(std::string_view("shuffle")).add(seed).finish());
    float *values = buffer->data();
    const bool ended = inParts(block.size(), stop, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const double share = random.uniform(static_cast<std::uint64_t>(i), 0);
            const auto other =
                i + static_cast<std::int64_t>(share * static_cast<double>(block.size() - i));
            std::swap(values[i], values[std::min(other, block.size() - 1)]);
        }
    });
    if (!ended)
        return cancelled();
    return Tensor(std::move(*buffer));
}

Result<Tensor> eachValue(const Tensor &block, const WeightTransform &transform,
                         const std::stop_token &stop)
{
    auto buffer = TensorBuffer::allocate(block.extents(), "the changed weights");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    const float *in = block.data();
    const auto changed = [&](float value) {
        switch (transform.operation) {
        case WeightOperation::Add:
            return static_cast<float>(double(value) + transform.amount);
        case WeightOperation::Scale:
            return static_cast<float>(double(value) * transform.amount);
        case WeightOperation::Invert:
            return -value;
        default:
            return 0.0F;
        }
    };
    const bool ended = inParts(block.size(), stop, [&](std::int64_t from, std::int64_t to) {
        std::transform(in + from, in + to, out + from, changed);
    });
    if (!ended)
        return cancelled();
    return Tensor(std::move(*buffer));
}

} // namespace

Result<Tensor> transformed(const Tensor &block, const WeightLayout &layout,
                           const WeightTransform &transform, const std::stop_token &stop)
{
    switch (transform.operation) {
    case WeightOperation::Turn:
    case WeightOperation::MirrorColumns:
    case WeightOperation::MirrorRows:
    case WeightOperation::Transpose:
        return moved(block, layout, transform.operation, stop);
    case WeightOperation::SumToZero:
    case WeightOperation::SumToOne:
    case WeightOperation::NormToOne:
        return normalised(block, layout, transform, stop);
    case WeightOperation::Shuffle:
        return shuffled(block, transform.seed, stop);
    default:
        return eachValue(block, transform, stop);
    }
}

Result<Tensor> filledWith(const KernelPreset &preset, const WeightLayout &layout,
                          const std::stop_token &stop)
{
    const auto values = kernelValues(preset, layout.kernel());
    if (!values)
        return fail(values.error());
    auto buffer = TensorBuffer::allocate(layout.extents(), "the changed weights");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    const bool ended = forEachKernel(layout, stop, [&](std::int64_t filter, std::int64_t channel) {
        std::size_t next = 0;
        forEachCell(layout.kernel(), filter, channel, [&](const WeightPlace &cell) {
            out[layout.offset(cell)] = static_cast<float>((*values)[next++]);
        });
    });
    if (!ended)
        return cancelled();
    return Tensor(std::move(*buffer));
}

} // namespace convscope
