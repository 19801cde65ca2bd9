// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

class QApplication;

namespace convscope {

class Theme;

/// Prepares an application for windows: name, fonts, style. Returns the theme, which must outlive
/// every window and is owned by the application.
Theme *setUpApplication(QApplication &application, bool followDesktop);

/// Opens the window on files (models, inputs, patterns), or on the bundled photo and stack where
/// there are none, and runs until it is closed. `language` as in useLanguage(). Returns the exit
/// status.
int runWindow(int &argc, char **argv, const std::vector<std::string> &files,
              const std::string &language);

} // namespace convscope
