// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/merge_words.h"

#include "base/check.h"

#include <cmath>

namespace convscope {

const char *wordOf(MergeOp op)
{
    switch (op) {
    case MergeOp::Add:
        return "add";
    case MergeOp::Subtract:
        return "subtract";
    case MergeOp::Multiply:
        return "multiply";
    case MergeOp::Average:
        return "average";
    case MergeOp::Maximum:
        return "maximum";
    case MergeOp::Minimum:
        return "minimum";
    case MergeOp::Divide:
        return "divide";
    case MergeOp::Power:
        return "power";
    }
    checkFailed("a known merge", std::source_location::current());
}

double mergedValue(MergeOp op, double a, double b)
{
    switch (op) {
    case MergeOp::Add:
    case MergeOp::Average:
        return a + b;
    case MergeOp::Subtract:
        return a - b;
    case MergeOp::Multiply:
        return a * b;
    case MergeOp::Maximum:
        return std::isnan(a) || a > b ? a : b;
    case MergeOp::Minimum:
        return std::isnan(a) || a < b ? a : b;
    case MergeOp::Divide:
        return a / b;
    case MergeOp::Power:
        return std::pow(a, b);
    }
    checkFailed("a known merge", std::source_location::current());
}

} // namespace convscope
