// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "model/model.h"
#include "run/stage.h"

#include <memory>
#include <vector>

namespace convscope {

/// Everything that undo brings back: the stack and what it looks at. A value; copies cost pointers.
struct DocumentState
{
    Model model;
    /// What the model reads; null: nothing is open. Models with several inputs read it at each.
    std::shared_ptr<const Input> input;
    /// Inputs that came with a model file, one per model input; empty: `input` is read.
    std::vector<StageInput> ownInputs;

    /// What a stage of the model is made from.
    [[nodiscard]] std::vector<StageInput> stageInputs() const
    {
        if (!ownInputs.empty() || !input)
            return ownInputs;
        return {{input->tensor, input->format, input->title}};
    }

    bool operator==(const DocumentState &other) const
    {
        return model == other.model && input == other.input && ownInputs == other.ownInputs;
    }
};

} // namespace convscope
