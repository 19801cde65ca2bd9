// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/reference_conv.h"

#include "base/check.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/parallel.h"

#include <vector>

namespace convscope {

namespace {

/// Operands as plain pointers, every problem as rank 3.
struct Operands
{
    ConvProblem p;
    const float *src;
    ConvStrides srcAt;
    const float *kernel;
    const float *pointwise;
    const float *bias;
};

bool inside(const Spatial &x, const Spatial &extents)
{
    for (std::size_t a = 0; a < 3; ++a) {
        if (x[a] < 0 || x[a] >= extents[a])
            return false;
    }
    return true;
}

template <class Visit>
void forEachTap(const ConvProblem &p, const Visit &visit)
{
    for (std::int64_t kd = 0; kd < p.kernel[0]; ++kd)
        for (std::int64_t kh = 0; kh < p.kernel[1]; ++kh)
            for (std::int64_t kw = 0; kw < p.kernel[2]; ++kw)
                visit(Spatial{kd, kh, kw}, (kd * p.kernel[1] + kh) * p.kernel[2] + kw);
}

/// in = out·stride + k·dilation − padBefore
bool forwardSource(const ConvProblem &p, const Spatial &o, const Spatial &k, Spatial &i)
{
    for (std::size_t a = 0; a < 3; ++a)
        i[a] = o[a] * p.strides[a] + k[a] * p.dilation[a] - p.padBefore[a];
    return inside(i, p.in);
}

/// out = in·stride + k·dilation − padBefore, solved for in.
bool transposedSource(const ConvProblem &p, const Spatial &o, const Spatial &k, Spatial &i)
{
    for (std::size_t a = 0; a < 3; ++a) {
        const std::int64_t scaled = o[a] + p.padBefore[a] - k[a] * p.dilation[a];
        if (scaled % p.strides[a] != 0)
            return false;
        i[a] = scaled / p.strides[a];
    }
    return inside(i, p.in);
}

double convCell(const Operands &x, std::int64_t b, const Spatial &o, std::int64_t f)
{
    const ConvProblem &p = x.p;
    const std::int64_t depth = p.ic / p.groups;
    const std::int64_t first = f / (p.oc / p.groups) * depth;
    double sum = 0;
    forEachTap(p, [&](const Spatial &k, std::int64_t tap) {
        Spatial i;
        if (!forwardSource(p, o, k, i))
            return;
        for (std::int64_t c = 0; c < depth; ++c)
            sum += double{x.src[x.srcAt.at(b, i, first + c)]} *
                   double{x.kernel[(tap * depth + c) * p.oc + f]};
    });
    return sum;
}

double depthwiseCell(const Operands &x, std::int64_t b, const Spatial &o, std::int64_t j)
{
    const ConvProblem &p = x.p;
    double sum = 0;
    forEachTap(p, [&](const Spatial &k, std::int64_t tap) {
        Spatial i;
        if (forwardSource(p, o, k, i))
            sum += double{x.src[x.srcAt.at(b, i, j / p.multiplier)]} *
                   double{x.kernel[tap * p.ic * p.multiplier + j]};
    });
    return sum;
}

double deconvCell(const Operands &x, std::int64_t b, const Spatial &o, std::int64_t f)
{
    const ConvProblem &p = x.p;
    double sum = 0;
    forEachTap(p, [&](const Spatial &k, std::int64_t tap) {
        Spatial i;
        if (!transposedSource(p, o, k, i))
            return;
        for (std::int64_t c = 0; c < p.ic; ++c)
            sum +=
                double{x.src[x.srcAt.at(b, i, c)]} * double{x.kernel[(tap * p.oc + f) * p.ic + c]};
    });
    return sum;
}

/// The channel f of one output cell, without bias.
double cellSum(const Operands &x, std::int64_t b, const Spatial &o, std::int64_t f,
               const std::vector<double> &between)
{
    switch (x.p.op) {
    case ConvOp::Conv:
        return convCell(x, b, o, f);
    case ConvOp::Depthwise:
        return depthwiseCell(x, b, o, f);
    case ConvOp::Deconv:
        return deconvCell(x, b, o, f);
    case ConvOp::Separable: {
        double sum = 0;
        for (std::size_t j = 0; j < between.size(); ++j)
            sum += between[j] * double{x.pointwise[static_cast<std::int64_t>(j) * x.p.oc + f]};
        return sum;
    }
    }
    checkFailed("a known operation", std::source_location::current());
}

Operands operandsOf(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    return {p,
            args.src,
            stridesOf(p.format, p.in, p.ic),
            args.weights->kernel.data(),
            args.weights->pointwise.data(),
            args.weights->bias.data()};
}

/// The channels [first, last) of one output cell; `between` is room for the depthwise sums.
void putCell(const ConvArgs &args, const Operands &x, std::int64_t b, const Spatial &o,
             std::int64_t first, std::int64_t last, std::vector<double> &between)
{
    const ConvProblem &p = args.problem;
    const ConvStrides dstAt = stridesOf(p.format, p.out, p.oc);
    between.resize(p.op == ConvOp::Separable ? static_cast<std::size_t>(p.ic * p.multiplier) : 0);
    for (std::size_t j = 0; j < between.size(); ++j)
        between[j] = depthwiseCell(x, b, o, static_cast<std::int64_t>(j));
    for (std::int64_t f = first; f < last; ++f) {
        const double bias = x.bias != nullptr ? double{x.bias[f]} : 0.0;
        const auto y = static_cast<float>(cellSum(x, b, o, f, between) + bias);
        args.dst[dstAt.at(b, o, f)] = evaluate(args.activation, y);
    }
}

Result<void> run(const ConvArgs &args, const ConvPlan *)
{
    const ConvProblem &p = args.problem;
    const Operands x = operandsOf(args);
    const std::int64_t rows = p.mb * p.out[0] * p.out[1];
    const bool finished = parallelFor(rows, args.stop, [&](std::int64_t row) {
        std::vector<double> between;
        const std::int64_t b = row / (p.out[0] * p.out[1]);
        Spatial o{row / p.out[1] % p.out[0], row % p.out[1], 0};
        for (o[2] = 0; o[2] < p.out[2] && !args.stop.stop_requested(); ++o[2])
            putCell(args, x, b, o, 0, p.oc, between);
    });
    if (!finished)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel referenceKernel{"reference", [](const ConvProblem &) { return Planned(); }, &run,
                                 false};

void referenceCell(const ConvArgs &args, std::int64_t batch, const Spatial &cell,
                   std::int64_t first, std::int64_t last)
{
    std::vector<double> between;
    putCell(args, operandsOf(args), batch, cell, first, last, between);
}

} // namespace convscope
