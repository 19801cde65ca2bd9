// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explanation_json.h"

namespace convscope {

namespace {

using nlohmann::ordered_json;

ordered_json termJson(const Explanation &told, const Stage &stage, const Term &term)
{
    ordered_json json;
    if (term.input >= 0)
        json["of"] = told.inputNames[static_cast<std::size_t>(term.input)];
    json["channel"] = term.channel;
    if (!stage.taps.empty())
        json["tap"] = Explanation::tap(stage, term);
    if (term.stage >= 0)
        json["stage"] = term.stage;
    if (term.source == Term::kPadding)
        json["source"] = nullptr;
    else if (term.source >= 0)
        json["source"] = told.place(term);
    json["input"] = term.value;
    if (stage.isWeighted)
        json["weight"] = term.weight;
    if (stage.isWeighted || stage.hasProducts)
        json["product"] = term.product;
    return json;
}

ordered_json stageJson(const Explanation &told, const Stage &stage)
{
    ordered_json terms = ordered_json::array();
    for (const Term &term : stage.terms)
        terms.push_back(termJson(told, stage, term));
    ordered_json json{
        {"name", stage.name}, {"reduce", toString(stage.reduce)}, {"terms", std::move(terms)}};
    if (stage.sum)
        json["sum"] = *stage.sum;
    if (stage.bias)
        json["bias"] = *stage.bias;
    if (stage.count)
        json["count"] = *stage.count;
    if (stage.winner)
        json["winner"] = *stage.winner;
    if (!stage.operation.empty())
        json["operation"] = stage.operation;
    if (const auto &numbers = stage.normalization) {
        using Spread = NormalizationNumbers::Spread;
        if (numbers->spread != Spread::Variance) {
            const char *const name =
                numbers->spread == Spread::MeanSquare ? "mean_square" : "sum_of_squares";
            if (stage.reduce == Reduce::Line)
                json[name] = numbers->variance;
            else
                json["normalization"] = {{"gamma", numbers->gamma},
                                         {"beta", numbers->beta},
                                         {name, numbers->variance},
                                         {"epsilon", numbers->epsilon}};
        } else if (stage.reduce == Reduce::Line) {
            json["mean"] = numbers->mean;
            json["variance"] = numbers->variance;
        } else {
            json["batch_norm"] = {{"gamma", numbers->gamma},
                                  {"beta", numbers->beta},
                                  {"mean", numbers->mean},
                                  {"variance", numbers->variance},
                                  {"epsilon", numbers->epsilon}};
        }
    }
    json["result"] = stage.result;
    return json;
}

ordered_json activationJson(const std::optional<ActivationStep> &step)
{
    if (!step)
        return nullptr;
    ordered_json arguments = ordered_json::object();
    for (const auto &[name, value] : step->arguments)
        arguments[name] = value;
    return {{"name", step->name},
            {"arguments", std::move(arguments)},
            {"input", step->input},
            {"output", step->output}};
}

ordered_json omittedJson(const Explanation &told)
{
    std::int64_t count = 0;
    double sum = 0;
    for (const Stage &stage : told.stages) {
        count += stage.omittedCount;
        sum += stage.omittedSum;
    }
    return count == 0 ? ordered_json() : ordered_json{{"count", count}, {"sum", sum}};
}

} // namespace

ordered_json toJson(const Explanation &told, std::span<const FieldLine> field)
{
    ordered_json stages = ordered_json::array();
    for (const Stage &stage : told.stages)
        stages.push_back(stageJson(told, stage));
    ordered_json fields = ordered_json::array();
    for (const FieldLine &line : field) {
        ordered_json axes = ordered_json::array();
        for (const CellRange &range : line.box)
            axes.push_back({range.first, range.last});
        fields.push_back({{"layer", line.layer},
                          {"axes", std::move(axes)},
                          {"padding_share", line.paddingShare}});
    }
    return {{"layer", told.layer},
            {"class_name", told.className},
            {"cell", told.cell},
            {"batch", told.batch},
            {"kernel", told.kernel},
            {"value", static_cast<double>(told.value)},
            {"recomputed", told.recomputed},
            {"difference", told.difference()},
            {"note", told.note.isEmpty() ? ordered_json() : ordered_json(told.note.text())},
            {"stages", std::move(stages)},
            {"activation", activationJson(told.activation)},
            {"omitted", omittedJson(told)},
            {"field", std::move(fields)}};
}

} // namespace convscope
