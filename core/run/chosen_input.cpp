// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/chosen_input.h"

#include "model/shape_inference.h"
#include "run/input_for_model.h"

namespace convscope {

namespace {

Result<Input> readAgain(const InputSource &source, const std::string &from,
                        const InputOptions &options)
{
    if (source.encoded)
        return decodePicture(*source.encoded, source.title, options);
    return readInput(from, options);
}

} // namespace

InputPlan inputPlan(const Model &model, const InputPreparation &preparation, std::size_t input)
{
    return {statedInput(model, input), suggestedRange(model, input), preparation};
}

Result<ChosenInput> readyFor(const Model &model, ChosenInput chosen)
{
    chosen.plan = inputPlan(model, chosen.preparation, chosen.input);
    chosen.problem.reset();
    const InputOptions options = readingOptions(chosen.plan.stated, chosen.preparation);
    std::string from = sourceFor(chosen.source.path, chosen.plan.stated);
    if (!chosen.read || chosen.readAs != options || chosen.readFrom != from) {
        auto read = readAgain(chosen.source, from, options);
        if (!read && !chosen.read)
            return fail(read.error());
        if (!read) {
            chosen.problem = read.error();
            chosen.ready.reset();
            return chosen;
        }
        chosen.read = std::make_shared<const Input>(std::move(*read));
        chosen.readAs = options;
        chosen.readFrom = std::move(from);
    }
    StatedInput stated = chosen.plan.stated;
    stated.bound =
        boundWeights(model, inputShapes(model), chosen.input, stated, chosen.read->tensor);
    InputPreparation preparation = chosen.preparation;
    // The card shows at once what was done.
    preparation.fit = preparation.fit.value_or(Fit::Crop);
    auto ready = prepared(*chosen.read, stated, preparation, chosen.plan.automatic);
    if (ready) {
        chosen.ready = std::make_shared<const Input>(std::move(*ready));
    } else {
        chosen.problem = ready.error();
        chosen.ready.reset();
    }
    return chosen;
}

} // namespace convscope
