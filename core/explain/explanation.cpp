// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/explanation.h"

#include "base/check.h"

namespace convscope {

namespace {

Extents unfolded(std::int64_t position, const Extents &extents)
{
    Extents index(extents.size());
    for (std::size_t i = extents.size(); i-- > 0;) {
        index[i] = position % extents[i];
        position /= extents[i];
    }
    return index;
}

} // namespace

const char *toString(Reduce reduce)
{
    switch (reduce) {
    case Reduce::Sum:
        return "sum";
    case Reduce::Max:
        return "max";
    case Reduce::Min:
        return "min";
    case Reduce::Mean:
        return "mean";
    case Reduce::Copy:
        return "copy";
    case Reduce::Interpolate:
        return "interpolate";
    case Reduce::Merge:
        return "merge";
    case Reduce::Line:
        return "line";
    }
    checkFailed("a known reduction", std::source_location::current());
}

const char *toString(NormalizationNumbers::Spread spread)
{
    switch (spread) {
    case NormalizationNumbers::Spread::Variance:
        break;
    case NormalizationNumbers::Spread::MeanSquare:
        return "mean square";
    case NormalizationNumbers::Spread::SumOfSquares:
        return "sum of squares";
    }
    return "variance";
}

Extents Explanation::place(const Term &term) const
{
    if (term.source < 0)
        return {};
    return unfolded(term.source, inputExtents[static_cast<std::size_t>(term.input)]);
}

Extents Explanation::tap(const Stage &stage, const Term &term)
{
    return unfolded(term.tap, stage.taps);
}

} // namespace convscope
