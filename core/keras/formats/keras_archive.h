// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/model_format.h"

namespace convscope {

/// The .keras archive of Keras 3 and of tf_keras since 2.12: config.json, metadata.json and
/// model.weights.h5 in a zip. Of other members none is unpacked.
[[nodiscard]] bool isKerasArchive(const FileProbe &probe);
[[nodiscard]] Result<LoadedModel> readKerasArchive(const FileProbe &probe,
                                                   const LoadOptions &options);
/// The native format: what the window keeps travels in members that Keras passes over.
[[nodiscard]] Result<SaveReport> writeKerasArchive(const std::string &path,
                                                   const SaveRequest &request);

/// Keras 3's save_weights("x.weights.h5"), the same as the archive's model.weights.h5.
[[nodiscard]] Result<SaveReport> writeWeightsFile(const std::string &path,
                                                  const SaveRequest &request);

} // namespace convscope
