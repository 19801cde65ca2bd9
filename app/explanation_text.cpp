// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explanation_text.h"

#include "printable.h"
#include "tensor/shape.h"
#include "text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <vector>

namespace convscope {

namespace {

/// Windows of more channels are folded.
constexpr std::size_t kMostChannels = 4;

/// Enough digits to see a float, few enough to read.
std::string number(double value)
{
    char text[40];
    // Without the sign of a zero.
    std::snprintf(text, sizeof text, "%.9g", value == 0 ? 0 : value);
    return text;
}

std::string placeText(const Explanation &told, const Term &term)
{
    if (term.source == Term::kPadding)
        return "padding";
    if (term.stage >= 0)
        return fmt::format("stage {}", term.stage);
    if (term.source == Term::kStated)
        return "stated";
    if (term.source < 0)
        return "computed";
    return printable(told.inputNames[static_cast<std::size_t>(term.input)]) + ' ' +
           toString(told.place(term));
}

/// A sum over cells of which none lies beside another (Dense): the largest products say most.
bool isLargestFirst(const Stage &stage)
{
    return stage.reduce == Reduce::Sum && stage.isWeighted && stage.taps.empty() &&
           stage.terms.size() > 1 && stage.terms.front().stage < 0;
}

/// Positions of the stage's terms as they are printed.
std::vector<std::size_t> printedOrder(const Stage &stage)
{
    std::vector<std::size_t> order(stage.terms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (isLargestFirst(stage))
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::abs(stage.terms[a].product) > std::abs(stage.terms[b].product);
        });
    return order;
}

std::string termsTable(const Explanation &told, const Stage &stage)
{
    using Align = TextTable::Align;
    std::vector<TextTable::Column> columns{{"channel", Align::Right}};
    if (!stage.taps.empty())
        columns.push_back({"tap"});
    columns.push_back({"from"});
    columns.push_back({"input", Align::Right});
    if (stage.isWeighted)
        columns.push_back({"weight", Align::Right});
    const bool hasProducts = stage.isWeighted || stage.hasProducts;
    if (hasProducts)
        columns.push_back({"product", Align::Right});
    TextTable table(std::move(columns));
    for (const std::size_t i : printedOrder(stage)) {
        const Term &term = stage.terms[i];
        std::vector<std::string> row{std::to_string(term.channel)};
        if (!stage.taps.empty())
            row.push_back(toString(Explanation::tap(stage, term)));
        row.push_back(placeText(told, term) + (stage.winner != std::optional(i) ? ""
                                               : stage.reduce == Reduce::Min    ? "  ← smallest"
                                                                                : "  ← largest"));
        row.push_back(number(term.value));
        if (stage.isWeighted)
            row.push_back(number(term.weight));
        if (hasProducts)
            row.push_back(number(term.product));
        table.addRow(std::move(row));
    }
    return table.toString();
}

std::string channelsTable(const Stage &stage)
{
    using Align = TextTable::Align;
    TextTable table({{"channel", Align::Right}, {"terms", Align::Right}, {"sum", Align::Right}});
    for (const ChannelSum &channel : stage.channels)
        table.addRow(
            {std::to_string(channel.channel), std::to_string(channel.count), number(channel.sum)});
    return table.toString();
}

/// Those that were omitted included.
std::int64_t termCount(const Stage &stage)
{
    return static_cast<std::int64_t>(stage.terms.size()) + stage.omittedCount;
}

std::string stageText(const Explanation &told, const Stage &stage, std::size_t index)
{
    std::string text = fmt::format("\nStage {}: {}", index, stage.name);
    if (!stage.operation.empty())
        text += fmt::format(" ({})", stage.operation);
    const std::int64_t count = termCount(stage);
    text += fmt::format(", {}{}{}\n", groupedDigits(count), count == 1 ? " term" : " terms",
                        isLargestFirst(stage) ? ", largest products first, added by channel" : "");
    if (const auto &numbers = stage.normalization) {
        if (numbers->spread == NormalizationNumbers::Spread::Variance)
            text += fmt::format("mean {}, ", number(numbers->mean));
        text += fmt::format("{} {}", toString(numbers->spread), number(numbers->variance));
        if (stage.reduce != Reduce::Line)
            text += fmt::format(", gamma {}, beta {}, epsilon {}", number(numbers->gamma),
                                number(numbers->beta), number(numbers->epsilon));
        text += '\n';
    }
    const bool isFolded =
        stage.channels.size() > kMostChannels && stage.channels.size() < stage.terms.size();
    text += isFolded ? channelsTable(stage) : termsTable(told, stage);
    if (stage.omittedCount > 0)
        text += fmt::format("{} smaller terms, together {}\n", groupedDigits(stage.omittedCount),
                            number(stage.omittedSum));
    if (stage.sum)
        text += fmt::format("sum    {}\n", number(*stage.sum));
    if (stage.bias)
        text += fmt::format("{}   {}\n", stage.reduce == Reduce::Interpolate ? "fill" : "bias",
                            number(*stage.bias));
    if (stage.count)
        text += fmt::format("count  {}\n", *stage.count);
    text += fmt::format("result {}\n", number(stage.result));
    return text;
}

std::string fieldText(const FieldLine &line)
{
    std::string text = fmt::format("  {}:", printable(line.layer));
    if (line.box.empty())
        text += " no places";
    for (const CellRange &range : line.box)
        text += fmt::format(" {}–{}", range.first, range.last);
    if (line.paddingShare > 0) {
        char share[32];
        std::snprintf(share, sizeof share, ", %.1f %% padding", line.paddingShare * 100);
        text += share;
    }
    return text + '\n';
}

} // namespace

std::string toText(const Explanation &told, std::span<const FieldLine> field)
{
    std::string text =
        fmt::format("{} ({}), cell {} of sample {}: {}\n", printable(told.layer), told.className,
                    toString(told.cell), told.batch, number(static_cast<double>(told.value)));
    if (!told.note.isEmpty())
        text += told.note.text() + '\n';
    // The channels of a separable convolution are stages; the last one puts them together.
    const bool isFolded = told.stages.size() > kMostChannels + 1;
    for (std::size_t i = 0; i < told.stages.size(); ++i) {
        const Stage &stage = told.stages[i];
        if (isFolded && i + 1 < told.stages.size() && !stage.terms.empty())
            text += fmt::format("{}Stage {}: {} of channel {}, {} terms: {}\n", i == 0 ? "\n" : "",
                                i, stage.name, stage.terms.front().channel,
                                groupedDigits(termCount(stage)), number(stage.result));
        else
            text += stageText(told, stage, i);
    }
    if (const auto &step = told.activation) {
        text += fmt::format("\nActivation: {}", step->name);
        for (const auto &[name, value] : step->arguments)
            text += fmt::format(", {} {}", name, number(value));
        text += fmt::format("\n{} → {}\n", number(step->input), number(step->output));
    }
    text +=
        fmt::format("\nRecomputed {}, the map{} has {}: difference {}\n", number(told.recomputed),
                    told.kernel.empty() ? "" : fmt::format(" ({})", told.kernel),
                    number(static_cast<double>(told.value)), number(told.difference()));
    text += field.empty() ? "\nSees no cell of any tensor before it: the value is made of padding "
                            "and the layer's own numbers.\n"
                          : "\nSees\n";
    for (const FieldLine &line : field)
        text += fieldText(line);
    return text;
}

} // namespace convscope
