// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/up_sampling_layer.h"

#include "layers/interpolation_words.h"

namespace convscope {

UpsampleProblem upsampleProblem(const Tensor &src, const IntList &factors, DataFormat format,
                                Interpolation interpolation)
{
    UpsampleProblem problem;
    problem.interpolation = interpolation;
    problem.rank = static_cast<int>(factors.size());
    problem.mb = src.extent(0);
    problem.c = src.extent(channelAxis(format, src.rank()));
    problem.format = format;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        problem.in[i] = src.extent(spatialAxis(format) + static_cast<int>(i));
        problem.factor[i] = factors[i];
    }
    return problem;
}

Words upSamplingBrief(const IntList &factors, Interpolation interpolation)
{
    std::string text;
    for (const std::int64_t factor : factors)
        text += (text.empty() ? "" : "×") + std::to_string(factor);
    if (interpolation != Interpolation::Nearest)
        return words("{size} · {interpolation}", text,
                     std::get<std::string>(ValueCodec<Interpolation>::toValue(interpolation)));
    return verbatim(text);
}

} // namespace convscope
