// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/explanation_words.h"
#include "explaining/printed_numbers.h"
#include "pages/arithmetic/cell_story.h"
#include "pages/arithmetic/story_stages.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Bars and the sum.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SumWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ArithmeticSums)
};

constexpr int kSumDigits = 6;

} // namespace

std::optional<std::int64_t> largestChannel(const CellStory &story)
{
    const ChannelShares all = sharesOf(story);
    const auto largest =
        std::max_element(all.shares.begin(), all.shares.end(), [](const auto &a, const auto &b) {
            return std::abs(a.second) < std::abs(b.second);
        });
    return largest == all.shares.end() ? std::nullopt : std::optional(largest->first);
}

ChannelBars barsOf(const CellStory &story)
{
    ChannelBars bars;
    const ChannelShares shares = sharesOf(story);
    if (const Stage *stage = stageOf(story); shares.shares.empty() && stage != nullptr &&
                                             stage->reduce == Reduce::Line && stage->hasProducts) {
        for (const Term &term : stage->terms)
            bars.bars.push_back({term.tap, term.product, false});
        bars.title = SumWords::tr("The line's %1 values").arg(bars.bars.size());
        bars.note = SumWords::tr("share of each before the division");
        bars.current = story.placeOnLine();
        return bars;
    }
    if (shares.shares.size() < 2)
        return bars;
    bars.current = story.choice.channel;
    for (const auto &[channel, share] : shares.shares)
        bars.bars.push_back({channel, share, false});
    const ChannelRange range = story.channels();
    const Tensor &input = story.operands->inputs.front();
    const std::int64_t all = channelCount(input, story.operands->inputFormats.front());
    if (!story.isSeparable() && range.count < all) {
        // The other groups' channels stand there, empty.
        std::vector<ChannelBars::Bar> whole;
        for (std::int64_t channel = 0; channel < all; ++channel) {
            if (range.contains(channel))
                whole.push_back(bars.bars[static_cast<std::size_t>(channel - range.first)]);
            else
                whole.push_back({channel, 0, true});
        }
        bars.bars = std::move(whole);
        const std::int64_t group = range.first / range.count;
        bars.title = SumWords::tr("Group %1 of %2").arg(group).arg(all / range.count);
        bars.note = SumWords::tr("channels %1 to %2 take part")
                        .arg(range.first)
                        .arg(range.first + range.count - 1);
        return bars;
    }
    bars.title = story.isSeparable() ? SumWords::tr("All %1 channels between").arg(range.count)
                                     : SumWords::tr("All %1 input channels").arg(range.count);
    bars.note = SumWords::tr("contribution to this cell");
    return bars;
}

namespace {

/// With digits of its own: a variance may be tiny beside the value.
QString ownDigits(double value, bool all)
{
    return all ? allDigits(value) : valueText(value, 5);
}

/// Of a volume: what the slice tap at hand adds to its channel, and what the others do.
struct SliceShares
{
    double shown = 0;
    double others = 0;
    /// How many others; 0: of no volume.
    std::int64_t count = 0;
};

SliceShares slicesOf(const CellStory &story, const Stage &stage)
{
    if (story.axes.size() < 3 || stage.taps.size() < 3 || stage.taps.front() < 2 ||
        stage.omittedCount > 0)
        return {};
    SliceShares shares;
    shares.count = stage.taps.front() - 1;
    for (const Term &term : story.terms())
        (story.shownTap(term) < 0 ? shares.others : shares.shown) +=
            stage.isWeighted ? term.product : term.value;
    return shares;
}

/// How the map's own number compares: equal is said only of what is.
QString mapWords(const Explanation &told, const SumFormat &format)
{
    const double apart = told.difference();
    if (apart == 0)
        return SumWords::tr("equals the computed map");
    if (static_cast<float>(told.recomputed) == told.value)
        return SumWords::tr("equals the computed map in float32");
    if (format.isSame(told.recomputed, static_cast<double>(told.value)))
        return SumWords::tr("the computed map differs by %1").arg(valueText(apart, 4));
    return SumWords::tr("the map has %1").arg(allDigits(told.value));
}

void addNormalization(const NormalizationNumbers &numbers, bool all, std::vector<SumRow> &rows)
{
    const auto text = [all](double value) { return ownDigits(value, all); };
    using Spread = NormalizationNumbers::Spread;
    if (numbers.spread == Spread::Variance)
        rows.push_back({SumWords::tr("mean, variance"),
                        {},
                        text(numbers.mean) + u", "_s + text(numbers.variance),
                        false,
                        false});
    else
        rows.push_back({numbers.spread == Spread::MeanSquare ? SumWords::tr("mean square")
                                                             : SumWords::tr("sum of squares"),
                        {},
                        text(numbers.variance),
                        false,
                        false});
    rows.push_back({SumWords::tr("gamma, beta"),
                    {},
                    text(numbers.gamma) + u", "_s + text(numbers.beta),
                    false,
                    false});
}

} // namespace

std::vector<SumRow> sumOf(const CellStory &story, bool all)
{
    std::vector<SumRow> rows;
    const Explanation *told = story.told;
    const Stage *stage = channelStage(story);
    if (told == nullptr || stage == nullptr)
        return rows;
    // Layers without places have a list of their own for what each value adds.
    const ChannelShares shares = story.axes.empty() ? ChannelShares() : sharesOf(story);
    std::vector<double> parts;
    std::vector<double> numbers{told->recomputed, static_cast<double>(told->value)};
    const bool isWeightedSum = stage->reduce == Reduce::Sum;
    const double before = stage->result;
    const SliceShares slices = isWeightedSum ? slicesOf(story, *stage) : SliceShares();
    const bool hasSlices = slices.count > 0;
    if (hasSlices)
        parts = {slices.shown, slices.others};
    if (shares.shares.size() > 1) {
        if (!hasSlices)
            parts = {shares.chosen};
        parts.push_back(shares.others);
    } else if (stage->sum && isWeightedSum && !hasSlices) {
        parts = {*stage->sum};
    }
    const bool hasBias = stage->bias.has_value();
    if (hasBias)
        parts.push_back(*stage->bias);
    numbers.insert(numbers.end(), parts.begin(), parts.end());
    numbers.push_back(before);
    const SumFormat format(numbers, kSumDigits);
    const auto text = [&](double value) { return digitsOf(format, value, all); };
    if (stage->normalization && stage->reduce == Reduce::Line) {
        const auto &of = *stage->normalization;
        rows.push_back({SumWords::tr("mean"), {}, ownDigits(of.mean, all), false, false});
        rows.push_back({SumWords::tr("variance"), {}, ownDigits(of.variance, all), false, false});
    } else if (stage->normalization)
        addNormalization(*stage->normalization, all, rows);
    const bool hasChannels = isWeightedSum && shares.shares.size() > 1;
    if (hasSlices) {
        // Its products are the tiles above.
        const QString tap = SumWords::tr("slice tap %1").arg(story.choice.depth);
        const QString others = slices.count == 1
                                   ? SumWords::tr("the other slice tap")
                                   : SumWords::tr("other %1 slice taps").arg(slices.count);
        const QString channel = SumWords::tr("channel %1").arg(story.choice.channel);
        rows.push_back(
            {hasChannels ? channel + u", "_s + tap : tap, {}, text(slices.shown), false, false});
        rows.push_back({hasChannels ? channel + u", "_s + others : others,
                        {},
                        text(slices.others),
                        false,
                        false});
    }
    if (hasChannels) {
        if (!hasSlices)
            rows.push_back({SumWords::tr("channel %1").arg(story.choice.channel),
                            {},
                            text(shares.chosen),
                            false,
                            false});
        const auto others = static_cast<int>(shares.shares.size()) - 1;
        rows.push_back({others == 1 ? SumWords::tr("the other channel")
                                    : SumWords::tr("other %1 channels").arg(others),
                        {},
                        text(shares.others),
                        false,
                        false});
    } else if (isWeightedSum && stage->sum && !hasSlices) {
        rows.push_back({!stage->isWeighted         ? SumWords::tr("sum of values")
                        : stage->terms.size() == 1 ? SumWords::tr("value × weight")
                                                   : SumWords::tr("sum of products"),
                        {},
                        text(*stage->sum),
                        false,
                        false});
    }
    if (stage->reduce == Reduce::Mean && stage->sum && stage->count) {
        rows.push_back({SumWords::tr("sum of values"), {}, text(*stage->sum), false, false});
        rows.push_back({SumWords::tr("divided by"), SumWords::tr("values inside"),
                        QString::number(*stage->count), false, false});
    }
    if (stage->reduce == Reduce::Max || stage->reduce == Reduce::Min)
        rows.push_back({(stage->reduce == Reduce::Max ? SumWords::tr("largest of %1 values")
                                                      : SumWords::tr("smallest of %1 values"))
                            .arg(static_cast<qint64>(stage->terms.size()) + stage->omittedCount),
                        {},
                        text(stage->result),
                        false,
                        false});
    if (stage->reduce == Reduce::Merge)
        rows.push_back({QString::fromStdString(stage->operation),
                        SumWords::tr("of %1 inputs").arg(stage->terms.size()), text(stage->result),
                        false, false});
    if (hasBias)
        rows.push_back({stage->normalization                   ? SumWords::tr("shift")
                        : stage->reduce == Reduce::Interpolate ? SumWords::tr("fill")
                                                               : SumWords::tr("bias"),
                        {},
                        text(*stage->bias),
                        false,
                        false});
    const Stage *line = stage->reduce == Reduce::Line ? stage : lineStage(story);
    if (line != nullptr && line->sum && line->hasProducts)
        rows.push_back({QString::fromStdString(line->name),
                        SumWords::tr("the sum of all %1 is").arg(line->terms.size()),
                        text(*line->sum), false, true});
    QStringList texts;
    for (const double part : parts)
        texts << text(part);
    const bool adds = parts.size() < 2 || sumSign(texts, text(before)) == u"=";
    const QString about = adds ? QString() : u"≈ "_s;
    if (told->activation)
        rows.push_back({QString::fromStdString(told->activation->name),
                        {},
                        about + activationText(*told->activation, format),
                        false,
                        true});
    SumRow result;
    result.label = SumWords::tr("value");
    result.note = mapWords(*told, format);
    result.value = (told->activation ? QString() : about) +
                   (all ? allDigits(told->recomputed) : format.text(told->recomputed));
    result.isResult = true;
    result.hasRule = !told->activation;
    rows.push_back(std::move(result));
    return rows;
}

} // namespace convscope
