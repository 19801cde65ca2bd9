// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "language/core_words.h"

#include "base/error.h"

#include <QCoreApplication>

namespace convscope {
namespace {

std::string translated(const std::string &pattern)
{
    return QCoreApplication::translate("core", pattern.c_str()).toStdString();
}

} // namespace

QString localized(const Words &words)
{
    return QString::fromStdString(render(words, translated));
}

QString localized(const Error &error)
{
    return localized(error.words);
}

QString localizedTerm(std::string_view text)
{
    return localized(term(text));
}

} // namespace convscope
