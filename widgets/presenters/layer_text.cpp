// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/layer_text.h"

#include "language/core_words.h"
#include "style/numbers.h"

#include <QCoreApplication>
#include <cmath>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct LayerText
{
    Q_DECLARE_TR_FUNCTIONS(LayerText)
};

/// The spatial extents of the layer's first input are known.
bool hasAxes(const Layer &layer, const LayerShapes &shapes)
{
    if (!layer.type().axes || shapes.inputs.empty())
        return false;
    const Shape &in = shapes.inputs.front();
    if (layer.type().inputRank != 0 && in.rank() != layer.type().inputRank)
        return false;
    const int first = spatialAxis(dataFormat(layer));
    for (int axis = 0; axis < in.rank() - 2; ++axis) {
        if (!in[first + axis])
            return false;
    }
    return true;
}

std::vector<AxisReport> axes(const Layer &layer, const LayerShapes &shapes)
{
    if (!hasAxes(layer, shapes))
        return {};
    return layer.type().axes(layer.params(), shapes.inputs.front());
}

/// "5·5·3·16"
QString factorsText(const Extents &extents)
{
    QStringList factors;
    for (const std::int64_t extent : extents)
        factors << integerText(extent);
    return factors.join(u"·"_s);
}

} // namespace

std::vector<OutputLine> outputLines(const Layer &layer, const LayerShapes &shapes)
{
    std::vector<OutputLine> lines;
    const std::vector<AxisReport> reports = axes(layer, shapes);
    const auto count = static_cast<int>(reports.size());
    for (int i = 0; i < count; ++i) {
        const AxisReport &report = reports[static_cast<std::size_t>(i)];
        const QString result = integerText(report.map.output);
        QString arithmetic = localized(report.formula.words());
        if (arithmetic != result)
            arithmetic += u" = "_s + result;
        lines.push_back({localizedTerm(axisName(i, count)), arithmetic, report.map.output <= 0});
    }
    if (shapes.output && shapes.output->rank() >= 2) {
        const Dim channels =
            (*shapes.output)[channelAxis(dataFormat(layer), shapes.output->rank())];
        QString text = channels ? integerText(*channels) : u"None"_s;
        if (layer.type().table->indexOf("filters") >= 0)
            text = u"filters = "_s + text;
        lines.push_back({LayerText::tr("channels"), text, false});
    }
    if (reports.empty() && shapes.output)
        lines.insert(lines.begin(),
                     {LayerText::tr("shape"), tightShapeText(*shapes.output), false});
    return lines;
}

QString paddingNote(const Layer &layer, const LayerShapes &shapes)
{
    if (layer.type().table->indexOf("padding") < 0)
        return {};
    const std::vector<AxisReport> reports = axes(layer, shapes);
    const auto count = static_cast<int>(reports.size());
    if (count == 0)
        return {};
    bool any = false;
    bool allEqual = true;
    for (const AxisReport &report : reports) {
        any = any || report.map.padBefore() + report.map.padAfter() > 0;
        allEqual = allEqual && report.map.padBefore() == reports.front().map.padBefore() &&
                   report.map.padAfter() == reports.front().map.padAfter();
    }
    if (!any)
        return {};
    const AxisMap &first = reports.front().map;
    if (count == 1)
        return LayerText::tr("zeros added: %1 before, %2 after")
            .arg(integerText(first.padBefore()), integerText(first.padAfter()));
    if (allEqual && count > 2)
        return LayerText::tr("zeros added: %1 + %2 on every axis")
            .arg(integerText(first.padBefore()), integerText(first.padAfter()));
    QStringList parts;
    for (int i = 0; i < count; ++i) {
        const AxisMap &map = reports[static_cast<std::size_t>(i)].map;
        parts << u"%1 %2 + %3"_s.arg(localizedTerm(axisName(i, count)),
                                     integerText(map.padBefore()), integerText(map.padAfter()));
    }
    return LayerText::tr("zeros added: %1").arg(parts.join(u", "_s));
}

QString parameterFormula(const LayerShapes &shapes)
{
    if (shapes.weights.empty())
        return shapes.output ? u"0"_s : u"–"_s;
    QStringList terms;
    std::int64_t total = 0;
    for (const WeightSpec &weight : shapes.weights) {
        terms << factorsText(weight.shape);
        total += elementCount(weight.shape).value_or(0);
    }
    const QString sum = terms.join(u" + "_s);
    const QString result = integerText(total);
    return sum == result ? result : sum + u" = "_s + result;
}

QString adaptedWeightsText(const Layer &layer, const LayerShapes &shapes)
{
    QStringList parts;
    for (std::size_t i = 0; i < std::min(layer.storedWeightCount(), shapes.weights.size()); ++i) {
        const Extents &before = layer.storedExtents(i);
        const WeightSpec &spec = shapes.weights[i];
        if (before == spec.shape)
            continue;
        const QString name = qt(spec.name);
        if (before.size() != spec.shape.size()) {
            parts << LayerText::tr("%1 drawn").arg(name);
            continue;
        }
        bool isCut = false;
        bool isGrown = false;
        for (std::size_t axis = 0; axis < before.size(); ++axis) {
            isCut = isCut || before[axis] > spec.shape[axis];
            isGrown = isGrown || before[axis] < spec.shape[axis];
        }
        const QString from = factorsText(before);
        const QString to = factorsText(spec.shape);
        if (isCut && isGrown)
            parts << LayerText::tr("%1 %2 cut and kept inside %3, the rest drawn")
                         .arg(name, from, to);
        else if (isGrown)
            parts << LayerText::tr("%1 %2 kept inside %3, the rest drawn").arg(name, from, to);
        else
            parts << LayerText::tr("%1 %2 cut to %3").arg(name, from, to);
    }
    return parts.join(u"; "_s);
}

QString fieldText(const std::optional<ReceptiveField> &field)
{
    if (!field)
        return u"–"_s;
    if (field->everything)
        return LayerText::tr("the whole input");
    if (field->axes.empty())
        return u"–"_s;
    QStringList sizes;
    QStringList jumps;
    for (const FieldAxis &axis : field->axes) {
        sizes << integerText(axis.size);
        // The places of a Flatten's output follow those of the input in no order.
        if (std::isnan(axis.jump))
            continue;
        jumps << (axis.jump == std::floor(axis.jump) ? integerText(static_cast<qint64>(axis.jump))
                                                     : valueText(axis.jump, 4));
    }
    jumps.removeDuplicates();
    if (jumps.isEmpty())
        return sizes.join(u" × "_s);
    return LayerText::tr("%1, jump %2").arg(sizes.join(u" × "_s), jumps.join(u" × "_s));
}

std::optional<int> illegalAxis(const Layer &layer, const LayerShapes &shapes)
{
    std::optional<int> found;
    const std::vector<AxisReport> reports = axes(layer, shapes);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].map.output > 0)
            continue;
        if (found)
            return std::nullopt;
        found = static_cast<int>(i);
    }
    return found;
}

QString shortProblem(const Layer &layer, const LayerShapes &shapes)
{
    if (!shapes.error)
        return {};
    const std::vector<AxisReport> reports = axes(layer, shapes);
    const auto count = static_cast<int>(reports.size());
    for (int i = 0; i < count; ++i) {
        const AxisReport &report = reports[static_cast<std::size_t>(i)];
        if (report.map.output <= 0 && report.window > report.map.input)
            return LayerText::tr("%1 %2 needed, %3 given")
                .arg(integerText(report.window), localizedTerm(axisName(i, count)),
                     integerText(report.map.input));
    }
    if (shapes.error->rule == "E11" && layer.type().inputRank != 0 && !shapes.inputs.empty())
        return LayerText::tr("rank %1, needs %2")
            .arg(shapes.inputs.front().rank())
            .arg(layer.type().inputRank);
    // Not the name of an argument: what the layer reads.
    if (shapes.error->argument == "input")
        return LayerText::tr("the input does not fit");
    return shapes.error->argument.empty()
               ? LayerText::tr("cannot run")
               : LayerText::tr("%1 does not fit").arg(qt(shapes.error->argument));
}

} // namespace convscope
