// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/frequency_response.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace convscope {

namespace {

using Complex = std::complex<double>;

/// exp(−2πi · frequency · cell) for every frequency and cell.
std::vector<Complex> waves(std::int64_t size, std::int64_t cells)
{
    std::vector<Complex> waves;
    for (std::int64_t f = 0; f < size; ++f) {
        const double frequency = static_cast<double>(f - size / 2) / static_cast<double>(size);
        for (std::int64_t cell = 0; cell < cells; ++cell)
            waves.push_back(
                std::polar(1.0, -2 * std::numbers::pi * frequency * static_cast<double>(cell)));
    }
    return waves;
}

float decibels(const Complex &value)
{
    const double power = std::norm(value);
    const double least = std::pow(10.0, double(kLowestDecibels) / 10);
    return static_cast<float>(10 * std::log10(std::max(power, least)));
}

} // namespace

std::vector<float> frequencyResponse(std::span<const float> kernel, std::int64_t rows,
                                     std::int64_t columns, std::int64_t size)
{
    check(static_cast<std::int64_t>(kernel.size()) == rows * columns && size > 0,
          "rows × columns values");
    const std::vector<Complex> across = waves(size, columns);
    // Along the rows first: rows × size.
    std::vector<Complex> lines(static_cast<std::size_t>(rows * size));
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t f = 0; f < size; ++f)
            for (std::int64_t column = 0; column < columns; ++column)
                lines[static_cast<std::size_t>(row * size + f)] +=
                    across[static_cast<std::size_t>(f * columns + column)] *
                    double(kernel[static_cast<std::size_t>(row * columns + column)]);
    std::vector<float> response;
    if (rows == 1) {
        std::transform(lines.begin(), lines.end(), std::back_inserter(response), decibels);
        return response;
    }
    const std::vector<Complex> down = waves(size, rows);
    for (std::int64_t v = 0; v < size; ++v) {
        for (std::int64_t f = 0; f < size; ++f) {
            Complex sum;
            for (std::int64_t row = 0; row < rows; ++row)
                sum += down[static_cast<std::size_t>(v * rows + row)] *
                       lines[static_cast<std::size_t>(row * size + f)];
            response.push_back(decibels(sum));
        }
    }
    return response;
}

} // namespace convscope
