// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Columns of text for a terminal, as wide as their widest cell.
class TextTable
{
public:
    enum class Align
    {
        Left,
        Right
    };
    struct Column
    {
        std::string title;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// One cell per column.
    void addRow(std::vector<std::string> cells);
    /// Title line, a rule, the rows; every line ends in a newline.
    [[nodiscard]] std::string toString() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// A sum that has grown beyond what is counted: it has saturated and says no more than that.
[[nodiscard]] bool isBeyondCount(std::int64_t number);
/// 1728 as "1,728".
[[nodiscard]] std::string groupedDigits(std::int64_t number);
/// 2488320000 as "2.49 G"; "?" where unknown.
[[nodiscard]] std::string shortCount(std::optional<std::int64_t> count);
/// 368640000 as "352 MiB"; "?" where unknown.
[[nodiscard]] std::string shortBytes(std::optional<std::int64_t> bytes);
/// Three significant digits, e.g. "0.431", "12.3", "1240"; "–" for what is no number.
[[nodiscard]] std::string shortNumber(double number);

} // namespace convscope
