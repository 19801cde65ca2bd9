// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "explain/explain.h"

namespace convscope {

/// What the latest run of a layer worked on, of results that belong together. Errors: the layer's
/// own; "input" with a sentence where it has not run, or where its results are of different runs.
/// Costs pointers.
[[nodiscard]] Result<LayerOperands> operandsAt(const ModelDocument &document,
                                               const LayerResults &results, int layer);

/// The results of all layers as one run; those that are missing or old are left out. For work off
/// the window's thread: shares tensors.
struct WholeRun
{
    std::vector<Tensor> inputs;
    RunResult result;
};
[[nodiscard]] WholeRun wholeRun(const ModelDocument &document, const LayerResults &results,
                                int reduction);

/// The layer and everything it reads belong to the document as it is.
[[nodiscard]] bool isCurrent(const ModelDocument &document, const LayerResults &results, int layer);

} // namespace convscope
