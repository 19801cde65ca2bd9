// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/keras_version.h"

#include <charconv>

namespace convscope {

KerasVersion kerasVersion(std::string_view text)
{
    KerasVersion version;
    const char *end = text.data() + text.size();
    const auto major = std::from_chars(text.data(), end, version.major);
    if (major.ec != std::errc{})
        return {};
    if (major.ptr != end && *major.ptr == '.')
        std::from_chars(major.ptr + 1, end, version.minor);
    version.isTensorFlow = text.ends_with("-tf");
    return version;
}

} // namespace convscope
