// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QRect>

namespace convscope {

/// Where a callout stands and what it points at, in the coordinates of the area given.
struct CalloutPlace
{
    /// Where the callout is, seen from its target; Inside: no side has room, and there is no arrow.
    enum class Side
    {
        Right,
        Left,
        Below,
        Above,
        Inside
    };

    Side side = Side::Inside;
    QRect bubble;
    /// The point of the arrow, a little inside of the target's edge.
    QPoint tip;

    bool operator==(const CalloutPlace &) const = default;

    /// From the bubble to the target's edge.
    static constexpr int kArrow = 10;
    /// Of the arrow inside the target, and of the bubble to the area's edges.
    static constexpr int kReach = 4;
    static constexpr int kMargin = 8;
};

/// The first side of right, left, below, above where a bubble of that size has room inside `area`,
/// as near to `anchor` (a point of the target) as the area allows. The target is not covered unless
/// no side has room.
[[nodiscard]] CalloutPlace placeCallout(const QRect &target, QPoint anchor, QSize bubble,
                                        const QRect &area);

} // namespace convscope
