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

/// An open dataset of a file.
struct Hdf5Dataset
{
    hid_t id;
    /// For messages.
    const std::string &path;
    std::uint64_t fileSize;
    /// Whether the attribute "dtype" may be read where it is of variable length.
    bool hasSoundDtype;
};

/// The values of a dataset as float32. Refuses what does not lie in the file, what no memory holds,
/// and what is no number. Errors also: "cancelled". To be called within an Hdf5Session.
[[nodiscard]] Result<Tensor> readHdf5Array(const Hdf5Dataset &stored, const ReadStep &step = {});

} // namespace convscope
