// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run_inputs.h"

#include "input/input.h"
#include "model/output_format.h"
#include "printable.h"
#include "run/input_for_model.h"
#include "shape_json.h"
#include "tensor/data_format_order.h"
#include "tensor/npy.h"

#include <cstdio>
#include <optional>
#include <utility>

namespace convscope {

namespace {

Failure refuse(const std::string &received, Words message)
{
    return fail("input", "input", received, std::move(message));
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

/// What the model states of input `index`, or --input-shape in its place.
StatedInput statedFor(const PreparedModel &prepared, std::size_t index)
{
    StatedInput stated = statedInput(prepared.model, index);
    stated.isAsked = index < prepared.givenShapes.size();
    if (stated.isAsked)
        stated.shape = prepared.givenShapes[index];
    return stated;
}

/// A shape stated on the command line may also be another view of the same values.
Tensor asGiven(const Tensor &tensor, const StatedInput &stated)
{
    const auto extents = stated.shape.extents();
    const bool isView = stated.isAsked && extents && *extents != tensor.extents() &&
                        elementCount(*extents) == tensor.size();
    return isView ? tensor.reshaped(*extents) : tensor;
}

Failure noMemory(const std::string &path, const Extents &extents)
{
    return fail("memory", "input", {},
                words("There is not enough memory to reorder {input} of shape {shape}.", path,
                      toString(extents)));
}

/// What a file holds, channels last, and as it is stored where it is an array.
struct FileContent
{
    Input input;
    std::optional<Tensor> stored;
};

/// An array is in the model's own order; everything else is channels last.
Result<FileContent> readFile(const std::string &path, const StatedInput &stated,
                             const InputPreparation &preparation)
{
    FileContent content;
    if (!path.ends_with(".npy")) {
        auto input = readInput(sourceFor(path, stated), readingOptions(stated, preparation));
        if (!input)
            return fail(input.error());
        content.input = std::move(*input);
        return content;
    }
    const auto array = readArray(path, stated.shape.rank(), stated.format);
    if (!array)
        return fail(array.error());
    content.stored = asGiven(*array, stated);
    content.input.title = verbatim(path);
    content.input.tensor = *content.stored;
    if (content.stored->rank() >= 3)
        content.input.tensor =
            toDataFormat(*content.stored, stated.format, DataFormat::ChannelsLast);
    if (content.input.tensor.isNull())
        return noMemory(path, array->extents());
    return content;
}

/// One file as input `index` of the model.
Result<StageInput> readOne(const std::string &path, std::size_t index,
                           const PreparedModel &prepared, const InputPreparation &preparation,
                           std::vector<Words> &notes)
{
    StatedInput stated = statedFor(prepared, index);
    auto content = readFile(path, stated, preparation);
    if (!content)
        return fail(content.error());
    const Tensor read = content->input.tensor;
    if (!prepared.isEdited)
        stated.bound = boundWeights(prepared.model, prepared.inputShapes, index, stated, read);
    const PictureRange automatic = suggestedRange(prepared.model, index);
    const Words title = content->input.title;
    auto ready = convscope::prepared(std::move(content->input), stated, preparation, automatic);
    if (!ready)
        return fail(ready.error());
    for (const Words &note : ready->notes) {
        notes.push_back(words("{input}: {note}", title, note));
        std::fprintf(stderr, "convscope: %s\n", printable(notes.back().text()).c_str());
    }
    // What nothing was done to need not be turned back.
    if (content->stored && ready->tensor.fingerprint() == read.fingerprint())
        return StageInput{*content->stored, std::nullopt, title};
    return StageInput{std::move(ready->tensor), DataFormat::ChannelsLast, title};
}

/// The one file, read already for the first input, at all others too: each as that one states it.
Result<void> readAtEach(const PreparedModel &prepared, std::span<const std::string> files,
                        const InputPreparation &preparation, std::vector<StageInput> &read,
                        std::vector<Words> &notes)
{
    const std::size_t count = prepared.model.inputs.size();
    const StatedInput first = statedFor(prepared, 0);
    for (std::size_t i = 1; i < count; ++i) {
        if (files.empty() || statedFor(prepared, i) == first) {
            read.push_back(StageInput(read.front()));
            continue;
        }
        auto input = readOne(files.front(), i, prepared, preparation, notes);
        if (!input)
            return fail(input.error());
        read.push_back(std::move(*input));
    }
    std::string names;
    for (const ModelInput &input : prepared.model.inputs)
        names += (names.empty() ? "" : ", ") + input.name;
    notes.push_back(words("{input}: read at each of the model's {count} inputs: {names}",
                          read.front().title, count, names));
    std::fprintf(stderr, "convscope: %s\n", printable(notes.back().text()).c_str());
    return {};
}

} // namespace

Result<RunInputs> runInputs(const PreparedModel &prepared, std::span<const std::string> files,
                            const InputPreparation &preparation, std::string_view command)
{
    const Model &model = prepared.model;
    std::vector<StageInput> read;
    if (files.empty()) {
        if (prepared.inputs.empty())
            return fail("usage", "input", {},
                        words("--input FILE is needed: a picture, .npy, video, WAV, CSV or a "
                              "pattern like pattern:impulse. See convscope {command} --help.",
                              command));
        for (std::size_t i = 0; i < prepared.inputs.size(); ++i)
            read.push_back({asGiven(prepared.inputs[i], statedFor(prepared, i)), std::nullopt,
                            words("the stored input")});
    }
    RunInputs inputs;
    const bool isBatch = model.inputs.size() <= 1;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto input = readOne(files[i], isBatch ? 0 : i, prepared, preparation, inputs.notes);
        if (!input)
            return fail(input.error());
        read.push_back(std::move(*input));
    }
    if (read.size() == 1 && model.inputs.size() > 1) {
        if (auto done = readAtEach(prepared, files, preparation, read, inputs.notes); !done)
            return fail(done.error());
    }
    auto stage = makeStage(model, read);
    if (!stage)
        return fail(stage.error());
    inputs.stage = std::move(*stage);
    const std::vector<Shape> given = inputs.stage.inputShapes();
    for (std::size_t i = 0; i < prepared.givenShapes.size() && i < given.size(); ++i) {
        const Shape &stated = prepared.givenShapes[i];
        if (stated.rank() != given[i].rank() || (stated[0] && stated[0] != given[i][0]))
            return refuse(toJson(given[i]).dump(),
                          words("The input has the shape {received}, --input-shape asks for "
                                "{stated}.",
                                given[i].toString(), stated.toString()));
    }
    if (auto fits = keepsStoredWeights(prepared, prepared.inputShapes, given); !fits)
        return fail(fits.error());
    return inputs;
}

} // namespace convscope
