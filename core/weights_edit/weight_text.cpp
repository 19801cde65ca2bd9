// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/weight_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <vector>

namespace convscope {

namespace {

/// Lines of the text that a block is, and their length.
struct TextShape
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

bool isFlat(const WeightLayout &layout)
{
    return layout.isVector() || layout.isMatrix();
}

TextShape shapeOf(const WeightLayout &layout)
{
    if (isFlat(layout))
        return {layout.channels(), layout.filters()};
    const KernelExtents &kernel = layout.kernel();
    return {layout.filters() * layout.channels() * kernel.slices * kernel.rows, kernel.columns};
}

/// Calls cell(position in the tensor, column, row within its kernel's plane) in the text's order.
template <class Cell>
void forEachInText(const WeightLayout &layout, const Cell &cell)
{
    if (isFlat(layout)) {
        for (std::int64_t channel = 0; channel < layout.channels(); ++channel)
            for (std::int64_t filter = 0; filter < layout.filters(); ++filter)
                cell(layout.offset({filter, channel, 0, 0, 0}), filter, channel);
        return;
    }
    const KernelExtents &kernel = layout.kernel();
    for (std::int64_t f = 0; f < layout.filters(); ++f)
        for (std::int64_t ch = 0; ch < layout.channels(); ++ch)
            for (std::int64_t s = 0; s < kernel.slices; ++s)
                for (std::int64_t r = 0; r < kernel.rows; ++r)
                    for (std::int64_t c = 0; c < kernel.columns; ++c)
                        cell(layout.offset({f, ch, s, r, c}), c, r);
}

/// Numbers in rows of one length.
struct NumberTable
{
    std::vector<float> values;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

constexpr std::string_view kTrueMinus = "\xE2\x88\x92";

/// What stands around an array in Python.
bool isPythonWord(std::string_view word)
{
    constexpr std::array<std::string_view, 4> kWords{"array", "np.array", "numpy.array", "tensor"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end() ||
           word.starts_with("dtype=") || word == "tf.Tensor";
}

std::optional<float> numberOf(std::string_view word)
{
    std::string text(word);
    if (text.starts_with(kTrueMinus))
        text.replace(0, kTrueMinus.size(), "-");
    const bool hasPlus = text.starts_with('+');
    const char *from = text.data() + (hasPlus ? 1 : 0);
    const char *end = text.data() + text.size();
    double value = 0;
    const auto [stopped, error] = std::from_chars(from, end, value);
    if (error != std::errc() || stopped != end || (hasPlus && *from == '-'))
        return std::nullopt;
    return static_cast<float>(value);
}

/// Commas are decimal marks: something else parts the values, and nothing is written with points.
bool hasDecimalCommas(std::string_view text)
{
    const bool isParted = text.find_first_of("\t;") != std::string_view::npos;
    if (!isParted || text.find_first_of("[(.") != std::string_view::npos)
        return false;
    const auto isDigit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = text.find(','); at != std::string_view::npos;
         at = text.find(',', at + 1)) {
        if (at == 0 || !isDigit(at - 1) || !isDigit(at + 1))
            return false;
    }
    return true;
}

/// Reads words and keeps the rows even.
class TableReader
{
public:
    explicit TableReader(std::string_view text) : m_commasAreDecimal(hasDecimalCommas(text)) {}

    Result<NumberTable> read(std::string_view text)
    {
        for (const char c : text) {
            if (c == ',' && m_commasAreDecimal) {
                m_word += '.';
                continue;
            }
            const bool opens = c == '[' || c == '(' || c == '{';
            const bool closes = c == ']' || c == ')' || c == '}';
            const bool isLineEnd = c == '\n' || c == '\r';
            if (!opens && !closes && !isLineEnd && c != ' ' && c != '\t' && c != ',' && c != ';') {
                m_word += c;
                continue;
            }
            if (auto taken = endWord(); !taken)
                return fail(taken.error());
            m_depth += opens ? 1 : closes ? -1 : 0;
            // Within brackets a line may go on.
            if (opens || closes || (isLineEnd && m_depth <= 0)) {
                if (auto taken = endRow(); !taken)
                    return fail(taken.error());
            }
        }
        if (auto taken = endWord(); !taken)
            return fail(taken.error());
        if (auto taken = endRow(); !taken)
            return fail(taken.error());
        if (m_table.rows == 0)
            return fail("input", {}, {}, words("The text has no numbers"));
        return std::move(m_table);
    }

private:
    Result<void> endWord()
    {
        const std::string word = std::exchange(m_word, {});
        if (word.empty() || isPythonWord(word))
            return {};
        const auto number = numberOf(word);
        if (!number)
            return fail(
                "input", {}, {},
                words("Only numbers can be pasted here. Received {word}", word.substr(0, 40)));
        m_table.values.push_back(*number);
        ++m_inRow;
        return {};
    }

    Result<void> endRow()
    {
        const std::int64_t length = std::exchange(m_inRow, 0);
        if (length == 0)
            return {};
        if (m_table.rows > 0 && length != m_table.columns)
            return fail("input", {}, {},
                        words("Rows must be of one length: row {row} has {received} numbers, those "
                              "before it {expected}",
                              m_table.rows, length, m_table.columns));
        m_table.columns = length;
        ++m_table.rows;
        return {};
    }

    bool m_commasAreDecimal;
    NumberTable m_table;
    std::string m_word;
    std::int64_t m_inRow = 0;
    int m_depth = 0;
};

} // namespace

std::string textOf(const Tensor &block, const WeightLayout &layout)
{
    fmt::memory_buffer text;
    const std::int64_t last = shapeOf(layout).columns - 1;
    const bool isFlatText = isFlat(layout);
    std::int64_t rows = 0;
    forEachInText(layout, [&](std::int64_t position, std::int64_t column, std::int64_t row) {
        if (column == 0 && rows > 0 && row == 0 && !isFlatText && layout.kernel().rows > 1)
            text.push_back('\n');
        fmt::format_to(std::back_inserter(text), "{}{}", block.data()[position],
                       column == last ? '\n' : '\t');
        rows += column == last ? 1 : 0;
    });
    return fmt::to_string(text);
}

Result<Tensor> blockOfText(std::string_view text, const WeightLayout &layout)
{
    const auto table = TableReader(text).read(text);
    if (!table)
        return fail(table.error());
    const TextShape wanted = shapeOf(layout);
    const bool isColumn = layout.isVector() && table->columns == 1 && table->rows == wanted.columns;
    if (!isColumn && (table->rows != wanted.rows || table->columns != wanted.columns))
        return fail("input", {}, {},
                    words("Here are {rows} × {columns} values. Received {received_rows} × "
                          "{received_columns}",
                          wanted.rows, wanted.columns, table->rows, table->columns));
    auto buffer = TensorBuffer::allocate(layout.extents(), "the pasted weights");
    if (!buffer)
        return fail(buffer.error());
    std::size_t next = 0;
    forEachInText(layout, [&](std::int64_t position, std::int64_t, std::int64_t) {
        buffer->data()[position] = table->values[next++];
    });
    return Tensor(std::move(*buffer));
}

} // namespace convscope
