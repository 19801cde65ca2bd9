// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/callout_place.h"

#include <algorithm>

namespace convscope {

namespace {

/// The arrow keeps clear of the bubble's round corners.
constexpr int kCorner = 18;

/// The start of `length` centred at `middle` inside [low, high].
int centred(int middle, int length, int low, int high)
{
    return std::clamp(middle - length / 2, low, std::max(low, high - length + 1));
}

} // namespace

CalloutPlace placeCallout(const QRect &target, QPoint anchor, QSize bubble, const QRect &area)
{
    using Side = CalloutPlace::Side;
    const QRect room = area.adjusted(CalloutPlace::kMargin, CalloutPlace::kMargin,
                                     -CalloutPlace::kMargin, -CalloutPlace::kMargin);
    CalloutPlace place;
    const auto beside = [&](Side side, int left) {
        place.side = side;
        const int top = centred(anchor.y(), bubble.height(), room.top(), room.bottom());
        place.bubble = QRect(QPoint(left, top), bubble);
        const int y =
            std::clamp(anchor.y(), place.bubble.top() + kCorner,
                       std::max(place.bubble.top() + kCorner, place.bubble.bottom() - kCorner));
        place.tip = {side == Side::Right ? target.right() - CalloutPlace::kReach
                                         : target.left() + CalloutPlace::kReach,
                     y};
    };
    const auto stacked = [&](Side side, int top) {
        place.side = side;
        const int left = centred(anchor.x(), bubble.width(), room.left(), room.right());
        place.bubble = QRect(QPoint(left, top), bubble);
        const int x =
            std::clamp(anchor.x(), place.bubble.left() + kCorner,
                       std::max(place.bubble.left() + kCorner, place.bubble.right() - kCorner));
        place.tip = {x, side == Side::Below ? target.bottom() - CalloutPlace::kReach
                                            : target.top() + CalloutPlace::kReach};
    };
    const int right = target.right() + 1 + CalloutPlace::kArrow;
    const int left = target.left() - CalloutPlace::kArrow - bubble.width();
    const int below = target.bottom() + 1 + CalloutPlace::kArrow;
    const int above = target.top() - CalloutPlace::kArrow - bubble.height();
    if (right + bubble.width() - 1 <= room.right())
        beside(Side::Right, right);
    else if (left >= room.left())
        beside(Side::Left, left);
    else if (below + bubble.height() - 1 <= room.bottom())
        stacked(Side::Below, below);
    else if (above >= room.top())
        stacked(Side::Above, above);
    else
        place.bubble =
            QRect(QPoint(centred(target.center().x(), bubble.width(), room.left(), room.right()),
                         centred(target.bottom() - bubble.height() / 2, bubble.height(), room.top(),
                                 room.bottom())),
                  bubble);
    return place;
}

} // namespace convscope
