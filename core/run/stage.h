// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// Something to read, as it was opened. What is to be done to it before a model reads it (its size,
/// its values) belongs here too, so that whoever runs a model does it alike.
struct StageInput
{
    Tensor tensor;
    /// Where its channels lie; nothing: where the model wants them, so that it is never turned.
    std::optional<DataFormat> format = DataFormat::ChannelsLast;
    /// What messages call it, e.g. "photo.png".
    Words title;

    bool operator==(const StageInput &) const = default;
};

/// All that a run needs: the model (with the seed of its weights) and what it reads, one tensor per
/// model input, each in the data format that its first reader wants. A value; copies cost pointers.
struct RunStage
{
    Model model;
    /// Empty: there is nothing to read.
    std::vector<Tensor> inputs;
    /// Of `inputs`; without inputs what the model wants.
    std::vector<DataFormat> formats;

    [[nodiscard]] std::vector<Shape> inputShapes() const;
    /// Data format of the first input, which cards and overlays show.
    [[nodiscard]] DataFormat inputFormat() const;
};

/// Tensors that were turned into another data format, kept for the next stage of the same inputs:
/// turning a large photo costs milliseconds. Not thread-safe.
class TurnedInputs
{
public:
    /// The tensor turned; null where the memory is not to be had.
    [[nodiscard]] Tensor turned(const Tensor &tensor, DataFormat from, DataFormat to);
    /// Forgets what the last stage did not ask for.
    void nextStage();

private:
    struct Entry
    {
        Fingerprint of;
        DataFormat to = DataFormat::ChannelsLast;
        Tensor result;
        bool isUsed = true;
    };
    std::vector<Entry> m_entries;
};

/// The one place where what was opened meets what a model wants. One input serves every input of
/// the model; several are one each, or, where the model has one, its batch. Nothing is computed but
/// the order of axes. Errors: "input" (another number of inputs, a batch of unlike shapes),
/// "memory".
[[nodiscard]] Result<RunStage> makeStage(const Model &model, std::span<const StageInput> inputs,
                                         TurnedInputs *turned = nullptr);

} // namespace convscope
