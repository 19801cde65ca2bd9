// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "input/sequence_sources.h"

using namespace convscope;

/// Sounds of every kind.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const unsigned char> bytes{data, size};
    if (!isSound(bytes))
        return 0;
    const auto sound = readSound(bytes, "the sound", {});
    if (sound && sound->tensor.rank() != 3)
        fuzz::found("a sound of another rank");
    return 0;
}
