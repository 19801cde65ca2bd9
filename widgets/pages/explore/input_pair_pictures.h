// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input_cell.h"
#include "run/chosen_input.h"
#include "views/input_values_view.h"

#include <QImage>

#include <optional>

namespace convscope {

/// What is drawn of a chosen picture before and after it was made what the model reads.
struct InputPairPictures
{
    QImage file;
    QImage model;
    PlaneFit fit;
    /// Of all values: as stored in the part that is kept, and as the model reads them.
    ValueCurves fileValues;
    ValueCurves modelValues;
    /// What is black and white in `model`.
    double black = 0;
    double white = 1;
};

/// Whether an input has two pictures to show: a picture of rank 4 whose sizes are known.
[[nodiscard]] bool hasInputPair(const ChosenInput &chosen);
/// How its sizes are fitted; hasInputPair() holds.
[[nodiscard]] PlaneFit inputPlaneFit(const ChosenInput &chosen);
/// Takes time; for any thread. `range`: in force, never Auto.
[[nodiscard]] InputPairPictures inputPairPictures(const ChosenInput &chosen, PictureRange range);

} // namespace convscope
