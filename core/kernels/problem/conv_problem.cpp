// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/problem/conv_problem.h"

#include "base/check.h"

#include <algorithm>
#include <sstream>

namespace convscope {

namespace {

std::int64_t product(const Spatial &s, int rank)
{
    std::int64_t p = 1;
    for (int a = 0; a < rank; ++a)
        p *= s[static_cast<std::size_t>(a)];
    return p;
}

std::string_view word(ConvOp op)
{
    switch (op) {
    case ConvOp::Conv:
        return "conv";
    case ConvOp::Depthwise:
        return "depthwise";
    case ConvOp::Separable:
        return "separable";
    case ConvOp::Deconv:
        return "deconv";
    }
    checkFailed("a known operation", std::source_location::current());
}

void writeSizes(std::ostream &out, std::string_view name, const Spatial &s, int rank)
{
    out << ' ' << name;
    for (int a = 0; a < rank; ++a)
        out << (a > 0 ? "x" : "") << s[static_cast<std::size_t>(a)];
}

bool allOne(const Spatial &s, int rank)
{
    return std::all_of(s.begin(), s.begin() + rank, [](std::int64_t n) { return n == 1; });
}

/// What the output exceeds the shortest one by: Keras' output_padding in effect.
Spatial extraOutput(const ConvProblem &p)
{
    Spatial extra{};
    for (std::size_t a = 0; a < static_cast<std::size_t>(p.rank); ++a) {
        const std::int64_t full = (p.in[a] - 1) * p.strides[a] + (p.kernel[a] - 1) * p.dilation[a];
        extra[a] = p.out[a] - (full + 1 - p.padBefore[a] - p.padAfter[a]);
    }
    return extra;
}

} // namespace

std::int64_t ConvProblem::macs() const
{
    const std::int64_t taps = product(kernel, rank);
    const std::int64_t outputs = mb * product(out, rank);
    switch (op) {
    case ConvOp::Conv:
        return outputs * taps * oc * (ic / groups);
    case ConvOp::Depthwise:
        return outputs * taps * oc;
    case ConvOp::Separable:
        return outputs * ic * multiplier * (taps + oc);
    case ConvOp::Deconv:
        return mb * product(in, rank) * taps * oc * ic;
    }
    checkFailed("a known operation", std::source_location::current());
}

std::string toString(const ConvProblem &p)
{
    std::ostringstream out;
    out << word(p.op);
    if (p.mb != 1)
        out << " mb" << p.mb;
    out << " ic" << p.ic;
    writeSizes(out, "in", p.in, p.rank);
    if (p.op != ConvOp::Depthwise)
        out << " oc" << p.oc;
    writeSizes(out, "k", p.kernel, p.rank);
    if (!allOne(p.strides, p.rank))
        writeSizes(out, "s", p.strides, p.rank);
    if (!allOne(p.dilation, p.rank))
        writeSizes(out, "d", p.dilation, p.rank);
    out << " p=";
    for (std::size_t a = 0; a < static_cast<std::size_t>(p.rank); ++a)
        out << (a > 0 ? "x" : "") << p.padBefore[a] << ',' << p.padAfter[a];
    if (p.op == ConvOp::Deconv) {
        const Spatial extra = extraOutput(p);
        if (std::any_of(extra.begin(), extra.end(), [](std::int64_t n) { return n != 0; }))
            writeSizes(out, "op=", extra, p.rank);
    }
    if (p.groups != 1)
        out << " g" << p.groups;
    if (p.multiplier != 1)
        out << " m" << p.multiplier;
    out << (p.format == DataFormat::ChannelsLast ? " last" : " first");
    return std::move(out).str();
}

} // namespace convscope
