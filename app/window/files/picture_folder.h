// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/chosen_input.h"

#include <QString>

namespace convscope {

/// The file an input was chosen from; empty: of none.
[[nodiscard]] QString pathOf(const ChosenInput *chosen);

/// The next (steps 1) or previous (−1) picture of a file's folder by name; empty at the ends.
[[nodiscard]] QString neighbour(const QString &path, int steps);

} // namespace convscope
