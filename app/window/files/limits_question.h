// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/tensorflow_limits.h"

#include <QString>

#include <vector>

class QWidget;

namespace convscope {

enum class LimitsAnswer
{
    SaveAnyway,
    /// Do not save; show the first layer that a limit holds for.
    ShowLayer,
    Cancel
};

/// Before a file is written: what Keras on TensorFlow will not do with it, each with what to
/// change. Waits for the answer; closing the question is Cancel. `limits` holds one at least.
[[nodiscard]] LimitsAnswer askAboutLimits(QWidget *parent, const QString &fileName,
                                          const std::vector<TensorFlowLimit> &limits);

} // namespace convscope
