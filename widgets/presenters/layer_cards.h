// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "stack/layer_card.h"
#include "views/shape_ribbon.h"

#include <vector>

namespace convscope {

/// The second line of a layer's card: its name and, where it says so, what it reads.
[[nodiscard]] QString cardName(const Layer &layer);

/// The card of a layer (index −1: the input) as the document and its results stand.
[[nodiscard]] LayerCard layerCard(const ModelDocument &document, const LayerResults &results,
                                  int index);

/// The face of the same tensor in the ribbon; `card` is its card.
[[nodiscard]] RibbonFace ribbonFace(const ModelDocument &document, const LayerResults &results,
                                    int index, const LayerCard &card);

/// Parameters, multiply–adds, receptive field and time of the whole stack.
[[nodiscard]] std::vector<ShapeRibbon::Total> ribbonTotals(const ModelDocument &document,
                                                           const LayerResults &results);

} // namespace convscope
