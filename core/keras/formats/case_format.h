// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/model_format.h"

namespace convscope {

/// An .npz archive with a case (tests/data/keras/README.md); the first one is the model.
[[nodiscard]] bool isCaseArchive(const FileProbe &probe);
[[nodiscard]] Result<LoadedModel> readCaseArchive(const FileProbe &probe,
                                                  const LoadOptions &options);
[[nodiscard]] Result<SaveReport> writeCaseArchive(const std::string &path,
                                                  const SaveRequest &request);
/// A case without arrays, as JSON.
[[nodiscard]] bool isCaseJson(const FileProbe &probe);
[[nodiscard]] Result<LoadedModel> readCaseJson(const FileProbe &probe, const LoadOptions &options);

} // namespace convscope
