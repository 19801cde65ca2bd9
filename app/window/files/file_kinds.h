// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace convscope {

struct ModelFormat;

/// "*.keras *.npz …": every ending of a model, or of weights, that can be opened.
[[nodiscard]] QString endingsRead();

/// What can be opened again as a stack, and what holds only a part of it.
enum class Written
{
    Stacks,
    Parts
};

[[nodiscard]] bool isStack(const ModelFormat &format);

/// "Keras archive: architecture and weights (*.keras)" and so on, the native format first.
[[nodiscard]] QStringList filtersToWrite(Written what);

} // namespace convscope
