// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"

#include <algorithm>
#include <array>

namespace convscope {

// registry_list.inc is generated from the list of layers in CMakeLists.txt: one LAYER(Conv2D) a
// line.
#define LAYER(name) extern const LayerType k##name;
#include "layers/registry_list.inc"
#undef LAYER

std::span<const LayerType *const> layerTypes()
{
#define LAYER(name) &k##name,
    static const std::array types{
#include "layers/registry_list.inc"
    };
#undef LAYER
    return types;
}

const LayerType *findLayerType(std::string_view className)
{
    // Operations carry their module's name as their own.
    if (const auto dot = className.rfind('.');
        dot != std::string_view::npos && !className.starts_with("ops."))
        className.remove_prefix(dot + 1);
    for (const LayerType *type : layerTypes()) {
        if (type->className == className ||
            std::find(type->aliases.begin(), type->aliases.end(), className) != type->aliases.end())
            return type;
    }
    return nullptr;
}

} // namespace convscope
