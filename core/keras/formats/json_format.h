// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/model_format.h"

namespace convscope {

/// What to_json() gives, or a single layer as Keras serializes it: no weights.
[[nodiscard]] bool isModelJson(const FileProbe &probe);
[[nodiscard]] Result<LoadedModel> readModelJson(const FileProbe &probe, const LoadOptions &options);

/// Without weights.
[[nodiscard]] Result<SaveReport> writeModelJson(const std::string &path,
                                                const SaveRequest &request);

} // namespace convscope
