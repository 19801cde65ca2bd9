// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "tensor/npy.h"

using namespace convscope;

/// Arrays of NumPy.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static_cast<void>(parseNpy({data, size}, "the array"));
    return 0;
}
