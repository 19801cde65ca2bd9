// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "keras/donated_weights.h"

using namespace convscope;

/// Weights alone, of every format that has them.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::TemporaryFile file({data, size});
    static_cast<void>(loadWeights(file.path()));
    return 0;
}
