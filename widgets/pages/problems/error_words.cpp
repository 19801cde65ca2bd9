// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/problems/error_words.h"

#include "language/core_words.h"
#include "style/numbers.h"

#include <QCoreApplication>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

std::vector<AxisReport> axesOf(const Layer &layer, const LayerShapes &shapes)
{
    if (!layer.type().axes || shapes.inputs.empty())
        return {};
    const Shape &in = shapes.inputs.front();
    if (layer.type().inputRank != 0 && in.rank() != layer.type().inputRank)
        return {};
    const int first = spatialAxis(dataFormat(layer));
    for (int axis = 0; axis < in.rank() - 2; ++axis) {
        if (!in[first + axis])
            return {};
    }
    return layer.type().axes(layer.params(), in);
}

bool windowIsTooLarge(const AxisReport &report)
{
    return report.map.output <= 0 && report.window > report.map.input;
}

/// The first axis whose window does not fit, or −1.
int badAxis(const std::vector<AxisReport> &axes)
{
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (windowIsTooLarge(axes[i]))
            return static_cast<int>(i);
    }
    return -1;
}

QString titleFor(const Layer &layer, const LayerShapes &shapes, const std::vector<AxisReport> &axes)
{
    const QString name = qt(layer.name());
    if (const int bad = badAxis(axes); bad >= 0) {
        const std::string axis = axisName(bad, static_cast<int>(axes.size()));
        if (axis == "rows")
            return ErrorWords::tr("The window of %1 is taller than its input").arg(name);
        if (axis == "columns")
            return ErrorWords::tr("The window of %1 is wider than its input").arg(name);
        if (axis == "slices")
            return ErrorWords::tr("The window of %1 is deeper than its input").arg(name);
        return ErrorWords::tr("The window of %1 is longer than its input").arg(name);
    }
    const std::string &rule = shapes.error->rule;
    if (rule == "E14")
        return ErrorWords::tr("The cropping of %1 leaves nothing").arg(name);
    if (rule == "E7")
        return ErrorWords::tr("The groups of %1 do not divide its channels").arg(name);
    if (rule == "E11" && !shapes.inputs.empty() && layer.type().inputRank != 0)
        return ErrorWords::tr("%1 reads inputs of rank %2, but its input has rank %3")
            .arg(name)
            .arg(layer.type().inputRank)
            .arg(shapes.inputs.front().rank());
    return ErrorWords::tr("%1 cannot run").arg(name);
}

/// The sentence with what stands at %1, %2 … as spans of their own.
std::vector<ErrorSpan> spansOf(const QString &sentence, const std::vector<ErrorSpan> &places)
{
    std::vector<ErrorSpan> spans;
    qsizetype begin = 0;
    const auto plain = [&](qsizetype end) {
        if (end > begin)
            spans.push_back({sentence.mid(begin, end - begin), ErrorSpan::Kind::Plain});
    };
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0 && at + 1 < sentence.size();
         at = sentence.indexOf(u'%', at + 1)) {
        const int place = sentence[at + 1].digitValue();
        if (place < 1 || place > static_cast<int>(places.size()))
            continue;
        plain(at);
        spans.push_back(places[static_cast<std::size_t>(place - 1)]);
        begin = at + 2;
    }
    plain(sentence.size());
    return spans;
}

/// "rows: dilation_rate·(kernel_size − 1) + 1 = 3·(5 − 1) + 1 = 13 > 9 input rows".
std::vector<ErrorSpan> windowFormula(const Layer &layer, const AxisReport &report,
                                     const QString &axis)
{
    using Kind = ErrorSpan::Kind;
    const bool isPool = layer.type().table->indexOf("pool_size") >= 0;
    QString words = isPool ? u"pool_size"_s : u"kernel_size"_s;
    if (report.map.tapStep != 1)
        words = u"dilation_rate·(%1 − 1) + 1 = %2·(%3 − 1) + 1"_s.arg(
            words, integerText(report.map.tapStep), integerText(report.map.taps));
    return spansOf(ErrorWords::tr("%1:  %2 = %3  >  %4 input %1",
                                  "An axis, an arithmetic, its result, the extent of the input"),
                   {{axis, Kind::Plain},
                    {words, Kind::Plain},
                    {integerText(report.window), Kind::Bad},
                    {integerText(report.map.input), Kind::Strong}});
}

ErrorAxis errorAxis(const AxisReport &report, const QString &name)
{
    ErrorAxis axis;
    axis.name = name;
    axis.input = report.map.input;
    axis.window = report.window;
    axis.output = report.map.output;
    axis.zerosBefore = report.map.padBefore();
    axis.zerosAfter = report.map.padAfter();
    // Only the taps of forward windows stand on the input one after another.
    if (report.map.divisor == 1 && report.map.tapStep > 0) {
        for (std::int64_t k = 0; k < report.map.taps && k < 4096; ++k)
            axis.taps.push_back(k * report.map.tapStep);
    }
    return axis;
}

QString changeText(const Repair &repair)
{
    const auto shortened = [](const Value &value) {
        const auto *list = std::get_if<IntList>(&value);
        if (list != nullptr && !list->empty() &&
            std::equal(list->begin() + 1, list->end(), list->begin()))
            return integerText(list->front());
        if (const auto *text = std::get_if<std::string>(&value))
            return qt(*text);
        return qt(toPython(value));
    };
    return u"%1 → %2"_s.arg(shortened(repair.before), shortened(repair.after));
}

QString reasonFor(const Repair &repair, int index)
{
    if (repair.argument == "inputs")
        return ErrorWords::tr("what it reads");
    if (repair.layer != index)
        return ErrorWords::tr("input becomes %1").arg(shapeText(repair.input));
    const Layer &layer = repair.model.layer(index);
    LayerShapes shapes;
    shapes.inputs = {repair.input};
    const std::vector<AxisReport> axes = axesOf(layer, shapes);
    if (axes.empty())
        return {};
    const AxisReport &first = axes.front();
    if (repair.argument == "padding" && first.map.padBefore() + first.map.padAfter() > 0)
        return ErrorWords::tr("adds %1 + %2 zeros")
            .arg(integerText(first.map.padBefore()), integerText(first.map.padAfter()));
    if (first.window > 1)
        return first.map.tapStep > 1
                   ? ErrorWords::tr("window %1·(%2 − 1) + 1 = %3")
                         .arg(integerText(first.map.tapStep), integerText(first.map.taps),
                              integerText(first.window))
                   : ErrorWords::tr("window of %1").arg(integerText(first.window));
    return u"%1 = %2"_s.arg(localized(first.formula.words()), integerText(first.map.output));
}

} // namespace

ErrorReport errorReport(const Model &model, const ModelShapes &shapes, int index,
                        const std::vector<Repair> &repairs)
{
    const Layer &layer = model.layer(index);
    const Layer &owner = model.owner(index);
    const LayerShapes &own = shapes.layers[static_cast<std::size_t>(index)];
    const std::vector<AxisReport> axes = axesOf(owner, own);
    const auto count = static_cast<int>(axes.size());
    ErrorReport report;
    report.title = titleFor(layer, own, axes);
    if (const int bad = badAxis(axes); bad >= 0) {
        report.formula = windowFormula(owner, axes[static_cast<std::size_t>(bad)],
                                       localizedTerm(axisName(bad, count)));
        for (int i = 0; i < count; ++i)
            report.axes.push_back(
                errorAxis(axes[static_cast<std::size_t>(i)], localizedTerm(axisName(i, count))));
    } else {
        report.formula = {{localized(*own.error), ErrorSpan::Kind::Plain}};
    }
    for (const Repair &repair : repairs) {
        ErrorRepair card;
        const bool isOwn = repair.layer == index;
        card.argument = isOwn ? qt(repair.argument) : qt(model.layer(repair.layer).name());
        card.change =
            isOwn ? changeText(repair) : u"%1 %2"_s.arg(qt(repair.argument), changeText(repair));
        card.shapeWords = tightShapeText(repair.output);
        card.reason = reasonFor(repair, index);
        report.repairs.push_back(std::move(card));
    }
    return report;
}

} // namespace convscope
