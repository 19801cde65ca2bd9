// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <string>

namespace convscope {

/// The layer, whose class is not known here, with an array of a file in place of its output: of a
/// .npy the one there is; of a .npz the only one, the one that is called like the layer, or the
/// only one of the shape that the layer's file states. Errors: those of readNpy, readNpz and
/// fedWith; "file" where several arrays could be meant, all of them named.
[[nodiscard]] Result<Layer> fedFromFile(const Layer &layer, const std::string &path);

} // namespace convscope
