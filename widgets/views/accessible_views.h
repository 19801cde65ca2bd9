// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Makes the painted views speak: tiles and faces are list items, cells a table, values are read
/// out. Called by the constructors of the views; a second call changes nothing.
void installAccessibleViews();

} // namespace convscope
