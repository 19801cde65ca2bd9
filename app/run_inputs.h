// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"
#include "model_arguments.h"
#include "run/stage.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// What a model is given to read.
struct RunInputs
{
    /// Of the model that was asked for; whoever gives it other weights replaces that.
    RunStage stage;
    /// What was done to them, each begun with the input's name.
    std::vector<Words> notes;
};

/// The files of --input as the model's inputs, prepared as asked: one file serves every input,
/// several are one each, or the batch of a model with one. Without files those stored beside the
/// model. A stated input shape and stored weights are kept to, else refused. Notes go to stderr
/// too. `command` is whose --help tells more. Errors: those of readInput and `prepared`, E17,
/// "input", "usage", "memory".
[[nodiscard]] Result<RunInputs> runInputs(const PreparedModel &prepared,
                                          std::span<const std::string> files,
                                          const InputPreparation &preparation,
                                          std::string_view command);

} // namespace convscope
