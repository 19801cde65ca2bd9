// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

#include <QString>
#include <memory>
#include <vector>

namespace convscope {

/// From which files inputs came, to find the pictures beside them.
class PictureFolder
{
public:
    void remember(const std::shared_ptr<const Input> &input, const QString &path);
    /// Empty: not of a file.
    [[nodiscard]] QString pathOf(const Input *input) const;

    /// The next (steps 1) or previous (−1) picture of a file's folder by name; empty at the ends.
    [[nodiscard]] static QString neighbour(const QString &path, int steps);

private:
    struct Origin
    {
        std::weak_ptr<const Input> input;
        QString path;
    };
    std::vector<Origin> m_origins;
};

} // namespace convscope
