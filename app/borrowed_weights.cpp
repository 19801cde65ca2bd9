// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "borrowed_weights.h"

#include "keras/donated_weights.h"
#include "printable.h"

#include <cstdio>

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
    for (const Words &note : matchNotes(model, match))
        std::fprintf(stderr, "convscope: %s: %s\n", printable(path).c_str(),
                     printable(note.text()).c_str());
    return withMatchedWeights(model, match);
}

} // namespace convscope
