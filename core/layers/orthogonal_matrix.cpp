// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/orthogonal_matrix.h"

#include "base/check.h"
#include "kernels/parallel.h"
#include "kernels/window/double_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

/// Vectors that are taken out of all later ones together, and so many at most that are dealt with
/// one by one.
constexpr std::int64_t kBlock = 64;
/// Of a block, those that are taken out of the block's later ones together.
constexpr std::int64_t kPart = 8;
/// Later vectors of a task.
constexpr std::int64_t kTask = 16;

/// Gram–Schmidt one by one. Each is projected twice: once leaves errors of the size of the
/// condition number.
bool oneByOne(double *vectors, std::int64_t count, std::int64_t length, const std::stop_token &stop)
{
    for (std::int64_t v = 0; v < count; ++v) {
        if (stop.stop_requested())
            return false;
        double *vector = vectors + v * length;
        for (int pass = 0; pass < 2; ++pass) {
            for (std::int64_t u = 0; u < v; ++u) {
                const double *earlier = vectors + u * length;
                double along = 0;
                for (std::int64_t i = 0; i < length; ++i)
                    along += vector[i] * earlier[i];
                for (std::int64_t i = 0; i < length; ++i)
                    vector[i] -= along * earlier[i];
            }
        }
        double square = 0;
        for (std::int64_t i = 0; i < length; ++i)
            square += vector[i] * vector[i];
        const double norm = std::sqrt(square);
        for (std::int64_t i = 0; i < length; ++i)
            vector[i] /= norm;
    }
    return true;
}

/// The same of at most kBlock vectors, part by part, with vector instructions.
void withinBlock(const DoubleRows &block)
{
    std::array<double, kBlock * kBlock> products{};
    const auto rows = [&](std::int64_t first, std::int64_t last) {
        return DoubleRows{block.values + first * block.stride, last - first, block.length,
                          block.stride};
    };
    for (std::int64_t first = 0; first < block.count; first += kPart) {
        const std::int64_t last = std::min(first + kPart, block.count);
        for (int pass = 0; pass < 2; ++pass)
            projectOut(rows(first, last), rows(0, first), products.data());
        for (std::int64_t v = first; v < last; ++v) {
            for (int pass = 0; pass < 2; ++pass)
                projectOut(rows(v, v + 1), rows(first, v), products.data());
            double *vector = block.values + v * block.stride;
            const double norm = std::sqrt(squareSum(vector, block.length));
            for (std::int64_t i = 0; i < block.length; ++i)
                vector[i] /= norm;
        }
    }
}

} // namespace

bool orthonormalize(std::span<double> vectors, std::int64_t count, std::int64_t length,
                    const std::stop_token &stop)
{
    check(static_cast<std::int64_t>(vectors.size()) == count * length && count <= length,
          "count vectors of length values");
    if (count <= kBlock)
        return oneByOne(vectors.data(), count, length, stop);
    for (std::int64_t first = 0; first < count; first += kBlock) {
        const std::int64_t last = std::min(first + kBlock, count);
        const DoubleRows block{vectors.data() + first * length, last - first, length, length};
        withinBlock(block);
        // At once out of all the later ones (modified Gram–Schmidt): the error stays that of the
        // condition number, far below float32, without a second pass.
        const std::int64_t tasks = (count - last + kTask - 1) / kTask;
        const bool done = parallelFor(tasks, stop, [&](std::int64_t task) {
            const std::int64_t from = last + task * kTask;
            const std::int64_t to = std::min(from + kTask, count);
            std::array<double, kTask * kBlock> products{};
            projectOut({vectors.data() + from * length, to - from, length, length}, block,
                       products.data());
        });
        if (!done)
            return false;
    }
    return true;
}

} // namespace convscope
