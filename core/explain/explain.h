// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explanation.h"
#include "layers/layer.h"
#include "model/model.h"
#include "run/executor.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What is known of a layer that has run. Tensors are shared, so a value of this costs pointers.
struct LayerOperands
{
    /// The layer whose class, arguments and bypass hold for this call.
    Layer layer;
    /// The call's own name.
    std::string name;
    std::vector<Tensor> inputs;
    /// Names of what it reads: layers or inputs of the model.
    std::vector<std::string> inputNames;
    /// Where each input keeps its channels.
    std::vector<DataFormat> inputFormats;
    /// In Keras' order, as it ran.
    std::vector<Tensor> weights;
    Tensor output;
    DataFormat outputFormat = DataFormat::ChannelsLast;
    std::string kernel;
};

/// What a layer ran with, out of a run. Results that are kept another way are put into a RunResult
/// first (shapes, and a LayerResult per layer): tensors are shared, so that copies no values.
/// `inputs` are the model's, in its inputFormat(). Fails with the layer's own error where it is
/// illegal or failed, and with a sentence where it waits.
[[nodiscard]] Result<LayerOperands> operandsOf(const Model &model, std::span<const Tensor> inputs,
                                               const RunResult &result, int layer);

struct ExplainOptions
{
    /// A stage with more terms lists only the `largest` ones, by the size of their products.
    std::size_t mostTerms = 10000;
    std::size_t largest = 1000;
};

/// The explanation of one value. `cell` counts without the batch and with the channel last, also
/// where the output is channels_first: (row, column, channel), (step, channel), (channel). Fails
/// with rule "input", argument "cell" or "batch", where there is no such cell, and with E16 where
/// the layer's class is not known. Pure, thread-safe; 4 608 terms take well below a millisecond.
[[nodiscard]] Result<Explanation> explain(const LayerOperands &operands, const Extents &cell,
                                          std::int64_t batch, const ExplainOptions &options = {});

/// Whether an output of these extents (with the batch) has this cell; explain()'s errors of "cell"
/// and "batch". `name` is the layer's.
[[nodiscard]] Result<void> checkCell(const std::string &name, const Extents &output,
                                     DataFormat format, const Extents &cell, std::int64_t batch);

/// Extents of a layer's output in the order of cells: without the batch, the channel last.
[[nodiscard]] Extents cellExtents(const Extents &output, DataFormat format);
/// A cell as the tensor's index without the batch, and back.
[[nodiscard]] Extents tensorIndex(const Extents &cell, DataFormat format);
[[nodiscard]] Extents cellOf(const Extents &index, DataFormat format);

/// The cell of the largest value of a sample (NaN is passed over; the first where several are).
/// Empty for an output without values.
[[nodiscard]] Extents largestCell(const Tensor &output, DataFormat format, std::int64_t batch);

} // namespace convscope
