// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"

#include <QImage>
#include <QString>

namespace convscope {

/// Saves a map by the ending of `path`: .npy its values (rows, columns), anything else its picture.
/// The file appears whole or not at all. Errors: "file".
[[nodiscard]] Result<void> exportPlane(const QString &path, const Plane &plane,
                                       const QImage &picture);

} // namespace convscope
