// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/explanation_words.h"
#include "explaining/mapping_words.h"
#include "pages/arithmetic/cell_story.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Products, bars, the sum and the list of terms.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ArithmeticSums)
};

constexpr int kTileDigits = 5;
constexpr int kSumDigits = 6;

QString digitsOf(const SumFormat &format, double value, bool all)
{
    return all ? allDigits(value) : format.text(value);
}

const Stage *stageOf(const CellStory &story)
{
    const int at = story.stage();
    return at < 0 ? nullptr : &story.told->stages[static_cast<std::size_t>(at)];
}

/// The stage whose terms are channels.
const Stage *channelStage(const CellStory &story)
{
    if (story.told == nullptr || story.told->stages.empty())
        return nullptr;
    if (!story.isSeparable())
        return stageOf(story);
    const auto between = static_cast<std::size_t>(story.channels().count);
    return between < story.told->stages.size() ? &story.told->stages[between] : nullptr;
}

/// A function along a line that follows a sum; null: none.
const Stage *lineStage(const CellStory &story)
{
    if (story.told == nullptr || story.told->stages.size() < 2)
        return nullptr;
    const Stage &last = story.told->stages.back();
    return last.reduce == Reduce::Line && last.hasProducts ? &last : nullptr;
}

struct ChannelShares
{
    std::vector<std::pair<std::int64_t, double>> shares;
    double chosen = 0;
    double others = 0;
};

ChannelShares sharesOf(const CellStory &story)
{
    ChannelShares all;
    const Stage *stage = channelStage(story);
    if (stage == nullptr)
        return all;
    if (story.isSeparable()) {
        for (const Term &term : stage->terms)
            all.shares.emplace_back(term.channel, term.product);
    } else {
        for (const ChannelSum &channel : stage->channels)
            all.shares.emplace_back(channel.channel, channel.sum);
    }
    for (const auto &[channel, share] : all.shares)
        (channel == story.choice.channel ? all.chosen : all.others) += share;
    return all;
}

QString tapPlace(const CellStory &story, const Term &term)
{
    return placeText(*story.told, term);
}

/// From an input cell: what it adds to each output cell.
ProductsPicture scattered(const CellStory &story, bool all)
{
    ProductsPicture picture;
    const ArithmeticScene scene = sceneOf(story);
    const std::int64_t row = scene.isSequence() ? 0 : scene.cell.front();
    if (row >= scene.input.rows || scene.cell.back() >= scene.input.columns)
        return picture;
    const auto value = static_cast<double>(scene.input.at(row, scene.cell.back()));
    std::vector<double> numbers{value};
    for (const float weight : scene.kernel)
        numbers.push_back(static_cast<double>(weight) * value);
    const SumFormat format(numbers, kTileDigits);
    std::vector<double> weights(scene.kernel.begin(), scene.kernel.end());
    const SumFormat weightFormat(weights, kTileDigits);
    picture.perRow = scene.kernelColumns;
    const int rows = static_cast<int>(scene.kernel.size()) / std::max(scene.kernelColumns, 1);
    int lost = 0;
    for (const Touch &touch : scene.touches) {
        const double weight = weights[static_cast<std::size_t>(touch.tap)];
        const bool isLost = touch.row < 0 || touch.column < 0 || touch.row >= scene.output.rows ||
                            touch.column >= scene.output.columns;
        lost += isLost ? 1 : 0;
        const QString place = scene.isSequence() ? cellIndexText({touch.column})
                                                 : cellIndexText({touch.row, touch.column});
        ProductTile tile;
        tile.rawValue = value;
        tile.rawWeight = weight;
        tile.value = digitsOf(format, value, all);
        tile.weight = digitsOf(weightFormat, weight, all);
        tile.product = isLost ? Say::tr("cropped") : digitsOf(format, value * weight, all);
        tile.tap = touch.tap;
        tile.frame =
            tapColour(touch.tap / scene.kernelColumns, touch.tap % scene.kernelColumns, rows);
        tile.tip = Say::tr("to output %1\n%2 × %3 = %4")
                       .arg(place, allDigits(value), allDigits(weight), allDigits(value * weight));
        tile.spoken = Say::tr("to output %1, %2 times %3 is %4")
                          .arg(place, tile.value, tile.weight, tile.product);
        picture.tiles.push_back(std::move(tile));
    }
    picture.title = Say::tr("Scattered");
    picture.note =
        Say::tr("%1 products, each added into an output cell of its own").arg(picture.tiles.size());
    if (lost > 0)
        picture.note += Say::tr("; %1 fall outside and are cropped").arg(lost);
    return picture;
}

} // namespace

ProductsPicture productsOf(const CellStory &story, bool all)
{
    if (story.choice.scatterFrom)
        return scattered(story, all);
    ProductsPicture picture;
    const Stage *stage = stageOf(story);
    if (stage == nullptr)
        return picture;
    std::vector<Term> terms;
    for (const Term &term : story.terms()) {
        if (story.shownTap(term) >= 0)
            terms.push_back(term);
    }
    std::vector<double> products;
    std::vector<double> weights;
    std::vector<double> values;
    double sum = 0;
    int padding = 0;
    for (const Term &term : terms) {
        values.push_back(term.value);
        weights.push_back(term.weight);
        const double product = stage->isWeighted || stage->hasProducts ? term.product : term.value;
        products.push_back(product);
        sum += product;
        padding += term.source == Term::kPadding ? 1 : 0;
    }
    std::vector<double> printed = products;
    printed.push_back(sum);
    const SumFormat format(printed, kTileDigits);
    const SumFormat weightFormat(weights, kTileDigits);
    const SumFormat valueFormat(values, kTileDigits);
    const bool isMean = stage->reduce == Reduce::Mean;
    const bool showsWeights = stage->isWeighted && !isMean;
    const Extents &taps = stage->taps;
    picture.perRow = taps.empty() ? 1 : static_cast<int>(taps.back());
    const int rows = taps.size() > 1 ? static_cast<int>(taps[taps.size() - 2]) : 1;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const Term &term = terms[i];
        ProductTile tile;
        // Of several inputs each has one value.
        tile.tap = stage->reduce != Reduce::Merge ? story.shownTap(term)
                   : term.input < 0               ? static_cast<int>(story.operands->inputs.size())
                                                  : term.input;
        tile.isPadding = term.source == Term::kPadding;
        if (stage->reduce == Reduce::Merge)
            tile.name = term.input < 0
                            ? Say::tr("number")
                            : QString::fromStdString(
                                  story.told->inputNames[static_cast<std::size_t>(term.input)]);
        tile.rawValue = term.value;
        tile.rawWeight = term.weight;
        tile.value = tile.isPadding ? Say::tr("0 pad") : digitsOf(valueFormat, term.value, all);
        if (showsWeights)
            tile.weight = digitsOf(weightFormat, term.weight, all);
        if (showsWeights || stage->hasProducts)
            tile.product = digitsOf(format, products[i], all);
        tile.frame = tapColour(tile.tap / std::max(picture.perRow, 1),
                               tile.tap % std::max(picture.perRow, 1), rows);
        tile.isWinner =
            stage->winner && stage->terms[*stage->winner].source == term.source && term.source >= 0;
        const QString place = tapPlace(story, term);
        tile.tip = showsWeights
                       ? u"%1\n%2 × %3 = %4"_s.arg(place, allDigits(term.value),
                                                   allDigits(term.weight), allDigits(term.product))
                       : u"%1\n%2"_s.arg(place, allDigits(term.value));
        tile.spoken =
            showsWeights
                ? Say::tr("%1, %2 times %3 is %4").arg(place, tile.value, tile.weight, tile.product)
                : Say::tr("%1, %2").arg(place, tile.value);
        picture.tiles.push_back(std::move(tile));
    }
    const bool isSum = stage->reduce == Reduce::Sum || stage->reduce == Reduce::Interpolate;
    const bool isByChannel = story.channels().count > 1;
    picture.title = isByChannel ? Say::tr("Channel %1").arg(story.choice.channel)
                                : Say::tr("The cell's values");
    if (isSum || isMean) {
        picture.join = u"+"_s;
        picture.sign = format.sign(products, sum);
        picture.sum = digitsOf(format, sum, all);
        if (terms.size() == 1 && !showsWeights)
            picture.sum.clear();
    }
    const auto count = static_cast<int>(terms.size());
    if (showsWeights)
        picture.note = count == 1 ? Say::tr("one product") : Say::tr("%1 products").arg(count);
    else
        picture.note = count == 1 ? Say::tr("one value") : Say::tr("%1 values").arg(count);
    if (padding > 0)
        picture.note += Say::tr(", %1 of them with padding").arg(padding);
    if (story.axes.size() > 2 && taps.size() > 2)
        picture.note += Say::tr(" of slice tap %1").arg(story.choice.depth);
    if (count == 0)
        picture.note = Say::tr("no input cell reaches it");
    return picture;
}

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
        bars.title = Say::tr("The line's %1 values").arg(bars.bars.size());
        bars.note = Say::tr("share of each before the division");
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
        bars.title = Say::tr("Group %1 of %2").arg(group).arg(all / range.count);
        bars.note = Say::tr("channels %1 to %2 take part")
                        .arg(range.first)
                        .arg(range.first + range.count - 1);
        return bars;
    }
    bars.title = story.isSeparable() ? Say::tr("All %1 channels between").arg(range.count)
                                     : Say::tr("All %1 input channels").arg(range.count);
    bars.note = Say::tr("contribution to this cell");
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
    /// How many others.
    std::int64_t count = 0;
};

std::optional<SliceShares> slicesOf(const CellStory &story, const Stage &stage)
{
    if (story.axes.size() < 3 || stage.taps.size() < 3 || stage.taps.front() < 2 ||
        stage.omittedCount > 0)
        return std::nullopt;
    SliceShares shares;
    shares.count = stage.taps.front() - 1;
    for (const Term &term : story.terms())
        (story.shownTap(term) < 0 ? shares.others : shares.shown) +=
            stage.isWeighted ? term.product : term.value;
    return shares;
}

void addNormalization(const NormalizationNumbers &numbers, bool all, std::vector<SumRow> &rows)
{
    const auto text = [all](double value) { return ownDigits(value, all); };
    using Spread = NormalizationNumbers::Spread;
    if (numbers.spread == Spread::Variance)
        rows.push_back({Say::tr("mean, variance"),
                        {},
                        text(numbers.mean) + u", "_s + text(numbers.variance),
                        false,
                        false});
    else
        rows.push_back({numbers.spread == Spread::MeanSquare ? Say::tr("mean square")
                                                             : Say::tr("sum of squares"),
                        {},
                        text(numbers.variance),
                        false,
                        false});
    rows.push_back({Say::tr("gamma, beta"),
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
    const auto slices = isWeightedSum ? slicesOf(story, *stage) : std::nullopt;
    if (slices)
        parts = {slices->shown, slices->others};
    if (shares.shares.size() > 1) {
        if (!slices)
            parts = {shares.chosen};
        parts.push_back(shares.others);
    } else if (stage->sum && isWeightedSum && !slices) {
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
        rows.push_back({Say::tr("mean"), {}, ownDigits(of.mean, all), false, false});
        rows.push_back({Say::tr("variance"), {}, ownDigits(of.variance, all), false, false});
    } else if (stage->normalization)
        addNormalization(*stage->normalization, all, rows);
    const bool hasChannels = isWeightedSum && shares.shares.size() > 1;
    if (slices) {
        // Its products are the tiles above.
        const QString tap = Say::tr("slice tap %1").arg(story.choice.depth);
        const QString others = slices->count == 1
                                   ? Say::tr("the other slice tap")
                                   : Say::tr("other %1 slice taps").arg(slices->count);
        const QString channel = Say::tr("channel %1").arg(story.choice.channel);
        rows.push_back(
            {hasChannels ? channel + u", "_s + tap : tap, {}, text(slices->shown), false, false});
        rows.push_back({hasChannels ? channel + u", "_s + others : others,
                        {},
                        text(slices->others),
                        false,
                        false});
    }
    if (hasChannels) {
        if (!slices)
            rows.push_back({Say::tr("channel %1").arg(story.choice.channel),
                            {},
                            text(shares.chosen),
                            false,
                            false});
        const auto others = static_cast<int>(shares.shares.size()) - 1;
        rows.push_back(
            {others == 1 ? Say::tr("the other channel") : Say::tr("other %1 channels").arg(others),
             {},
             text(shares.others),
             false,
             false});
    } else if (isWeightedSum && stage->sum && !slices) {
        rows.push_back({!stage->isWeighted         ? Say::tr("sum of values")
                        : stage->terms.size() == 1 ? Say::tr("value × weight")
                                                   : Say::tr("sum of products"),
                        {},
                        text(*stage->sum),
                        false,
                        false});
    }
    if (stage->reduce == Reduce::Mean && stage->sum && stage->count) {
        rows.push_back({Say::tr("sum of values"), {}, text(*stage->sum), false, false});
        rows.push_back({Say::tr("divided by"), Say::tr("values inside"),
                        QString::number(*stage->count), false, false});
    }
    if (stage->reduce == Reduce::Max || stage->reduce == Reduce::Min)
        rows.push_back({(stage->reduce == Reduce::Max ? Say::tr("largest of %1 values")
                                                      : Say::tr("smallest of %1 values"))
                            .arg(static_cast<qint64>(stage->terms.size()) + stage->omittedCount),
                        {},
                        text(stage->result),
                        false,
                        false});
    if (stage->reduce == Reduce::Merge)
        rows.push_back({QString::fromStdString(stage->operation),
                        Say::tr("of %1 inputs").arg(stage->terms.size()), text(stage->result),
                        false, false});
    if (hasBias)
        rows.push_back({stage->normalization                   ? Say::tr("shift")
                        : stage->reduce == Reduce::Interpolate ? Say::tr("fill")
                                                               : Say::tr("bias"),
                        {},
                        text(*stage->bias),
                        false,
                        false});
    const Stage *line = stage->reduce == Reduce::Line ? stage : lineStage(story);
    if (line != nullptr && line->sum && line->hasProducts)
        rows.push_back({QString::fromStdString(line->name),
                        Say::tr("the sum of all %1 is").arg(line->terms.size()), text(*line->sum),
                        false, true});
    const bool adds = parts.size() < 2 || all || format.addsUp(parts, before);
    const QString about = adds ? QString() : u"≈ "_s;
    if (told->activation)
        rows.push_back({QString::fromStdString(told->activation->name),
                        {},
                        about + activationText(*told->activation, format),
                        false,
                        true});
    SumRow result;
    result.label = Say::tr("value");
    const auto map = static_cast<double>(told->value);
    result.note = format.isSame(told->recomputed, map)
                      ? Say::tr("equals the computed map")
                      : Say::tr("the map has %1").arg(allDigits(told->value));
    result.value = (told->activation ? QString() : about) +
                   (all ? allDigits(told->recomputed) : format.text(told->recomputed));
    result.isResult = true;
    result.hasRule = !told->activation;
    rows.push_back(std::move(result));
    return rows;
}

} // namespace convscope
