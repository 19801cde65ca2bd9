// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layer_figures.h"

#include "layers/unknown_layer.h"
#include "text_table.h"
#include "visual/render.h"

#include <fmt/format.h>

#include <limits>

namespace convscope {

namespace {

const LayerShapes &shapesOf(const RunResult &result, int index)
{
    return result.shapes.layers[static_cast<std::size_t>(index)];
}

} // namespace

std::vector<LayerFigures> layerFigures(const Model &model, const RunResult &result)
{
    std::vector<LayerFigures> all;
    for (const LayerResult &layerResult : result.layers) {
        const Layer &layer = model.layer(layerResult.index);
        const Tensor &output = layerResult.output;
        if (output.isNull()) {
            const double none = std::numeric_limits<double>::quiet_NaN();
            all.push_back({layer.name(),
                           layer.type().className,
                           !isUnknown(layer),
                           {},
                           {},
                           none,
                           none,
                           none,
                           none,
                           none,
                           0,
                           {}});
            continue;
        }
        // The whole output as one row: figures of all its values together.
        const Plane row{output, 0, 1, output.size(), output.size(), 1};
        const Distribution spread = distribution(std::span(&row, 1));
        const bool isEmpty = spread.count == 0;
        const double none = std::numeric_limits<double>::quiet_NaN();
        all.push_back({layer.name(), layer.type().className, !isUnknown(layer), layerResult.kernel,
                       output.extents(), layerResult.milliseconds,
                       isEmpty ? none : double(spread.minimum), isEmpty ? none : spread.mean,
                       isEmpty ? none : double(spread.maximum),
                       isEmpty ? none : spread.standardDeviation, spread.nonfinite,
                       storedShare(model.owner(layerResult.index),
                                   shapesOf(result, layerResult.index).weights)});
    }
    return all;
}

nlohmann::ordered_json toJson(std::span<const LayerFigures> figures)
{
    using nlohmann::ordered_json;
    auto array = nlohmann::ordered_json::array();
    for (const LayerFigures &f : figures) {
        array.push_back(
            {{"name", f.name},
             {"class_name", f.className},
             {"known", f.isKnown},
             {"kernel", f.kernel},
             {"output_shape", f.outputShape.empty() ? ordered_json() : ordered_json(f.outputShape)},
             {"ms", f.milliseconds},
             {"min", f.minimum},
             {"mean", f.mean},
             {"max", f.maximum},
             {"std", f.standardDeviation},
             {"nonfinite", f.nonfinite}});
        if (f.weights.isPartial())
            array.back()["weights"] = {{"stored", f.weights.stored}, {"total", f.weights.total}};
    }
    return array;
}

std::string toText(std::span<const LayerFigures> figures)
{
    using Align = TextTable::Align;
    TextTable table({{"layer"},
                     {"class"},
                     {"output shape"},
                     {"kernel"},
                     {"ms", Align::Right},
                     {"min", Align::Right},
                     {"mean", Align::Right},
                     {"max", Align::Right},
                     {"std", Align::Right}});
    for (const LayerFigures &f : figures)
        table.addRow({f.name, f.className,
                      f.outputShape.empty() ? "not computed" : toString(f.outputShape), f.kernel,
                      shortNumber(f.milliseconds), shortNumber(f.minimum), shortNumber(f.mean),
                      shortNumber(f.maximum), shortNumber(f.standardDeviation)});
    std::string text = table.toString();
    for (const LayerFigures &f : figures) {
        if (f.nonfinite > 0)
            text += fmt::format("{}: {} values are not finite (infinite or not a number)\n", f.name,
                                groupedDigits(f.nonfinite));
        if (f.weights.isPartial())
            text += fmt::format("{}: {} of {} weights are stored, the others are drawn\n", f.name,
                                groupedDigits(f.weights.stored), groupedDigits(f.weights.total));
    }
    return text;
}

} // namespace convscope
