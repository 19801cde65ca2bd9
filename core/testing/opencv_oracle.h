// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/layer_probe.h"

namespace convscope {

/// Why OpenCV's dnn module says nothing of a layer; nullopt where it is asked. Cheap.
[[nodiscard]] std::optional<Words> whyNotByOpenCv(const LayerProbe &probe);

/// The layer computed by OpenCV's dnn module: a second opinion by code that is not ours. An
/// activation that the layer has as an argument is ours: the arithmetic before it is what is held
/// against OpenCV. Rule "declined" where the module refuses what it was asked, "memory".
[[nodiscard]] Result<Tensor> computeWithOpenCv(const LayerProbe &probe);

} // namespace convscope
