// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/sequence_sources.h"

#include "input/table_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <locale.h>

namespace convscope {

namespace {

/// Digits with single underscores between them, as Python allows, without these; empty where one
/// stands elsewhere.
std::string withoutUnderscores(std::string_view field)
{
    const auto isDigit = [&](std::size_t at) {
        return at < field.size() && std::isxdigit(static_cast<unsigned char>(field[at])) != 0;
    };
    std::string plain;
    for (std::size_t at = 0; at < field.size(); ++at) {
        if (field[at] != '_')
            plain += field[at];
        else if (at == 0 || !isDigit(at - 1) || !isDigit(at + 1))
            return {};
    }
    return plain;
}

/// 0x10, 0o17, 0b11.
std::optional<double> prefixedInteger(std::string_view field)
{
    if (field.size() < 3 || field[0] != '0')
        return std::nullopt;
    const char kind = static_cast<char>(field[1] | 0x20);
    const int base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
    std::uint64_t value = 0;
    const char *const last = field.data() + field.size();
    if (base == 0)
        return std::nullopt;
    const auto [end, error] = std::from_chars(field.data() + 2, last, value, base);
    return error == std::errc() && end == last ? std::optional(static_cast<double>(value))
                                               : std::nullopt;
}

/// What is too large for a double is infinite and what is too small 0, as in Python.
double beyondRange(const std::string &field)
{
    static const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
    return strtod_l(field.c_str(), nullptr, plain);
}

/// Whatever Python takes for a number, as a literal or by float().
std::optional<float> numberOf(std::string_view field, bool decimalComma)
{
    std::string text = withoutUnderscores(field);
    if (decimalComma)
        std::ranges::replace(text, ',', '.');
    std::string_view unsignedText = text;
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        unsignedText.remove_prefix(1);
    // A second sign, and C's nan(…).
    if (unsignedText.starts_with('-') || unsignedText.find('(') != std::string_view::npos)
        return std::nullopt;
    double value = 0;
    const char *const last = unsignedText.data() + unsignedText.size();
    const auto [end, error] = std::from_chars(unsignedText.data(), last, value);
    if (end != last || error == std::errc::invalid_argument) {
        const auto integer = prefixedInteger(unsignedText);
        if (!integer)
            return std::nullopt;
        value = *integer;
    } else if (error == std::errc::result_out_of_range) {
        value = beyondRange(std::string(unsignedText));
    }
    return static_cast<float>(isNegative ? -value : value);
}

WordsValue inQuotes(std::string_view field)
{
    constexpr std::size_t kLongest = 40;
    if (field.empty())
        return words("nothing");
    return fmt::format("\"{}{}\"", field.substr(0, kLongest), field.size() > kLongest ? "…" : "");
}

} // namespace

Result<Input> parseTable(std::string_view text, const std::string &title,
                         const InputOptions &options)
{
    const int rank = options.spatialRank.value_or(1);
    if (rank == 3)
        return wrongRank(title, words("a table is a sequence (1, steps, channels) or a picture"),
                         rank);
    const std::string converted = fromUtf16(text);
    auto records = tableRecords(converted.empty() ? text : std::string_view(converted), title);
    if (!records)
        return fail(records.error());
    std::vector<TableRecord> &lines = *records;
    const char stated = lines.empty() ? '\0' : statedSeparator(lines[0].text);
    if (stated != '\0')
        lines.erase(lines.begin());
    if (lines.empty())
        return fail("file", {}, {}, words("{file} holds no numbers", title));
    const char separator = stated != '\0' ? stated : separatorOf(lines[0].text);

    Input input;
    const auto first = fieldsOf(lines[0].text, separator);
    bool usesComma = false;
    const auto read = [&](const TableField &field) {
        const bool mayBeComma = separator != ',' || field.isQuoted;
        usesComma = usesComma ||
                    (mayBeComma && separator != ';' && field.text.find(',') != std::string::npos);
        return numberOf(field.text, mayBeComma);
    };
    if (std::ranges::none_of(first, [&](const auto &field) { return read(field).has_value(); })) {
        for (const TableField &field : first)
            input.channelNames.push_back(verbatim(field.text));
        input.notes.push_back(
            words("line {line} holds no number and is read as names", lines[0].line));
        lines.erase(lines.begin());
        if (lines.empty())
            return fail("file", {}, {},
                        words("{file} holds no numbers below its first line", title));
    }
    usesComma = false; // of names
    const std::size_t columns = first.size();
    const auto steps = static_cast<std::int64_t>(lines.size());
    auto buffer = TensorBuffer::allocate({1, steps, static_cast<std::int64_t>(columns)}, title);
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    for (const TableRecord &line : lines) {
        const auto fields = fieldsOf(line.text, separator);
        if (fields.size() != columns)
            return fail("file", {}, {},
                        words("{file}, line {line}: expected {columns} numbers as in the first "
                              "line, received {received}",
                              title, line.line, columns, fields.size()));
        for (std::size_t column = 0; column < columns; ++column) {
            const auto value = read(fields[column]);
            if (!value)
                return fail("file", {}, {},
                            words("{file}, line {line}, column {column}: expected a number, "
                                  "received {received}",
                                  title, line.line, column + 1, inQuotes(fields[column].text)));
            *out++ = options.scaling == ValueScaling::MinusOneToOne ? 2 * *value - 1 : *value;
        }
    }
    if (!converted.empty())
        input.notes.push_back(words("read as UTF-16"));
    if (usesComma)
        input.notes.push_back(words("commas read as decimal points"));
    input.tensor = Tensor(std::move(*buffer));
    input.title = verbatim(title);
    input.scaling = options.scaling == ValueScaling::MinusOneToOne ? words("2 · stored − 1")
                                                                   : words("as stored");
    if (rank == 2) {
        input.tensor = input.tensor.reshaped({1, steps, static_cast<std::int64_t>(columns), 1});
        input.title = words("{file} as a picture", title);
        input.channelNames.clear();
    }
    return input;
}

Words rankWords(int spatialRank)
{
    switch (spatialRank) {
    case 1:
        return words("a sequence (1, steps, channels)");
    case 2:
        return words("a picture (1, rows, columns, channels)");
    default:
        return words("a volume (1, slices, rows, columns, channels)");
    }
}

Failure wrongRank(const std::string &title, Words what, int wanted)
{
    return fail("input", {}, {},
                words("{input}: {what}, but the model's first layer takes {wanted}", title,
                      std::move(what), rankWords(wanted)));
}

} // namespace convscope
