// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A cell of a table, without the quotes that stood around it.
struct TableField
{
    std::string text;
    bool isQuoted = false;
};

/// A line of a table, as RFC 4180 has it: what stands in quotes may hold the separator, line ends
/// and doubled quotes.
struct TableRecord
{
    std::string_view text;
    std::int64_t line = 0; ///< of its first letter, from 1
};

/// The records of a text but for empty ones and comments (#). Views into `text`. Error "file" where
/// a quote is not closed; `title` begins the message.
[[nodiscard]] Result<std::vector<TableRecord>> tableRecords(std::string_view text,
                                                            const std::string &title);

/// The separator that a record shows outside its quotes: tab, semicolon or comma; a space where it
/// shows none of them.
[[nodiscard]] char separatorOf(std::string_view record);
/// The separator that Excel's line "sep=;" states; 0 where the record is none.
[[nodiscard]] char statedSeparator(std::string_view record);

/// Cells without the white space around them; a run of spaces is one separator.
[[nodiscard]] std::vector<TableField> fieldsOf(std::string_view record, char separator);

/// UTF-8 of a text that begins with UTF-16's byte order mark or alternates letters and zeros, as
/// Excel's "Unicode text" does; empty where the text is no UTF-16.
[[nodiscard]] std::string fromUtf16(std::string_view bytes);

} // namespace convscope
