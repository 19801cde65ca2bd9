// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace convscope {

/// One measured time and what it is held against.
struct Figure
{
    /// "last map", "first map", "blocked", "drag map", "hover", "start".
    QString what;
    QString image;
    QString layer;
    /// "number", "tuple", "choice", "slider"; empty where nothing is edited.
    QString kind;
    QString argument;
    double milliseconds = 0;
    /// The same stack and edit through the executor alone, in the same run.
    std::optional<double> engineMilliseconds;
    std::optional<double> limit;
    /// More about it, e.g. how many maps a drag painted.
    QString note;

    [[nodiscard]] bool holds() const { return !limit || milliseconds <= *limit; }
};

[[nodiscard]] double median(std::vector<double> values);

/// Prints each figure as it comes: columns, or with `asJson` one object per line.
class FigurePrinter
{
public:
    explicit FigurePrinter(bool asJson) : m_asJson(asJson) {}

    void print(const Figure &figure);
    void remark(const QString &words);
    /// How many of the figures with a limit hold it.
    void printSummary() const;

private:
    bool m_asJson;
    int m_limited = 0;
    int m_held = 0;
};

} // namespace convscope
