// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/mapping_words.h"

#include "explaining/explanation_words.h"
#include "style/numbers.h"

#include <QCoreApplication>

// The sentence that stands where a convolution has its kernel.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MappingWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::MappingWords)
};

/// Crop, pad, nearest up-sampling, reshapes: one value from one place.
QString copyWords(const LayerOperands &operands, const Explanation &told, const Stage &stage)
{
    const QString output = cellIndexText(tensorIndex(told.cell, operands.outputFormat));
    const Term &term = stage.terms.front();
    const LayerGroup group = operands.layer.type().group;
    if (term.source < 0)
        return MappingWords::tr(
                   "Output %1 lies in the zeros that the layer adds: no input cell stands "
                   "there, its value is 0.")
            .arg(output);
    const QString input = placeText(told, term);
    if (operands.layer.isBypassed())
        return MappingWords::tr("The layer is bypassed: output %1 is %2 unchanged.")
            .arg(output, input);
    switch (group) {
    case LayerGroup::Crop:
        return MappingWords::tr("Output %1 is %2: what is cropped before it moves every index.")
            .arg(output, input);
    case LayerGroup::Pad:
        return MappingWords::tr("Output %1 is %2: the zeros added before it move every index.")
            .arg(output, input);
    case LayerGroup::UpSample:
        return MappingWords::tr("Output %1 repeats %2: every input cell is shown several times.")
            .arg(output, input);
    case LayerGroup::Shape:
        return MappingWords::tr("Output %1 is %2: values change their place, never their number.")
            .arg(output, input);
    default:
        return MappingWords::tr("Output %1 is %2.").arg(output, input);
    }
}

QString normalizationWords(const Stage &stage)
{
    const NormalizationNumbers &numbers = *stage.normalization;
    if (numbers.spread != NormalizationNumbers::Spread::Variance)
        return MappingWords::tr(
                   "value ÷ √(%1 + %2) · gamma + beta, which is value × weight + shift with "
                   "the numbers below.")
            .arg(QLatin1StringView(toString(numbers.spread)), valueText(numbers.epsilon, 4));
    return MappingWords::tr(
               "(value − mean) ÷ √(variance + %1) · gamma + beta, which is value × weight + "
               "shift with the numbers below.")
        .arg(valueText(numbers.epsilon, 4));
}

} // namespace

QString mappingWords(const LayerOperands &operands, const Explanation &told, const Stage &stage)
{
    const std::int64_t count = static_cast<std::int64_t>(stage.terms.size()) + stage.omittedCount;
    switch (stage.reduce) {
    case Reduce::Max:
        return stage.winner
                   ? MappingWords::tr("The largest of %1 values wins: %2.")
                         .arg(integerText(count), placeText(told, stage.terms[*stage.winner]))
                   : MappingWords::tr("The largest of %1 values.").arg(integerText(count));
    case Reduce::Min:
        return stage.winner
                   ? MappingWords::tr("The smallest of %1 values wins: %2.")
                         .arg(integerText(count), placeText(told, stage.terms[*stage.winner]))
                   : MappingWords::tr("The smallest of %1 values.").arg(integerText(count));
    case Reduce::Mean:
        return MappingWords::tr("The mean of %1 values. Padding is not counted.")
            .arg(integerText(count));
    case Reduce::Copy:
        if (const auto &step = told.activation)
            return MappingWords::tr("%1 of the value at the same place.")
                .arg(QString::fromStdString(step->name));
        return copyWords(operands, told, stage);
    case Reduce::Interpolate:
        return MappingWords::tr("Between input cells, each weighed by how near it lies.");
    case Reduce::Merge:
        return MappingWords::tr("%1: one value of every input, from the same place.")
            .arg(QString::fromStdString(stage.operation));
    case Reduce::Line:
        if (stage.normalization && stage.result == stage.normalization->variance)
            return MappingWords::tr("The variance of %1 values: the mean of (value − %2)².")
                .arg(integerText(count), valueText(stage.normalization->mean, 4));
        return stage.hasProducts
                   ? MappingWords::tr("%1 along a line of %2 values: each counts by its own share.")
                         .arg(QString::fromStdString(stage.name), integerText(count))
                   : MappingWords::tr("%1 of %2 values.")
                         .arg(QString::fromStdString(stage.name), integerText(count));
    case Reduce::Sum:
        break;
    }
    if (stage.normalization)
        return normalizationWords(stage);
    if (!stage.isWeighted)
        return MappingWords::tr("All %1 values, added up.").arg(integerText(count));
    if (stage.weights < 0)
        return MappingWords::tr("The value at the same place, times a number, plus a number.");
    return MappingWords::tr("Every value of the line times its own weight, all added up.");
}

} // namespace convscope
