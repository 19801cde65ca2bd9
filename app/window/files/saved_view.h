// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "document/selection.h"

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What the window keeps about its view in a model's file: which inputs a person chose, what was
/// done to them, and where the person looked.
struct SavedView
{
    /// Not read yet.
    std::vector<ChosenInput> inputs;
    std::optional<SelectionState> looked;
};

/// As JSON text, for SaveRequest::view. Files go by their path and by their way from the folder of
/// `modelPath`, so that both can move together; what was pasted stands in the text.
[[nodiscard]] std::string viewText(const DocumentState &state, const SelectionState &looked,
                                   const QString &modelPath);
/// What the text says; what cannot be understood is left out.
[[nodiscard]] SavedView savedView(const std::string &text, const QString &modelPath);

} // namespace convscope
