// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/orthogonal_matrix.h"

#include <cmath>

namespace convscope {

namespace {

std::vector<double> transposed(const std::vector<double> &matrix, std::size_t rows,
                               std::size_t columns)
{
    std::vector<double> result(matrix.size());
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c)
            result[c * rows + r] = matrix[r * columns + c];
    }
    return result;
}

/// Gram–Schmidt over `count` vectors of `length` values, one after another in memory. Each is
/// projected twice: once leaves errors of the size of the condition number.
/// False where `stop` was requested.
bool orthonormalize(std::vector<double> &vectors, std::size_t count, std::size_t length,
                    const std::stop_token &stop)
{
    for (std::size_t v = 0; v < count; ++v) {
        if (stop.stop_requested())
            return false;
        double *vector = vectors.data() + v * length;
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t u = 0; u < v; ++u) {
                const double *earlier = vectors.data() + u * length;
                double along = 0;
                for (std::size_t i = 0; i < length; ++i)
                    along += vector[i] * earlier[i];
                for (std::size_t i = 0; i < length; ++i)
                    vector[i] -= along * earlier[i];
            }
        }
        double square = 0;
        for (std::size_t i = 0; i < length; ++i)
            square += vector[i] * vector[i];
        const double norm = std::sqrt(square);
        for (std::size_t i = 0; i < length; ++i)
            vector[i] /= norm;
    }
    return true;
}

} // namespace

std::vector<double> orthonormalized(std::vector<double> matrix, std::size_t rows,
                                    std::size_t columns, const std::stop_token &stop)
{
    if (rows < columns)
        return orthonormalize(matrix, rows, columns, stop) ? matrix : std::vector<double>();
    std::vector<double> vectors = transposed(matrix, rows, columns);
    if (!orthonormalize(vectors, columns, rows, stop))
        return {};
    return transposed(vectors, columns, rows);
}

} // namespace convscope
