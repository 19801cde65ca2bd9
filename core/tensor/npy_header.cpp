// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/npy_header.h"

#include "tensor/file_bytes.h"

#include <charconv>
#include <optional>

namespace convscope {

namespace {

/// Reads the few Python literals that a header is made of.
class HeaderReader
{
public:
    explicit HeaderReader(std::string_view text) : m_text(text) {}

    bool take(char c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool take(std::string_view word)
    {
        skipSpace();
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    std::optional<std::string> string()
    {
        skipSpace();
        if (m_at >= m_text.size() || (m_text[m_at] != '\'' && m_text[m_at] != '"'))
            return std::nullopt;
        const auto end = m_text.find(m_text[m_at], m_at + 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        std::string out(m_text.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        return out;
    }

    std::optional<Extents> shape()
    {
        if (!take('('))
            return std::nullopt;
        Extents extents;
        while (!take(')')) {
            std::int64_t n = 0;
            skipSpace();
            const char *first = m_text.data() + m_at;
            const auto [end, code] = std::from_chars(first, m_text.data() + m_text.size(), n);
            if (code != std::errc{} || n < 0)
                return std::nullopt;
            m_at += static_cast<std::size_t>(end - first);
            take('L'); // Python 2 wrote long integers
            extents.push_back(n);
            if (!take(',')) {
                if (!take(')'))
                    return std::nullopt;
                break;
            }
        }
        return extents;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n'))
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

bool isReadable(char kind, std::int64_t itemSize)
{
    switch (kind) {
    case 'f':
        return itemSize == 2 || itemSize == 4 || itemSize == 8;
    case 'i':
    case 'u':
        return itemSize == 1 || itemSize == 2 || itemSize == 4 || itemSize == 8;
    case 'b':
        return itemSize == 1;
    case 'U':
    case 'S':
        return itemSize >= 0;
    default:
        return false;
    }
}

Result<void> setType(NpyHeader &header, const std::string &descr, const std::string &what)
{
    const auto unreadable = [&] {
        return fileError(what, words("holds values of type '{descr}'; readable are floats, "
                                     "integers, booleans and text",
                                     descr));
    };
    std::string_view type = descr;
    if (!type.empty() && (type.front() == '<' || type.front() == '>' || type.front() == '|' ||
                          type.front() == '=')) {
        header.bigEndian = type.front() == '>';
        type.remove_prefix(1);
    }
    if (type.empty())
        return unreadable();
    header.kind = type.front();
    if (header.kind == 'O')
        return fileError(what, words("holds values of type '{descr}' (pickled Python objects); "
                                     "readable are floats, integers, booleans and text",
                                     descr));
    std::int64_t size = 0;
    const auto [end, code] = std::from_chars(type.data() + 1, type.data() + type.size(), size);
    if (code != std::errc{} || end != type.data() + type.size() || !isReadable(header.kind, size))
        return unreadable();
    header.itemSize = size;
    return {};
}

} // namespace

Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string &what)
{
    const auto broken = [&] { return fileError(what, words("its .npy header is damaged")); };
    HeaderReader reader(text);
    NpyHeader header;
    bool hasType = false;
    bool hasOrder = false;
    bool hasShape = false;
    if (!reader.take('{'))
        return broken();
    while (!reader.take('}')) {
        const auto key = reader.string();
        if (!key || !reader.take(':'))
            return broken();
        if (*key == "descr") {
            const auto descr = reader.string();
            if (!descr)
                return fileError(what,
                                 words("holds records (a structured type), which cannot be read"));
            if (auto set = setType(header, *descr, what); !set)
                return fail(set.error());
            hasType = true;
        } else if (*key == "fortran_order") {
            header.fortranOrder = reader.take("True");
            if (!header.fortranOrder && !reader.take("False"))
                return broken();
            hasOrder = true;
        } else if (*key == "shape") {
            auto shape = reader.shape();
            if (!shape)
                return broken();
            header.shape = std::move(*shape);
            hasShape = true;
        } else {
            return broken();
        }
        if (!reader.take(',')) {
            if (!reader.take('}'))
                return broken();
            break;
        }
    }
    if (!hasType || !hasOrder || !hasShape)
        return broken();
    return header;
}

} // namespace convscope
