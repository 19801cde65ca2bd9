// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"
#include "layers/registry.h"
#include "model/edit.h"
#include "model/run_cost.h"
#include "run/executor.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

// Holds the forecast of a run against the run: memory must be foretold from what is taken to 1.3
// times as much, time within a factor of 2. Every run is a process of its own, so that nothing is
// reused; the shortest of several counts, for others may use the machine.

using namespace convscope;

namespace {

struct Stack
{
    const char *name;
    Extents input;
    std::function<void(Model &)> build;
};

void add(Model &model, const char *type,
         std::initializer_list<std::pair<const char *, Value>> to = {})
{
    Layer layer(*findLayerType(type), model.freeName(type));
    for (const auto &[argument, value] : to)
        layer = layer.with(argument, value).value();
    model = insertLayer(model, model.size(), std::move(layer));
}

void addConv(Model &model, std::int64_t filters, const char *type = "Conv2D")
{
    add(model, type, {{"filters", filters}, {"padding", std::string("same")}});
}

void vgg(Model &model)
{
    for (const auto &[filters, count] :
         {std::pair(64, 2), {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
        for (int i = 0; i < count; ++i)
            addConv(model, filters);
        add(model, "MaxPooling2D");
    }
    add(model, "Flatten");
    for (const std::int64_t units : {4096, 4096, 1000})
        add(model, "Dense", {{"units", units}});
}

const std::array<Stack, 8> &stacks()
{
    static const std::array<Stack, 8> all{{
        {"30 convolutions",
         {1, 256, 256, 3},
         [](Model &m) {
             for (int i = 0; i < 30; ++i)
                 addConv(m, 32);
         }},
        {"VGG16", {1, 224, 224, 3}, vgg},
        {"24 megapixels",
         {1, 4000, 6000, 3},
         [](Model &m) {
             addConv(m, 8);
             add(m, "ReLU");
             add(m, "MaxPooling2D");
         }},
        {"separable",
         {1, 224, 224, 16},
         [](Model &m) {
             for (int i = 0; i < 12; ++i)
                 addConv(m, 64, "SeparableConv2D");
         }},
        {"functions of one number",
         {1, 2048, 2048, 4},
         [](Model &m) {
             for (int i = 0; i < 4; ++i) {
                 add(m, "ReLU");
                 add(m, "ELU");
             }
         }},
        {"down and up",
         {1, 512, 512, 3},
         [](Model &m) {
             for (const std::int64_t filters : {16, 32, 64}) {
                 addConv(m, filters);
                 add(m, "MaxPooling2D");
             }
             for (const std::int64_t filters : {64, 32, 16})
                 add(m, "Conv2DTranspose",
                     {{"filters", filters},
                      {"strides", IntList{2, 2}},
                      {"padding", std::string("same")}});
         }},
        {"sequence",
         {8, 16000, 16},
         [](Model &m) {
             for (int i = 0; i < 6; ++i)
                 addConv(m, 32, "Conv1D");
         }},
        {"volume",
         {1, 64, 96, 96, 1},
         [](Model &m) {
             for (int i = 0; i < 4; ++i)
                 addConv(m, 16, "Conv3D");
         }},
    }};
    return all;
}

/// A line of /proc/self/status in bytes.
std::int64_t status(const std::string &key)
{
    std::ifstream file("/proc/self/status");
    std::string word;
    while (file >> word) {
        if (word == key + ':') {
            std::int64_t kib = 0;
            file >> kib;
            return kib * 1024;
        }
    }
    return 0;
}

constexpr int kRepeats = 5;
constexpr std::size_t kMostLayers = 40;

struct Times
{
    double foretoldMs = 0;
    double takenMs = 0;
};

struct Figures
{
    double foretoldBytes = 0;
    double takenBytes = 0;
    Times whole;
    /// Processor time, shared by the threads: of a quiet machine, where others use this one.
    double quietMs = 0;
    std::array<Times, kMostLayers> layers{};
};

Model modelOf(const Stack &stack)
{
    Model model;
    stack.build(model);
    return model;
}

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Figures measure(const Stack &stack)
{
    const Model model = modelOf(stack);
    auto buffer = TensorBuffer::allocate(stack.input, "the input").value();
    for (std::size_t i = 0; i < buffer.values().size(); ++i)
        buffer.data()[i] = static_cast<float>(i % 251) / 251.0F;
    const Tensor input(std::move(buffer));
    const Shape shape(stack.input);
    const ModelShapes shapes = inferShapes(model, std::span(&shape, 1));
    const MeasuredSpeeds speeds(threadCount());
    const RunPlan plan = planRun(model, shapes, {});
    const RunCost cost = runCost(plan, speeds);
    std::ofstream("/proc/self/clear_refs") << "5";
    const std::int64_t before = status("VmRSS");
    const double beforeMs = processorMs();
    const RunResult result = run(model, std::span(&input, 1), {});
    Figures figures;
    figures.quietMs = (processorMs() - beforeMs) / threadCount();
    figures.foretoldBytes = static_cast<double>(cost.bytes);
    figures.takenBytes = static_cast<double>(status("VmHWM") - before);
    figures.whole = {cost.milliseconds, result.totalMilliseconds};
    for (std::size_t i = 0; i < std::min(result.layers.size(), kMostLayers); ++i) {
        const LayerResult &layer = result.layers[i];
        figures.layers[i] = {speeds.milliseconds(plan.layers[i]), layer.milliseconds};
        if (layer.error)
            std::fprintf(stderr, "%s: %s\n", stack.name, layer.error->message.c_str());
    }
    return figures;
}

/// In a process of its own.
Figures measureAlone(std::size_t index)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::abort();
    if (const pid_t child = fork(); child == 0) {
        const Figures figures = measure(stacks()[index]);
        const bool isWritten = write(ends[1], &figures, sizeof figures) == sizeof figures;
        _exit(isWritten ? 0 : 1);
    } else {
        close(ends[1]);
        Figures figures;
        const bool isRead = read(ends[0], &figures, sizeof figures) == sizeof figures;
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        if (!isRead || status != 0) {
            std::fprintf(stderr, "%s could not be run\n", stacks()[index].name);
            std::exit(2);
        }
        return figures;
    }
}

Figures measureShortest(std::size_t index)
{
    Figures best = measureAlone(index);
    for (int i = 1; i < kRepeats; ++i) {
        const Figures next = measureAlone(index);
        best.takenBytes = std::max(best.takenBytes, next.takenBytes);
        best.whole.takenMs = std::min(best.whole.takenMs, next.whole.takenMs);
        best.quietMs = std::min(best.quietMs, next.quietMs);
        for (std::size_t at = 0; at < kMostLayers; ++at)
            best.layers[at].takenMs = std::min(best.layers[at].takenMs, next.layers[at].takenMs);
    }
    return best;
}

void printLayers(const Stack &stack, const Figures &figures)
{
    const Model model = modelOf(stack);
    for (int i = 0; i < model.size(); ++i) {
        const Times &times = figures.layers[static_cast<std::size_t>(i)];
        std::printf("  %-52s %8.2f ms %7.2f ms %7.2f\n", model.layer(i).name().c_str(),
                    times.foretoldMs, times.takenMs, times.foretoldMs / times.takenMs);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string only = argc > 1 ? argv[1] : "";
    bool holds = true;
    std::printf("%-26s %10s %10s %7s %10s %10s %7s %10s\n", "stack", "foretold", "taken", "ratio",
                "foretold", "taken", "ratio", "if quiet");
    for (std::size_t i = 0; i < stacks().size(); ++i) {
        if (std::string(stacks()[i].name).find(only) == std::string::npos)
            continue;
        const Figures f = measureShortest(i);
        const double bytes = f.foretoldBytes / f.takenBytes;
        const double time = f.whole.foretoldMs / f.whole.takenMs;
        const bool isGood = bytes >= 1 && bytes <= 1.3 && time >= 0.5 && time <= 2;
        holds = holds && isGood;
        std::printf("%-26s %6.0f MiB %6.0f MiB %7.2f %7.0f ms %7.0f ms %7.2f %7.0f ms%s\n",
                    stacks()[i].name, f.foretoldBytes / 1048576, f.takenBytes / 1048576, bytes,
                    f.whole.foretoldMs, f.whole.takenMs, time, f.quietMs, isGood ? "" : "  !");
        if (!only.empty())
            printLayers(stacks()[i], f);
    }
    return holds ? 0 : 1;
}
