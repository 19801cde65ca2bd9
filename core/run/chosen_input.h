// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"
#include "model/model.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Where an input comes from: a path or pattern, or an encoded picture in memory.
struct InputSource
{
    std::string path;
    /// Of a picture from the clipboard, which has no path.
    std::shared_ptr<const std::vector<unsigned char>> encoded;
    /// What messages call an encoded picture.
    std::string title;

    bool operator==(const InputSource &) const = default;
};

/// What depends on the model when an input is prepared for one of its inputs, without looking at
/// the input: where it changes, the input is to be prepared again. Cheap.
struct InputPlan
{
    StatedInput stated;
    PictureRange automatic = PictureRange::ZeroToOne;
    InputPreparation preparation;

    bool operator==(const InputPlan &) const = default;
};

[[nodiscard]] InputPlan inputPlan(const Model &model, const InputPreparation &preparation,
                                  std::size_t input);

/// An input that a person chose, as it was read and as the model takes it. A value.
struct ChosenInput
{
    InputSource source;
    InputPreparation preparation;
    /// Which of the model's inputs it is for.
    std::size_t input = 0;
    /// Nobody chose it for this input: it is what was chosen for the first, made what this one
    /// states.
    bool follows = false;
    /// Pictures as stored, and how they were read; null: not read yet.
    std::shared_ptr<const Input> read;
    InputOptions readAs;
    /// The path or pattern that was read: a pattern takes the sizes that the model stated then.
    std::string readFrom;
    /// As the model takes it by `plan`; null where it does not, and `problem` says why.
    std::shared_ptr<const Input> ready;
    std::optional<Error> problem;
    InputPlan plan;
};

/// The input prepared for a model: read where that was not done or is to be done in another way,
/// then as `preparation` says, its sizes cropped where it says nothing. What cannot be prepared is
/// no error but the input's `problem`. Stored weights keep the sizes that they depend on. Errors:
/// those of readInput, where nothing could be read.
[[nodiscard]] Result<ChosenInput> readyFor(const Model &model, ChosenInput chosen);

} // namespace convscope
