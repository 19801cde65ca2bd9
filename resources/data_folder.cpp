// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "data_folder.h"

#include "data_location.h"

#include <cstdlib>
#include <vector>

namespace convscope {

std::filesystem::path dataFolder()
{
    namespace fs = std::filesystem;
    std::vector<fs::path> candidates;
    if (const char *chosen = std::getenv("CONVSCOPE_DATA_DIR"))
        candidates.emplace_back(chosen);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error)
        candidates.push_back(program.parent_path().parent_path() / kDataFolderBesidePrefix);
    candidates.emplace_back(kInstalledDataFolder);
    candidates.emplace_back(kSourceDataFolder);
    for (const fs::path &folder : candidates)
        if (fs::is_directory(folder / "samples", error) &&
            fs::is_directory(folder / "stacks", error))
            return folder;
    return {};
}

} // namespace convscope
