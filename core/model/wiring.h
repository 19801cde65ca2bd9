// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace convscope {

/// Who reads whom, for walks over a whole model: Model answers the same questions by looking
/// through its names, which takes a walk of n layers n² steps. Built in one pass; the model must
/// outlive it and stay as it is.
class Wiring
{
public:
    explicit Wiring(const Model &model);

    /// As Model::indexOf().
    [[nodiscard]] int indexOf(std::string_view layerName) const;
    /// As Model::sources().
    [[nodiscard]] std::vector<Source> sources(int index) const;
    /// As Model::owner().
    [[nodiscard]] const Layer &owner(int index) const;

private:
    const Model &m_model;
    std::unordered_map<std::string_view, int> m_layers;
    std::unordered_map<std::string_view, int> m_inputs;
};

} // namespace convscope
