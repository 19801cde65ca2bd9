// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/coverage_picture.h"

#include "explain/axis_links.h"
#include "pictures/map_painting.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

struct CoverageWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::CoveragePicture)
};

} // namespace

QString CoveragePicture::words() const
{
    return least == most
               ? CoverageWords::tr("coverage: %1 products in every cell").arg(most)
               : CoverageWords::tr("coverage: %1 to %2 products a cell").arg(least).arg(most);
}

Result<CoveragePicture> coveragePicture(std::span<const AxisMap> axes)
{
    CoveragePicture result;
    const std::vector<std::int64_t> columns = coverage(axes.back());
    const std::vector<std::int64_t> rows =
        axes.size() > 1 ? coverage(axes.front()) : std::vector<std::int64_t>{1};
    if (columns.empty() || rows.empty())
        return result;
    const auto [leastRow, mostRow] = std::minmax_element(rows.begin(), rows.end());
    const auto [leastColumn, mostColumn] = std::minmax_element(columns.begin(), columns.end());
    result.least = *leastRow * *leastColumn;
    result.most = *mostRow * *mostColumn;
    const auto height = static_cast<std::int64_t>(rows.size());
    const auto width = static_cast<std::int64_t>(columns.size());
    auto buffer = TensorBuffer::allocate({height, width}, "the coverage");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    for (const std::int64_t row : rows) {
        for (const std::int64_t column : columns)
            *out++ = static_cast<float>(row * column);
    }
    Plane &plane = result.plane;
    plane.tensor = Tensor(std::move(*buffer));
    plane.rows = height;
    plane.columns = width;
    plane.rowStride = width;
    plane.columnStride = 1;
    // None is black; a step of one product is seen.
    result.picture =
        paintPlane(plane, {0, static_cast<float>(std::max<std::int64_t>(result.most, 1))},
                   *findColormap("gray"), false);
    return result;
}

} // namespace convscope
