// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/cell_terms.h"
#include "explain/explain.h"
#include "explain/term_list.h"

#include <functional>
#include <vector>

namespace convscope {

/// Computes what a layer's rule gives at any cell of its output before the activation function, and
/// tells how. One rule of arithmetic.h, one member function.
class StageMaker
{
public:
    StageMaker(const LayerOperands &operands, const ExplainOptions &options);

    [[nodiscard]] const Arithmetic &arithmetic() const { return m_arithmetic; }
    /// Extents before the activation function, the batch included: glu halves the last axis.
    [[nodiscard]] const Extents &extents() const { return m_extents; }
    /// Where the output keeps its channels.
    [[nodiscard]] int channelAxisOfOutput() const;
    /// The number at this index; the stages behind `stages` are appended unless it is null.
    [[nodiscard]] double at(const Extents &index, std::vector<Stage> *stages) const;
    /// The cell that is copied to this index. Only of the rule Copy.
    [[nodiscard]] Term copied(const Extents &index) const;

    /// Called with an input, a position among its values and how fast the number changes with it.
    using Slope = std::function<void(std::size_t which, std::int64_t source, double slope)>;
    /// Every value that the number at this index is made of; a position may come more than once.
    void visitSlopes(const Extents &index, const Slope &each) const;

private:
    void kernelSlopes(const Extents &index, const Slope &each) const;
    void separableSlopes(const Extents &index, const Slope &each) const;
    void pooledSlopes(const Extents &index, const Slope &each) const;
    void mergedSlopes(const Extents &index, const Slope &each) const;
    /// Of a normalization by what the line itself holds.
    void lineSlopes(const Extents &index, const Slope &each) const;
    /// Where a kernel tensor keeps the weight of a cell for an output channel.
    [[nodiscard]] std::int64_t kernelPosition(KernelLayout layout, const SeenCell &cell,
                                              std::int64_t firstChannel, std::int64_t filter) const;

    [[nodiscard]] CellWindow window(const Extents &index, std::size_t which = 0,
                                    bool alongLines = false) const;
    [[nodiscard]] double copy(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double weightedSum(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double separable(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double pooled(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double variance(const Extents &index, std::vector<Stage> *stages) const;
    /// Mean and spread of a line of cells; with a stage, how.
    [[nodiscard]] NormalizationNumbers
    statistics(const CellWindow &seen, NormalizationNumbers::Spread spread, Stage *stage) const;
    [[nodiscard]] double interpolated(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double merged(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double scaled(const Extents &index, std::vector<Stage> *stages) const;
    [[nodiscard]] double normalized(const Extents &index, std::vector<Stage> *stages) const;
    /// The input's value at the same index.
    [[nodiscard]] Term samePlaceTerm(const Extents &index) const;
    /// One value · weight + bias.
    [[nodiscard]] double affine(Term term, double weight, double bias, Stage stage,
                                std::vector<Stage> *stages) const;
    /// What an interpolated cell is made of. Returns how many cells it blends along each axis.
    Extents visitBlend(const Extents &index, const std::function<void(const Term &)> &each) const;

    /// Σ of a window with a kernel, for output channel `filter`.
    [[nodiscard]] double kernelSum(const CellWindow &window, KernelLayout layout,
                                   std::int64_t filter, Stage *stage) const;
    [[nodiscard]] Term termOf(const SeenCell &cell, std::size_t which = 0) const;
    /// Spatial lengths of the window as people count them; none for layers without axes.
    [[nodiscard]] Extents tapsOf(const CellWindow &window) const;

    const LayerOperands &m_operands;
    const ExplainOptions &m_options;
    Arithmetic m_arithmetic;
    std::vector<Sight> m_sights;
    /// Format of the first input as the layer takes it.
    DataFormat m_format = DataFormat::ChannelsLast;
    Extents m_extents;
    bool m_hasWindow = false;
};

} // namespace convscope
