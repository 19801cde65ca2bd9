// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/upsample.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"
#include "kernels/window/upsample_rows.h"
#include "kernels/window/upsample_weights.h"

#include <array>

namespace convscope {

namespace {

Extents extentsOf(const UpsampleProblem &p, bool result)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.c);
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(p.rank); ++axis)
        extents.push_back(p.in[axis] * (result ? p.factor[axis] : 1));
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.c);
    return extents;
}

/// The problem with its axes at the end of three: missing ones are leading axes of one cell.
UpsampleProblem threeAxes(const UpsampleProblem &p)
{
    UpsampleProblem q = p;
    const auto shift = static_cast<std::size_t>(3 - p.rank);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        q.in[axis] = axis >= shift ? p.in[axis - shift] : 1;
        q.factor[axis] = axis >= shift ? p.factor[axis - shift] : 1;
    }
    return q;
}

using Taps = std::array<std::vector<AxisTaps>, 3>;

float interpolated(const UpsampleProblem &p, const AxisTaps &d, const AxisTaps &h,
                   const AxisTaps &w, const float *src, std::int64_t step)
{
    double sum = 0;
    for (std::size_t i = 0; i < d.weights.size(); ++i)
        for (std::size_t j = 0; j < h.weights.size(); ++j)
            for (std::size_t k = 0; k < w.weights.size(); ++k) {
                const std::int64_t cell = ((d.first + static_cast<std::int64_t>(i)) * p.in[1] +
                                           h.first + static_cast<std::int64_t>(j)) *
                                              p.in[2] +
                                          w.first + static_cast<std::int64_t>(k);
                sum += d.weights[i] * h.weights[j] * w.weights[k] *
                       static_cast<double>(src[cell * step]);
            }
    return static_cast<float>(sum);
}

bool runReference(const UpsampleProblem &p, const Taps &taps, const float *src, float *dst,
                  const std::stop_token &stop)
{
    const std::int64_t inCells = p.in[0] * p.in[1] * p.in[2];
    const std::int64_t outCells = inCells * p.factor[0] * p.factor[1] * p.factor[2];
    const bool last = p.format == DataFormat::ChannelsLast;
    const std::int64_t step = last ? p.c : 1;
    return parallelFor(p.mb * p.c, stop, [&](std::int64_t plane) {
        const std::int64_t b = plane / p.c;
        const std::int64_t c = plane % p.c;
        const float *from = src + (last ? b * inCells * p.c + c : plane * inCells);
        float *to = dst + (last ? b * outCells * p.c + c : plane * outCells);
        for (const AxisTaps &d : taps[0])
            for (const AxisTaps &h : taps[1])
                for (const AxisTaps &w : taps[2]) {
                    *to = interpolated(p, d, h, w, from, step);
                    to += step;
                }
    });
}

} // namespace

Result<Tensor> upsample(const UpsampleProblem &problem, const Tensor &src,
                        const KernelContext &context)
{
    check(src.extents() == extentsOf(problem, false), "a source of the problem's shape");
    auto dst = TensorBuffer::allocate(extentsOf(problem, true), "the result of up-sampling");
    if (!dst)
        return tl::unexpected(dst.error());
    const UpsampleProblem p = threeAxes(problem);
    Taps taps;
    for (std::size_t axis = 0; axis < 3; ++axis)
        taps[axis] = axisTaps(p.interpolation, p.in[axis], p.factor[axis]);
    bool done = true;
    bool plain = context.wantsReference();
    if (!dst->values().empty()) {
        const RowUpsampling rows(p, taps, src.data(), dst->data());
        plain = plain || !rows.fits();
        done = plain ? runReference(p, taps, src.data(), dst->data(), context.stop)
                     : rows.run(context.stop);
    }
    context.report(plain ? "reference" : vectorKernelName());
    FingerprintBuilder identity = operationFingerprint("upsample", context, {&src, 1});
    identity.add(std::uint64_t(p.interpolation)).add(std::uint64_t(p.format));
    for (const std::int64_t factor : p.factor)
        identity.add(factor);
    return finishedTensor(std::move(*dst), done, identity);
}

} // namespace convscope
