// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/ranges_text.h"

#include "language/core_words.h"
#include "layers/axis_map.h"

#include <QStringList>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

QString rangesText(std::span<const CellRange> box)
{
    const auto rank = static_cast<int>(box.size());
    QStringList parts;
    for (int axis = 0; axis < rank; ++axis) {
        const CellRange &range = box[static_cast<std::size_t>(axis)];
        const QString name = localizedTerm(axisName(axis, rank));
        parts << (range.first == range.last
                      ? u"%1 %2"_s.arg(name).arg(range.first)
                      : u"%1 %2–%3"_s.arg(name).arg(range.first).arg(range.last));
    }
    return parts.join(u", "_s);
}

} // namespace convscope
