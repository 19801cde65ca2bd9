// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/map_export.h"

#include "tensor/npy.h"

#include <QSaveFile>

namespace convscope {

namespace {

Result<void> savePicture(const QString &path, const QImage &picture)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        return fail("file", {}, {},
                    words("{file} cannot be written: {reason}", path.toStdString(),
                          file.errorString().toStdString()));
    return {};
}

} // namespace

Result<void> exportPlane(const QString &path, const Plane &plane, const QImage &picture)
{
    if (!path.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive))
        return savePicture(path, picture);
    auto buffer = TensorBuffer::allocate({plane.rows, plane.columns}, "the exported map");
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    for (std::int64_t row = 0; row < plane.rows; ++row) {
        for (std::int64_t column = 0; column < plane.columns; ++column)
            *out++ = plane.at(row, column);
    }
    return writeNpy(path.toStdString(), Tensor(std::move(*buffer)));
}

} // namespace convscope
