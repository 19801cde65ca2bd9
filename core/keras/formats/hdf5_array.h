// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <string>

#include <hdf5.h>

namespace convscope {

/// Called on the way with how many bytes have just been read; false stops. May be null.
using ReadStep = std::function<bool(std::uint64_t bytes)>;

/// The values of an open dataset as float32. Refuses what does not lie in the file of `fileSize`
/// bytes, what no memory holds, and what is no number; `path` names it. Errors also: "cancelled".
/// To be called within an Hdf5Session.
[[nodiscard]] Result<Tensor> readHdf5Array(hid_t dataset, std::uint64_t fileSize,
                                           const std::string &path, const ReadStep &step = {});

} // namespace convscope
