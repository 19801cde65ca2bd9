// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace convscope {

// What the window says about a layer: pure functions of the model and its shapes.

/// One line of the inspector's Output section: "rows", "⌈300 ÷ 1⌉ = 300".
struct OutputLine
{
    QString axis;
    QString arithmetic;
    bool isIllegal = false;
};

/// The arithmetic of every output axis, spatial first, then the channels. Empty where nothing is
/// known.
[[nodiscard]] std::vector<OutputLine> outputLines(const Layer &layer, const LayerShapes &shapes);

/// "zeros added: rows 2 + 2, columns 2 + 2"; empty where the layer adds none by its padding
/// argument.
[[nodiscard]] QString paddingNote(const Layer &layer, const LayerShapes &shapes);

/// "5·5·3·16 + 16 = 1 216"; "0" without weights; "–" while the layer is illegal or waits.
[[nodiscard]] QString parameterFormula(const LayerShapes &shapes);

/// "kernel 3·3·3·16 kept inside 5·5·3·16, the rest drawn": stored weights that the arguments no
/// longer fit, see effectiveWeights(). Empty where there are none.
[[nodiscard]] QString adaptedWeightsText(const Layer &layer, const LayerShapes &shapes);

/// "5 × 5, jump 1"; "everything"; "–" where unknown.
[[nodiscard]] QString fieldText(const std::optional<ReceptiveField> &field);

/// The axis at fault in an illegal layer's spatial arithmetic; nullopt where it is none or all of
/// them.
[[nodiscard]] std::optional<int> illegalAxis(const Layer &layer, const LayerShapes &shapes);

/// "13 rows needed, 9 given": the short fact for a card.
[[nodiscard]] QString shortProblem(const Layer &layer, const LayerShapes &shapes);

} // namespace convscope
