// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "language_option.h"

#include "language/language.h"

#include <string>

namespace convscope {

void addLanguageOption(CLI::App &options, std::string &language)
{
    std::string known;
    for (const QString &name : languages())
        known += (known.empty() ? "" : "|") + name.toStdString();
    const CLI::Validator isThere(
        [known](const std::string &name) {
            for (const QString &one : languages()) {
                if (name == one.toStdString())
                    return std::string();
            }
            return "the window speaks " + known + ", not " + name;
        },
        {});
    options.add_option("--language", language, "Language of the window, one of those there are")
        ->type_name(known)
        ->check(isThere);
}

} // namespace convscope
