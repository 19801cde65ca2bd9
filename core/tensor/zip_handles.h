// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include <zip.h>

namespace convscope {

// What npz, zip_file and zip_writer have of libzip in common; nothing else includes this.

/// 1980-01-01, the earliest date a zip can state: archives do not depend on when they were written.
inline constexpr zip_uint16_t kDosDate = 1 << 5 | 1;

/// Lets go of an archive without writing it, or of an open member.
struct ZipClose
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

using ZipArchive = std::unique_ptr<zip_t, ZipClose>;
using ZipMember = std::unique_ptr<zip_file_t, ZipClose>;

} // namespace convscope
