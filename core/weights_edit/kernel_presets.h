// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "weights_edit/weight_layout.h"

#include <vector>

namespace convscope {

/// Kernels that everybody knows, for any size.
enum class KernelShape
{
    Identity,  ///< 1 at the centre; of an even size where Keras' "same" puts the output
    Box,       ///< the mean
    Gaussian,  ///< sums to 1; OpenCV's deviation for the size
    SobelX,    ///< right minus left, smoothed along the other axes: OpenCV's numbers
    SobelY,    ///< below minus above
    Laplacian, ///< sum of the second differences; smoothed above 3
    Sharpen,   ///< identity less Laplacian
    Emboss,    ///< lower right less upper left, and the centre
    Gabor,     ///< a wave under a Gaussian
};

/// Its word in undo steps and on the command line: "sobel_x".
[[nodiscard]] std::string_view name(KernelShape shape);

struct KernelPreset
{
    KernelShape shape = KernelShape::Identity;
    // Of a Gabor kernel: where its wave runs to (0: along columns, 90: along rows) and its phase in
    // degrees (0: even, a line; 90: odd, an edge), and the wave's length in cells.
    double angle = 0;
    double wavelength = 4;
    double phase = 0;

    bool operator==(const KernelPreset &) const = default;
};

/// Values in slices, rows, columns. Where an axis is too short for the shape (a Sobel needs two
/// cells along its axis, a Laplacian three along one) rule "input" says so; a wavelength must be
/// above 0. What has no third axis of its own is smoothed along the slices.
[[nodiscard]] Result<std::vector<double>> kernelValues(const KernelPreset &preset,
                                                       const KernelExtents &extents);

} // namespace convscope
