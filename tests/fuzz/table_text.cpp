// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "input/sequence_sources.h"

using namespace convscope;

/// Tables (CSV): whatever text.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const auto table = parseTable(text, "the table", {});
    if (table && table->tensor.rank() != 3)
        fuzz::found("a table of another rank");
    return 0;
}
