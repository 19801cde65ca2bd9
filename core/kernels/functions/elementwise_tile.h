// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"

namespace convscope {

/// dst[i] = f(src[i]), i in [0, n), with the best vector instructions of the machine. src and dst
/// may be the same. `streaming`: dst bypasses the caches, inside a parallelFor.
void elementwiseTile(const Elementwise &function, const float *src, float *dst, std::int64_t n,
                     bool streaming);

} // namespace convscope
