// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/hdf5_handle.h"
#include "tensor/tensor.h"

#include <optional>
#include <span>
#include <string>

namespace convscope {

/// Writes an HDF5 file as h5py does by default: contiguous little-endian float32, texts of variable
/// length. Errors: "file".
class Hdf5Writer
{
public:
    [[nodiscard]] static Result<Hdf5Writer> create(const std::string &path);

    /// Groups on the way are made; "" is the root.
    [[nodiscard]] Result<void> group(const std::string &path);
    [[nodiscard]] Result<void> text(const std::string &group, const std::string &name,
                                    const std::string &value);
    /// A list of texts; an empty one is an array of no numbers, as NumPy makes it. Lists that an
    /// object's head cannot hold are cut into NAME0, NAME1, … as Keras does.
    [[nodiscard]] Result<void> texts(const std::string &group, const std::string &name,
                                     std::span<const std::string> values);
    [[nodiscard]] Result<void> array(const std::string &path, const Tensor &tensor);
    /// Writes what is left; the file is whole only after that.
    [[nodiscard]] Result<void> close();

private:
    Hdf5Writer(std::string path, Hdf5Handle file);
    [[nodiscard]] Failure failure() const;

    std::string m_path;
    Hdf5Handle m_file;
};

} // namespace convscope
