// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/model_json.h"
#include "tensor/tensor.h"

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// One case of a .npz file in the case format (tests/data/keras/README.md): members that share the
/// name before the last part of "NAME/case".
struct CaseEntry
{
    std::string name;
    /// The parsed text of NAME/case: an object.
    std::shared_ptr<const Json> json;
    std::vector<Tensor> inputs;
    std::vector<Tensor> weights;
    std::vector<Tensor> outputs;
    std::vector<Tensor> constrained;
    /// By layer name.
    std::vector<std::pair<std::string, Tensor>> activations;
};

/// The cases, in the archive's order, `most` of them; arrays that belong to no case or to a later
/// one are not unpacked. Errors: "file" (no case, a part without number, broken JSON), "memory".
[[nodiscard]] Result<std::vector<CaseEntry>>
readCaseFile(const std::string &path, std::size_t most = std::numeric_limits<std::size_t>::max());

/// The model a case describes by its key `layer` or `model`, without weights. Where the configs
/// state no input shape, the case's `input_shape` or its inputs give it, with an unknown batch.
[[nodiscard]] Result<ModelEntry> modelOfCase(const CaseEntry &entry);

/// The input shapes of a case: `input_shape` (one shape or a list of them), else none.
[[nodiscard]] Result<std::vector<Shape>> statedInputShapes(const Json &json);

} // namespace convscope
