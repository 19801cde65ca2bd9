// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "text_table.h"

#include "base/check.h"
#include "printable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace convscope {

namespace {

/// Columns a UTF-8 text takes: its code points (the tables hold no wide letters).
std::size_t width(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string padded(const std::string &text, std::size_t columns, TextTable::Align align)
{
    const std::size_t space = columns - width(text);
    std::string cell = text;
    cell.insert(align == TextTable::Align::Left ? cell.size() : 0, space, ' ');
    return cell;
}

/// `number` scaled down by `base` until below it, with the unit of that step.
std::string scaled(double number, double base, const std::array<const char *, 7> &units)
{
    std::size_t unit = 0;
    // 999.5 would print as 1000 of a unit.
    for (; std::abs(number) >= 0.9995 * base && unit + 1 < units.size(); ++unit)
        number /= base;
    std::string digits = shortNumber(number);
    if (*units[unit] != '\0')
        digits.append(1, ' ').append(units[unit]);
    return digits;
}

} // namespace

void TextTable::addRow(std::vector<std::string> cells)
{
    check(cells.size() == m_columns.size(), "one cell per column");
    for (std::string &cell : cells)
        cell = printable(cell);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::toString() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t widest = width(m_columns[i].title);
        for (const auto &row : m_rows)
            widest = std::max(widest, width(row[i]));
        widths.push_back(widest);
    }
    std::string out;
    const auto writeLine = [&](const auto &cellOf) {
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            line.append(i == 0 ? 0 : 2, ' ');
            line += padded(cellOf(i), widths[i], m_columns[i].align);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    };
    writeLine([&](std::size_t i) { return m_columns[i].title; });
    std::string rule;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        rule.append(i == 0 ? 0 : 2, ' ');
        for (std::size_t n = 0; n < widths[i]; ++n)
            rule += "─";
    }
    out += rule + '\n';
    for (const auto &row : m_rows)
        writeLine([&](std::size_t i) { return row[i]; });
    return out;
}

bool isBeyondCount(std::int64_t number)
{
    return number == std::numeric_limits<std::int64_t>::max();
}

std::string groupedDigits(std::int64_t number)
{
    if (isBeyondCount(number))
        return "more than 9.2 E";
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string shortCount(std::optional<std::int64_t> count)
{
    if (!count)
        return "?";
    if (isBeyondCount(*count))
        return "more than 9.2 E";
    if (*count < 1000)
        return std::to_string(*count);
    return scaled(static_cast<double>(*count), 1000, {"", "k", "M", "G", "T", "P", "E"});
}

std::string shortBytes(std::optional<std::int64_t> bytes)
{
    if (!bytes)
        return "?";
    if (isBeyondCount(*bytes))
        return "more than 8 EiB";
    return scaled(static_cast<double>(*bytes), 1024,
                  {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"});
}

std::string shortNumber(double number)
{
    if (std::isnan(number))
        return "–";
    char text[40];
    const double size = std::abs(number);
    if (size >= 99.95 && size < 1e6)
        std::snprintf(text, sizeof text, "%.0f", number);
    else
        std::snprintf(text, sizeof text, "%.3g", number);
    return text;
}

} // namespace convscope
