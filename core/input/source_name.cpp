// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/source_name.h"

#include <filesystem>

namespace convscope {

std::string fileName(const std::string &path)
{
    std::filesystem::path p(path);
    if (!p.has_filename())
        p = p.parent_path(); // "folder/"
    return p.filename().string();
}

std::string fileEnding(const std::string &path)
{
    std::string ending = std::filesystem::path(path).extension().string();
    if (!ending.empty())
        ending.erase(0, 1);
    for (char &letter : ending)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return ending;
}

} // namespace convscope
