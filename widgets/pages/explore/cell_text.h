// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "evaluation/map_renderer.h"

#include <QString>

namespace convscope {

/// "conv2d [86, 146, 8] = 1.386394 ← rows 84–88, columns 144–148 of the input": the cell (row,
/// column) of the plane that `maps` shows; of a preview it names the cells of the reduced input.
/// `layer` −1: the input itself. Empty outside of the plane.
[[nodiscard]] QString cellText(const ModelDocument &document, const LayerResults &results,
                               int layer, const RenderedMaps &maps, std::int64_t row,
                               std::int64_t column);

/// Why a layer (−1: the input) has no maps to show, as a sentence.
[[nodiscard]] QString whyNoMaps(const ModelDocument &document, const LayerResults &results,
                                int layer);

} // namespace convscope
