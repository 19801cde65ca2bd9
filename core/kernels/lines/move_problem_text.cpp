// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/lines/move_problem.h"
#include "kernels/problem/problem_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace convscope {

namespace {

constexpr std::array<std::string_view, 13> kOperations{
    "pad",  "crop",    "upsample",   "max_pool", "average_pool", "relu",   "sigmoid",
    "tanh", "softmax", "batch_norm", "add",      "concatenate",  "permute"};

using Numbers = std::vector<std::int64_t>;

bool isPool(MoveOp op)
{
    return op == MoveOp::MaxPool || op == MoveOp::AveragePool;
}

bool isPadded(MoveOp op)
{
    return isPool(op) || op == MoveOp::Pad || op == MoveOp::Crop;
}

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) {}
    Result<MoveProblem> parse();

private:
    [[nodiscard]] Failure wrong(Words why) const
    {
        return fail("input", "problem", '"' + std::string(m_text) + '"',
                    words("the problem \"{problem}\" {reason}", m_text, std::move(why)));
    }
    bool take(std::string_view word);
    bool takeCount(std::string_view word, std::string_view name, std::int64_t &to) const;
    bool takeSizes(std::string_view word, std::string_view name, Numbers &to) const;
    [[nodiscard]] bool sizes(const Numbers &given, Spatial &to) const;
    [[nodiscard]] bool takePadding();
    [[nodiscard]] bool finishAxis(std::size_t a);

    std::string_view m_text;
    MoveProblem m_p;
    std::string_view m_padding;
    Numbers m_in;
    Numbers m_kernel;
    Numbers m_strides;
};

bool Parser::takeCount(std::string_view word, std::string_view name, std::int64_t &to) const
{
    const auto value = word.starts_with(name) ? wordNumber(word.substr(name.size())) : std::nullopt;
    if (value && *value >= 1)
        to = *value;
    return value && *value >= 1;
}

bool Parser::takeSizes(std::string_view word, std::string_view name, Numbers &to) const
{
    if (!word.starts_with(name))
        return false;
    auto values = wordNumbers(word.substr(name.size()), 'x');
    const bool right = values && *std::min_element(values->begin(), values->end()) >= 1;
    if (right)
        to = std::move(*values);
    return right;
}

bool Parser::take(std::string_view word)
{
    if (word.empty() || word == "any")
        return true;
    if (word == "last" || word == "first") {
        m_p.format = word == "last" ? DataFormat::ChannelsLast : DataFormat::ChannelsFirst;
        return true;
    }
    if (m_p.op == MoveOp::Upsample && (word == "nearest" || word == "bilinear")) {
        m_p.bilinear = word == "bilinear";
        return true;
    }
    if (isPadded(m_p.op) && word.starts_with("p=")) {
        m_padding = word.substr(2);
        return true;
    }
    const bool hasWindow = isPool(m_p.op) || m_p.op == MoveOp::Upsample;
    if (hasWindow && (takeSizes(word, "k=", m_kernel) || takeSizes(word, "k", m_kernel)))
        return true;
    if (isPool(m_p.op) && takeSizes(word, "s", m_strides))
        return true;
    return takeCount(word, "mb", m_p.mb) || takeCount(word, "ic", m_p.ic) ||
           takeSizes(word, "in", m_in);
}

bool Parser::sizes(const Numbers &given, Spatial &to) const
{
    if (!given.empty() && given.size() != m_in.size())
        return false;
    std::copy(given.begin(), given.end(), to.begin());
    return true;
}

bool Parser::takePadding()
{
    if (m_padding.empty() || m_padding == "valid" || (isPool(m_p.op) && m_padding == "same"))
        return true;
    const auto axes = splitWords(m_padding, 'x');
    if (axes.size() != m_in.size())
        return false;
    for (std::size_t a = 0; a < axes.size(); ++a) {
        const auto pair = wordNumbers(axes[a], ',');
        if (!pair || pair->size() != 2 || pair->front() < 0 || pair->back() < 0)
            return false;
        m_p.padBefore[a] = pair->front();
        m_p.padAfter[a] = pair->back();
    }
    return true;
}

bool Parser::finishAxis(std::size_t a)
{
    MoveProblem &p = m_p;
    const std::int64_t around = p.padBefore[a] + p.padAfter[a];
    p.out[a] = p.in[a];
    if (p.op == MoveOp::Pad)
        p.out[a] += around;
    else if (p.op == MoveOp::Crop)
        p.out[a] -= around;
    else if (p.op == MoveOp::Upsample)
        p.out[a] *= p.kernel[a];
    if (!isPool(p.op))
        return p.out[a] >= 1;
    if (m_padding == "same") {
        p.out[a] = (p.in[a] + p.strides[a] - 1) / p.strides[a];
        const std::int64_t zeros =
            std::max<std::int64_t>((p.out[a] - 1) * p.strides[a] + p.kernel[a] - p.in[a], 0);
        p.padBefore[a] = zeros / 2;
        p.padAfter[a] = zeros - zeros / 2;
        return true;
    }
    const std::int64_t reach = p.in[a] + around - p.kernel[a];
    p.out[a] = reach / p.strides[a] + 1;
    return reach >= 0;
}

Result<MoveProblem> Parser::parse()
{
    const auto parts = splitWords(m_text, ' ');
    const auto op = std::find(kOperations.begin(), kOperations.end(), parts.front());
    if (op == kOperations.end())
        return wrong(words("begins with the unknown operation \"{operation}\"", parts.front()));
    m_p.op = static_cast<MoveOp>(op - kOperations.begin());
    for (auto word = parts.begin() + 1; word != parts.end(); ++word)
        if (!take(*word))
            return wrong(words("has the unknown or wrong word \"{word}\"", *word));
    if (m_in.empty() || m_in.size() > 3)
        return wrong(words("needs in with 1 to 3 numbers, e.g. in64x64"));
    m_p.rank = static_cast<int>(m_in.size());
    if (!sizes(m_in, m_p.in) || !sizes(m_kernel, m_p.kernel) || !sizes(m_strides, m_p.strides))
        return wrong(words("must give every size as many numbers as in has"));
    if (!takePadding())
        return wrong(words("has the wrong padding \"{padding}\": p=before,after once per axis, for "
                           "pools also same or valid",
                           m_padding));
    if (m_p.bilinear && m_p.rank != 2)
        return wrong(words("is bilinear, which takes two axes"));
    for (std::size_t a = 0; a < m_in.size(); ++a)
        if (!finishAxis(a))
            return wrong(words("has no output along axis {axis}", a));
    return m_p;
}

std::string joined(const MoveProblem &p, const Spatial &values)
{
    std::string text;
    for (std::size_t a = 0; a < static_cast<std::size_t>(p.rank); ++a)
        text += (a == 0 ? "" : "x") + std::to_string(values[a]);
    return text;
}

} // namespace

bool namesMoveProblem(std::string_view text)
{
    return std::find(kOperations.begin(), kOperations.end(), splitWords(text, ' ').front()) !=
           kOperations.end();
}

std::string moveProblemWords()
{
    std::string text;
    for (const std::string_view word : kOperations)
        text.append(text.empty() ? "" : word == kOperations.back() ? " or " : ", ").append(word);
    return text;
}

Result<MoveProblem> parseMoveProblem(std::string_view text)
{
    return Parser(text).parse();
}

std::string toString(const MoveProblem &p)
{
    std::string text(kOperations[static_cast<std::size_t>(p.op)]);
    if (p.mb != 1)
        text += " mb" + std::to_string(p.mb);
    text += " ic" + std::to_string(p.ic) + " in" + joined(p, p.in);
    if (isPool(p.op) || p.op == MoveOp::Upsample)
        text += " k" + joined(p, p.kernel);
    if (isPool(p.op) && p.strides != Spatial{1, 1, 1})
        text += " s" + joined(p, p.strides);
    if (p.op == MoveOp::Upsample)
        text += p.bilinear ? " bilinear" : " nearest";
    if (isPadded(p.op)) {
        text += " p=";
        for (std::size_t a = 0; a < static_cast<std::size_t>(p.rank); ++a)
            text += (a == 0 ? "" : "x") + std::to_string(p.padBefore[a]) + ',' +
                    std::to_string(p.padAfter[a]);
    }
    return text + (p.format == DataFormat::ChannelsLast ? " last" : " first");
}

} // namespace convscope
