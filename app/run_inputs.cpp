// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run_inputs.h"

#include "base/concat.h"
#include "input/input.h"
#include "model/output_format.h"
#include "printable.h"
#include "shape_json.h"
#include "tensor/npy.h"

#include <cstdio>
#include <utility>

namespace convscope {

namespace {

Failure refuse(const std::string &received, std::string message)
{
    return fail("input", "input", received, std::move(message));
}

std::string jsonText(const Extents &extents)
{
    return toJson(Shape(extents)).dump();
}

bool hasEnding(const std::string &path, std::string_view ending)
{
    return path.size() >= ending.size() &&
           path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

/// The array as it is; a missing batch axis is added, and behind it a missing channel axis.
Result<Tensor> readArray(const std::string &path, int rank, DataFormat format)
{
    auto tensor = readNpy(path);
    if (!tensor)
        return tensor;
    Extents extents = tensor->extents();
    if (rank > 0 && static_cast<int>(extents.size()) == rank - 2)
        extents.insert(format == DataFormat::ChannelsLast ? extents.end() : extents.begin(), 1);
    if (rank > 0 && static_cast<int>(extents.size()) == rank - 1)
        extents.insert(extents.begin(), 1);
    return extents == tensor->extents() ? *tensor : tensor->reshaped(extents);
}

Result<StageInput> readOne(const std::string &path, const Model &model)
{
    if (hasEnding(path, ".npy")) {
        auto tensor = readArray(path, inputRank(model), inputFormat(model));
        if (!tensor)
            return fail(tensor.error());
        return StageInput{std::move(*tensor), std::nullopt, path};
    }
    InputOptions options;
    options.spatialRank = spatialRank(model);
    auto input = readInput(path, options);
    if (!input)
        return fail(input.error());
    for (const std::string &note : input->notes)
        std::fprintf(stderr, "convscope: %s: %s\n", printable(input->title).c_str(),
                     printable(note).c_str());
    return StageInput{std::move(input->tensor), input->format, path};
}

/// The tensor where it has the wanted shape, or can be given it without moving a value.
Result<Tensor> withShape(const Tensor &tensor, const Shape &wanted)
{
    const Extents &have = tensor.extents();
    const auto fits = [&](const Extents &extents) {
        if (static_cast<int>(extents.size()) != wanted.rank())
            return false;
        for (int i = 0; i < wanted.rank(); ++i) {
            if (wanted[i] && *wanted[i] != extents[static_cast<std::size_t>(i)])
                return false;
        }
        return true;
    };
    if (fits(have))
        return tensor;
    if (const auto extents = wanted.extents(); extents && elementCount(*extents) == tensor.size())
        return tensor.reshaped(*extents);
    return refuse(jsonText(have),
                  concat("The input has the shape ", toString(have), ", --input-shape asks for ",
                         wanted.toString(), ". Inputs are never cropped or stretched silently."));
}

} // namespace

Result<RunStage> runStage(const PreparedModel &prepared, std::span<const std::string> files,
                          const std::optional<Shape> &wanted)
{
    std::vector<StageInput> inputs;
    if (files.empty()) {
        for (const Tensor &input : prepared.inputs)
            inputs.push_back({input, std::nullopt, "the stored input"});
        if (inputs.empty())
            return fail("usage", "input", {},
                        "--input FILE is needed: a picture, .npy, video, WAV, CSV or a pattern "
                        "like pattern:impulse. See convscope run --help.");
    }
    for (const std::string &file : files) {
        auto input = readOne(file, prepared.model);
        if (!input)
            return fail(input.error());
        inputs.push_back(std::move(*input));
    }
    auto stage = makeStage(prepared.model, inputs);
    if (!stage || !wanted)
        return stage;
    for (Tensor &tensor : stage->inputs) {
        auto shaped = withShape(tensor, *wanted);
        if (!shaped)
            return fail(shaped.error());
        tensor = std::move(*shaped);
    }
    return stage;
}

} // namespace convscope
