// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/explanation_words.h"
#include "explaining/mapping_words.h"
#include "pages/arithmetic/cell_story.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Terms as a list, the largest first.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TermWords
{
    Q_DECLARE_TR_FUNCTIONS(TermWords)
};

constexpr std::size_t kMostRows = 2000;
constexpr int kDigits = 5;

TermsPicture pictureOf(const CellStory &story, const Stage &stage, bool all)
{
    TermsPicture picture;
    picture.hasWeights = stage.isWeighted && stage.reduce != Reduce::Mean;
    picture.hasProducts = stage.hasProducts;
    const bool isProduct = picture.hasWeights || picture.hasProducts;
    const auto number = [&](std::size_t i) {
        return isProduct ? stage.terms[i].product : stage.terms[i].value;
    };
    std::vector<std::size_t> order(stage.terms.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto isLarger = [&](std::size_t a, std::size_t b) {
        return std::abs(number(a)) > std::abs(number(b));
    };
    const auto listed = static_cast<std::ptrdiff_t>(std::min(order.size(), kMostRows));
    std::partial_sort(order.begin(), order.begin() + listed, order.end(), isLarger);
    std::vector<double> values;
    std::vector<double> products;
    for (const Term &term : stage.terms) {
        values.push_back(term.value);
        products.push_back(term.product);
    }
    const SumFormat valueFormat(values, kDigits);
    const SumFormat productFormat(products, kDigits);
    const auto digits = [all](const SumFormat &format, double value) {
        return all ? allDigits(value) : format.text(value);
    };
    const std::int64_t own = story.placeOnLine();
    for (std::ptrdiff_t i = 0; i < listed; ++i) {
        const std::size_t at = order[static_cast<std::size_t>(i)];
        const Term &term = stage.terms[at];
        const bool isOnLine = stage.reduce == Reduce::Line && own >= 0;
        TermRow row;
        row.place = term.source == Term::kComputed && isOnLine
                        ? cellIndexText(
                              tensorIndex(story.cellOnLine(term.tap), story.operands->outputFormat))
                        : placeText(*story.told, term);
        row.value = digits(valueFormat, term.value);
        row.weight = all ? allDigits(term.weight) : valueText(term.weight, kDigits);
        row.product = digits(productFormat, term.product);
        row.share = number(at);
        row.isMarked = stage.winner == std::optional(at) || (isOnLine && term.tap == own);
        row.onLine = isOnLine ? term.tap : -1;
        picture.rows.push_back(std::move(row));
    }
    const std::int64_t count = static_cast<std::int64_t>(stage.terms.size()) + stage.omittedCount;
    picture.title = count == 1 ? TermWords::tr("One value")
                               : TermWords::tr("%1 values").arg(integerText(count));
    picture.note = mappingWords(*story.operands, *story.told, stage);
    if (count > static_cast<std::int64_t>(listed) && listed > 0)
        picture.note += TermWords::tr(" The %1 largest are listed.").arg(integerText(listed));
    return picture;
}

} // namespace

TermsPicture termsOf(const CellStory &story, bool all)
{
    const int at = story.stage();
    return at < 0 ? TermsPicture()
                  : pictureOf(story, story.told->stages[static_cast<std::size_t>(at)], all);
}

TermsPicture lineOf(const CellStory &story, bool all)
{
    return story.hasLine() ? pictureOf(story, story.told->stages.back(), all) : TermsPicture();
}

} // namespace convscope
