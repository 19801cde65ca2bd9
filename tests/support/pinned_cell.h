// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace convscope {

/// Looks at a channel of the selected layer and pins a cell there; in a volume, whose place is
/// (slice, row, column), the cursor goes to it.
inline void pinCell(Selection &selection, std::vector<std::int64_t> place, std::int64_t channel)
{
    LookedAt at = selection.lookedAt();
    at.channel = channel;
    if (place.size() == 3) {
        at.slice = place[0];
        at.row = place[1];
        at.column = place[2];
    }
    selection.look(at);
    selection.pin(PinnedCell{std::move(place)});
}

} // namespace convscope
