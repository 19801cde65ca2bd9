// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/file_probe.h"

// Kinds of model files that are known, but not read: told by their content, so that a message can
// name them.

namespace convscope {

[[nodiscard]] bool isTensorFlowJs(const FileProbe &probe);
/// What get_config() gives: layers without the class of the model.
[[nodiscard]] bool isBareConfig(const FileProbe &probe);
[[nodiscard]] bool isSavedModel(const FileProbe &probe);
[[nodiscard]] bool isOnnx(const FileProbe &probe);
[[nodiscard]] bool isPyTorch(const FileProbe &probe);
[[nodiscard]] bool isPickle(const FileProbe &probe);
[[nodiscard]] bool isSafetensors(const FileProbe &probe);
[[nodiscard]] bool isTensorFlowLite(const FileProbe &probe);
[[nodiscard]] bool isFrozenGraph(const FileProbe &probe);
[[nodiscard]] bool isCheckpoint(const FileProbe &probe);
[[nodiscard]] bool isOtherHdf5(const FileProbe &probe);
[[nodiscard]] bool isOtherArchive(const FileProbe &probe);
[[nodiscard]] bool isOtherFolder(const FileProbe &probe);
[[nodiscard]] bool isOtherJson(const FileProbe &probe);

} // namespace convscope
