// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/donated_weights.h"
#include "keras/formats/file_probe.h"

// Files with weights and no model.

namespace convscope {

/// Keras 3's save_weights("x.weights.h5"): groups counted by class.
[[nodiscard]] bool isWeightsFile(const FileProbe &probe);
[[nodiscard]] Result<DonatedWeights> readWeightsFile(const FileProbe &probe,
                                                     const LoadOptions &options);
/// Keras 2's save_weights("x.h5").
[[nodiscard]] bool isLegacyWeights(const FileProbe &probe);
[[nodiscard]] Result<DonatedWeights> readLegacyWeights(const FileProbe &probe,
                                                       const LoadOptions &options);
/// An .npz of arrays called "LAYER/WEIGHT", or in the order of get_weights().
[[nodiscard]] bool isArrays(const FileProbe &probe);
[[nodiscard]] Result<DonatedWeights> readArrays(const FileProbe &probe, const LoadOptions &options);
/// One .npy.
[[nodiscard]] bool isArray(const FileProbe &probe);
[[nodiscard]] Result<DonatedWeights> readArray(const FileProbe &probe, const LoadOptions &options);

} // namespace convscope
