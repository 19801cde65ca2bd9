// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "keras/python_literal.h"
#include "layers/slice_key.h"

using namespace convscope;

/// What people write in place of JSON: a Python value, and what stands between the brackets of
/// x[…].
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    static_cast<void>(parsePythonLiteral(text));
    if (const auto key = parseSliceKey(text); key && parseSliceKey(toString(*key)) != *key)
        fuzz::found("a key that does not read back");
    return 0;
}
