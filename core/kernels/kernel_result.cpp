// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/kernel_result.h"

namespace convscope {

FingerprintBuilder operationFingerprint(std::string_view operation, const KernelContext &context,
                                        std::span<const Tensor> operands)
{
    FingerprintBuilder builder;
    builder.add(operation).add(std::string_view(context.forcedKernel));
    for (const Tensor &operand : operands)
        builder.add(operand.fingerprint());
    return builder;
}

Result<Tensor> finishedTensor(TensorBuffer buffer, bool done, const FingerprintBuilder &identity)
{
    if (!done)
        return fail("cancelled", {}, {}, words("the computation was cancelled"));
    FingerprintBuilder builder = identity;
    for (const std::int64_t extent : buffer.extents())
        builder.add(extent);
    const Fingerprint fingerprint = builder.finish();
    return Tensor(std::move(buffer), fingerprint);
}

} // namespace convscope
