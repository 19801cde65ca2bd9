// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/stack_arrangement.h"

#include "model/wiring.h"

#include <algorithm>
#include <map>

namespace convscope {

namespace {

/// Of blocks with the same prefix all but the first are counted.
std::vector<std::string> namesOf(const std::vector<LayerBlock> &blocks)
{
    std::map<std::string, int> met;
    std::vector<std::string> names;
    for (const LayerBlock &block : blocks) {
        const int before = met[block.prefix]++;
        names.push_back(before == 0 ? block.prefix
                                    : block.prefix + ':' + std::to_string(before + 1));
    }
    return names;
}

/// In a short stack names that begin alike make no blocks.
void keepModels(std::vector<LayerBlock> &blocks)
{
    std::vector<int> places;
    int kept = 0;
    for (const LayerBlock &block : blocks)
        places.push_back(block.isModel ? kept++ : -1);
    for (LayerBlock &block : blocks) {
        // Models are inside of models only.
        if (block.parent >= 0)
            block.parent = places[static_cast<std::size_t>(block.parent)];
    }
    std::erase_if(blocks, [](const LayerBlock &block) { return !block.isModel; });
}

/// Some layer does not read the one before it in the order that is shown, and that alone.
bool branches(const Model &model, const Wiring &wiring, const std::vector<int> &order)
{
    if (model.inputs.size() > 1)
        return true;
    Source before{Source::Kind::Input, 0};
    for (const int layer : order) {
        if (wiring.sources(layer) != std::vector{before})
            return true;
        before = {Source::Kind::Layer, layer};
    }
    return false;
}

class Rows
{
public:
    Rows(StackArrangement &stack, const Folds *folds) : m_stack(stack), m_folds(folds) {}

    void add()
    {
        const auto count = static_cast<int>(m_stack.order.size());
        for (int at = 0; at < count;) {
            closeUntil(at);
            if (openAt(at)) {
                // A folded one takes all of its layers.
                const LayerBlock &block = m_stack.blocks[static_cast<std::size_t>(m_folded)];
                at = block.last + 1;
                continue;
            }
            const int layer = m_stack.order[static_cast<std::size_t>(at)];
            m_stack.rowOfLayer[static_cast<std::size_t>(layer)] = size();
            const CardKind kind = m_open.empty() ? CardKind::Card : CardKind::Line;
            m_stack.rows.push_back({kind, layer, 0, m_open.empty() ? -1 : m_open.back(),
                                    static_cast<int>(m_open.size()), false});
            ++at;
        }
        for (std::size_t row = 0; row < m_stack.rows.size(); ++row) {
            StackRow &here = m_stack.rows[row];
            here.endsBlock =
                here.kind == CardKind::Line &&
                (row + 1 == m_stack.rows.size() || m_stack.rows[row + 1].kind != CardKind::Line ||
                 m_stack.rows[row + 1].block != here.block);
        }
    }

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_stack.rows.size()); }

    void closeUntil(int at)
    {
        while (!m_open.empty() && m_stack.blocks[static_cast<std::size_t>(m_open.back())].last < at)
            m_open.pop_back();
    }

    /// Opens the blocks that begin here. True: the last of them is folded, and has its row.
    bool openAt(int at)
    {
        while (m_next < m_stack.blocks.size() && m_stack.blocks[m_next].first == at) {
            const LayerBlock &block = m_stack.blocks[m_next];
            const auto which = static_cast<int>(m_next);
            const int last = m_stack.order[static_cast<std::size_t>(block.last)];
            const auto indent = static_cast<int>(m_open.size());
            const bool isFolded = m_folds->isFolded(m_stack.blockNames[m_next]);
            ++m_next;
            if (!isFolded) {
                m_stack.rows.push_back({CardKind::Head, last, 0, which, indent, false});
                m_open.push_back(which);
                continue;
            }
            for (int i = block.first; i <= block.last; ++i)
                m_stack.rowOfLayer[static_cast<std::size_t>(
                    m_stack.order[static_cast<std::size_t>(i)])] = size();
            m_stack.rows.push_back({CardKind::Block, last, 0, which, indent, false});
            // Blocks inside of it are not shown.
            while (m_next < m_stack.blocks.size() && m_stack.blocks[m_next].last <= block.last)
                ++m_next;
            m_folded = which;
            return true;
        }
        return false;
    }

    StackArrangement &m_stack;
    const Folds *m_folds;
    std::vector<int> m_open;
    std::size_t m_next = 0;
    int m_folded = -1;
};

Rails railsOf(const Model &model, const StackArrangement &stack)
{
    Rails rails;
    const Wiring wiring(model);
    std::vector<int> nodeOfRow;
    int nodes = 0;
    for (const StackRow &row : stack.rows) {
        const bool isNode = row.kind != CardKind::Head;
        rails.rows.push_back({isNode ? nodes : nodes - 1, isNode});
        nodeOfRow.push_back(isNode ? nodes++ : -1);
    }
    std::vector<std::vector<int>> reads;
    for (const StackRow &row : stack.rows) {
        if (row.kind == CardKind::Head)
            continue;
        const auto here = static_cast<int>(reads.size());
        std::vector<int> sources;
        const std::vector<int> layers = row.layer < 0 ? std::vector<int>() : stack.layersOf(row);
        for (const int layer : layers) {
            for (const Source &source : wiring.sources(layer)) {
                int node = -1;
                if (source.kind == Source::Kind::Input)
                    node = source.index;
                else if (source.kind == Source::Kind::Layer)
                    node = nodeOfRow[static_cast<std::size_t>(
                        stack.rowOfLayer[static_cast<std::size_t>(source.index)])];
                if (node < 0 || node >= here)
                    continue;
                // A block reads from outside, and a tensor once.
                if (row.kind != CardKind::Block ||
                    std::find(sources.begin(), sources.end(), node) == sources.end())
                    sources.push_back(node);
            }
        }
        reads.push_back(std::move(sources));
        std::string name;
        if (row.kind == CardKind::Block)
            name = stack.blockNames[static_cast<std::size_t>(row.block)];
        else if (row.layer >= 0)
            name = model.layer(row.layer).name();
        else if (!model.inputs.empty())
            name = model.inputs[static_cast<std::size_t>(row.input)].name;
        else
            name = "input";
        rails.names.push_back(QString::fromStdString(name));
    }
    rails.lanes = layoutLanes(reads);
    rails.isShown = branches(model, wiring, stack.order);
    return rails;
}

} // namespace

void Folds::open(int layers)
{
    m_hasNamedBlocks = layers >= kFoldedFrom;
    m_isFolded = m_hasNamedBlocks;
    m_others.clear();
}

void Folds::foldAll()
{
    m_isFolded = true;
    m_others.clear();
}

void Folds::setFolded(const std::string &block, bool folded)
{
    if (folded == m_isFolded)
        m_others.erase(block);
    else
        m_others.insert(block);
}

void Folds::unfoldAll()
{
    m_isFolded = false;
    m_others.clear();
}

std::vector<int> StackArrangement::layersOf(const StackRow &row) const
{
    if (row.kind != CardKind::Block && row.kind != CardKind::Head)
        return {row.layer};
    const LayerBlock &block = blocks[static_cast<std::size_t>(row.block)];
    return {order.begin() + block.first, order.begin() + block.last + 1};
}

int StackArrangement::foldedBlockOf(int layer) const
{
    if (layer < 0 || layer >= static_cast<int>(rowOfLayer.size()))
        return -1;
    const StackRow &row =
        rows[static_cast<std::size_t>(rowOfLayer[static_cast<std::size_t>(layer)])];
    return row.kind == CardKind::Block ? row.block : -1;
}

int StackArrangement::blockNamed(const std::string &name) const
{
    const auto found = std::find(blockNames.begin(), blockNames.end(), name);
    return found == blockNames.end() ? -1 : static_cast<int>(found - blockNames.begin());
}

StackArrangement arrangeStack(const Model &model, const Folds *folds)
{
    StackArrangement stack;
    stack.order = displayOrder(model);
    stack.rowOfLayer.resize(stack.order.size(), -1);
    if (folds != nullptr) {
        stack.blocks = layerBlocks(model, stack.order);
        if (!folds->hasNamedBlocks())
            keepModels(stack.blocks);
        stack.blockNames = namesOf(stack.blocks);
    }
    const std::size_t inputs = std::max<std::size_t>(model.inputs.size(), 1);
    for (std::size_t i = 0; i < inputs; ++i)
        stack.rows.push_back({CardKind::Card, -1, static_cast<int>(i), -1, 0, false});
    Rows(stack, folds).add();
    stack.rails = railsOf(model, stack);
    return stack;
}

} // namespace convscope
