// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "layers/registry.h"
#include "model/edit.h"
#include "model/run_plan.h"
#include "run/executor.h"
#include "tensor/memory_blocks.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

// What a thread does of each kind of layer: multiply–adds per millisecond and lane, and megabytes
// per millisecond. Processor time counts, so others may use the machine; the shortest of several
// runs with fresh memory. core/model/layer_rates.cpp has its numbers from here.

using namespace convscope;

namespace {

constexpr int kRepeats = 7;

Extents inputOf(int rank)
{
    switch (rank) {
    case 2:
        return {64, 65536};
    case 3:
        return {8, 32768, 16};
    case 5:
        return {1, 64, 64, 64, 16};
    default:
        return {1, 512, 512, 16};
    }
}

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void measure(const LayerType &type, const std::string &kernel)
{
    Model model;
    model = insertLayer(model, 0, Layer(type, "layer"));
    auto buffer = TensorBuffer::allocate(inputOf(type.inputRank), "the input").value();
    for (std::size_t i = 0; i < buffer.values().size(); ++i)
        buffer.data()[i] = static_cast<float>(i % 251) / 251.0F;
    const Tensor input(std::move(buffer));
    const Shape shape(input.extents());
    const ModelShapes shapes = inferShapes(model, std::span(&shape, 1));
    PlanOptions options;
    options.kernel = kernel;
    const LayerWork work = planRun(model, shapes, options).layers.front();
    if (work.moved == 0)
        return;
    RunOptions how;
    how.kernel = kernel;
    double best = 1e9;
    std::string used;
    for (int i = 0; i < kRepeats; ++i) {
        releaseIdleBlocks();
        const double before = processorMs();
        const RunResult result = run(model, std::span(&input, 1), how);
        best = std::min(best, processorMs() - before);
        if (result.layers.front().error) {
            std::printf("%-28s %s\n", work.kind.c_str(),
                        result.layers.front().error->message.c_str());
            return;
        }
        used = result.layers.front().kernel;
    }
    std::printf("%-28s %-16s %8.2f ms %10.2e mac/ms/lane %8.2f MB/ms\n", work.kind.c_str(),
                used.c_str(), best,
                static_cast<double>(work.macs) / best / static_cast<double>(vectorFloats()),
                static_cast<double>(work.moved) / best / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string only = argc > 1 ? argv[1] : "";
    const std::string kernel = argc > 2 ? argv[2] : "";
    for (const LayerType *type : layerTypes()) {
        if (only.empty() || type->className == only)
            measure(*type, kernel);
    }
    return 0;
}
