// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/stage.h"

#include "model/output_format.h"
#include "tensor/data_format_order.h"

#include <fmt/format.h>

#include <algorithm>

namespace convscope {

namespace {

std::string jsonText(const Extents &extents)
{
    return fmt::format("[{}]", fmt::join(extents, ","));
}

Failure refuse(std::string received, Words message)
{
    return fail(Error{"input", {}, "input", std::move(received), std::move(message)});
}

/// Equal shapes but for the batch, joined along it. `parts` are `inputs` in the model's order.
Result<Tensor> asBatch(std::span<const Tensor> parts, std::span<const StageInput> inputs)
{
    Extents extents = parts.front().extents();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Extents &other = parts[i].extents();
        if (extents.empty() || other.size() != extents.size() ||
            !std::equal(extents.begin() + 1, extents.end(), other.begin() + 1))
            return refuse(jsonText(other),
                          words("Several inputs for a model with one input are its batch and must "
                                "have one shape: {first} has {shape}, {other} has {received}.",
                                inputs.front().title, toString(parts.front().extents()),
                                inputs[i].title, toString(other)));
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

Result<Tensor> inFormat(const StageInput &input, DataFormat wanted, TurnedInputs *turned)
{
    if (!input.format || *input.format == wanted || input.tensor.rank() < 3)
        return input.tensor;
    Tensor result = turned != nullptr ? turned->turned(input.tensor, *input.format, wanted)
                                      : toDataFormat(input.tensor, *input.format, wanted);
    if (result.isNull())
        return fail(Error{"memory",
                          {},
                          "input",
                          {},
                          words("There is not enough memory to reorder {name} of shape {shape}.",
                                input.title, toString(input.tensor.extents()))});
    return result;
}

} // namespace

std::vector<Shape> RunStage::inputShapes() const
{
    std::vector<Shape> shapes;
    for (const Tensor &input : inputs)
        shapes.emplace_back(input.extents());
    return shapes;
}

DataFormat RunStage::inputFormat() const
{
    return formats.empty() ? DataFormat::ChannelsLast : formats.front();
}

Tensor TurnedInputs::turned(const Tensor &tensor, DataFormat from, DataFormat to)
{
    for (Entry &entry : m_entries) {
        if (entry.of == tensor.fingerprint() && entry.to == to) {
            entry.isUsed = true;
            return entry.result;
        }
    }
    Tensor result = toDataFormat(tensor, from, to);
    if (!result.isNull())
        m_entries.push_back({tensor.fingerprint(), to, result, true});
    return result;
}

void TurnedInputs::nextStage()
{
    std::erase_if(m_entries, [](const Entry &entry) { return !entry.isUsed; });
    for (Entry &entry : m_entries)
        entry.isUsed = false;
}

Result<RunStage> makeStage(const Model &model, std::span<const StageInput> inputs,
                           TurnedInputs *turned)
{
    RunStage stage{model, {}, inputFormats(model)};
    const std::size_t count = stage.formats.size();
    if (turned != nullptr)
        turned->nextStage();
    if (inputs.empty())
        return stage;
    if (count == 1 && inputs.size() > 1) {
        std::vector<Tensor> parts;
        for (const StageInput &input : inputs) {
            auto part = inFormat(input, stage.formats.front(), turned);
            if (!part)
                return fail(part.error());
            parts.push_back(std::move(*part));
        }
        auto batch = asBatch(parts, inputs);
        if (!batch)
            return fail(batch.error());
        stage.inputs.push_back(std::move(*batch));
        return stage;
    }
    if (inputs.size() != 1 && inputs.size() != count)
        return refuse(
            std::to_string(inputs.size()),
            words("The model has {count} inputs, received {received}.", count, inputs.size()));
    for (std::size_t i = 0; i < count; ++i) {
        auto tensor =
            inFormat(inputs.size() == 1 ? inputs.front() : inputs[i], stage.formats[i], turned);
        if (!tensor)
            return fail(tensor.error());
        stage.inputs.push_back(std::move(*tensor));
    }
    return stage;
}

} // namespace convscope
