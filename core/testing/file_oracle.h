// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/oracles.h"

namespace convscope {

/// An oracle that reads its opinions from a .npy or .npz, whoever wrote it. Of a .npz the arrays
/// named after the case or after layers are taken ("conv2d", "CASE/conv2d", "CASE/output"), or the
/// outputs of the case of that name where the file holds cases; a single array is the output. Where
/// an array does not match as it lies, other orders of its axes and channels are tried and named.
/// Errors: "file".
[[nodiscard]] Result<Oracle> fileOracle(const std::string &path);

} // namespace convscope
