// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run_inputs.h"

#include "base/concat.h"
#include "input/input.h"
#include "model/output_format.h"
#include "printable.h"
#include "shape_json.h"
#include "tensor/data_format_order.h"
#include "tensor/npy.h"

#include <algorithm>
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

/// Rank the first layer with one wants, of those that read the model's input; 0 where any will do.
int wantedRank(const Model &model)
{
    for (const ModelInput &input : model.inputs) {
        if (input.shape.rank() > 0)
            return input.shape.rank();
    }
    for (const auto &layer : model.layers) {
        if (layer->type().inputRank > 0)
            return layer->type().inputRank;
    }
    return 0;
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

Result<Tensor> readOne(const std::string &path, const Model &model)
{
    const int rank = wantedRank(model);
    const DataFormat format = inputFormat(model);
    if (hasEnding(path, ".npy"))
        return readArray(path, rank, format);
    InputOptions options;
    if (rank >= 3 && rank <= 5)
        options.spatialRank = rank - 2;
    auto input = readInput(path, options);
    if (!input)
        return fail(input.error());
    for (const std::string &note : input->notes)
        std::fprintf(stderr, "convscope: %s: %s\n", printable(input->title).c_str(),
                     printable(note).c_str());
    if (input->tensor.rank() < 3)
        return input->tensor;
    Tensor ordered = toDataFormat(input->tensor, DataFormat::ChannelsLast, format);
    if (ordered.isNull())
        return fail("memory", "input", {},
                    concat("There is not enough memory to reorder ", path, " of shape ",
                           toString(input->tensor.extents()), "."));
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
                          concat("Several inputs for a model with one input are its batch and must "
                                 "have one shape: ",
                                 names[0], " has ", toString(parts.front().extents()), ", ",
                                 names[i], " has ", toString(other), "."));
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

Result<std::vector<Tensor>> runInputs(const PreparedModel &prepared,
                                      std::span<const std::string> files,
                                      const std::optional<Shape> &wanted)
{
    const Model &model = prepared.model;
    const std::size_t count = std::max<std::size_t>(model.inputs.size(), 1);
    std::vector<Tensor> tensors;
    if (files.empty()) {
        tensors = prepared.inputs;
        if (tensors.empty())
            return fail("usage", "input", {},
                        "--input FILE is needed: a picture, .npy, video, WAV, CSV or a pattern "
                        "like pattern:impulse. See convscope run --help.");
    }
    for (const std::string &file : files) {
        auto tensor = readOne(file, model);
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
        return refuse(std::to_string(tensors.size()),
                      concat("The model has ", count, " inputs, received ", tensors.size(), "."));
    if (wanted) {
        for (Tensor &tensor : tensors) {
            auto shaped = withShape(tensor, *wanted);
            if (!shaped)
                return fail(shaped.error());
            tensor = std::move(*shaped);
        }
    }
    return tensors;
}

} // namespace convscope
