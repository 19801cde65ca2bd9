// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/convolution.h"

#include "base/check.h"
#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"

namespace convscope {

namespace {

void checkOperands(const ConvProblem &p, const Tensor &src, const ConvWeights &weights)
{
    check(p.rank >= 1 && p.rank <= 3, "1 to 3 spatial axes");
    check(src.extents() == srcExtents(p), "a source of the problem's extents");
    check(weights.kernel.extents() == kernelExtents(p), "a kernel of the problem's extents");
    check(p.op != ConvOp::Depthwise || p.oc == p.ic * p.multiplier, "oc = ic · multiplier");
    check(p.op != ConvOp::Conv || (p.ic % p.groups == 0 && p.oc % p.groups == 0),
          "channels divisible by the groups");
    if (p.op == ConvOp::Separable)
        check(weights.pointwise.size() == p.ic * p.multiplier * p.oc, "a pointwise kernel");
    check(weights.bias.isNull() || weights.bias.size() == p.oc, "one bias per output channel");
}

Fingerprint identity(const ConvProblem &p, const Tensor &src, const ConvWeights &weights,
                     const Elementwise &activation, const ConvKernel &kernel)
{
    FingerprintBuilder builder;
    builder.add(std::string_view("convolution")).add(static_cast<std::uint64_t>(p.op));
    for (const std::int64_t n : {std::int64_t{p.rank}, p.mb, p.ic, p.oc, p.groups, p.multiplier,
                                 static_cast<std::int64_t>(p.format)})
        builder.add(n);
    for (const Spatial *s : {&p.in, &p.out, &p.kernel, &p.strides, &p.dilation, &p.padBefore})
        builder.add((*s)[0]).add((*s)[1]).add((*s)[2]);
    builder.add(kernel.name).add(src.fingerprint()).add(weights.kernel.fingerprint());
    builder.add(weights.pointwise.fingerprint()).add(weights.bias.fingerprint());
    builder.add(static_cast<std::uint64_t>(activation.op)).add(double{activation.a});
    return builder.add(double{activation.b}).add(double{activation.c}).finish();
}

} // namespace

Failure convolutionCancelled()
{
    return fail("cancelled", {}, {}, words("the convolution was cancelled"));
}

Result<Tensor> convolve(const ConvProblem &problem, const Tensor &src, const ConvWeights &weights,
                        const Elementwise &activation, const KernelContext &context)
{
    checkOperands(problem, src, weights);
    const auto choice = chooseKernel(problem, weights, context.forcedKernel);
    if (!choice)
        return fail(choice.error());
    auto buffer = TensorBuffer::allocate(dstExtents(problem), "the output of the convolution");
    if (!buffer)
        return fail(buffer.error());
    const ConvKernel &kernel = *choice->kernel;
    if (!buffer->values().empty()) {
        const ConvArgs args{asRank3(problem), src.data(),   &weights,
                            activation,       context.stop, buffer->data()};
        if (const auto done = kernel.run(args, choice->plan.get()); !done)
            return fail(done.error());
    }
    context.report(reportedName(kernel));
    return Tensor(std::move(*buffer), identity(problem, src, weights, activation, kernel));
}

} // namespace convscope
