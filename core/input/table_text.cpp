// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/table_text.h"

#include <algorithm>

namespace convscope {

namespace {

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Walks through a text and knows what stands in quotes: one that opens a cell opens a quotation.
class Quotes
{
public:
    /// Whether a space ends a cell too.
    explicit Quotes(bool spaceSeparates = false) : m_spaceSeparates(spaceSeparates) {}

    /// Takes the next letter; whether it stands outside quotes and is no quote itself.
    bool takesOutside(char letter)
    {
        const bool opens = letter == '"' && !m_isInside && m_isCellStart;
        const bool closes = letter == '"' && m_isInside;
        if (opens || closes)
            m_isInside = opens;
        const bool isSeparator = letter == ',' || letter == ';' || letter == '\t' ||
                                 letter == '\n' || letter == '\r' ||
                                 (letter == ' ' && m_spaceSeparates);
        // A doubled quote closes and opens again at once; white space before a cell is none of it.
        m_isCellStart = !m_isInside && (isSeparator || closes || (letter == ' ' && m_isCellStart));
        return !m_isInside && !closes;
    }
    [[nodiscard]] bool isInside() const { return m_isInside; }

private:
    bool m_spaceSeparates;
    bool m_isInside = false;
    bool m_isCellStart = true;
};

void appendUtf8(std::string &text, std::uint32_t code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr unsigned kFirst[] = {0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(kFirst[more] | code >> 6 * more);
    for (int i = more - 1; i >= 0; --i)
        text += static_cast<char>(0x80 | (code >> 6 * i & 0x3F));
}

/// Cells between spaces.
std::vector<TableField> spacedFields(std::string_view record)
{
    std::vector<TableField> fields;
    for (record = trimmed(record); !record.empty(); record = trimmed(record)) {
        const auto end =
            static_cast<std::size_t>(std::ranges::find_if(record, isBlank) - record.begin());
        fields.push_back({std::string(record.substr(0, end)), false});
        record.remove_prefix(end);
    }
    return fields;
}

/// Takes the quotes off a cell, if it has any.
TableField unquoted(std::string_view cell)
{
    cell = trimmed(cell);
    if (!cell.starts_with('"'))
        return {std::string(cell), false};
    TableField field{{}, true};
    cell.remove_prefix(1);
    bool isInside = true;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (!isInside || cell[at] != '"') {
            field.text += cell[at];
            continue;
        }
        if (at + 1 < cell.size() && cell[at + 1] == '"')
            field.text += cell[++at];
        else
            isInside = false;
    }
    field.text = std::string(trimmed(field.text));
    return field;
}

} // namespace

Result<std::vector<TableRecord>> tableRecords(std::string_view text, const std::string &title)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    std::vector<TableRecord> records;
    std::int64_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        Quotes quotes;
        std::size_t end = at;
        std::int64_t lines = 0;
        const std::string_view rest = text.substr(at);
        const auto first = rest.find_first_not_of(" \t\r");
        const bool isComment = first != std::string_view::npos && rest[first] == '#';
        for (; end < text.size(); ++end) {
            const bool isOutside = isComment || quotes.takesOutside(text[end]);
            const bool endsLine =
                text[end] == '\n' ||
                (text[end] == '\r' && (end + 1 == text.size() || text[end + 1] != '\n'));
            if (endsLine)
                ++lines;
            if (endsLine && isOutside)
                break;
        }
        if (end == text.size() && quotes.isInside())
            return fail("file", {}, {},
                        words("{file}, line {line}: a quote is not closed", title, line));
        const std::string_view record = text.substr(at, end - at);
        if (!trimmed(record).empty() && !isComment)
            records.push_back({record, line});
        line += lines;
        at = end + 1;
    }
    return records;
}

char separatorOf(std::string_view record)
{
    for (const char candidate : {'\t', ';', ','}) {
        Quotes quotes;
        for (const char letter : record)
            if (quotes.takesOutside(letter) && letter == candidate)
                return candidate;
    }
    return ' ';
}

char statedSeparator(std::string_view record)
{
    while (!record.empty() && (record.back() == '\r' || record.back() == ' '))
        record.remove_suffix(1);
    if (record.starts_with('"') && record.ends_with('"') && record.size() > 2)
        record = record.substr(1, record.size() - 2);
    return record.size() == 5 && record.starts_with("sep=") ? record[4] : '\0';
}

std::vector<TableField> fieldsOf(std::string_view record, char separator)
{
    if (separator == ' ' && record.find('"') == std::string_view::npos)
        return spacedFields(record);
    std::vector<TableField> fields;
    if (separator == ' ')
        record = trimmed(record);
    Quotes quotes(separator == ' ');
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= record.size(); ++at) {
        const bool isEnd = at == record.size();
        if (!isEnd && !(quotes.takesOutside(record[at]) && record[at] == separator))
            continue;
        const std::string_view cell = record.substr(begin, at - begin);
        begin = at + 1;
        if (separator != ' ' || !trimmed(cell).empty())
            fields.push_back(unquoted(cell));
    }
    return fields;
}

std::string fromUtf16(std::string_view bytes)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < 2)
        return {};
    const bool littleMark = byte(0) == 0xFF && byte(1) == 0xFE;
    const bool bigMark = byte(0) == 0xFE && byte(1) == 0xFF;
    const bool hasFour = bytes.size() >= 4;
    const bool little =
        littleMark || (hasFour && byte(0) != 0 && byte(1) == 0 && byte(2) != 0 && byte(3) == 0);
    const bool big =
        bigMark || (hasFour && byte(0) == 0 && byte(1) != 0 && byte(2) == 0 && byte(3) != 0);
    if (!little && !big)
        return {};
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        return little ? byte(at) | byte(at + 1) << 8 : byte(at) << 8 | byte(at + 1);
    };
    std::string text;
    for (std::size_t at = littleMark || bigMark ? 2 : 0; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        const bool isHigh = code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size();
        if (isHigh && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        appendUtf8(text, code);
    }
    return text;
}

} // namespace convscope
