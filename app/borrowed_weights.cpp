// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "borrowed_weights.h"

#include "keras/donated_weights.h"

namespace convscope {

Result<Model> withWeightsOf(const Model &model, const std::string &path,
                            std::span<const Shape> inputShapes)
{
    auto donated = loadWeights(path);
    if (!donated)
        return fail(donated.error());
    const WeightMatch match = matchWeights(model, inputShapes, std::move(*donated));
    if (!match.fitsWholly())
        return fail(matchError(model, match));
    return withMatchedWeights(model, match);
}

} // namespace convscope
