// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/read_repairs.h"

#include "model/rewire.h"
#include "model/shape_inference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace convscope {

namespace {

std::string joinedNames(const std::vector<std::string> &names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

} // namespace

std::vector<Repair> findReadRepairs(const Model &model, std::span<const Shape> inputs, int index,
                                    std::size_t most)
{
    std::vector<Repair> repairs;
    const Layer &layer = model.layer(index);
    const LayerType &type = model.owner(index).type();
    if (type.maxInputs < 2)
        return repairs;
    const std::vector<std::string> names = readNames(model, index);
    const auto count = static_cast<int>(names.size());
    const ModelShapes shapes = inferShapes(model, inputs);
    const auto tryPlace = [&](std::size_t place, std::size_t atMost) {
        const ReadOffers offers = readOffers(model, shapes, inputs, index, place);
        std::size_t found = 0;
        // The nearest first; what it reads already only at the end.
        for (const bool isRead : {false, true}) {
            for (std::size_t i = offers.tensors.size(); i-- > 0;) {
                const ReadOffer &offer = offers.tensors[i];
                const bool isBefore =
                    offer.source.kind == Source::Kind::Input || offer.source.index < index;
                if (!offer.makes || !isBefore || (offer.place >= 0) != isRead)
                    continue;
                if (found == atMost || repairs.size() == most)
                    return;
                std::vector<std::string> wanted = names;
                if (place == names.size())
                    wanted.push_back(offer.name);
                else
                    wanted[place] = offer.name;
                auto changed = setReads(model, index, wanted);
                if (!changed || changed->indexOf(layer.name()) != index)
                    continue;
                const ModelShapes after = inferShapes(*changed, inputs);
                const LayerShapes &mended = after.layers[static_cast<std::size_t>(index)];
                if (!mended.output)
                    continue;
                ++found;
                repairs.push_back({index, "inputs", joinedNames(names), joinedNames(wanted),
                                   *mended.output, mended.inputs.front(), std::move(*changed),
                                   0.2 + 0.1 * static_cast<double>(repairs.size())});
            }
        }
    };
    if (count + 1 == type.minInputs) {
        tryPlace(names.size(), most);
    } else if (count >= type.minInputs && count <= type.maxInputs) {
        for (std::size_t place = names.size(); place-- > 0;)
            tryPlace(place, 1);
    }
    return repairs;
}

} // namespace convscope
