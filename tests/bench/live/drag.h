// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"
#include "live_window.h"

#include <optional>

namespace convscope {

class DragLabel;

/// The label of an argument whose number follows a sideways drag.
struct LabelToDrag
{
    DragLabel *label = nullptr;
    QString argument;
};

/// The first argument of the selected layer that can be dragged.
[[nodiscard]] std::optional<LabelToDrag> labelToDrag(MainWindow &window);

/// A drag of the mouse on a label, held as long as this object lives.
class LabelDrag
{
public:
    explicit LabelDrag(DragLabel *label);
    ~LabelDrag();
    LabelDrag(const LabelDrag &) = delete;
    LabelDrag &operator=(const LabelDrag &) = delete;

    /// Moves the mouse as far as `steps` of the number take.
    void step(int steps);

private:
    DragLabel *m_label;
    double m_x;
};

/// Drags the selected layer's label to and fro at 100 moves a second and measures how late a timer
/// of 1 ms comes at worst. False: the window never settled.
[[nodiscard]] bool measureDrag(LiveWindow &live, int layer, const QString &image, double seconds,
                               FigurePrinter &printer);

} // namespace convscope
