// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "source_tree.h"

#include <span>

/// Each returns its violations as "file:line: rule", empty where the rule is kept.

/// Inside core, widgets and app/window each folder includes only those its table allows; core
/// includes no Qt, no widgets; no page includes another; nobody includes app.
[[nodiscard]] QStringList includeViolations(std::span<const SourceFile> tree);
/// Folders of core, widgets and app/window that their tables do not know.
[[nodiscard]] QStringList unknownFolders(std::span<const SourceFile> tree);
/// Files longer than 500 lines.
[[nodiscard]] QStringList tooLong(std::span<const SourceFile> tree);
/// Files that do not begin with the two SPDX lines.
[[nodiscard]] QStringList withoutLicence(std::span<const SourceFile> tree);
/// Lines that promise work instead of doing it.
[[nodiscard]] QStringList unfinished(std::span<const SourceFile> tree);
/// Qt's lower-case keywords, which clash with TBB's headers.
[[nodiscard]] QStringList qtKeywords(std::span<const SourceFile> tree);
