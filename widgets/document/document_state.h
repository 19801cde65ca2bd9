// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "model/model.h"
#include "run/chosen_input.h"
#include "run/stage.h"

#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// All that a document can undo: the model and what it reads. Copies cost a few pointers.
struct DocumentState
{
    Model model;
    /// What the first input of the model reads, and those that have nothing of their own; null:
    /// nothing is open, or it came with the model (`ownInputs`).
    std::shared_ptr<const Input> input;
    /// Where `input` was chosen by a person and is prepared for the model: what was chosen, and how
    /// it is made what the model takes. `input` is its `ready` then.
    std::optional<ChosenInput> chosen;
    /// Inputs that came with a model file, one per model input, read where nothing was chosen;
    /// empty: none did.
    std::vector<StageInput> ownInputs;
    /// The same as `chosen` for inputs behind the first, by ChosenInput::input; also those that
    /// follow the first (ChosenInput::follows).
    std::vector<ChosenInput> further = {};

    /// What a stage of the model is made from; empty: there is nothing to read, or one of those
    /// that were chosen cannot be read, so that nothing runs.
    [[nodiscard]] std::vector<StageInput> stageInputs() const;

    /// What was chosen for an input of the model, or follows from the first; null: nothing.
    [[nodiscard]] const ChosenInput *chosenFor(std::size_t which) const;
    /// The chosen first input for another one that has nothing of its own and states something
    /// else, so that it cannot read the same numbers; nullopt: it can, or has something of its own.
    [[nodiscard]] std::optional<ChosenInput> followerFor(std::size_t which) const;
    /// Whose numbers an input of the model reads: its own, or those of another that has some;
    /// nullopt: there are none.
    [[nodiscard]] std::optional<std::size_t> originOf(std::size_t which) const;

    /// Reads what was chosen in place of what that input read.
    void read(ChosenInput wanted);

    /// Of inputs that were chosen: what a person chose, not what follows from it.
    bool operator==(const DocumentState &other) const;

private:
    [[nodiscard]] bool mustFollow(std::size_t which) const;
};

} // namespace convscope
