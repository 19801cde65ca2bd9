// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace convscope {

/// Where pages and commands say something: the window's status line.
class StatusSink
{
public:
    virtual ~StatusSink() = default;

    /// The cell under the pointer or pinned; empty: none.
    virtual void showCell(const QString &text) = 0;
    /// Of the picture on the page, 1: a pixel for a cell; nothing where the page has none.
    virtual void showZoom(std::optional<double> zoom) = 0;
    /// For a few seconds.
    virtual void showMessage(const QString &text, int milliseconds) = 0;
    /// Something that did not work; stays until clearFailure().
    virtual void showFailure(const QString &message) = 0;
    virtual void clearFailure() = 0;
};

} // namespace convscope
