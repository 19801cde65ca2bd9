// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/kernel_presets.h"

#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace convscope {

namespace {

using Line = std::vector<double>;

/// A kernel while it is made.
struct Cells
{
    KernelExtents extents;
    std::vector<double> values;

    explicit Cells(const KernelExtents &of)
        : extents(of), values(static_cast<std::size_t>(of.count()), 0.0)
    {
    }
    double &at(std::int64_t slice, std::int64_t row, std::int64_t column)
    {
        return values[static_cast<std::size_t>((slice * extents.rows + row) * extents.columns +
                                               column)];
    }
    /// Every value from its slice, row and column.
    template <class F>
    void fill(const F &value)
    {
        for (std::int64_t s = 0; s < extents.slices; ++s)
            for (std::int64_t r = 0; r < extents.rows; ++r)
                for (std::int64_t c = 0; c < extents.columns; ++c)
                    at(s, r, c) = value(s, r, c);
    }
};

double get(const Line &line, std::int64_t index)
{
    return line[static_cast<std::size_t>(index)];
}

/// A row of Pascal's triangle.
Line binomial(std::int64_t cells)
{
    Line line{1.0};
    for (std::int64_t i = 1; i < cells; ++i) {
        line.push_back(0.0);
        for (std::size_t k = line.size() - 1; k > 0; --k)
            line[k] += line[k - 1];
    }
    return line;
}

Line convolved(const Line &a, const Line &b)
{
    Line line(a.size() + b.size() - 1, 0.0);
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t k = 0; k < b.size(); ++k)
            line[i + k] += a[i] * b[k];
    return line;
}

Line scaledToSum(Line line, double sum)
{
    const double now = std::accumulate(line.begin(), line.end(), 0.0);
    for (double &value : line)
        value *= sum / now;
    return line;
}

/// The outer product.
Cells product(const KernelExtents &extents, const Line &slices, const Line &rows,
              const Line &columns)
{
    Cells cells(extents);
    cells.fill([&](std::int64_t s, std::int64_t r, std::int64_t c) {
        return get(slices, s) * get(rows, r) * get(columns, c);
    });
    return cells;
}

std::int64_t centre(std::int64_t cells)
{
    return (cells - 1) / 2;
}

Cells identity(const KernelExtents &extents)
{
    Cells cells(extents);
    cells.at(centre(extents.slices), centre(extents.rows), centre(extents.columns)) = 1;
    return cells;
}

/// OpenCV's deviation for a kernel of so many cells.
double deviationFor(std::int64_t cells)
{
    return 0.3 * ((static_cast<double>(cells) - 1) * 0.5 - 1) + 0.8;
}

Line gaussian(std::int64_t cells)
{
    const double deviation = deviationFor(cells);
    const double middle = (static_cast<double>(cells) - 1) / 2;
    Line line;
    for (std::int64_t i = 0; i < cells; ++i) {
        const double x = (static_cast<double>(i) - middle) / deviation;
        line.push_back(std::exp(-x * x / 2));
    }
    return scaledToSum(std::move(line), 1);
}

Failure tooShort(Words shape, Words axis, std::int64_t needed, std::int64_t received)
{
    return fail("input", {}, {},
                words("A kernel of this shape ({shape}) needs at least {needed} {axis}, this one "
                      "has {received}",
                      std::move(shape), needed, std::move(axis), received));
}

Result<Cells> sobel(const KernelExtents &extents, bool alongColumns)
{
    const std::int64_t cells = alongColumns ? extents.columns : extents.rows;
    if (cells < 2)
        return tooShort(words("Sobel"), alongColumns ? words("columns") : words("rows"), 2, cells);
    const Line difference = convolved(binomial(cells - 1), {-1.0, 1.0});
    const Line slices = binomial(extents.slices);
    return alongColumns ? product(extents, slices, binomial(extents.rows), difference)
                        : product(extents, slices, difference, binomial(extents.columns));
}

Result<Cells> laplacian(const KernelExtents &extents)
{
    const std::array<std::int64_t, 3> cells{extents.slices, extents.rows, extents.columns};
    const std::int64_t longest = std::max({cells[0], cells[1], cells[2]});
    if (longest < 3)
        return tooShort(words("Laplacian"), words("cells along an axis"), 3, longest);
    // What is left of an axis after a difference of three cells, or all of one without.
    std::array<Line, 3> smooth;
    std::array<Line, 3> second;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool isLong = cells[axis] >= 3;
        const Line rest = scaledToSum(binomial(isLong ? cells[axis] - 2 : cells[axis]), 1);
        smooth[axis] = isLong ? convolved(rest, {0.0, 1.0, 0.0}) : rest;
        second[axis] = isLong ? convolved(rest, {1.0, -2.0, 1.0}) : Line(rest.size(), 0.0);
    }
    Cells sum(extents);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto part = [&](std::size_t a) { return a == axis ? second[a] : smooth[a]; };
        const Cells one = product(extents, part(0), part(1), part(2));
        for (std::size_t i = 0; i < sum.values.size(); ++i)
            sum.values[i] += one.values[i];
    }
    return sum;
}

Result<Cells> sharpen(const KernelExtents &extents)
{
    auto cells = laplacian(extents);
    if (!cells)
        return cells;
    const Cells one = identity(extents);
    for (std::size_t i = 0; i < one.values.size(); ++i)
        cells->values[i] = one.values[i] - cells->values[i];
    return cells;
}

Result<Cells> emboss(const KernelExtents &extents)
{
    if (extents.rows < 2 && extents.columns < 2)
        return tooShort(words("emboss"), words("rows or columns"), 2, 1);
    Cells cells(extents);
    const double middle = (static_cast<double>(extents.rows + extents.columns) - 2) / 2;
    cells.fill([&](std::int64_t, std::int64_t r, std::int64_t c) {
        return static_cast<double>(r + c) - middle;
    });
    // As strong as the one of three by three, whatever the size.
    double above = 0;
    for (const double value : cells.values)
        above += std::max(value, 0.0);
    for (double &value : cells.values)
        value *= 4 / above;
    cells.at(centre(extents.slices), centre(extents.rows), centre(extents.columns)) += 1;
    return cells;
}

Result<Cells> gabor(const KernelExtents &extents, const KernelPreset &preset)
{
    if (!(preset.wavelength > 0) || !std::isfinite(preset.wavelength))
        return fail("input", {}, {},
                    words("The wavelength of a Gabor kernel must be above 0. Received {received}",
                          preset.wavelength));
    // One octave wide, twice as long as wide.
    const double deviation = 0.56 * preset.wavelength;
    const double turn = preset.angle * std::numbers::pi / 180;
    const double phase = preset.phase * std::numbers::pi / 180;
    const double row = (static_cast<double>(extents.rows) - 1) / 2;
    const double column = (static_cast<double>(extents.columns) - 1) / 2;
    const Line slices = gaussian(extents.slices);
    Cells cells(extents);
    cells.fill([&](std::int64_t s, std::int64_t r, std::int64_t c) {
        const double y = static_cast<double>(r) - row;
        const double x = static_cast<double>(c) - column;
        const double along = x * std::cos(turn) + y * std::sin(turn);
        const double across = (y * std::cos(turn) - x * std::sin(turn)) / 2;
        const double bell =
            std::exp(-(along * along + across * across) / (2 * deviation * deviation));
        return get(slices, s) * bell *
               std::cos(2 * std::numbers::pi * along / preset.wavelength - phase);
    });
    return cells;
}

Result<Cells> made(const KernelPreset &preset, const KernelExtents &extents)
{
    const auto flat = [](std::int64_t cells) {
        return Line(static_cast<std::size_t>(cells), 1.0 / static_cast<double>(cells));
    };
    switch (preset.shape) {
    case KernelShape::Identity:
        return identity(extents);
    case KernelShape::Box:
        return product(extents, flat(extents.slices), flat(extents.rows), flat(extents.columns));
    case KernelShape::Gaussian:
        return product(extents, gaussian(extents.slices), gaussian(extents.rows),
                       gaussian(extents.columns));
    case KernelShape::SobelX:
        return sobel(extents, true);
    case KernelShape::SobelY:
        return sobel(extents, false);
    case KernelShape::Laplacian:
        return laplacian(extents);
    case KernelShape::Sharpen:
        return sharpen(extents);
    case KernelShape::Emboss:
        return emboss(extents);
    case KernelShape::Gabor:
        return gabor(extents, preset);
    }
    return Cells(extents);
}

} // namespace

std::string_view name(KernelShape shape)
{
    switch (shape) {
    case KernelShape::Identity:
        return "identity";
    case KernelShape::Box:
        return "box";
    case KernelShape::Gaussian:
        return "gaussian";
    case KernelShape::SobelX:
        return "sobel_x";
    case KernelShape::SobelY:
        return "sobel_y";
    case KernelShape::Laplacian:
        return "laplacian";
    case KernelShape::Sharpen:
        return "sharpen";
    case KernelShape::Emboss:
        return "emboss";
    case KernelShape::Gabor:
        return "gabor";
    }
    return {};
}

Result<std::vector<double>> kernelValues(const KernelPreset &preset, const KernelExtents &extents)
{
    auto cells = made(preset, extents);
    if (!cells)
        return fail(cells.error());
    return std::move(cells->values);
}

} // namespace convscope
