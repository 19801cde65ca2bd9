// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/border_layer.h"

namespace convscope {

Words borderBrief(const PairList &pairs)
{
    if (pairs.size() == 1)
        return words("{before}, {after}", pairs[0][0], pairs[0][1]);
    std::string text;
    for (const IntPair &pair : pairs) {
        text += text.empty() ? "" : ", ";
        text += pair[0] == pair[1] ? std::to_string(pair[0])
                                   : std::to_string(pair[0]) + " + " + std::to_string(pair[1]);
    }
    return verbatim(text);
}

} // namespace convscope
