// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/shape_errors.h"

#include "base/concat.h"
#include "layers/axis_arithmetic.h"

namespace convscope {

namespace {

std::string wordFor(std::size_t axis, const Shape &input)
{
    return axisName(static_cast<int>(axis), input.rank() - 2);
}

std::string received(const WindowWords &words, const Shape &input)
{
    std::string text = concat("Received the input shape ", input.toString(), ", ", words.argument,
                              " ", toPython(words.kernel), ", strides ", toPython(words.strides));
    if (!words.dilation.empty())
        text += concat(", dilation_rate ", toPython(words.dilation));
    return text + concat(", padding '", toString(words.padding), "'");
}

std::string computed(const AxisReport &report, const std::string &word)
{
    return concat("the output would have ", report.formula, " = ", signedText(report.map.output),
                  " ", word);
}

} // namespace

Result<std::int64_t> knownChannels(const Shape &input, DataFormat format)
{
    const int axis = channelAxis(format, input.rank());
    if (input[axis])
        return *input[axis];
    return fail("E12", "input", {},
                concat("The number of channels (axis ", axis, " with data_format '",
                       toString(format), "') must be defined. Received the input shape ",
                       input.toString()));
}

Failure refuseWindow(const WindowWords &words, const Shape &input, std::size_t axis,
                     const AxisReport &report)
{
    const std::string word = wordFor(axis, input);
    const std::int64_t kernel = words.kernel[axis];
    std::string reason;
    if (report.map.input == 0) {
        reason = concat("the input has no ", word);
    } else {
        const std::string window =
            words.dilation.empty() || words.dilation[axis] == 1
                ? concat(words.argument,
                         words.argument == "kernel_size" ? " " : " (kernel_size of the window) ",
                         kernel)
                : concat("dilation_rate·(kernel_size − 1) + 1 = ", words.dilation[axis], "·(",
                         kernel, " − 1) + 1 = ", report.window);
        reason = concat("the window must fit into the input, but spans ", report.window, " of ",
                        report.map.input, " ", word, ": ", window, " > ", report.map.input);
    }
    return fail("E13", std::string(words.argument), toJsonText(words.kernel),
                concat(words.argument, ": ", reason, ", so ", computed(report, word), ". ",
                       received(words, input)));
}

Failure refuseTransposed(const WindowWords &words, const Value &outputPadding, const Shape &input,
                         std::size_t axis, const AxisReport &report)
{
    const std::string argument =
        isNone(outputPadding) ? std::string(words.argument) : std::string("output_padding");
    const std::string word = wordFor(axis, input);
    return fail("E13", argument,
                toJsonText(isNone(outputPadding) ? Value(words.kernel) : outputPadding),
                concat(argument, ": nothing is left of the ", word, ": ", computed(report, word),
                       ". ", received(words, input), ", output_padding ", toPython(outputPadding)));
}

Failure refuseCropping(const PairList &cropping, const Shape &input, std::size_t axis,
                       const AxisReport &report)
{
    const std::string word = wordFor(axis, input);
    const IntPair &crop = cropping[axis];
    return fail("E14", "cropping", toJsonText(cropping),
                concat("cropping of the ", word, " must be smaller than their number: ", crop[0],
                       " + ", crop[1], " ≥ ", report.map.input, ", so ", computed(report, word),
                       ". Received the input shape ", input.toString(), ", cropping ",
                       toPython(cropping)));
}

Failure refuseEmpty(const Shape &input, std::size_t axis, const AxisReport &report)
{
    const std::string word = wordFor(axis, input);
    return fail("E13", "input", {},
                concat("The input has no ", word, ", so ", computed(report, word),
                       ". Received the input shape ", input.toString()));
}

} // namespace convscope
