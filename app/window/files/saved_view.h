// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "document/selection.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What is written beside a model so that opening it gives the view back: what is looked at, which
/// inputs a person chose and what was done to them, and what stands in for outputs of layers that
/// are not known here. Files are found again beside the model where both were moved; what was
/// pasted stands in the text.
struct SavedView
{
    /// Id of the page; empty: whichever is shown.
    QString page;
    /// Places that are looked at are those of layers that were looked at.
    SelectionState selection;
    /// Not read yet; for inputs without one the values are kept with the model.
    std::vector<ChosenInput> inputs;
    /// Paths by layer.
    std::map<std::string, QString> fed;
};

/// JSON text for a model that is saved as `modelPath`.
[[nodiscard]] std::string viewText(const SavedView &view, const QString &modelPath);

/// nullopt where the text holds no view that can be read: it comes from a file that anybody may
/// have written. Of a path that is not there the other one is tried, relative to the model.
[[nodiscard]] std::optional<SavedView> viewFromText(const std::string &text,
                                                    const QString &modelPath);

} // namespace convscope
