// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "input/prepare_input.h"

#include <QSize>
#include <QString>
#include <optional>
#include <stop_token>
#include <vector>

namespace convscope {

/// A picture of the real window to be made.
struct WindowPicture
{
    /// Id of the page; must be one of pageList().
    QString page;
    /// Files to open; empty: the bundled stack and photo.
    std::vector<std::string> files;
    /// What is done to an input that is not what the model states.
    InputPreparation preparation;
    /// A view of the page's own, by name; empty: the one that it begins with.
    QString view;
    /// Files that the page alone opens: cases of the Test page.
    std::vector<std::string> cases;
    /// Layer to select by name; empty: the first.
    QString layer;
    /// (row, column, channel), shorter or longer by the rank; empty: no cell.
    std::vector<std::int64_t> cell;
    QSize size{1440, 900};
    bool isDark = false;
    /// Empty: the window; else ribbon, stack, inspector or a panel of the page, by its id.
    QString part;
    /// Callout of the tour to be shown, from 1; 0: none.
    int tourStep = 0;
    /// Written as SVG where the ending says so, else in the format of the ending.
    QString output;
};

/// What came of it.
struct WindowPictureResult
{
    int width = 0;
    int height = 0;
    QString layer;
    /// The pinned one, as in WindowPicture; empty: none.
    std::vector<std::int64_t> cell;
};

/// Builds the window in the running QApplication, waits until everything in it is up to date, and
/// paints it into a file. Errors: "usage" (unknown part, layer or cell), "file", "cancelled", those
/// of opening.
[[nodiscard]] Result<WindowPictureResult> paintWindow(const WindowPicture &picture,
                                                      std::stop_token stop);

} // namespace convscope
