// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct IdentityParams
{
    bool operator==(const IdentityParams &) const = default;
};

} // namespace

extern const LayerType kIdentity;
const LayerType kIdentity = layerType<IdentityParams>({
    .className = "Identity",
    .group = LayerGroup::Core,
    .summary = "hands its input on",
    .schema = {{}},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
