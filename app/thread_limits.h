// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

namespace convscope {

/// Of `wanted` threads as many as the system gives now (`ulimit -u`, `ulimit -v`), the calling one
/// included: at least one. The library that computes would end the program for one more.
[[nodiscard]] int threadsAllowed(int wanted);

/// A window draws, reads and computes on threads of their own. Rule "memory" where they are not to
/// be had.
[[nodiscard]] Result<void> threadsForWindow();

} // namespace convscope
