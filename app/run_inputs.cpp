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

#include <algorithm>
#include <cstdio>
#include <utility>

namespace convscope {

namespace {

Failure refuse(const std::string &received, Words message)
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

Failure noMemory(const std::string &path, const Extents &extents)
{
    return fail("memory", "input", {},
                words("There is not enough memory to reorder {input} of shape {shape}.", path,
                      toString(extents)));
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

/// An array is in the model's own order; everything else is channels last.
Result<Input> readFile(const std::string &path, const StatedInput &stated,
                       const InputPreparation &preparation)
{
    if (!hasEnding(path, ".npy"))
        return readInput(path, readingOptions(stated, preparation));
    const auto array = readArray(path, stated.shape.rank(), stated.format);
    if (!array)
        return fail(array.error());
    Input input;
    input.title = verbatim(path);
    input.tensor = asGiven(*array, stated);
    if (input.tensor.rank() >= 3)
        input.tensor = toDataFormat(input.tensor, stated.format, DataFormat::ChannelsLast);
    if (input.tensor.isNull())
        return noMemory(path, array->extents());
    return input;
}

/// One file as input `index` of the model, in the model's own order.
Result<Tensor> readOne(const std::string &path, std::size_t index, const PreparedModel &prepared,
                       const InputPreparation &preparation, std::vector<Words> &notes)
{
    StatedInput stated = statedFor(prepared, index);
    auto input = readFile(path, stated, preparation);
    if (!input)
        return fail(input.error());
    if (!prepared.isEdited)
        stated.bound =
            boundWeights(prepared.model, prepared.inputShapes, index, stated, input->tensor);
    const PictureRange automatic = suggestedRange(prepared.model, index);
    const Words title = input->title;
    auto ready = convscope::prepared(std::move(*input), stated, preparation, automatic);
    if (!ready)
        return fail(ready.error());
    for (const Words &note : ready->notes) {
        notes.push_back(words("{input}: {note}", title, note));
        std::fprintf(stderr, "convscope: %s\n", printable(notes.back().text()).c_str());
    }
    if (ready->tensor.rank() < 3)
        return ready->tensor;
    Tensor ordered = toDataFormat(ready->tensor, DataFormat::ChannelsLast, stated.format);
    if (ordered.isNull())
        return noMemory(path, ready->tensor.extents());
    return ordered;
}

/// Equal shapes but for the batch, joined along it.
Result<Tensor> asBatch(std::span<const Tensor> parts, std::span<const std::string> names)
{
    if (parts.size() == 1)
        return parts.front();
    Extents extents = parts.front().extents();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Extents &other = parts[i].extents();
        if (extents.empty() || other.size() != extents.size() ||
            !std::equal(extents.begin() + 1, extents.end(), other.begin() + 1))
            return refuse(jsonText(other),
                          words("Several inputs for a model with one input are its batch and must "
                                "have one shape: {first} has {shape}, {second} has {other}.",
                                names[0], toString(parts.front().extents()), names[i],
                                toString(other)));
        extents[0] += other[0];
    }
    auto buffer = TensorBuffer::allocate(extents, "the batch of inputs");
    if (!buffer)
        return fail(buffer.error());
    float *place = buffer->data();
    for (const Tensor &part : parts)
        place = std::copy(part.values().begin(), part.values().end(), place);
    return Tensor(std::move(*buffer));
}

} // namespace

Result<RunInputs> runInputs(const PreparedModel &prepared, std::span<const std::string> files,
                            const InputPreparation &preparation, std::string_view command)
{
    const Model &model = prepared.model;
    const std::size_t count = std::max<std::size_t>(model.inputs.size(), 1);
    RunInputs inputs;
    std::vector<Tensor> &tensors = inputs.tensors;
    if (files.empty()) {
        tensors = prepared.inputs;
        if (tensors.empty())
            return fail("usage", "input", {},
                        words("--input FILE is needed: a picture, .npy, video, WAV, CSV or a "
                              "pattern like pattern:impulse. See convscope {command} --help.",
                              command));
        for (std::size_t i = 0; i < tensors.size(); ++i)
            tensors[i] = asGiven(tensors[i], statedFor(prepared, i));
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto tensor = readOne(files[i], count == 1 ? 0 : i, prepared, preparation, inputs.notes);
        if (!tensor)
            return fail(tensor.error());
        tensors.push_back(std::move(*tensor));
    }
    if (count == 1 && tensors.size() > 1) {
        auto batch = asBatch(tensors, files);
        if (!batch)
            return fail(batch.error());
        tensors.assign(1, std::move(*batch));
    }
    if (tensors.size() == 1)
        tensors.resize(count, tensors.front());
    if (tensors.size() != count)
        return refuse(
            std::to_string(tensors.size()),
            words("The model has {count} inputs, received {received}.", count, tensors.size()));
    std::vector<Shape> given;
    for (const Tensor &tensor : tensors)
        given.emplace_back(tensor.extents());
    for (std::size_t i = 0; i < prepared.givenShapes.size() && i < count; ++i) {
        const Shape &stated = prepared.givenShapes[i];
        if (stated.rank() != given[i].rank() || (stated[0] && stated[0] != given[i][0]))
            return refuse(jsonText(tensors[i].extents()),
                          words("The input has the shape {received}, --input-shape asks for "
                                "{stated}.",
                                given[i].toString(), stated.toString()));
    }
    if (auto fits = keepsStoredWeights(prepared, prepared.inputShapes, given); !fits)
        return fail(fits.error());
    return inputs;
}

} // namespace convscope
