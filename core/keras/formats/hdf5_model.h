// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/model_format.h"

namespace convscope {

/// A whole model as HDF5, of Keras 2 and 3: the attribute model_config and the group model_weights.
[[nodiscard]] bool isHdf5Model(const FileProbe &probe);
[[nodiscard]] Result<LoadedModel> readHdf5Model(const FileProbe &probe, const LoadOptions &options);
/// As Keras 3 writes it.
[[nodiscard]] Result<SaveReport> writeHdf5Model(const std::string &path,
                                                const SaveRequest &request);

} // namespace convscope
