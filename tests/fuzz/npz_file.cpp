// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "keras/case_file.h"
#include "tensor/npz.h"

using namespace convscope;

/// Archives of arrays, and the cases in them.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::TemporaryFile file({data, size});
    static_cast<void>(npzNames(file.path()));
    static_cast<void>(readNpz(file.path()));
    static_cast<void>(readCaseFile(file.path()));
    return 0;
}
