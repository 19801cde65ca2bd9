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

/// Everything that undo brings back: the stack and what it looks at. A value; copies cost pointers.
struct DocumentState
{
    Model model;
    /// What the model reads; null: nothing is open. Models with several inputs read it at each.
    std::shared_ptr<const Input> input;
    /// Where `input` was chosen by a person and is prepared for the model: what was chosen, and how
    /// it is made what the model takes. `input` is its `ready` then.
    std::optional<ChosenInput> chosen;
    /// Inputs that came with a model file, one per model input; empty: `input` is read.
    std::vector<StageInput> ownInputs;

    /// What a stage of the model is made from.
    [[nodiscard]] std::vector<StageInput> stageInputs() const
    {
        if (!ownInputs.empty() || !input)
            return ownInputs;
        return {{input->tensor, input->format, input->title}};
    }

    /// Reads what was chosen in place of what was read.
    void read(ChosenInput wanted)
    {
        input = wanted.ready;
        chosen = std::move(wanted);
        ownInputs.clear();
    }

    bool operator==(const DocumentState &other) const
    {
        const auto isAlike = [](const ChosenInput &a, const ChosenInput &b) {
            return a.source == b.source && a.preparation == b.preparation;
        };
        return model == other.model && input == other.input && ownInputs == other.ownInputs &&
               chosen.has_value() == other.chosen.has_value() &&
               (!chosen || isAlike(*chosen, *other.chosen));
    }
};

} // namespace convscope
