// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/upsample.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/spatial_layer.h"

// What UpSampling1D, UpSampling2D and UpSampling3D share.

namespace convscope {

/// Numbers of an up-sampling over src: factors per axis, channels where `format` says.
[[nodiscard]] UpsampleProblem upsampleProblem(const Tensor &src, const IntList &factors,
                                              DataFormat format, Interpolation interpolation);

/// "2×2", "2×2 · bilinear".
[[nodiscard]] Words upSamplingBrief(const IntList &factors, Interpolation interpolation);

template <class P>
[[nodiscard]] Param<P> upSamplingSizeRow()
{
    return param("size", &P::size)
        .label("Size")
        .doc("How many output cells each input cell becomes along each axis.")
        .atLeast(1)
        .rules("E2", "E3");
}

} // namespace convscope
