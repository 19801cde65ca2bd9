// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "input/prepare_input.h"

#include <QString>

#include <map>
#include <optional>
#include <string>

namespace convscope {

/// What is written beside a model so that opening it gives the view back: what is looked at, where
/// the input comes from and what is done to it, and what stands in for outputs of layers that are
/// not known here. Files are found again beside the model where both were moved.
struct SavedView
{
    /// Id of the page; empty: whichever is shown.
    QString page;
    /// Places that are looked at are those of layers that were looked at.
    SelectionState selection;
    /// Path or pattern; empty: the input that is kept with the model.
    QString input;
    InputPreparation preparation;
    /// Paths by layer.
    std::map<std::string, QString> fed;

    bool operator==(const SavedView &) const = default;
};

/// JSON text for a model that is saved as `modelPath`.
[[nodiscard]] std::string viewText(const SavedView &view, const QString &modelPath);

/// nullopt where the text holds no view that can be read: it comes from a file that anybody may
/// have written. Of a path that is not there the other one is tried, relative to the model.
[[nodiscard]] std::optional<SavedView> viewFromText(const std::string &text,
                                                    const QString &modelPath);

} // namespace convscope
