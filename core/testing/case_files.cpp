// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_files.h"

#include "keras/formats/case_format.h"
#include "keras/formats/file_probe.h"
#include "keras/formats/model_format.h"
#include "tensor/file_bytes.h"
#include "testing/case_model.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace convscope {

Result<CaseFile> CaseFile::open(const std::string &path)
{
    CaseFile file;
    file.m_path = path;
    const auto probe = FileProbe::open(path);
    const bool isArchive = probe && isCaseArchive(*probe);
    if (probe && !isArchive) {
        const ModelFormat *format = formatOf(*probe);
        if (format != nullptr && format->read != nullptr) {
            file.m_names.push_back(std::filesystem::path(path).filename().string());
            return file;
        }
        if (format != nullptr && format->readWeights != nullptr && probe->hdf5() != nullptr)
            return fileError(path, words("holds weights alone ({name}); a case in .npz names the "
                                         "model they belong to",
                                         format->name));
        if (format != nullptr && !format->advice.isEmpty())
            return fileError(path, format->advice);
    }
    auto archive = isArchive ? CaseArchive::of(path, probe->sharedZip()) : CaseArchive::open(path);
    if (!archive)
        return fail(archive.error());
    file.m_names = archive->names();
    file.m_archive.emplace(std::move(*archive));
    return file;
}

Result<TestCase> CaseFile::read(std::size_t index) const
{
    if (!m_archive)
        return caseOfModelFile(m_path);
    auto entry = m_archive->read(index);
    if (!entry)
        return fail(entry.error());
    return readTestCase(m_path, std::move(*entry));
}

FoundFiles findCaseFiles(std::span<const std::string> paths)
{
    namespace fs = std::filesystem;
    FoundFiles found;
    // A file in a folder that is given too is run once.
    std::set<std::string> taken;
    const auto take = [&](const std::string &path) {
        std::error_code code;
        const fs::path place = fs::canonical(path, code);
        if (taken.insert(code ? path : place.string()).second)
            found.files.push_back(path);
    };
    const auto lacks = [&](const std::string &path, Words reason) {
        found.errors.push_back({path, fileError(path, std::move(reason)).value()});
    };
    for (const std::string &path : paths) {
        std::error_code code;
        if (!fs::exists(path, code)) {
            lacks(path, words("there is no such file or folder"));
            continue;
        }
        if (!fs::is_directory(path, code)) {
            take(path);
            continue;
        }
        std::vector<std::string> below;
        for (fs::recursive_directory_iterator it(path, code), end; !code && it != end;
             it.increment(code)) {
            if (it->path().extension() == ".npz" && it->is_regular_file(code))
                below.push_back(it->path().string());
        }
        if (code)
            lacks(path, verbatim(code.message()));
        else if (below.empty())
            lacks(path, words("the folder holds no .npz file"));
        std::sort(below.begin(), below.end());
        for (const std::string &file : below)
            take(file);
    }
    return found;
}

} // namespace convscope
