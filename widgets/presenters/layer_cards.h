// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "presenters/stack_arrangement.h"
#include "stack/layer_card.h"
#include "views/shape_ribbon.h"

#include <vector>

namespace convscope {

/// The card of a layer (index −1: the input) as the document and its results stand.
[[nodiscard]] LayerCard layerCard(const ModelDocument &document, const LayerResults &results,
                                  int index);

/// The card of a row: of a layer, of an input, or of a block with all that is in it.
[[nodiscard]] LayerCard rowCard(const ModelDocument &document, const LayerResults &results,
                                const StackArrangement &stack, const StackRow &row);

/// The face of the same tensor in the ribbon; `card` is its card.
[[nodiscard]] RibbonFace ribbonFace(const ModelDocument &document, const LayerResults &results,
                                    int index, const LayerCard &card);

/// The face of a row that makes a tensor; of a block that of its last layer.
[[nodiscard]] RibbonFace rowFace(const ModelDocument &document, const LayerResults &results,
                                 const StackRow &row, const LayerCard &card);

/// Parameters, multiply–adds, receptive field and time of the whole stack.
[[nodiscard]] std::vector<ShapeRibbon::Total> ribbonTotals(const ModelDocument &document,
                                                           const LayerResults &results);

} // namespace convscope
