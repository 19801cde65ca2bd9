// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/layer_state.h"

namespace convscope {

LayerState layerState(const LayerShapes &shapes, const Error *failure)
{
    using Kind = LayerState::Kind;
    // What is wrong now comes before what went wrong when it last ran.
    if (shapes.isUnknown)
        return {Kind::Unknown, std::nullopt, {}};
    if (shapes.error)
        return {Kind::Illegal, shapes.error, {}};
    if (!shapes.waitsFor.empty())
        return {Kind::Waits, std::nullopt, shapes.waitsFor};
    if (failure != nullptr)
        return {Kind::Failed, *failure, {}};
    return {};
}

} // namespace convscope
