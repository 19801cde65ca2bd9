// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/npy.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// A member of an archive: its name without ".npy", which may hold slashes.
struct NamedArray
{
    std::string name;
    NpyArray array;
};

/// Every .npy member of a .npz archive (stored or deflated), in the archive's order; other members
/// are passed over. Errors: "file" (the member at fault is named), "memory".
[[nodiscard]] Result<std::vector<NamedArray>> readNpz(const std::string &path);
/// Those that are `wanted` by their names: nothing else is unpacked. Sizes are checked first, each
/// against what its packed bytes can hold and all of them against the free memory.
[[nodiscard]] Result<std::vector<NamedArray>>
readNpz(const std::string &path, const std::function<bool(const std::string &name)> &wanted);
/// The names alone, as in NamedArray; reads the table of contents only.
[[nodiscard]] Result<std::vector<std::string>> npzNames(const std::string &path);

/// Writes a deflated archive and replaces `path` in one step. Names must differ. The same arrays
/// give the same bytes. Values are packed from where they lie, without a copy.
[[nodiscard]] Result<void> writeNpz(const std::string &path, std::span<const NamedArray> arrays);

} // namespace convscope
