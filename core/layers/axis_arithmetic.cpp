// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/axis_arithmetic.h"

#include "base/check.h"
#include "base/integer_division.h"
#include "base/saturating.h"

#include <algorithm>

namespace convscope {

namespace {

std::int64_t subtract(std::int64_t a, std::int64_t b)
{
    return saturatingAdd(a, -b);
}

Words validLength(const AxisFormula::Numbers &n)
{
    return words("⌊({input} − {window}) ÷ {stride}⌋ + 1", n[0], n[1], n[2]);
}

Words sameLength(const AxisFormula::Numbers &n)
{
    return words("⌈{input} ÷ {stride}⌉", n[0], n[1]);
}

Words sameTransposedPaddedLength(const AxisFormula::Numbers &n)
{
    return words("({input} − 1)·{stride} + {window} − 2·⌊{window} ÷ 2⌋ + {output_padding}", n[0],
                 n[1], n[2], n[3]);
}

Words transposedPaddedLength(const AxisFormula::Numbers &n)
{
    return words("({input} − 1)·{stride} + {window} + {output_padding}", n[0], n[1], n[2], n[3]);
}

Words sameTransposedLength(const AxisFormula::Numbers &n)
{
    return words("{input}·{stride}", n[0], n[1]);
}

Words transposedLength(const AxisFormula::Numbers &n)
{
    return words("{input}·{stride} + max({window} − {stride}, 0)", n[0], n[1], n[2]);
}

Words croppedLength(const AxisFormula::Numbers &n)
{
    return words("{input} − {before} − {after}", n[0], n[1], n[2]);
}

Words paddedLength(const AxisFormula::Numbers &n)
{
    return words("{input} + {before} + {after}", n[0], n[1], n[2]);
}

Words repeatedLength(const AxisFormula::Numbers &n)
{
    return words("{input}·{size}", n[0], n[1]);
}

} // namespace

std::int64_t effectiveKernel(std::int64_t kernel, std::int64_t dilation)
{
    return saturatingAdd(saturatingMultiply(kernel - 1, dilation), 1);
}

AxisReport windowReport(std::int64_t input, const WindowAxis &axis)
{
    const std::int64_t window = effectiveKernel(axis.kernel, axis.dilation);
    AxisReport report;
    report.window = window;
    report.map.input = input;
    report.map.taps = axis.kernel;
    report.map.step = axis.stride;
    report.map.tapStep = axis.dilation;
    if (axis.padding == Padding::Valid) {
        report.map.output = floorDivide(subtract(input, window), axis.stride) + 1;
        report.formula = {{input, window, axis.stride}, validLength};
        return report;
    }
    const std::int64_t output = ceilDivide(input, axis.stride);
    report.map.output = output;
    report.formula = {{input, axis.stride}, sameLength};
    if (axis.padding == Padding::Causal) {
        report.map.offset = window - 1;
    } else {
        const std::int64_t reach = saturatingAdd((output - 1) * axis.stride, window);
        report.map.offset = std::max<std::int64_t>(subtract(reach, input), 0) / 2;
    }
    return report;
}

AxisReport transposedReport(std::int64_t input, const TransposedAxis &axis)
{
    check(axis.padding != Padding::Causal, "valid or same padding");
    const std::int64_t window = effectiveKernel(axis.kernel, axis.dilation);
    const std::int64_t spread = saturatingMultiply(input - 1, axis.stride);
    const std::int64_t full = saturatingAdd(spread, window);
    const bool same = axis.padding == Padding::Same;
    std::int64_t output = 0;
    AxisReport report;
    if (axis.outputPadding) {
        output = saturatingAdd(full, *axis.outputPadding);
        if (same) {
            output = subtract(output, window / 2 * 2);
            report.formula = {{input, axis.stride, window, *axis.outputPadding},
                              sameTransposedPaddedLength};
        } else {
            report.formula = {{input, axis.stride, window, *axis.outputPadding},
                              transposedPaddedLength};
        }
    } else {
        output = saturatingMultiply(input, axis.stride);
        report.formula = {{input, axis.stride}, sameTransposedLength};
        if (!same) {
            output = saturatingAdd(output, std::max<std::int64_t>(window - axis.stride, 0));
            report.formula = {{input, axis.stride, window}, transposedLength};
        }
    }
    const std::int64_t crop = same ? std::max<std::int64_t>(subtract(full, output), 0) / 2 : 0;
    report.window = window;
    report.map = {.input = input,
                  .output = output,
                  .taps = axis.kernel,
                  .step = 1,
                  .tapStep = -axis.dilation,
                  .offset = -crop,
                  .divisor = axis.stride};
    return report;
}

AxisReport cropReport(std::int64_t input, const IntPair &crop)
{
    AxisReport report;
    report.map.input = input;
    report.map.output = subtract(subtract(input, crop[0]), crop[1]);
    report.map.offset = -crop[0];
    report.formula = {{input, crop[0], crop[1]}, croppedLength};
    return report;
}

AxisReport padReport(std::int64_t input, const IntPair &pad)
{
    AxisReport report;
    report.map.input = input;
    report.map.output = saturatingAdd(saturatingAdd(input, pad[0]), pad[1]);
    report.map.offset = pad[0];
    report.formula = {{input, pad[0], pad[1]}, paddedLength};
    return report;
}

AxisReport repeatReport(std::int64_t input, std::int64_t size)
{
    AxisReport report;
    report.map.input = input;
    report.map.output = saturatingMultiply(input, size);
    report.map.divisor = size;
    report.map.floors = true;
    report.formula = {{input, size}, repeatedLength};
    return report;
}

AxisReport blendReport(std::int64_t input, std::int64_t size, std::int64_t radius)
{
    // Leftmost cell: ⌊(o + ½) ÷ size − ½⌋ − (radius − 1), written with whole numbers.
    AxisReport report = repeatReport(input, size);
    const std::int64_t twice = saturatingMultiply(size, 2);
    report.map.taps = 2 * radius;
    report.map.step = 2;
    report.map.tapStep = twice;
    report.map.offset = saturatingAdd(saturatingMultiply(twice, radius - 1), size - 1);
    report.map.divisor = twice;
    return report;
}

AxisReport blendFromOriginReport(std::int64_t input, std::int64_t size)
{
    AxisReport report = repeatReport(input, size);
    report.map.taps = 2;
    report.map.tapStep = size;
    return report;
}

std::string signedText(std::int64_t number)
{
    std::string text = std::to_string(number);
    return number < 0 ? "−" + text.substr(1) : text;
}

} // namespace convscope
