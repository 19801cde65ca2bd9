// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/display_order.h"

#include "model/wiring.h"

#include <algorithm>
#include <map>
#include <utility>

namespace convscope {

namespace {

using Words = std::vector<std::string_view>;

/// Names without a run of their own that a block may hold between two of its layers.
constexpr int kMostStrangers = 2;
/// A run is parted where its parts are that large on average; a long one sooner.
constexpr int kPart = 3;
constexpr int kPartOfLong = 2;
constexpr int kLong = 24;

Words split(std::string_view text, char separator)
{
    Words parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

/// As Keras names a layer of the class by itself: "conv2d", "conv2d_7".
bool isAutomatic(std::string_view leaf, std::string_view className)
{
    const std::string base = snakeCase(className);
    if (leaf.substr(0, base.size()) != base)
        return false;
    leaf.remove_prefix(base.size());
    if (leaf.empty())
        return true;
    leaf.remove_prefix(1);
    return !leaf.empty() &&
           std::all_of(leaf.begin(), leaf.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Blocks
{
public:
    Blocks(const Model &model, std::span<const int> order)
    {
        for (const int layer : order) {
            const std::string_view name = model.layer(layer).name();
            Words path = split(name, '/');
            const std::string_view leaf = path.back();
            path.pop_back();
            const bool hasWords = !isAutomatic(leaf, model.layer(layer).type().className);
            m_names.push_back(name);
            m_words.push_back(hasWords ? split(leaf, '_') : Words());
            if (hasWords)
                ++m_count[m_words.back().front()];
            m_paths.push_back(std::move(path));
        }
    }

    std::vector<LayerBlock> run()
    {
        byPath(0, static_cast<int>(m_names.size()) - 1, 0, -1);
        return std::move(m_blocks);
    }

private:
    [[nodiscard]] const Words &wordsOf(int at) const
    {
        return m_words[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] const Words &path(int at) const { return m_paths[static_cast<std::size_t>(at)]; }

    void byPath(int first, int last, std::size_t depth, int parent)
    {
        for (int i = first; i <= last;) {
            int end = i;
            if (path(i).size() <= depth) {
                while (end < last && path(end + 1).size() <= depth)
                    ++end;
                runs(i, end, 0, parent);
            } else {
                while (end < last && path(end + 1).size() > depth &&
                       path(end + 1)[depth] == path(i)[depth])
                    ++end;
                int inside = parent;
                if (end > i) {
                    inside = static_cast<int>(m_blocks.size());
                    m_blocks.push_back({upTo(i, path(i)[depth]), i, end, parent, true});
                }
                byPath(i, end, depth + 1, inside);
            }
            i = end + 1;
        }
    }

    /// The name at this position up to the end of one of its words.
    [[nodiscard]] std::string upTo(int at, std::string_view word) const
    {
        const std::string_view name = m_names[static_cast<std::size_t>(at)];
        return std::string(name.data(),
                           static_cast<std::size_t>(word.data() - name.data()) + word.size());
    }

    /// Whether the first `depth` words are those of `model`.
    [[nodiscard]] bool begins(int at, int like, std::size_t depth) const
    {
        return wordsOf(at).size() >= depth &&
               std::equal(wordsOf(like).begin(),
                          wordsOf(like).begin() + static_cast<std::ptrdiff_t>(depth),
                          wordsOf(at).begin());
    }

    [[nodiscard]] bool isStranger(int at) const
    {
        return wordsOf(at).empty() || m_count.at(wordsOf(at).front()) == 1;
    }

    void runs(int first, int last, std::size_t depth, int parent)
    {
        for (int i = first; i <= last; ++i) {
            if (wordsOf(i).size() <= depth)
                continue;
            int end = i;
            for (int next = i + 1; next <= last && next - end <= kMostStrangers + 1; ++next) {
                if (begins(next, i, depth + 1))
                    end = next;
                else if (!isStranger(next))
                    break;
            }
            if (end > i)
                partOrKeep(i, end, depth + 1, parent);
            i = end;
        }
    }

    /// The layers from first to last that begin with the same `depth` words.
    void partOrKeep(int first, int last, std::size_t depth, int parent)
    {
        const auto isMember = [&](int at) { return begins(at, first, depth); };
        const auto shareNext = [&] {
            if (wordsOf(first).size() <= depth)
                return false;
            for (int i = first; i <= last; ++i) {
                if (isMember(i) && !begins(i, first, depth + 1))
                    return false;
            }
            return true;
        };
        while (shareNext())
            ++depth;
        int members = 0;
        int parts = 0;
        int before = -1;
        for (int i = first; i <= last; ++i) {
            if (!isMember(i))
                continue;
            ++members;
            const bool isSame = before >= 0 && wordsOf(i).size() > depth &&
                                wordsOf(before).size() > depth &&
                                wordsOf(i)[depth] == wordsOf(before)[depth];
            parts += isSame ? 0 : 1;
            before = i;
        }
        const int wanted = members > kLong ? kPartOfLong : kPart;
        if (parts > 1 && members >= wanted * parts)
            runs(first, last, depth, parent);
        else
            m_blocks.push_back(
                {upTo(first, wordsOf(first)[depth - 1]), first, last, parent, false});
    }

    std::vector<std::string_view> m_names;
    /// Models that the layer is inside of.
    std::vector<Words> m_paths;
    /// Of its own name; none where that is automatic.
    std::vector<Words> m_words;
    std::map<std::string_view, int> m_count;
    std::vector<LayerBlock> m_blocks;
};

} // namespace

std::vector<int> displayOrder(const Model &model)
{
    const Wiring wiring(model);
    const auto count = static_cast<std::size_t>(model.size());
    std::vector<std::vector<Source>> sources;
    std::vector<bool> isRead(count, false);
    for (int i = 0; i < model.size(); ++i) {
        sources.push_back(wiring.sources(i));
        for (const Source &source : sources.back()) {
            if (source.kind == Source::Kind::Layer)
                isRead[static_cast<std::size_t>(source.index)] = true;
        }
    }
    std::vector<int> order;
    std::vector<bool> isPlaced(count, false);
    /// Layers being placed, and which of their sources comes next.
    std::vector<std::pair<int, std::size_t>> stack;
    for (int end = 0; end < model.size(); ++end) {
        if (isRead[static_cast<std::size_t>(end)])
            continue;
        stack.push_back({end, 0});
        while (!stack.empty()) {
            auto &[layer, next] = stack.back();
            const std::vector<Source> &reads = sources[static_cast<std::size_t>(layer)];
            if (next < reads.size()) {
                const Source source = reads[next++];
                if (source.kind == Source::Kind::Layer &&
                    !isPlaced[static_cast<std::size_t>(source.index)])
                    stack.push_back({source.index, 0});
                continue;
            }
            if (!isPlaced[static_cast<std::size_t>(layer)])
                order.push_back(layer);
            isPlaced[static_cast<std::size_t>(layer)] = true;
            stack.pop_back();
        }
    }
    return order;
}

std::vector<LayerBlock> layerBlocks(const Model &model, std::span<const int> order)
{
    return order.empty() ? std::vector<LayerBlock>() : Blocks(model, order).run();
}

std::string_view nameInBlock(std::string_view name, std::string_view prefix)
{
    if (name.size() > prefix.size() + 1 && name.substr(0, prefix.size()) == prefix &&
        (name[prefix.size()] == '_' || name[prefix.size()] == '/'))
        name.remove_prefix(prefix.size() + 1);
    return name;
}

} // namespace convscope
