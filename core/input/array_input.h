// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

namespace convscope {

/// An array of rank 1 to 5 as channels_last input; values as stored. Missing batch and channel axes
/// are added, and a note says how the array was read. With options.spatialRank = s: rank s + 2 is
/// taken as it is (a batch of any size), s + 1 lacks the batch, s lacks batch and channels.
/// Without: rank 5 is a batch of volumes, 4 of pictures, 3 a picture with channels (a sequence
/// where its first extent is 1), 2 a grey picture, 1 a sequence. Errors: "input".
[[nodiscard]] Result<Input> arrayInput(const Tensor &array, const std::string &title,
                                       const InputOptions &options);

} // namespace convscope
