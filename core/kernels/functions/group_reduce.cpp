// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/group_reduce.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace convscope {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Sums and extremes of a stretch of values, in an order that its length decides.
struct Sum
{
    static constexpr double kStart = 0;
    double operator()(double a, double x) const { return a + x; }
};

struct Most
{
    static constexpr double kStart = -kInfinity;
    double operator()(double a, double x) const { return x > a || std::isnan(x) ? x : a; }
};

struct Least
{
    static constexpr double kStart = kInfinity;
    double operator()(double a, double x) const { return x < a || std::isnan(x) ? x : a; }
};

constexpr std::size_t kLanes = 8;

/// Joins values(i), i in [0, n), over eight lanes: a compiler makes vectors of them.
template <class Join, class Values>
double joined(std::int64_t n, const Join &join, const Values &values)
{
    std::array<double, kLanes> lanes;
    lanes.fill(Join::kStart);
    const auto wide = static_cast<std::int64_t>(kLanes);
    std::int64_t i = 0;
    for (; i + wide <= n; i += wide) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] = join(lanes[lane], values(i + static_cast<std::int64_t>(lane)));
    }
    double total = Join::kStart;
    for (const double lane : lanes)
        total = join(total, lane);
    for (; i < n; ++i)
        total = join(total, values(i));
    return total;
}

/// Rows of `before` that one task takes; more tasks where a batch of one has many.
std::int64_t rowsOfPart(const GroupSplit &split)
{
    const std::int64_t row = std::max<std::int64_t>(split.groups * split.after, 1);
    return std::max<std::int64_t>(4 * kTileValues / row, 1);
}

/// One joined value per (outer, group) of map(x, which), `which` being that pair's number.
template <class Join, class Map>
bool joinGroups(const GroupSplit &split, const float *src, const std::stop_token &stop,
                const Join &join, const Map &map, std::vector<double> &result)
{
    const std::int64_t groups = split.groups;
    const std::int64_t partRows = rowsOfPart(split);
    const std::int64_t parts = std::max<std::int64_t>((split.before + partRows - 1) / partRows, 1);
    std::vector<double> partial(static_cast<std::size_t>(split.outer * parts * groups),
                                Join::kStart);
    const std::int64_t work =
        std::max<std::int64_t>(std::min(partRows, split.before) * groups * split.after, 1);
    const bool done = parallelTiles(
        split.outer * parts, std::max<std::int64_t>(kTileValues / work, 1), stop,
        [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t task = begin; task < end; ++task) {
                const std::int64_t o = task / parts;
                const std::int64_t first = task % parts * partRows;
                double *const sums = partial.data() + task * groups;
                const std::int64_t last = std::min(first + partRows, split.before);
                for (std::int64_t a = first; a < last; ++a) {
                    const float *row = src + (o * split.before + a) * groups * split.after;
                    if (split.after == 1) {
                        for (std::int64_t g = 0; g < groups; ++g)
                            sums[g] = join(sums[g], map(row[g], o * groups + g));
                        continue;
                    }
                    for (std::int64_t g = 0; g < groups; ++g) {
                        const float *values = row + g * split.after;
                        const std::int64_t which = o * groups + g;
                        sums[g] = join(sums[g], joined(split.after, join, [&](std::int64_t i) {
                                           return map(values[i], which);
                                       }));
                    }
                }
            }
        });
    result.assign(static_cast<std::size_t>(split.outer * groups), Join::kStart);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto o = static_cast<std::int64_t>(i) / groups;
        const auto g = static_cast<std::int64_t>(i) % groups;
        for (std::int64_t part = 0; part < parts; ++part)
            result[i] =
                join(result[i], partial[static_cast<std::size_t>((o * parts + part) * groups + g)]);
    }
    return done;
}

double plain(float x, std::int64_t)
{
    return static_cast<double>(x);
}

double square(float x, std::int64_t)
{
    return static_cast<double>(x) * static_cast<double>(x);
}

/// Mean and, where wanted, variance.
bool moments(const GroupSplit &split, const float *src, const std::stop_token &stop,
             std::vector<double> &mean, std::vector<double> *variance)
{
    const auto n = static_cast<double>(split.before * split.after);
    bool done = joinGroups(split, src, stop, Sum{}, plain, mean);
    for (double &m : mean)
        m /= n;
    if (variance == nullptr || !done)
        return done;
    const auto squared = [&](float x, std::int64_t which) {
        const double d = static_cast<double>(x) - mean[static_cast<std::size_t>(which)];
        return d * d;
    };
    done = joinGroups(split, src, stop, Sum{}, squared, *variance);
    for (double &v : *variance)
        v /= n;
    return done;
}

bool reduce(ReduceOp op, const GroupSplit &split, const float *src, const std::stop_token &stop,
            std::vector<double> &result)
{
    std::vector<double> mean;
    bool done = false;
    switch (op) {
    case ReduceOp::Sum:
        return joinGroups(split, src, stop, Sum{}, plain, result);
    case ReduceOp::Mean:
        return moments(split, src, stop, result, nullptr);
    case ReduceOp::Maximum:
        return joinGroups(split, src, stop, Most{}, plain, result);
    case ReduceOp::Minimum:
        return joinGroups(split, src, stop, Least{}, plain, result);
    case ReduceOp::Variance:
    case ReduceOp::Deviation:
        done = moments(split, src, stop, mean, &result);
        if (op == ReduceOp::Deviation) {
            for (double &v : result)
                v = std::sqrt(v);
        }
        return done;
    }
    return done;
}

/// What is taken off the values of each group, and what they are multiplied by.
struct GroupNumbers
{
    std::vector<double> center;
    std::vector<double> scale;
};

bool numbersOf(const GroupNorm &norm, const float *src, const std::stop_token &stop,
               GroupNumbers &numbers)
{
    const GroupSplit &split = norm.split;
    if (norm.by == GroupNorm::By::Deviation) {
        const bool done = moments(split, src, stop, numbers.center, &numbers.scale);
        for (double &x : numbers.scale)
            x = 1 / std::sqrt(x + norm.epsilon);
        return done;
    }
    const bool done = joinGroups(split, src, stop, Sum{}, square, numbers.scale);
    const auto n = static_cast<double>(split.before * split.after);
    for (double &x : numbers.scale)
        x = norm.by == GroupNorm::By::Length ? 1 / std::max(std::sqrt(x), norm.epsilon)
                                             : 1 / std::sqrt(x / n + norm.epsilon);
    numbers.center.assign(numbers.scale.size(), 0.0);
    return done;
}

/// dst[i] = (src[i] − center)·scale·gamma[i] + beta[i]; null: no factor, no addend.
void normalizeRun(const float *src, float *dst, std::int64_t n, float center, float scale,
                  const float *gamma, const float *beta)
{
    if (gamma != nullptr && beta != nullptr) {
        for (std::int64_t i = 0; i < n; ++i)
            dst[i] = (src[i] - center) * scale * gamma[i] + beta[i];
    } else if (gamma != nullptr) {
        for (std::int64_t i = 0; i < n; ++i)
            dst[i] = (src[i] - center) * scale * gamma[i];
    } else if (beta != nullptr) {
        for (std::int64_t i = 0; i < n; ++i)
            dst[i] = (src[i] - center) * scale + beta[i];
    } else {
        for (std::int64_t i = 0; i < n; ++i)
            dst[i] = (src[i] - center) * scale;
    }
}

/// One row: all groups at one (outer, before).
void normalizeRow(const GroupNorm &norm, const GroupNumbers &numbers, std::int64_t row,
                  const float *src, float *dst)
{
    const GroupSplit &split = norm.split;
    const std::int64_t o = row / split.before;
    const std::int64_t base =
        o % norm.outerPeriod * norm.outerStep + row % split.before * norm.beforeStep;
    const float *gamma = norm.gamma.isNull() ? nullptr : norm.gamma.data();
    const float *beta = norm.beta.isNull() ? nullptr : norm.beta.data();
    const auto from = [](const float *numbersOrNull, std::int64_t at) {
        return numbersOrNull == nullptr ? nullptr : numbersOrNull + at;
    };
    for (std::int64_t g = 0; g < split.groups; ++g) {
        const auto which = static_cast<std::size_t>(o * split.groups + g);
        const auto center = static_cast<float>(numbers.center[which]);
        const auto scale = static_cast<float>(numbers.scale[which]);
        const std::int64_t first = base + g * norm.groupStep;
        const float *x = src + (row * split.groups + g) * split.after;
        float *y = dst + (row * split.groups + g) * split.after;
        if (norm.afterRun == 1) {
            normalizeRun(x, y, split.after, center, scale, from(gamma, first), from(beta, first));
            continue;
        }
        for (std::int64_t i = 0; i < split.after; i += norm.afterRun) {
            const std::int64_t at = first + i / norm.afterRun;
            const float factor = gamma == nullptr ? scale : scale * gamma[at];
            const float addend = beta == nullptr ? 0.0F : beta[at];
            for (std::int64_t k = i; k < i + norm.afterRun; ++k)
                y[k] = (x[k] - center) * factor + addend;
        }
    }
}

/// One value after the other, from the rule alone.
void normalizeReference(const GroupNorm &norm, const GroupNumbers &numbers, std::int64_t row,
                        const float *src, float *dst)
{
    const GroupSplit &split = norm.split;
    for (std::int64_t i = 0; i < split.groups * split.after; ++i) {
        const std::int64_t o = row / split.before;
        const std::int64_t g = i / split.after;
        const std::int64_t number = o % norm.outerPeriod * norm.outerStep +
                                    row % split.before * norm.beforeStep + g * norm.groupStep +
                                    i % split.after / norm.afterRun;
        const auto which = static_cast<std::size_t>(o * split.groups + g);
        const std::int64_t at = row * split.groups * split.after + i;
        const double factor =
            norm.gamma.isNull() ? 1.0 : static_cast<double>(norm.gamma.data()[number]);
        const double addend =
            norm.beta.isNull() ? 0.0 : static_cast<double>(norm.beta.data()[number]);
        dst[at] = static_cast<float>((static_cast<double>(src[at]) - numbers.center[which]) *
                                         numbers.scale[which] * factor +
                                     addend);
    }
}

} // namespace

Result<Tensor> reduceGroups(ReduceOp op, const Tensor &src, const GroupSplit &split,
                            const KernelContext &context)
{
    check(split.outer * split.before * split.groups * split.after == src.size(),
          "a split of the source");
    auto dst = TensorBuffer::allocate({split.outer * split.groups}, "the result of a reduction");
    if (!dst)
        return tl::unexpected(dst.error());
    std::vector<double> result;
    const bool done = reduce(op, split, src.data(), context.stop, result);
    std::transform(result.begin(), result.end(), dst->data(),
                   [](double x) { return static_cast<float>(x); });
    context.report(context.wantsReference() ? "reference" : "groups");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("reduce", context, {&src, 1})
                              .add(std::uint64_t(op))
                              .add(split.before)
                              .add(split.groups)
                              .add(split.after));
}

Result<Tensor> normalizeGroups(const GroupNorm &norm, const Tensor &src,
                               const KernelContext &context)
{
    const GroupSplit &split = norm.split;
    check(split.outer * split.before * split.groups * split.after == src.size(),
          "a split of the source");
    auto dst = TensorBuffer::allocate(src.extents(), "the result of normalization");
    if (!dst)
        return tl::unexpected(dst.error());
    GroupNumbers numbers;
    bool done = numbersOf(norm, src.data(), context.stop, numbers);
    const std::int64_t row = std::max<std::int64_t>(split.groups * split.after, 1);
    if (done)
        done =
            parallelTiles(split.outer * split.before, std::max<std::int64_t>(kTileValues / row, 1),
                          context.stop, [&](std::int64_t begin, std::int64_t end) {
                              for (std::int64_t i = begin; i < end; ++i) {
                                  if (context.wantsReference())
                                      normalizeReference(norm, numbers, i, src.data(), dst->data());
                                  else
                                      normalizeRow(norm, numbers, i, src.data(), dst->data());
                              }
                          });
    context.report(context.wantsReference() ? "reference" : "groups");
    const std::array operands{src, norm.gamma, norm.beta};
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("normalize groups", context, operands)
                              .add(std::uint64_t(norm.by))
                              .add(norm.epsilon)
                              .add(split.before)
                              .add(split.groups)
                              .add(split.after));
}

} // namespace convscope
