// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/problem/conv_problem.h"
#include "kernels/problem/problem_words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace convscope {

namespace {

using Numbers = std::vector<std::int64_t>;

struct Word
{
    std::string_view name;
    std::string_view value;
};

/// The words in the order they are tried: a longer one before its prefix.
constexpr std::string_view kNames[] = {
    "op=", "mb", "ic", "in", "oc", "p=", "k", "s", "d", "g", "m"};

std::optional<Word> wordOf(std::string_view text)
{
    for (const std::string_view name : kNames) {
        if (text.starts_with(name))
            return Word{name, text.substr(name.size())};
    }
    return std::nullopt;
}

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) {}
    Result<ConvProblem> parse();

private:
    [[nodiscard]] Failure wrong(Words why) const
    {
        return fail("input", "problem", '"' + std::string(m_text) + '"',
                    words("the problem \"{problem}\" {reason}", m_text, std::move(why)));
    }
    bool take(std::string_view text);
    bool takeOperation(std::string_view text);
    bool takeWord(const Word &word);
    /// As many numbers as the problem has axes, or none.
    [[nodiscard]] bool sizes(const Numbers &given, std::int64_t least, Spatial &to) const;
    bool finishAxis(std::size_t axis);
    bool forwardAxis(std::size_t axis);
    bool transposedAxis(std::size_t axis);

    std::string_view m_text;
    ConvProblem m_problem;
    std::string_view m_padding = "valid";
    Numbers m_in;
    Numbers m_kernel;
    Numbers m_strides;
    Numbers m_dilation;
    Numbers m_outputPadding;
    bool m_hasFilters = false;
};

bool Parser::takeOperation(std::string_view text)
{
    constexpr std::string_view names[] = {"conv", "depthwise", "separable", "deconv"};
    const auto *found = std::find(std::begin(names), std::end(names), text);
    if (found == std::end(names))
        return false;
    m_problem.op = static_cast<ConvOp>(found - std::begin(names));
    return true;
}

bool Parser::takeWord(const Word &word)
{
    if (word.name == "p=") {
        m_padding = word.value;
        return true;
    }
    for (const auto &[name, to] : {std::pair{"in", &m_in},
                                   {"k", &m_kernel},
                                   {"s", &m_strides},
                                   {"d", &m_dilation},
                                   {"op=", &m_outputPadding}}) {
        if (word.name == name) {
            auto values = wordNumbers(word.value, 'x');
            if (values)
                *to = std::move(*values);
            return values.has_value();
        }
    }
    const auto value = wordNumber(word.value);
    if (!value || *value < 1)
        return false;
    m_hasFilters = m_hasFilters || word.name == "oc";
    for (const auto &[name, to] : {std::pair{"mb", &m_problem.mb},
                                   {"ic", &m_problem.ic},
                                   {"oc", &m_problem.oc},
                                   {"g", &m_problem.groups},
                                   {"m", &m_problem.multiplier}}) {
        if (word.name == name)
            *to = *value;
    }
    return true;
}

bool Parser::take(std::string_view text)
{
    if (text.empty() || text == "any")
        return true;
    if (text == "last" || text == "first") {
        m_problem.format = text == "last" ? DataFormat::ChannelsLast : DataFormat::ChannelsFirst;
        return true;
    }
    const auto word = wordOf(text);
    return word && takeWord(*word);
}

bool Parser::sizes(const Numbers &given, std::int64_t least, Spatial &to) const
{
    if (given.empty())
        return true;
    if (given.size() != static_cast<std::size_t>(m_problem.rank))
        return false;
    std::copy(given.begin(), given.end(), to.begin());
    return *std::min_element(given.begin(), given.end()) >= least;
}

/// Keras' rules for the output length and the zeros around.
bool Parser::forwardAxis(std::size_t a)
{
    ConvProblem &p = m_problem;
    const std::int64_t window = (p.kernel[a] - 1) * p.dilation[a] + 1;
    if (m_padding == "same") {
        p.out[a] = (p.in[a] + p.strides[a] - 1) / p.strides[a];
        const std::int64_t zeros =
            std::max<std::int64_t>((p.out[a] - 1) * p.strides[a] + window - p.in[a], 0);
        p.padBefore[a] = zeros / 2;
    } else if (m_padding == "causal") {
        p.padBefore[a] = window - 1;
        p.out[a] = (p.in[a] + p.strides[a] - 1) / p.strides[a];
    } else {
        const std::int64_t reach = p.in[a] + p.padBefore[a] + p.padAfter[a] - window;
        if (reach < 0)
            return false;
        p.out[a] = reach / p.strides[a] + 1;
    }
    p.padAfter[a] = (p.out[a] - 1) * p.strides[a] + window - p.in[a] - p.padBefore[a];
    return p.out[a] >= 1;
}

bool Parser::transposedAxis(std::size_t a)
{
    ConvProblem &p = m_problem;
    const std::int64_t window = (p.kernel[a] - 1) * p.dilation[a] + 1;
    const std::int64_t full = (p.in[a] - 1) * p.strides[a] + window;
    const bool given = !m_outputPadding.empty();
    const std::int64_t extra = given ? m_outputPadding[a] : 0;
    if (m_padding == "same") {
        p.out[a] = given ? full - 2 * (window / 2) + extra : p.in[a] * p.strides[a];
        p.padBefore[a] = std::max<std::int64_t>(full - p.out[a], 0) / 2;
    } else if (m_padding == "valid") {
        p.out[a] = given
                       ? full + extra
                       : p.in[a] * p.strides[a] + std::max<std::int64_t>(window - p.strides[a], 0);
    } else {
        p.out[a] = full - p.padBefore[a] - p.padAfter[a] + extra;
    }
    p.padAfter[a] = full - p.padBefore[a] - p.out[a] + extra;
    return p.out[a] >= 1;
}

bool Parser::finishAxis(std::size_t axis)
{
    return m_problem.op == ConvOp::Deconv ? transposedAxis(axis) : forwardAxis(axis);
}

Result<ConvProblem> Parser::parse()
{
    const auto parts = splitWords(m_text, ' ');
    if (!takeOperation(parts.front()))
        return wrong(words("must begin with conv, depthwise, separable or deconv"));
    for (auto word = parts.begin() + 1; word != parts.end(); ++word) {
        if (!take(*word))
            return wrong(words("has the unknown or wrong word \"{word}\"", *word));
    }
    ConvProblem &p = m_problem;
    if (m_in.empty() || m_in.size() > 3 || m_kernel.empty())
        return wrong(words("needs in and k with 1 to 3 numbers each, e.g. in64x64 k3x3"));
    p.rank = static_cast<int>(m_in.size());
    Spatial unused{};
    if (!sizes(m_in, 1, p.in) || !sizes(m_kernel, 1, p.kernel) || !sizes(m_strides, 1, p.strides) ||
        !sizes(m_dilation, 1, p.dilation) || !sizes(m_outputPadding, 0, unused))
        return wrong(words("must give every size as many numbers as in has, 1 or more each"));
    if (m_padding != "same" && m_padding != "valid" && m_padding != "causal") {
        const auto axes = splitWords(m_padding, 'x');
        if (axes.size() != m_in.size())
            return wrong(words("must give p=before,after once per axis, or same, valid or causal"));
        for (std::size_t a = 0; a < axes.size(); ++a) {
            const auto pair = wordNumbers(axes[a], ',');
            if (!pair || pair->size() != 2)
                return wrong(
                    words("must give p=before,after once per axis, or same, valid or causal"));
            p.padBefore[a] = pair->front();
            p.padAfter[a] = pair->back();
        }
    }
    if (p.op == ConvOp::Depthwise)
        p.oc = p.ic * p.multiplier;
    else if (!m_hasFilters)
        return wrong(words("needs oc, the number of filters"));
    if (p.ic % p.groups != 0 || p.oc % p.groups != 0)
        return wrong(words("must have channels and filters divisible by its groups"));
    for (std::size_t a = 0; a < m_in.size(); ++a) {
        if (!finishAxis(a))
            return wrong(words("has no output along axis {axis}", a));
    }
    return p;
}

} // namespace

Result<ConvProblem> parseConvProblem(std::string_view text)
{
    return Parser(text).parse();
}

} // namespace convscope
