// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/explanation_words.h"
#include "explaining/printed_numbers.h"
#include "pages/arithmetic/cell_story.h"
#include "pages/arithmetic/story_stages.h"
#include "pages/arithmetic/tap_colours.h"

#include <QCoreApplication>

#include <algorithm>

// The products of one channel.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProductWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ArithmeticSums)
};

constexpr int kTileDigits = 5;

/// "0.3 × 0.5 = 0.15", with all digits.
QString wholeProduct(double value, double weight, double product)
{
    const QString a = allDigits(value);
    const QString b = allDigits(weight);
    const QString c = allDigits(product);
    return u"%1 × %2 %3 %4"_s.arg(a, b, productSign(a, b, c), c);
}

/// "…, 0.3 times 0.5 is 0.15", as it is printed.
QString spokenProduct(const QString &place, const ProductTile &tile)
{
    const QString value = tile.isPadding ? u"0"_s : tile.value;
    return (productSign(value, tile.weight, tile.product) == u"="
                ? ProductWords::tr("%1, %2 times %3 is %4")
                : ProductWords::tr("%1, %2 times %3 is about %4"))
        .arg(place, tile.value, tile.weight, tile.product);
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
        tile.product = isLost ? ProductWords::tr("cropped") : digitsOf(format, value * weight, all);
        tile.tap = touch.tap;
        tile.frame =
            tapColour(touch.tap / scene.kernelColumns, touch.tap % scene.kernelColumns, rows);
        tile.rawProduct = isLost ? 0 : value * weight;
        const QString to = ProductWords::tr("to output %1").arg(place);
        tile.tip = to + u'\n' + wholeProduct(value, weight, value * weight);
        tile.spoken = isLost ? to + u", "_s + tile.product : spokenProduct(to, tile);
        picture.tiles.push_back(std::move(tile));
    }
    picture.title = ProductWords::tr("Scattered");
    picture.note = ProductWords::tr("%1 products, each added into an output cell of its own")
                       .arg(picture.tiles.size());
    if (lost > 0)
        picture.note += ProductWords::tr("; %1 fall outside and are cropped").arg(lost);
    return picture;
}

} // namespace

QString ProductTile::brief() const
{
    if (weight.isEmpty())
        return product.isEmpty() ? value : value + u" → "_s + product;
    const QString sign = productSign(isPadding ? u"0"_s : value, weight, product);
    return u"%1 × %2 %3 %4"_s.arg(value, weight, sign, product);
}

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
                            ? ProductWords::tr("number")
                            : QString::fromStdString(
                                  story.told->inputNames[static_cast<std::size_t>(term.input)]);
        tile.rawValue = term.value;
        tile.rawWeight = term.weight;
        tile.value =
            tile.isPadding ? ProductWords::tr("0 pad") : digitsOf(valueFormat, term.value, all);
        if (showsWeights)
            tile.weight = digitsOf(weightFormat, term.weight, all);
        if (showsWeights || stage->hasProducts)
            tile.product = digitsOf(format, products[i], all);
        tile.frame = tapColour(tile.tap / std::max(picture.perRow, 1),
                               tile.tap % std::max(picture.perRow, 1), rows);
        tile.isWinner =
            stage->winner && stage->terms[*stage->winner].source == term.source && term.source >= 0;
        const QString place = tapPlace(story, term);
        tile.rawProduct = products[i];
        tile.tip = place + u'\n' +
                   (showsWeights ? wholeProduct(term.value, term.weight, term.product)
                                 : allDigits(term.value));
        tile.spoken = showsWeights ? spokenProduct(place, tile)
                                   : ProductWords::tr("%1, %2").arg(place, tile.value);
        picture.tiles.push_back(std::move(tile));
    }
    const bool isSum = stage->reduce == Reduce::Sum || stage->reduce == Reduce::Interpolate;
    const bool isByChannel = story.channels().count > 1;
    picture.title = isByChannel ? ProductWords::tr("Channel %1").arg(story.choice.channel)
                                : ProductWords::tr("The cell's values");
    if (isSum || isMean) {
        picture.join = u"+"_s;
        picture.sum = digitsOf(format, sum, all);
        QStringList texts;
        for (const double product : products)
            texts << digitsOf(format, product, all);
        picture.sign = sumSign(texts, picture.sum);
        if (terms.size() == 1 && !showsWeights)
            picture.sum.clear();
    }
    const auto count = static_cast<int>(terms.size());
    if (showsWeights)
        picture.note = count == 1 ? ProductWords::tr("one product")
                                  : ProductWords::tr("%1 products").arg(count);
    else
        picture.note =
            count == 1 ? ProductWords::tr("one value") : ProductWords::tr("%1 values").arg(count);
    if (padding > 0 && padding == count)
        picture.note += count == 1 ? ProductWords::tr(", from padding")
                                   : ProductWords::tr(", all with padding");
    else if (padding > 0)
        picture.note += ProductWords::tr(", %1 of them with padding").arg(padding);
    if (story.axes.size() > 2 && taps.size() > 2)
        picture.note += ProductWords::tr(" of slice tap %1").arg(story.choice.depth);
    if (count == 0)
        picture.note = ProductWords::tr("no input cell reaches it");
    return picture;
}

} // namespace convscope
