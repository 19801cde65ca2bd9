// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "language_option.h"

#include "language/language.h"

#include <vector>

namespace convscope {

void addLanguageOption(CLI::App &options, std::string &language)
{
    std::vector<std::string> known;
    for (const QString &name : languages())
        known.push_back(name.toStdString());
    options.add_option("--language", language, "Language of the window, e.g. en")
        ->type_name("NAME")
        ->check(CLI::IsMember(known));
}

} // namespace convscope
