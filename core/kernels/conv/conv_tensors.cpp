// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/conv_tensors.h"

#include "base/check.h"

namespace convscope {

namespace {

Extents imageExtents(const ConvProblem &p, const Spatial &cells, std::int64_t channels)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(channels);
    extents.insert(extents.end(), cells.begin(), cells.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(channels);
    return extents;
}

Spatial shifted(const Spatial &s, int rank, std::int64_t fill)
{
    Spatial result{fill, fill, fill};
    for (int a = 0; a < rank; ++a)
        result[static_cast<std::size_t>(3 - rank + a)] = s[static_cast<std::size_t>(a)];
    return result;
}

} // namespace

Extents srcExtents(const ConvProblem &problem)
{
    return imageExtents(problem, problem.in, problem.ic);
}

Extents dstExtents(const ConvProblem &problem)
{
    return imageExtents(problem, problem.out, problem.oc);
}

Extents kernelExtents(const ConvProblem &p)
{
    Extents extents(p.kernel.begin(), p.kernel.begin() + p.rank);
    switch (p.op) {
    case ConvOp::Conv:
        extents.insert(extents.end(), {p.ic / p.groups, p.oc});
        return extents;
    case ConvOp::Depthwise:
    case ConvOp::Separable:
        extents.insert(extents.end(), {p.ic, p.multiplier});
        return extents;
    case ConvOp::Deconv:
        extents.insert(extents.end(), {p.oc, p.ic});
        return extents;
    }
    checkFailed("a known operation", std::source_location::current());
}

ConvStrides stridesOf(DataFormat format, const Spatial &extents, std::int64_t channels)
{
    ConvStrides s;
    const bool last = format == DataFormat::ChannelsLast;
    s.cell[2] = last ? channels : 1;
    s.cell[1] = s.cell[2] * extents[2];
    s.cell[0] = s.cell[1] * extents[1];
    const std::int64_t image = s.cell[0] * extents[0];
    s.channel = last ? 1 : image;
    s.batch = last ? image : image * channels;
    return s;
}

ConvProblem asRank3(const ConvProblem &problem)
{
    ConvProblem p = problem;
    p.rank = 3;
    for (Spatial *s : {&p.in, &p.out, &p.kernel, &p.strides, &p.dilation})
        *s = shifted(*s, problem.rank, 1);
    for (Spatial *s : {&p.padBefore, &p.padAfter})
        *s = shifted(*s, problem.rank, 0);
    return p;
}

} // namespace convscope
