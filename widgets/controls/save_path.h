// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace convscope {

/// The path with the first ending of the chosen filter, such as "Keras HDF5 (*.h5 *.hdf5)", unless
/// somebody has typed an ending of any of the filters.
[[nodiscard]] QString withEnding(const QString &path, const QString &chosen,
                                 const QStringList &filters);

/// Asks where to write; the path has an ending of one of the filters. `suggestion` has none: the
/// filter gives it. A file that is there already is asked about under its whole name. Empty:
/// cancelled.
[[nodiscard]] QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion,
                                  const QStringList &filters);

} // namespace convscope
