// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/data_uri.h"

#include <string_view>

namespace convscope {

Result<std::string> dataUri(const Picture &picture)
{
    const auto bytes = pngBytes(picture);
    if (!bytes)
        return fail(bytes.error());
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text = "data:image/png;base64,";
    for (std::size_t i = 0; i < bytes->size(); i += 3) {
        const std::size_t left = bytes->size() - i;
        std::uint32_t group = std::uint32_t{(*bytes)[i]} << 16;
        if (left > 1)
            group |= std::uint32_t{(*bytes)[i + 1]} << 8;
        if (left > 2)
            group |= std::uint32_t{(*bytes)[i + 2]};
        text += kDigits[group >> 18];
        text += kDigits[group >> 12 & 63];
        text += left > 1 ? kDigits[group >> 6 & 63] : '=';
        text += left > 2 ? kDigits[group & 63] : '=';
    }
    return text;
}

} // namespace convscope
