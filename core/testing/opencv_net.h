// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/layer_probe.h"

#include <opencv2/dnn.hpp>

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// A layer as a chain of OpenCV's dnn layers on blobs of (batch, channels, …).
struct OpenCvNet
{
    std::vector<cv::Mat> inputs;
    /// The first reads every input, each other the one before it.
    std::vector<cv::dnn::LayerParams> layers;
    /// Extents of the result, the channels where the blobs have them.
    Extents output;
};

/// A blob of these extents with a tensor's values; it lives as long as the tensor.
[[nodiscard]] cv::Mat blobOf(const Tensor &tensor, const Extents &extents);
/// The same with values of its own.
[[nodiscard]] cv::Mat ownBlob(const Tensor &tensor, const Extents &extents);

/// A dnn layer of a type with a list of whole numbers for each name.
[[nodiscard]] cv::dnn::LayerParams
dnnLayer(const std::string &type,
         std::span<const std::pair<std::string, std::vector<std::int64_t>>> lists);

/// Runs it. Rule "declined" with OpenCV's own words where it refuses.
[[nodiscard]] Result<Tensor> runNet(const OpenCvNet &net);

} // namespace convscope
