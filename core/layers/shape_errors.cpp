// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/shape_errors.h"

#include "layers/axis_arithmetic.h"

namespace convscope {

namespace {

Words axisWord(std::size_t axis, const Shape &input)
{
    return term(axisName(static_cast<int>(axis), input.rank() - 2));
}

Words received(const WindowWords &window, const Shape &input)
{
    if (window.dilation.empty())
        return words("Received the input shape {input_shape}, {argument} {kernel}, strides "
                     "{strides}, padding '{padding}'",
                     input.toString(), window.argument, toPython(window.kernel),
                     toPython(window.strides), toString(window.padding));
    return words("Received the input shape {input_shape}, {argument} {kernel}, strides {strides}, "
                 "dilation_rate {dilation_rate}, padding '{padding}'",
                 input.toString(), window.argument, toPython(window.kernel),
                 toPython(window.strides), toPython(window.dilation), toString(window.padding));
}

Words computed(const AxisReport &report, const Words &axis)
{
    return words("the output would have {formula} = {output} {axis}", report.formula.words(),
                 signedText(report.map.output), axis);
}

Words span(const WindowWords &window, std::size_t axis, const AxisReport &report)
{
    const std::int64_t kernel = window.kernel[axis];
    if (!window.dilation.empty() && window.dilation[axis] != 1)
        return words("dilation_rate·(kernel_size − 1) + 1 = {dilation_rate}·({kernel} − 1) + 1 = "
                     "{window}",
                     window.dilation[axis], kernel, report.window);
    return window.argument == "kernel_size"
               ? words("{argument} {kernel}", window.argument, kernel)
               : words("{argument} (kernel_size of the window) {kernel}", window.argument, kernel);
}

} // namespace

Result<std::int64_t> knownChannels(const Shape &input, DataFormat format)
{
    const int axis = channelAxis(format, input.rank());
    if (input[axis])
        return *input[axis];
    return fail("E12", "input", {},
                words("The number of channels (axis {axis} with data_format '{data_format}') must "
                      "be defined. Received the input shape {input_shape}",
                      axis, toString(format), input.toString()));
}

Failure refuseWindow(const WindowWords &window, const Shape &input, std::size_t axis,
                     const AxisReport &report)
{
    const Words word = axisWord(axis, input);
    const Words reason =
        report.map.input == 0
            ? words("the input has no {axis}", word)
            : words("the window must fit into the input, but spans {window} of {input} {axis}: "
                    "{arithmetic} > {input}",
                    report.window, report.map.input, word, span(window, axis, report));
    return fail("E13", std::string(window.argument), toJsonText(window.kernel),
                words("{argument}: {reason}, so {result}. {received}", window.argument, reason,
                      computed(report, word), received(window, input)));
}

Failure refuseTransposed(const WindowWords &window, const Value &outputPadding, const Shape &input,
                         std::size_t axis, const AxisReport &report)
{
    const std::string argument =
        isNone(outputPadding) ? std::string(window.argument) : std::string("output_padding");
    const Words word = axisWord(axis, input);
    return fail("E13", argument,
                toJsonText(isNone(outputPadding) ? Value(window.kernel) : outputPadding),
                words("{argument}: nothing is left of the {axis}: {result}. {received}, "
                      "output_padding {output_padding}",
                      argument, word, computed(report, word), received(window, input),
                      toPython(outputPadding)));
}

Failure refuseCropping(const PairList &cropping, const Shape &input, std::size_t axis,
                       const AxisReport &report)
{
    const Words word = axisWord(axis, input);
    const IntPair &crop = cropping[axis];
    return fail("E14", "cropping", toJsonText(cropping),
                words("cropping of the {axis} must be smaller than their number: {before} + "
                      "{after} ≥ {input}, so {result}. Received the input shape {input_shape}, "
                      "cropping {cropping}",
                      word, crop[0], crop[1], report.map.input, computed(report, word),
                      input.toString(), toPython(cropping)));
}

Failure refuseEmpty(const Shape &input, std::size_t axis, const AxisReport &report)
{
    const Words word = axisWord(axis, input);
    return fail("E13", "input", {},
                words("The input has no {axis}, so {result}. Received the input shape "
                      "{input_shape}",
                      word, computed(report, word), input.toString()));
}

} // namespace convscope
