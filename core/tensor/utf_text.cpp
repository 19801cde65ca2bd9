// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/utf_text.h"

namespace convscope {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isScalar(char32_t point)
{
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

} // namespace

void appendUtf8(std::string &out, char32_t point)
{
    if (!isScalar(point))
        point = kReplacement;
    const auto push = [&](char32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (point < 0x80) {
        push(point);
        return;
    }
    if (point < 0x800) {
        push(0xC0 | point >> 6);
    } else {
        if (point < 0x10000) {
            push(0xE0 | point >> 12);
        } else {
            push(0xF0 | point >> 18);
            push(0x80 | (point >> 12 & 0x3F));
        }
        push(0x80 | (point >> 6 & 0x3F));
    }
    push(0x80 | (point & 0x3F));
}

std::u32string toUtf32(std::string_view utf8)
{
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t more = lead < 0x80       ? 0
                                 : lead >> 5 == 6  ? 1
                                 : lead >> 4 == 14 ? 2
                                 : lead >> 3 == 30 ? 3
                                                   : 9;
        char32_t point = more == 0 ? lead : lead & (0x3FU >> more);
        bool ok = more < 9 && i + more < utf8.size();
        for (std::size_t k = 1; ok && k <= more; ++k) {
            const auto next = static_cast<unsigned char>(utf8[i + k]);
            ok = next >> 6 == 2;
            point = point << 6 | (next & 0x3F);
        }
        static constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
        ok = ok && isScalar(point) && point >= kLeast[more];
        out += ok ? point : kReplacement;
        i += ok ? more + 1 : 1;
    }
    return out;
}

} // namespace convscope
