// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Our convolutions and oneDNN's on the same problems, taking turns in one process:
//     peer_onednn [--suite NAME] [--problem TEXT] [--seconds S] [--kernel NAME] [--file LIST]
//     [--threads N] [--simd avx2|sse4]
// With one thread the times are the thread's own, which a busy neighbour disturbs little.
// Prints per problem both speeds and their ratio, per suite the geometric means.
#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/parallel.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <hwy/highway.h>

#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using namespace convscope;
using dnnl::memory;

namespace {

struct Line
{
    std::string suite;
    double fastest = 1; ///< the fastest known engine ÷ oneDNN
    std::string text;
};

std::vector<Line> readLines(const std::string &path)
{
    std::ifstream file(path);
    std::vector<Line> lines;
    std::string raw;
    while (std::getline(file, raw)) {
        std::istringstream in(raw);
        Line line;
        if (raw.empty() || raw[0] == '#' || !(in >> line.suite >> line.fastest))
            continue;
        std::getline(in >> std::ws, line.text);
        lines.push_back(line);
    }
    return lines;
}

Tensor filled(Extents extents, float scale)
{
    auto buffer = TensorBuffer::allocate(std::move(extents), "bench data");
    std::uint32_t state = 1;
    for (float &x : buffer->values()) {
        state = state * 1664525U + 1013904223U;
        x = scale * (static_cast<float>(state >> 8) / 8388608.0F - 1.0F);
    }
    return Tensor(std::move(*buffer));
}

/// A convolution primitive of oneDNN with its operands in the layouts it asks for, or in
/// channels_last.
class Peer
{
public:
    Peer(const ConvProblem &p, bool channelsLast);
    void run()
    {
        m_primitive.execute(m_stream, m_arguments);
        m_stream.wait();
    }

private:
    static memory::dims dims(std::int64_t a, std::int64_t b, const Spatial &s, int rank)
    {
        memory::dims d{a, b};
        d.insert(d.end(), s.begin(), s.begin() + rank);
        return d;
    }
    void add(int argument, const memory::desc &desc);

    dnnl::engine m_engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream m_stream{m_engine};
    dnnl::primitive m_primitive;
    std::unordered_map<int, memory> m_arguments;
};

void Peer::add(int argument, const memory::desc &desc)
{
    memory m(desc, m_engine);
    auto *values = static_cast<float *>(m.get_data_handle());
    const std::size_t count = desc.get_size() / sizeof(float);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = 0.01F * static_cast<float>(i % 17);
    m_arguments.emplace(argument, m);
}

Peer::Peer(const ConvProblem &p, bool channelsLast)
{
    const auto rank = p.rank;
    const bool depthwise = p.op == ConvOp::Depthwise;
    const std::int64_t groups = depthwise ? p.ic : p.groups;
    memory::dims weights{p.oc / groups, p.ic / groups};
    memory::dims strides;
    memory::dims dilation;
    memory::dims before;
    memory::dims after;
    for (std::size_t a = 0; a < static_cast<std::size_t>(rank); ++a) {
        weights.push_back(p.kernel[a]);
        strides.push_back(p.strides[a]);
        dilation.push_back(p.dilation[a] - 1);
        before.push_back(p.padBefore[a]);
        const std::int64_t window = (p.kernel[a] - 1) * p.dilation[a] + 1;
        after.push_back(p.op == ConvOp::Deconv
                            ? (p.in[a] - 1) * p.strides[a] + window - p.padBefore[a] - p.out[a]
                            : (p.out[a] - 1) * p.strides[a] + window - p.in[a] - p.padBefore[a]);
    }
    if (groups > 1)
        weights.insert(weights.begin(), groups);
    using Tag = memory::format_tag;
    const Tag lasts[] = {Tag::nwc, Tag::nhwc, Tag::ndhwc};
    const Tag image = channelsLast ? lasts[rank - 1] : Tag::any;
    const auto f32 = memory::data_type::f32;
    const memory::desc src(dims(p.mb, p.ic, p.in, rank), f32, image);
    const memory::desc dst(dims(p.mb, p.oc, p.out, rank), f32, image);
    const memory::desc wei(weights, f32, Tag::any);
    const memory::desc bia({p.oc}, f32, Tag::x);
    const auto kind = dnnl::prop_kind::forward_inference;
    const auto build = [&](const auto &description) {
        add(DNNL_ARG_SRC, description.src_desc());
        add(DNNL_ARG_WEIGHTS, description.weights_desc());
        add(DNNL_ARG_BIAS, description.bias_desc());
        add(DNNL_ARG_DST, description.dst_desc());
    };
    if (p.op == ConvOp::Deconv) {
        const dnnl::deconvolution_forward::primitive_desc description(
            {kind, dnnl::algorithm::deconvolution_direct, src, wei, bia, dst, strides, dilation,
             before, after},
            m_engine);
        build(description);
        m_primitive = dnnl::deconvolution_forward(description);
    } else {
        const dnnl::convolution_forward::primitive_desc description(
            {kind, dnnl::algorithm::convolution_auto, src, wei, bia, dst, strides, dilation, before,
             after},
            m_engine);
        build(description);
        m_primitive = dnnl::convolution_forward(description);
    }
}

/// What oneDNN does for a problem: one primitive, or for a separable one two in turn, each in the
/// layouts it likes, without what converting between them would cost.
std::function<void()> peerOf(const ConvProblem &p, bool channelsLast)
{
    if (p.op != ConvOp::Separable)
        return [peer = std::make_shared<Peer>(p, channelsLast)] { peer->run(); };
    ConvProblem first = p;
    first.op = ConvOp::Depthwise;
    first.oc = p.ic * p.multiplier;
    ConvProblem second = p;
    second.op = ConvOp::Conv;
    second.ic = first.oc;
    second.in = p.out;
    second.multiplier = 1;
    second.kernel = second.strides = second.dilation = {1, 1, 1};
    second.padBefore = second.padAfter = {0, 0, 0};
    return [one = std::make_shared<Peer>(first, channelsLast),
            two = std::make_shared<Peer>(second, channelsLast)] {
        one->run();
        two->run();
    };
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double secondsNow()
{
    timespec t{};
    clock_gettime(threadCount() == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

/// Runs the contenders in turns of some milliseconds; the median seconds of each. A pause before
/// each turn lets the other side's threads fall asleep, which wait for work by spinning; the first
/// runs of a turn wake one's own and warm the caches, and do not count.
std::vector<double> compete(const std::vector<std::function<void()>> &contenders, double seconds)
{
    constexpr int kTurns = 5;
    std::vector<std::vector<double>> times(contenders.size());
    for (int turn = 0; turn < kTurns; ++turn) {
        for (std::size_t c = 0; c < contenders.size(); ++c) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            for (int i = 0; i < 3; ++i)
                contenders[c]();
            const double begin = secondsNow();
            double before = begin;
            do {
                contenders[c]();
                const double now = secondsNow();
                times[c].push_back(now - before);
                before = now;
            } while (before - begin < seconds / kTurns);
        }
    }
    std::vector<double> medians;
    for (const auto &t : times)
        medians.push_back(median(t));
    return medians;
}

/// Both sides as on a machine that has no more than this.
bool useSimd(const std::string &name)
{
    if (name != "avx2" && name != "sse4") {
        std::cerr << "--simd takes avx2 or sse4, received " << name << '\n';
        return false;
    }
    const bool avx2 = name == "avx2";
    hwy::SetSupportedTargetsForTest(avx2 ? HWY_AVX2 : HWY_SSE4);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    return dnnl::set_max_cpu_isa(avx2 ? dnnl::cpu_isa::avx2 : dnnl::cpu_isa::sse41) ==
           dnnl::status::success;
}

struct Options
{
    std::string suite;
    std::string problem;
    std::string kernel;
    double seconds = 0.3;
};

/// Our speed ÷ oneDNN's, or nothing where the problem is none of oneDNN's.
std::optional<double> measure(const Line &line, const Options &options)
{
    const auto problem = parseConvProblem(line.text);
    if (!problem) {
        std::cerr << problem.error().message << '\n';
        return std::nullopt;
    }
    const ConvProblem &p = *problem;
    const Tensor src = filled(srcExtents(p), 1);
    ConvWeights weights{filled(kernelExtents(p), 0.1F), {}, filled({p.oc}, 1)};
    if (p.op == ConvOp::Separable) {
        Extents pointwise(static_cast<std::size_t>(p.rank), 1);
        pointwise.insert(pointwise.end(), {p.ic * p.multiplier, p.oc});
        weights.pointwise = filled(pointwise, 0.1F);
    }
    KernelContext context;
    std::string used;
    context.usedKernel = &used;
    context.forcedKernel = options.kernel;
    if (const auto once = convolve(p, src, weights, {}, context); !once) {
        std::cerr << once.error().message << '\n';
        return std::nullopt;
    }
    const auto blocked = peerOf(p, false);
    const auto last = peerOf(p, true);
    const auto times =
        compete({[&] { static_cast<void>(convolve(p, src, weights, {}, context)); }, blocked, last},
                options.seconds);
    const double work = 2e-9 * static_cast<double>(p.macs());
    const double peer = std::min(times[1], times[2]);
    const double ratio = peer / times[0];
    std::printf("%-13s %-50s %-20s %8.3f ms %7.1f GFLOP/s  oneDNN %7.1f (last %7.1f)  ratio %5.2f  "
                "of the fastest %5.2f\n",
                line.suite.c_str(), line.text.c_str(), used.c_str(), times[0] * 1e3,
                work / times[0], work / peer, work / times[2], ratio, ratio / line.fastest);
    std::fflush(stdout);
    return ratio;
}

struct Mean
{
    double logs = 0;
    double fastestLogs = 0;
    double least = 1e9;
    int count = 0;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    std::string path = CONVSCOPE_SUITES;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--suite")
            options.suite = value;
        else if (name == "--problem")
            options.problem = value;
        else if (name == "--kernel")
            options.kernel = value;
        else if (name == "--seconds")
            options.seconds = std::stod(value);
        else if (name == "--threads")
            setThreadCount(std::stoi(value));
        else if (name == "--simd" && !useSimd(value))
            return 1;
        else if (name == "--file")
            path = value;
    }
    omp_set_num_threads(threadCount());
    std::vector<Line> lines = readLines(path);
    if (!options.problem.empty())
        lines = {{"", 1, options.problem}};
    std::map<std::string, Mean> means;
    for (const Line &line : lines) {
        if (!options.suite.empty() && line.suite != options.suite)
            continue;
        const auto ratio = measure(line, options);
        if (!ratio)
            return 1;
        Mean &mean = means[line.suite];
        mean.logs += std::log(*ratio);
        mean.fastestLogs += std::log(*ratio / line.fastest);
        mean.least = std::min(mean.least, *ratio / line.fastest);
        ++mean.count;
    }
    for (const auto &[suite, mean] : means)
        std::printf(
            "%-13s geometric mean: oneDNN × %.2f, the fastest × %.2f (least %.2f), %d threads\n",
            suite.c_str(), std::exp(mean.logs / mean.count),
            std::exp(mean.fastestLogs / mean.count), mean.least, threadCount());
    return 0;
}
