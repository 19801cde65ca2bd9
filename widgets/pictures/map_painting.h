// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/display_settings.h"

#include <QImage>
#include <QSize>

#include <span>
#include <utility>
#include <vector>

namespace convscope {

/// One pixel per cell; null where the plane is empty.
[[nodiscard]] QImage paintPlane(const Plane &plane, const ValueRange &range,
                                const Colormap &colormap, bool inverted);

/// Of the plane's aspect, as large as fits into `box` (device pixels), at least one pixel each way.
[[nodiscard]] QImage paintPlaneScaled(const Plane &plane, const ValueRange &range,
                                      const Colormap &colormap, bool inverted, QSize box);

/// The same for many maps of a layer, each with its range, at the cost of about one. Nothing for
/// channels that the layer does not have.
[[nodiscard]] std::vector<std::pair<int, QImage>>
paintMapsScaled(const Tensor &output, DataFormat format, std::int64_t batch, std::int64_t slice,
                const std::vector<std::pair<int, ValueRange>> &maps, const Colormap &colormap,
                bool inverted, QSize box);

/// What is black and what is white in a photo of these planes, which models are given in several
/// ranges: 0 and 1 or 0 and 255 where all values lie there, else the least and the largest.
[[nodiscard]] ValueRange photoRange(std::span<const Plane> planes);
/// Three planes as a photo, scaled into `box`; an empty box keeps one pixel per cell.
[[nodiscard]] QImage paintPhoto(const Plane &red, const Plane &green, const Plane &blue,
                                const ValueRange &range, QSize box);

/// The colormap of the settings; where they follow the theme: gray for inputs, magma for values ≥
/// 0, vik (light) or berlin (dark) for both signs.
[[nodiscard]] const Colormap &chooseColormap(const QString &name, const Distribution &distribution,
                                             bool isDark, bool isInput);

/// 0…1 for inputs that lie there, else the automatic range.
[[nodiscard]] ValueRange chooseRange(const Distribution &distribution, double share, bool isInput);

} // namespace convscope
