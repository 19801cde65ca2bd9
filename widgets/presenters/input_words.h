// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "params/input_form.h"

#include <QString>

namespace convscope {

// What is said of an input that a person chose: pure functions of the document.

/// Takes time to find out, so it is found off the window's thread; empty until then.
struct InputDetails
{
    QImage picture;
    std::array<std::optional<RangeFigures>, 5> figures;
    /// What of the model depends on its sizes, see StatedInput::bound.
    Words bound;
};

/// For the model and what was chosen, whatever thread.
[[nodiscard]] InputDetails inputDetails(const Model &model, const ChosenInput &chosen);

/// Name of an input of the model.
[[nodiscard]] QString inputName(const ModelDocument &document, std::size_t input);
/// For an input of the model, where something is chosen for the first one.
[[nodiscard]] InputFormContent inputFormContent(const ModelDocument &document, std::size_t input,
                                                const InputDetails &details);
/// "crop, torch": what was done to the chosen input, for its card.
[[nodiscard]] QString preparationWords(const ChosenInput &chosen);
/// The name of the undo step between two preparations: "fit crop → pad".
[[nodiscard]] QString preparationStep(const ChosenInput &chosen, const InputPreparation &after);

} // namespace convscope
