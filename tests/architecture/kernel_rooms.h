// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "source_tree.h"

#include <span>

/// Inside core/kernels, each room includes only those the table allows, and what lies beside the
/// rooms. Violations as "file:line: rule"; a room that the table does not know is one too.
[[nodiscard]] QStringList roomViolations(std::span<const SourceFile> tree);
