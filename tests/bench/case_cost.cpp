// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_writer.h"
#include "testing/layer_probe.h"
#include "testing/runner.h"

#include "layers/registry.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

// 10 000 small cases: what the runner costs beside the layers themselves. At most 1.3 times their
// time and 0.2 ms a case, in bounded memory.

using namespace convscope;

namespace {

/// Resident memory of the process in MiB, now or at most so far.
double residentMiB(const char *which)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(which))
            return std::atof(line.c_str() + line.find(':') + 1) / 1024;
    }
    return 0;
}

/// Of all threads: a machine that does other things as well makes no difference.
double processorMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Tensor ramp(Extents extents)
{
    double x = 0;
    return makeTensor(extents, "values",
                      [&](const Extents &) { return static_cast<float>(std::sin(x += 0.7)); })
        .value();
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
    LayerProbe probe{
        Layer(*findLayerType("Conv2D"), "conv2d").with("filters", std::int64_t{4}).value(),
        {ramp({1, 8, 8, 3})},
        {},
        {},
        {}};
    for (const WeightSpec &spec :
         weightSpecs(probe.layer, std::vector<Shape>{Shape(probe.inputs[0].extents())}))
        probe.weights.push_back(ramp(spec.shape));
    Model model;
    model.layers.push_back(std::make_shared<const Layer>(probe.layer));
    const std::vector<std::vector<Tensor>> weights{probe.weights};
    const std::vector<Tensor> outputs{probe.compute().value()};
    std::vector<TestCase> cases;
    for (int i = 0; i < count; ++i)
        cases.push_back(
            recordedCase({"suite/case" + std::to_string(i), model, probe.inputs, weights, outputs})
                .value());
    const std::string path =
        (std::filesystem::temp_directory_path() / "convscope_case_cost.npz").string();
    if (!writeCases(path, cases))
        return 1;
    cases.clear();

    const double start = processorMilliseconds();
    for (int i = 0; i < count; ++i)
        (void)probe.compute();
    const double layers = processorMilliseconds() - start;
    const double before = residentMiB("VmRSS");
    const std::vector<std::string> paths{path};
    const double begun = processorMilliseconds();
    const TestReport report = runTests(paths, {});
    const double runner = processorMilliseconds() - begun;
    std::filesystem::remove(path);
    const double allowed = 1.3 * layers + 0.2 * count;
    std::printf(
        "%d passed, %d failed\nprocessor time: layers alone %.1f ms, runner %.1f ms (%.4f ms "
        "a case), allowed %.1f ms; runner on the clock %.1f ms\nmemory %.1f MiB before, "
        "%.1f MiB at most\n",
        report.passed, report.failed, layers, runner, runner / count, allowed, report.milliseconds,
        before, residentMiB("VmHWM"));
    return report.passed == count && runner <= allowed ? 0 : 1;
}
